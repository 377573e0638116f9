import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox, FieldGroup } from '#app/ui/choice.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ASSIGNMENT_KINDS, type AssignmentKind } from '../assignment.ts'
import { type Filled, filledIn } from '../filled.ts'
import type { listStaff, listTargets } from '../queries.server.ts'
import { FindSender, TargetField } from './target-field.tsx'

type AssignFormProps = {
  base: string
  kind: AssignmentKind
  staff: Awaited<ReturnType<typeof listStaff>>
  targets: Awaited<ReturnType<typeof listTargets>>
  words: string
  /** Whether the round is divided now; it is not divided twice. */
  divided: boolean
  formKey: string
  filled: Filled
}

/** Giving somebody something to read: what kind of thing, which, to whom, and by when. */
export function AssignForm(props: AssignFormProps) {
  const { base, kind, staff, targets, words, divided, formKey, filled } = props
  const t = useTranslations('workbench.assignments')
  const { values, error } = filledIn(filled)
  const readers = targets.themes.filter(({ reader }) => reader !== null).length
  const chosen: string[] = filled.typed ? values('people') : targets.readers
  // What was looked for is looked for again when the form comes back.
  const query = words === '' ? '' : `&q=${encodeURIComponent(words)}`
  const standsDivided = kind === 'share' && divided
  const nothingFound = kind === 'organisation' && targets.organisations.length === 0
  return (
    <Panel id="give" heading={t('give')}>
      <div className="in-stack in-stack--3">
        <LinkSwitch
          label={t('kinds')}
          links={ASSIGNMENT_KINDS.map((one) => ({
            ...{ href: `${base}?kind=${one}#give`, label: t(`kind.${one}`), current: one === kind },
          }))}
        />
        <p className="in-muted in-measure">{t(`kindHelp.${kind}`)}</p>
        {kind === 'organisation' && <FindSender {...{ base, words }} found={targets.organisations.length} />}
        {staff.length === 0 && <Empty heading={t('noStaff')} level={3} />}
        {standsDivided && <p>{t('dividedNow')}</p>}
        {staff.length > 0 && !nothingFound && !standsDivided && (
          <form method="post" action={`${base}?kind=${kind}${query}#give`} className="in-form">
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="act" value="assign" />
            <input type="hidden" name="kind" value={kind} />
            <TargetField {...{ kind, targets, filled }} />
            <FieldGroup
              name="people"
              legend={t(kind === 'share' ? 'peopleShare' : 'people')}
              help={t(kind === 'theme' || kind === 'share' ? `peopleHelpOf.${kind}` : 'peopleHelp')}
              error={error('people')}
            >
              {staff.map(({ id, name }, place) => (
                <Checkbox
                  key={id}
                  name="people"
                  id={place === 0 ? 'people' : `people-${id}`}
                  value={id}
                  label={name}
                  defaultChecked={chosen.includes(id)}
                />
              ))}
            </FieldGroup>
            <TermsFields filled={filled} />
            <p>
              <Button>{t(`button.${kind}`)}</Button>
            </p>
          </form>
        )}
        {readers > 0 && (
          <form method="post" action={`${base}?kind=theme#give`} className="in-stack in-stack--2">
            <input type="hidden" name="key" value={formKey} />
            <h3 className="in-h3">{t('themeReaders')}</h3>
            <p>{t('themeReadersText', { count: readers })}</p>
            <p>
              <Button name="act" value="assign-themes" variant="secondary">
                {t('themeReadersButton')}
              </Button>
            </p>
          </form>
        )}
      </div>
    </Panel>
  )
}

/** By when, and what there is to say about it. */
export function TermsFields({ filled, due, note }: { filled: Filled; due?: string; note?: string }) {
  const t = useTranslations('workbench.assignments')
  const { value, error } = filledIn(filled)
  return (
    <>
      <TextField
        {...{ name: 'due', label: t('due'), help: t('dueHelp'), error: error('due') }}
        defaultValue={value('due', due)}
        maxLength={40}
        autoComplete="off"
      />
      <TextField
        {...{ name: 'note', label: t('note'), help: t('noteHelp'), error: error('note') }}
        defaultValue={value('note', note)}
        maxLength={500}
        autoComplete="off"
      />
    </>
  )
}

/** The people who may be chosen, as a list. */
export function PersonField(props: {
  staff: AssignFormProps['staff']
  name: string
  error?: string
  value: string
}) {
  const t = useTranslations('workbench.assignments')
  return (
    <Select
      name={props.name}
      label={t('people')}
      help={t('peopleHelp')}
      error={props.error}
      defaultValue={props.value}
      options={props.staff.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
