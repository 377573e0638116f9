import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Columns } from '#app/ui/panes.tsx'
import { CitationList, type StandingCitation } from './citation-list.tsx'
import { type FindingCount, FindingCounts } from './finding-counts.tsx'
import { FindingPreview, type PreviewParts } from './finding-preview.tsx'

type FindingReadingProps = PreviewParts & {
  text: LocalisedText
  citations: readonly StandingCitation[]
  counts: readonly FindingCount[]
  countsAt: string
  above: ReactNode
  below: ReactNode
}

/** A finding for those who read it and do not write. */
export function FindingReading(props: FindingReadingProps) {
  const { text, quotes, shownCounts, citations, counts, countsAt, above, below } = props
  const t = useTranslations('workbench.finding')
  return (
    <Columns
      aside={
        <>
          {above}
          <CitationList citations={citations} addAt={null} insert={null} />
          <FindingCounts counts={counts} addAt={countsAt} insert={null} />
          {below}
        </>
      }
    >
      <p className="in-muted">{t('readOnly')}</p>
      <FindingPreview text={text} quotes={quotes} shownCounts={shownCounts} note={null} />
    </Columns>
  )
}
