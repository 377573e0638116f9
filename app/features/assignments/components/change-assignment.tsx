import { useTranslations } from 'use-intl/react'
import { dayToWrite } from '#app/platform/written-day.ts'
import { Button } from '#app/ui/button.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { seenOf } from '../assignment.ts'
import { type Filled, filledIn } from '../filled.ts'
import type { findAssignment, listStaff } from '../queries.server.ts'
import { PersonField, TermsFields } from './assign-form.tsx'
import { useAssignmentName } from './assignment-words.tsx'

type ChangeAssignmentProps = {
  assignment: NonNullable<Awaited<ReturnType<typeof findAssignment>>>
  staff: Awaited<ReturnType<typeof listStaff>>
  base: string
  formKey: string
  filled: Filled
}

/** Moving an assignment to somebody else, or changing by when and what is said of it. */
export function ChangeAssignment({ assignment, staff, base, formKey, filled }: ChangeAssignmentProps) {
  const t = useTranslations('workbench.assignments')
  const name = useAssignmentName()
  const { value, error } = filledIn(filled)
  const { id, person, personId, dueOn, note } = assignment
  // Whoever has left is still shown as the one who has it, until another is chosen.
  const listed = staff.some((one) => one.id === personId) ? staff : [{ id: personId, name: person }, ...staff]
  return (
    <Panel id="change" heading={t('changeHeading', { of: name(assignment) })}>
      <form method="post" action={`${base}?change=${id}#change`} className="in-form">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="act" value="change" />
        <input type="hidden" name="assignment" value={id} />
        <input type="hidden" name="seen" value={seenOf(assignment)} />
        <p className="in-measure">{t('changeText', { person })}</p>
        <PersonField
          {...{ staff: listed, name: 'person', value: value('person', personId) }}
          error={error('people')}
        />
        <TermsFields filled={filled} due={dueOn ? dayToWrite(dueOn) : ''} note={note ?? ''} />
        <div className="in-row">
          <Button>{t('save')}</Button>
          <a href={base}>{t('cancel')}</a>
        </div>
      </form>
    </Panel>
  )
}
