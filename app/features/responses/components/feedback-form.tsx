import { useTranslations } from 'use-intl/react'
import { OtherLanguages } from '#app/features/strategies/components/other-languages.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { FeedbackSums } from '../feedback.ts'

type FormProps = {
  base: string
  formKey: string
  sums: FeedbackSums
  typed: Record<string, unknown> | null
  errors: readonly { field: string; message: string }[]
}

/** Words of one's own, and sending: what follows is said before it is done. */
export function FeedbackForm({ base, formKey, sums, typed, errors }: FormProps) {
  const t = useTranslations('workbench.feedback')
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const written = (name: string) => (typeof typed?.[name] === 'string' ? String(typed[name]) : '')
  const { nb, nn, en, sv } = sums.locales
  return (
    <Panel id="send" heading={t('send')}>
      <form method="post" action={`${base}/feedback`} className="in-form in-form--wide">
        <input type="hidden" name="key" value={formKey} />
        <TextArea
          {...{ name: 'wordsNb', label: t('wordsNb'), help: t('wordsHelp'), error: errorOf('wordsNb') }}
          {...{ defaultValue: written('wordsNb'), lang: 'nb', rows: 4 }}
        />
        <TextArea
          {...{ name: 'wordsNn', label: t('wordsNn'), error: errorOf('wordsNn') }}
          {...{ defaultValue: written('wordsNn'), lang: 'nn', rows: 4 }}
        />
        <OtherLanguages
          filled={{ typed, errors }}
          texts={[{ name: 'words', label: t('ownWords'), stored: null, rows: 4 }]}
          open={en + sv > 0}
        />
        <p className="in-warned">{t('effect', { count: nb + nn + en + sv })}</p>
        <Checkbox
          {...{ name: 'confirmed', value: 'yes', label: t('confirm'), error: errorOf('confirmed') }}
          defaultChecked={typed?.confirmed === 'yes'}
        />
        <div className="in-row">
          <Button>{t('sendNow')}</Button>
        </div>
      </form>
    </Panel>
  )
}

type PreviewProps = {
  base: string
  senders: readonly { inputId: string; name: string }[]
  preview: { inputId: string; to: number; lang: string; subject: string; text: string } | null
  /** Whether the letters have left: what is shown is then not what was sent. */
  sent: boolean
}

/** The letter one sender would get, as it would be now. */
export function FeedbackPreview({ base, senders, preview, sent }: PreviewProps) {
  const t = useTranslations('workbench.feedback')
  if (senders.length === 0) return null
  return (
    <Panel id="preview" heading={t(sent ? 'previewSent' : 'preview')}>
      <div className="in-stack in-stack--4">
        <form method="get" action={`${base}/feedback#preview`} className="in-form__row">
          <Select
            name="sender"
            label={t('sender')}
            options={senders.map(({ inputId, name }) => ({ value: inputId, label: name }))}
            defaultValue={preview?.inputId ?? senders[0]?.inputId}
          />
          <Button variant="secondary">{t('show')}</Button>
        </form>
        {preview && (
          <article className="in-stack in-stack--3" aria-label={preview.subject}>
            <p className="in-meta">{t('to', { count: preview.to })}</p>
            <h3 className="in-h3" lang={preview.lang}>
              {preview.subject}
            </h3>
            <p className="in-prelines in-measure" lang={preview.lang}>
              {preview.text}
            </p>
          </article>
        )}
        <p className="in-small in-muted">{t(sent ? 'previewSentText' : 'previewText')}</p>
      </div>
    </Panel>
  )
}
