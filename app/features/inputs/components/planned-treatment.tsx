import { useTranslations } from 'use-intl/react'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { HandlingProblems, TypedHandling } from '../handling.ts'

/** Whether and where what is sent is to be treated politically afterwards. Both fields may be empty. */
export function PlannedTreatment({
  typed,
  problems,
  form,
}: {
  typed: TypedHandling
  problems: HandlingProblems
  /** The id of the form the fields are sent with. */
  form: string
}) {
  const t = useTranslations('workspace.handling')
  const error = (name: string) => {
    const problem = problems[name]
    return problem && t(`problem.${problem}`)
  }
  return (
    <Panel id="planned" heading={t('planned')}>
      <div className="in-form">
        <p>{t('plannedText')}</p>
        <TextField
          {...{ form, name: 'planned-body', label: t('plannedBody') }}
          help={t('plannedBodyHelp')}
          defaultValue={typed['planned-body']}
          error={error('planned-body')}
        />
        <TextField
          {...{ form, name: 'planned-on', label: t('plannedOn') }}
          help={t('dayHelp')}
          defaultValue={typed['planned-on']}
          error={error('planned-on')}
        />
      </div>
    </Panel>
  )
}
