import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { organisationsAdminPath } from '../address.ts'

/** Sends the file of a register, to see what it would change or to import it. */
export function RegisterForm({ reason }: { reason: string | null }) {
  const t = useTranslations('workspace.keeping')
  const key = `file.${reason}` as 'file.no-file'
  const error = reason === null ? undefined : t.has(key) ? t(key) : t('file.try-again')
  return (
    <Panel id="register" heading={t('register')}>
      <form
        method="post"
        action={`${organisationsAdminPath()}#report`}
        encType="multipart/form-data"
        className="in-form"
        noValidate
      >
        <ErrorSummary
          heading={t('notImported')}
          errors={error === undefined ? [] : [{ field: 'file', message: error }]}
        />
        <p>{t('registerText')}</p>
        <TextField
          name="file"
          type="file"
          accept=".csv,text/csv"
          label={t('fileLabel')}
          help={t('fileHelp')}
          required
          error={error}
        />
        <p className="in-row">
          <Button variant="secondary" name="act" value="try">
            {t('try')}
          </Button>
          <Button variant="secondary" name="act" value="import">
            {t('import')}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
