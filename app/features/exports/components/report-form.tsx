import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { REPORT_FORMATS, REPORT_LANGUAGES, REPORT_SCOPES } from '../report.ts'

type ReportFormProps = {
  formKey: string
  typed: Record<string, unknown> | null
  errors: { field: string; message: string }[]
  language: string
}

/** Asking for a report: as what, in which written form, and with what in it. */
export function ReportForm({ formKey, typed, errors, language }: ReportFormProps) {
  const t = useTranslations('workbench.report')
  const work = useTranslations('workbench.errors')
  const busy = useNavigation().state === 'submitting'
  const chosen = (field: string, otherwise: string) => {
    const value = typed?.[field]
    return typeof value === 'string' ? value : otherwise
  }
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <Panel id="ask" heading={t('ask')}>
      <Form method="post" className="in-stack in-stack--4">
        {errors.length > 0 && (
          <ErrorSummary
            heading={work('heading')}
            errors={errors.map(({ field, message }) => ({ field, message }))}
          />
        )}
        <input type="hidden" name="act" value="ask" />
        <input type="hidden" name="key" value={formKey} />
        <RadioGroup
          name="format"
          legend={t('format')}
          error={errorOf('format')}
          defaultValue={chosen('format', 'pdf')}
          options={REPORT_FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
        <RadioGroup
          name="lang"
          legend={t('language')}
          error={errorOf('lang')}
          defaultValue={chosen('lang', language)}
          options={REPORT_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <RadioGroup
          name="scope"
          legend={t('scope')}
          error={errorOf('scope')}
          defaultValue={chosen('scope', 'published')}
          options={REPORT_SCOPES.map((value) => ({
            ...{ value, label: t(`scopes.${value}`), help: t(`scopeHelp.${value}`) },
          }))}
        />
        <div className="in-row">
          <Button disabled={busy}>{t('make')}</Button>
        </div>
      </Form>
    </Panel>
  )
}
