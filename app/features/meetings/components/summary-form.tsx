import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import type { FieldProblem } from './meeting-form.tsx'

type SummaryFormProps = {
  values: { summaryNb: string; summaryNn: string }
  /** What is saved, and what was typed when it was not taken. */
  stored: LocalisedText | null
  typed: Record<string, unknown> | null
  formKey: string
  revision: number
  errors: FieldProblem[]
}

/** What a meeting's summary says, in both written forms. */
export function SummaryForm({ values, stored, typed, formKey, revision, errors }: SummaryFormProps) {
  const t = useTranslations('workbench.meeting')
  const heading = useTranslations('workbench.errors')('heading')
  const busy = useNavigation().state === 'submitting'
  const own = (name: 'summaryNb' | 'summaryNn') => ({
    ...{ name, label: t(name), defaultValue: values[name], rows: 12 },
    error: errors.find(({ field }) => field === name)?.message,
  })
  return (
    <Form method="post" className="in-form" preventScrollReset>
      <ErrorSummary heading={heading} errors={errors} />
      <input type="hidden" name="act" value="write-summary" />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="key" value={formKey} />
      <TextArea {...own('summaryNb')} help={t('summaryHelp')} lang="nb" />
      <TextArea {...own('summaryNn')} lang="nn" />
      <OtherLanguages
        filled={{ typed, errors }}
        texts={[{ name: 'summary', called: 'text', stored, rows: 12 }]}
      />
      <div className="in-row">
        <Button variant="secondary" disabled={busy}>
          {t('saveSummary')}
        </Button>
      </div>
    </Form>
  )
}
