import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'

type ImportFormProps = {
  formKey: string
  lang: string
  errors: { field: string; message: string }[]
  action: string
}

/** A Word file, and which written form its text is in. */
export function ImportForm({ formKey, lang, errors, action }: ImportFormProps) {
  const t = useTranslations('workbench')
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <Panel id="upload" heading={t('import.upload')}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <form method="post" action={action} encType="multipart/form-data" className="in-form">
        <input type="hidden" name="key" value={formKey} />
        <RadioGroup
          name="lang"
          legend={t('import.lang')}
          options={(['nb', 'nn'] as const).map((one) => ({ value: one, label: t(`import.langs.${one}`) }))}
          defaultValue={lang}
          error={errorOf('lang')}
        />
        <Field name="file" label={t('import.file')} help={t('import.fileHelp')} error={errorOf('file')}>
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              className="in-file"
              accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            />
          )}
        </Field>
        <div className="in-row">
          <Button>{t('import.read')}</Button>
        </div>
      </form>
    </Panel>
  )
}
