import { useLocale, useTranslations } from 'use-intl/react'
import { acceptedFiles } from '#app/platform/files/file-kind.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'

type AttachmentFormProps = {
  action: string
  formKey: string
  /** The questions of the round that are answered by files. */
  questions: readonly { id: string; position: number; title: LocalisedText }[]
  question: string | null
  limits: { standing: number; most: number; megabytes: number }
  error?: string | undefined
}

/** Choosing a file and saying what it belongs to. The limits stand where one chooses. */
export function AttachmentForm({ action, formKey, questions, question, limits, error }: AttachmentFormProps) {
  const t = useTranslations('workspace.attachments')
  const locale = useLocale()
  const { standing, most, megabytes } = limits
  const full = standing >= most
  return (
    <Panel
      id="add"
      heading={t('add')}
      beside={<span className="in-small in-muted">{t('room', { count: standing, most })}</span>}
    >
      {full ? (
        <p>{t('full')}</p>
      ) : (
        <form method="post" action={action} encType="multipart/form-data" className="in-form">
          <input type="hidden" name="key" value={formKey} />
          {questions.length > 0 && (
            <Select
              name="question"
              label={t('belongs')}
              emptyLabel={t('wholeInput')}
              options={questions.map(({ id, position, title }) => ({
                value: id,
                label: t('ofQuestion', { position, title: pick(title, locale).text }),
              }))}
              defaultValue={question ?? ''}
            />
          )}
          <Field name="file" label={t('file')} help={t('fileHelp', { size: megabytes })} error={error}>
            {(wiring) => <input {...wiring} type="file" className="in-file" accept={acceptedFiles} />}
          </Field>
          <div className="in-row">
            <Button>{t('upload')}</Button>
          </div>
        </form>
      )}
    </Panel>
  )
}

/** Asks whether one means it before a file is taken out of the draft. */
export function RemovalConfirmation(props: {
  action: string
  formKey: string
  file: { id: string; name: string }
}) {
  const t = useTranslations('workspace.attachments')
  const { action, formKey, file } = props
  return (
    <Alert tone="warning" heading={t('confirm', { name: file.name })}>
      <p>{t('confirmText')}</p>
      <form method="post" action={action} className="in-row">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="attachment" value={file.id} />
        <Button danger>{t('confirmButton')}</Button>
        <LinkButton variant="secondary" href={action}>
          {t('keep')}
        </LinkButton>
      </form>
    </Alert>
  )
}
