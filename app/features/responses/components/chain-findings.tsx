import { useLocale, useTranslations } from 'use-intl/react'
import { FindingText } from '#app/features/findings/components/finding-text.tsx'
import type { FindingCard } from '#app/features/findings/published.server.ts'
import { findingHref, leadOf, textCounts, textQuotes } from '#app/features/findings/published-text.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ChainFinding } from '../chain.server.ts'
import { changesOf } from '../chain.ts'
import { ChangedPlaces } from './chain-changes.tsx'
import { Paragraphs } from './chain-responses.tsx'
import { DispositionTag } from './disposition-tag.tsx'

/** What was heard in a round, each with who said it in which numbers, what was made of it, and what was changed. */
export function ChainFindings({ findings }: { findings: readonly ChainFinding<FindingCard>[] }) {
  return (
    <ol className="in-list in-heard">
      {findings.map((finding) => (
        <li key={finding.id}>
          <HeardFinding finding={finding} />
        </li>
      ))}
    </ol>
  )
}

function HeardFinding({ finding }: { finding: ChainFinding<FindingCard> }) {
  const t = useTranslations('public')
  const locale = useLocale()
  const { title, theme, quotes, inputs, of, strategy, responses } = finding
  const whole = responses.find(({ citationId }) => citationId === null)
  const place = { strategy: strategy.slug, locale }
  return (
    <article className="in-stack in-stack--3">
      <div className="in-stack in-stack--2">
        <p className="in-kicker">
          {whole ? (
            <DispositionTag disposition={whole.disposition} />
          ) : (
            <StatusTag line>{t('heard.noResponse')}</StatusTag>
          )}
          {theme && (
            <span className="in-meta">
              <Localised text={theme.title} />
            </span>
          )}
        </p>
        <h2 className="in-h3">
          <a href={findingHref(finding, place)}>
            <Localised text={title} />
          </a>
        </h2>
      </div>
      <FindingLead finding={finding} />
      <p className="in-meta">{t('finding.behind', { quotes: quotes.length, inputs, of })}</p>
      {whole && (
        <div className="in-answered in-stack in-stack--2">
          <h3 className="in-h4">{t('heard.weThink')}</h3>
          <Paragraphs text={firstParagraph(whole.reason)} />
        </div>
      )}
      <ChangedPlaces changes={changesOf(responses)} />
    </article>
  )
}

/** The paragraph of a finding that says most in short, with its numbers and quotes in place. */
export function FindingLead({ finding }: { finding: ChainFinding }) {
  const locale = useLocale()
  const { text, lang, fallback } = pick(finding.text, locale)
  const place = { strategy: finding.strategy.slug, locale }
  return (
    <div className="in-measure" lang={fallback ? lang : undefined}>
      <FindingText
        blocks={leadOf(text)}
        quotes={textQuotes(finding.quotes, place)}
        counts={textCounts(finding.counts, finding, place)}
      />
    </div>
  )
}

const firstParagraph = (text: ChainFinding['text']) =>
  Object.fromEntries(Object.entries(text).map(([lang, words]) => [lang, words?.split(/\n\s*\n/)[0] ?? '']))
