import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { CODEBOOK_COLUMNS, COLUMN_NAMES } from '../codebook-file.ts'

type CodebookFileFormProps = { message: string | null; taken: number; base: string; again: boolean }

/** A file with themes; it is shown before anything is taken in. */
export function CodebookFileForm({ message, taken, base, again }: CodebookFileFormProps) {
  const t = useTranslations('workbench')
  return (
    <>
      {taken > 0 && (
        <Alert tone="success" live>
          <p>
            {t('codebookImport.taken', { count: taken })} <a href={base}>{t('codebookHealth.back')}</a>
          </p>
        </Alert>
      )}
      <Panel id="upload" heading={t(again ? 'codebookImport.another' : 'codebookImport.choose')}>
        <ErrorSummary heading={t('errors.heading')} errors={message ? [{ field: 'file', message }] : []} />
        <form method="post" action={`${base}/import`} encType="multipart/form-data" className="in-form">
          <input type="hidden" name="act" value="preview" />
          <Field
            name="file"
            label={t('codebookImport.file')}
            help={t('codebookImport.fileHelp')}
            error={message ?? undefined}
          >
            {(wiring) => <input {...wiring} type="file" className="in-file" accept=".csv,.txt,.qdc,.xml" />}
          </Field>
          <Button variant={again ? 'secondary' : 'primary'}>{t('codebookImport.look')}</Button>
        </form>
      </Panel>
    </>
  )
}

/** How a file is read. */
export function CodebookFileHelp() {
  const t = useTranslations('workbench.codebookImport')
  return (
    <Panel id="how" heading={t('how')}>
      <ul className="in-prose">
        {(['csv', 'parent', 'code', 'qdc', 'adds'] as const).map((one) => (
          <li key={one}>{t(`howText.${one}`)}</li>
        ))}
        <li>
          {t('howText.columns', {
            columns: CODEBOOK_COLUMNS.map((one) => `«${COLUMN_NAMES[one]}»`).join(', '),
          })}
        </li>
      </ul>
    </Panel>
  )
}
