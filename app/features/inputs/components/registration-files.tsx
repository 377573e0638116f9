import { useTranslations } from 'use-intl/react'
import { acceptedOriginals } from '#app/platform/files/file-kind.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { keptField, saidField, ticketField } from '../channel.ts'
import type { DrawnRegistration } from '../registration-posting.server.ts'

type RegistrationFilesProps = {
  drawn: Pick<DrawnRegistration, 'files' | 'said' | 'filled'> | undefined
  limits: { most: number; megabytes: number }
  error: string | undefined
  here: string
}

/** Files of the letter: one may be read into the text first, and what was chosen goes along from page to page. */
export function RegistrationFiles({ drawn, limits, error, here }: RegistrationFilesProps) {
  const t = useTranslations('workbench.intake')
  const kinds = useTranslations('workbench.attachments')
  const { files = [], said = [], filled = null } = drawn ?? {}
  const size = (bytes: number) =>
    bytes < 1_000_000
      ? kinds('size.kilobytes', { size: Math.max(1, Math.round(bytes / 1_000)) })
      : kinds('size.megabytes', { size: Math.round(bytes / 100_000) / 10 })
  return (
    <div className="in-stack in-stack--3" id="files">
      {filled && (
        <Alert tone={filled.whole ? 'success' : 'warning'} live>
          <p>
            {t(filled.appended ? 'filledAfter' : 'filled')} {!filled.whole && t('filledInPart')}{' '}
            {filled.enclosed > 0 && t('enclosed', { count: filled.enclosed })}{' '}
            {filled.leftOut > 0 && t('leftOut', { count: filled.leftOut })}
          </p>
        </Alert>
      )}
      {files.length > 0 && (
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{t('files', { count: files.length })}</legend>
          <div data-field="description">{t('filesHelp')}</div>
          {files.map(({ ticket, sha256, name, kind, size: bytes }) => (
            <div className="ds-field" key={sha256}>
              <input type="hidden" name={ticketField} value={ticket} />
              {said.includes(sha256) && <input type="hidden" name={saidField} value={sha256} />}
              <input
                className="ds-input"
                type="checkbox"
                id={`kept-${sha256}`}
                name={keptField}
                value={sha256}
                defaultChecked
              />
              <label className="ds-label in-break" htmlFor={`kept-${sha256}`}>
                {name}
              </label>
              <div data-field="description">
                {kinds(`kind.${kind}`)}, {size(bytes)}. {said.includes(sha256) && t('isOriginal')}
              </div>
            </div>
          ))}
        </fieldset>
      )}
      <Field name="file" label={t('file')} help={t('fileHelp', { size: limits.megabytes })} error={error}>
        {(wiring) => <input {...wiring} type="file" className="in-file" accept={acceptedOriginals} />}
      </Field>
      <div className="in-row">
        <Button
          variant="secondary"
          name="act"
          value="read"
          formAction={`${here}#text-from-file`}
          formNoValidate
        >
          {t('read')}
        </Button>
      </div>
    </div>
  )
}
