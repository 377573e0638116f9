import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Panel } from '#app/ui/panel.tsx'
import { WRITTEN_FORMS } from '../checks.ts'
import { blocksOf, type ShownCount, type TextQuote } from '../finding-text.ts'
import { FindingText } from './finding-text.tsx'

/** What stands in the places of a text's marks. */
export type PreviewParts = {
  quotes: Readonly<Record<number, TextQuote>>
  shownCounts: Readonly<Record<number, ShownCount>>
}

/** How a finding will read, in both written forms. */
export function FindingPreview(props: PreviewParts & { text: LocalisedText; note: string | null }) {
  const { text, quotes, shownCounts, note } = props
  const t = useTranslations('workbench.finding')
  const written = WRITTEN_FORMS.filter((lang) => text[lang]?.trim())
  return (
    <Panel id="preview" heading={t('preview')}>
      {note && <p className="in-small in-muted">{note}</p>}
      {written.length === 0 && <p className="in-muted">{t('previewEmpty')}</p>}
      {written.map((lang) => (
        <section key={lang} className="in-section">
          <h3 className="in-h3">{t(lang === 'nb' ? 'previewNb' : 'previewNn')}</h3>
          <div className="in-prose in-finding" lang={lang}>
            <FindingText blocks={blocksOf(text[lang] ?? '')} quotes={quotes} counts={shownCounts} level={4} />
          </div>
        </section>
      ))}
    </Panel>
  )
}
