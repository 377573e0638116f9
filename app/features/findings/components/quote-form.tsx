import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Quote } from '#app/ui/quote.tsx'
import type { FieldProblem } from './new-finding-form.tsx'
import type { Source } from './source-list.tsx'

type QuoteFormProps = {
  source: Source
  formKey: string
  typed: { quote: string; mode: string } | null
  errors: FieldProblem[]
}

/** The chosen passage, the part of it that is to be quoted, or that it is only pointed to. */
export function QuoteForm({ source, formKey, typed, errors }: QuoteFormProps) {
  const t = useTranslations('workbench')
  const busy = useNavigation().state === 'submitting'
  return (
    <Panel id="quote-panel" heading={t('citing.chosen', { sender: source.senderName })}>
      <ErrorSummary heading={t('errors.heading')} errors={errors} />
      <Form method="post" className="in-form">
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="passage" value={source.passageId} />
        {source.withdrawn ? (
          <Alert tone="warning">
            <p>{t('citing.withdrawnText')}</p>
          </Alert>
        ) : (
          source.published === false && (
            <Alert tone="info">
              <p>{t('citing.notPublishedText')}</p>
            </Alert>
          )
        )}
        {typed !== null && (
          <Quote lang={source.lang} sender={t('citing.whole')}>
            {source.text}
          </Quote>
        )}
        <RadioGroup
          name="mode"
          legend={t('citing.mode')}
          help={t('citing.modeHelp')}
          options={[
            { value: 'quote', label: t('citing.quoteMode') },
            { value: 'paraphrase', label: t('citing.paraphraseMode') },
          ]}
          defaultValue={typed?.mode ?? 'quote'}
        />
        <TextArea
          name="quote"
          label={t('citing.quote')}
          help={t('citing.quoteHelp')}
          error={errors.find(({ field }) => field === 'quote')?.message}
          defaultValue={typed?.quote ?? source.text}
          lang={source.lang}
          rows={6}
        />
        <div className="in-row">
          <Button disabled={busy}>{t('citing.add')}</Button>
        </div>
      </Form>
    </Panel>
  )
}
