import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SubjectSelect, type Subjects } from './subject-select.tsx'

/** Something a form was refused for, by field. */
export type FieldProblem = { field: string; message: string }

type NewFindingFormProps = {
  formKey: string
  subjects: Subjects
  typed: Record<string, unknown> | null
  errors: FieldProblem[]
}

/** Starts a finding with its heading. */
export function NewFindingForm({ formKey, subjects, typed, errors }: NewFindingFormProps) {
  const t = useTranslations('workbench')
  const busy = useNavigation().state === 'submitting'
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string) => (typeof typed?.[name] === 'string' ? String(typed[name]) : undefined)
  return (
    <Panel id="new-finding" heading={t('findings.add')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="key" value={formKey} />
        <TextField
          name="titleNb"
          label={t('findings.titleNb')}
          help={t('findings.titleHelp')}
          error={errorOf('titleNb')}
          defaultValue={written('titleNb')}
          lang="nb"
        />
        <TextField
          name="titleNn"
          label={t('findings.titleNn')}
          error={errorOf('titleNn')}
          defaultValue={written('titleNn')}
          lang="nn"
        />
        <SubjectSelect {...subjects} chosen={written('subject') ?? ''} error={errorOf('subject')} />
        <div className="in-row">
          <Button disabled={busy}>{t('findings.start')}</Button>
        </div>
      </Form>
    </Panel>
  )
}
