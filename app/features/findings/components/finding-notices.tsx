import { Form, useNavigation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { FindingPublicationRefusal } from '../finding.ts'

// Without script the browser itself moves the focus when the page comes back.
const focused = { autoFocus: true }

/** Brings what a form was answered with into view, since the page stays where it was scrolled. */
export function TakesFocus({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} {...focused}>
      {children}
    </div>
  )
}

/** What another person saved while somebody was writing. */
export type SavedMeanwhile = { title: LocalisedText; text: LocalisedText; by: string; at: Date }

/** Both texts are kept: one's own in the form, the saved one here to take from. */
export function StaleNotice({ title, text, by, at }: SavedMeanwhile) {
  const t = useTranslations('workbench.finding')
  const { moment } = useDates()
  const saved = [
    { label: t('staleTitle'), lang: 'nb', words: title.nb },
    { label: t('staleTitle'), lang: 'nn', words: title.nn },
    { label: t('staleNb'), lang: 'nb', words: text.nb },
    { label: t('staleNn'), lang: 'nn', words: text.nn },
  ].filter(({ words }) => words)
  return (
    <TakesFocus>
      <Alert tone="warning" heading={t('stale')}>
        <p>{t('staleText', { name: by, at: moment(at) })}</p>
        {saved.map(({ label, lang, words }) => (
          <div key={`${label} ${lang}`}>
            <h3 className="in-h3">{label}</h3>
            {words?.split(/\n+/).map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text have no other name
              <p key={place} lang={lang}>
                {line}
              </p>
            ))}
          </div>
        ))}
      </Alert>
    </TakesFocus>
  )
}

type PublishPanelProps = { refusal: FindingPublicationRefusal | null; formKey: string }

/** Puts the finding out, or says what stands in the way. */
export function PublishPanel({ refusal, formKey }: PublishPanelProps) {
  const t = useTranslations('workbench.finding')
  const busy = useNavigation().state === 'submitting'
  return (
    <Panel id="publish" heading={t('publishHeading')}>
      <div className="in-stack in-stack--3">
        <p>{t('publishText')}</p>
        <p>{refusal ? t(`problems.${refusal}`) : t('ready')}</p>
        <Form method="post">
          <input type="hidden" name="act" value="publish" />
          <input type="hidden" name="key" value={formKey} />
          <Button variant={refusal ? 'secondary' : 'primary'} disabled={busy}>
            {t('publish')}
          </Button>
        </Form>
      </div>
    </Panel>
  )
}
