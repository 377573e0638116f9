import { useLocale, useTranslations } from 'use-intl/react'
import type { ShownQuote } from '#app/features/findings/published.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { roundPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { answersEarlierText, awaitsChange, type Carried, type ChainResponse } from '../chain.ts'
import { DispositionTag } from './disposition-tag.tsx'

type ChainResponsesProps = {
  strategy: string
  finding: { writtenAt: Date; quotes: readonly ShownQuote[]; carried: readonly Carried[] }
  responses: readonly ChainResponse[]
}

/** What is made of a finding: the disposition and why, then of single passages; or that nothing is said yet. */
export function ChainResponses({ strategy, finding, responses }: ChainResponsesProps) {
  const t = useTranslations('public.heard')
  if (responses.length === 0) return <p className="in-measure">{t('noResponseText')}</p>
  return (
    <div className="in-stack in-stack--4">
      {responses.map((response) => (
        <div key={response.id} className="in-panel in-panel--wash in-stack in-stack--3 in-chain__answer">
          {response.citationId !== null && <ToOne quotes={finding.quotes} citationId={response.citationId} />}
          <p>
            <DispositionTag disposition={response.disposition} />
          </p>
          <Paragraphs text={response.reason} />
          {response.citationId === null &&
            finding.carried.map((carried) => (
              <CarriedTo key={carried.round.slug} strategy={strategy} carried={carried} />
            ))}
          <Published response={response} finding={finding} />
        </div>
      ))}
      {awaitsChange(responses) && <p className="in-measure">{t('awaits')}</p>}
    </div>
  )
}

function Published({ response, finding }: { response: ChainResponse; finding: { writtenAt: Date } }) {
  const t = useTranslations('public.heard')
  const { day } = useDates()
  return (
    <p className="in-meta">
      {t('considered', { date: day(response.publishedAt) })}{' '}
      {answersEarlierText(finding, response) && t('earlierText')}
    </p>
  )
}

// Which of the quotes a response is to; of one whose sender is not told any more, that it is to one of them.
function ToOne({ quotes, citationId }: { quotes: readonly ShownQuote[]; citationId: string }) {
  const t = useTranslations('public')
  const quote = quotes.find(({ key }) => key === citationId)
  const name = quote?.sender && (quote.sender.name ?? t(senderKindKey(quote.sender.kind)))
  const words = quote?.state === 'shown' && quote.mode === 'quote' ? quote.words : null
  return (
    <p className="in-meta">
      {name ? t('heard.toOne', { name }) : t('heard.toOneUnnamed')}
      {words && (
        <>
          : <span lang={quote?.lang}>«{words}»</span>
        </>
      )}
    </p>
  )
}

function CarriedTo({ strategy, carried }: { strategy: string; carried: Carried }) {
  const t = useTranslations('public.heard.carried')
  const locale = useLocale()
  const { round, as, title, position } = carried
  const href = pathIn(locale, roundPath(strategy, round.slug))
  return (
    <p>
      {t.rich(as, {
        ...{ number: round.number, position: position ?? 0 },
        link: (chunks) => <a href={href}>{chunks}</a>,
        title: () => <Localised text={title} />,
      })}
    </p>
  )
}

/** A text of ours in the reader's language, its paragraphs apart. */
export function Paragraphs({ text }: { text: LocalisedText }) {
  const { text: words, lang, fallback } = pick(text, useLocale())
  return words
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => (
      <p key={paragraph} lang={fallback ? lang : undefined} className="in-prelines">
        {paragraph}
      </p>
    ))
}
