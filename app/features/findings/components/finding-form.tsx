import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { FieldProblem } from './new-finding-form.tsx'
import { SubjectSelect, type Subjects } from './subject-select.tsx'

type FindingFormProps = {
  finding: { title: LocalisedText; text: LocalisedText; revision: number; subject: string }
  formKey: string
  subjects: Subjects
  typed: Record<string, unknown> | null
  errors: FieldProblem[]
  /** The state line: when it was saved, just after it was; or that something is not. */
  state: string | null
  onWritten: (form: HTMLFormElement) => void
  onWritingIn: (target: EventTarget) => void
}

/** The finding's words in both written forms. What was typed stays when a save is refused. */
export function FindingForm(props: FindingFormProps) {
  const { finding, formKey, subjects, typed, errors, state, onWritten, onWritingIn } = props
  const t = useTranslations('workbench')
  const { title, text } = finding
  const busy = useNavigation().formData?.get('act') === 'write'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string, stored: string | undefined) => {
    if (!typed) return stored ?? ''
    return typeof typed[name] === 'string' ? String(typed[name]) : ''
  }
  return (
    <Panel id="text-panel" heading={t('finding.write')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form
        method="post"
        className="in-form"
        preventScrollReset
        onInput={(event) => onWritten(event.currentTarget)}
        onFocus={(event) => onWritingIn(event.target)}
      >
        <input type="hidden" name="act" value="write" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="revision" value={finding.revision} />
        <input type="hidden" name="was" value={finding.subject} />
        <TextField
          name="titleNb"
          label={t('findings.titleNb')}
          error={errorOf('titleNb')}
          defaultValue={written('titleNb', title.nb)}
          lang="nb"
        />
        <TextArea
          name="textNb"
          label={t('finding.textNb')}
          help={t('finding.textHelp')}
          error={errorOf('textNb')}
          defaultValue={written('textNb', text.nb)}
          lang="nb"
          rows={12}
        />
        <TextField
          name="titleNn"
          label={t('findings.titleNn')}
          error={errorOf('titleNn')}
          defaultValue={written('titleNn', title.nn)}
          lang="nn"
        />
        <TextArea
          name="textNn"
          label={t('finding.textNn')}
          error={errorOf('textNn')}
          defaultValue={written('textNn', text.nn)}
          lang="nn"
          rows={12}
        />
        <SubjectSelect
          {...subjects}
          chosen={written('subject', finding.subject)}
          error={errorOf('subject')}
        />
        <div className="in-row">
          <Button variant="secondary" aria-disabled={busy}>
            {t('finding.save')}
          </Button>
          <span role="status" className="in-small in-muted">
            {state}
          </span>
        </div>
      </Form>
    </Panel>
  )
}
