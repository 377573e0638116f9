import { Fragment } from 'react'
import { useTranslations } from 'use-intl/react'
import { useBecause } from '#app/features/inputs/components/because.tsx'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { Quote } from '#app/ui/quote.tsx'
import {
  aloneIn,
  type Block,
  countWords,
  markerOf,
  type Part,
  type ShownCount,
  type TextQuote,
} from '../finding-text.ts'

type FindingTextProps = {
  blocks: readonly Block[]
  /** By the number the text calls them. One the text names and that is not here stands as its mark. */
  quotes: Readonly<Record<number, TextQuote>>
  counts: Readonly<Record<number, ShownCount>>
  /** What the headings of the text are; 2 on a page of its own. */
  level?: 2 | 3 | 4
}

/** A finding as it is read: the words, with the quotes, senders and numbers in the places of their marks. */
export function FindingText({ blocks, quotes, counts, level = 2 }: FindingTextProps) {
  const Heading = `h${level}` as const
  return blocks.map((block, place) => {
    const key = `${place}`
    if (block.kind === 'heading') return <Heading key={key}>{block.words}</Heading>
    const alone = aloneIn(block.parts)
    const quote = alone === null ? undefined : quotes[alone]
    if (quote?.state === 'shown' && quote.mode === 'quote') return <QuoteBlock key={key} quote={quote} />
    return (
      <Fragment key={key}>
        <p>
          {block.parts.map((part, at) => (
            <Piece key={`${key} ${String(at)}`} part={part} quotes={quotes} counts={counts} />
          ))}
        </p>
        <MovedCounts parts={block.parts} counts={counts} />
      </Fragment>
    )
  })
}

type PieceProps = Pick<FindingTextProps, 'quotes' | 'counts'> & { part: Part }

function Piece({ part, quotes, counts }: PieceProps) {
  if (part.kind === 'words') return part.words
  if (part.kind === 'count') {
    const count = counts[part.number]
    if (!count) return <code>{markerOf('count', part.number)}</code>
    return count.href ? <a href={count.href}>{countWords(count)}</a> : countWords(count)
  }
  const quote = quotes[part.number]
  return quote ? <QuoteInline quote={quote} /> : <code>{markerOf('citation', part.number)}</code>
}

function QuoteBlock({ quote }: { quote: TextQuote }) {
  const t = useTranslations('public')
  const because = useBecause()
  const name = useSenderName(quote)
  return (
    <>
      <Quote
        lang={quote.lang}
        sender={<>{name}.</>}
        {...(quote.href && { link: { href: quote.href, label: t('finding.whole') } })}
      >
        «{quote.words}»
      </Quote>
      {quote.bases.map((basis) => (
        <p key={basis} className="in-meta">
          {t('masked.inQuote', { because: because(basis) })}
        </p>
      ))}
    </>
  )
}

function QuoteInline({ quote }: { quote: TextQuote }) {
  const t = useTranslations('public')
  const because = useBecause()
  const name = useSenderName(quote)
  const { href, state } = quote
  const linked = href ? <a href={href}>{name}</a> : name
  const laws = [...new Set(quote.bases.map(because))].join(', ')
  if (state === 'shown' && quote.mode === 'paraphrase') return <>({linked})</>
  if (state === 'shown')
    return (
      <>
        <span lang={quote.lang}>«{quote.words}»</span> ({linked}
        {laws && `. ${t('masked.inQuote', { because: laws })}`})
      </>
    )
  if (state === 'masked')
    return (
      <>
        ({linked}. {t('findingText.masked', { because: laws })})
      </>
    )
  if (state === 'withheld') return <>({t('masked.quoteWithheld', { because: laws })})</>
  return state === 'withdrawn' ? (
    <>
      ({linked}. {t(quote.mode === 'quote' ? 'findingText.withdrawn' : 'findingText.inputWithdrawn')})
    </>
  ) : (
    <>({t('finding.gone')})</>
  )
}

function useSenderName({ sender }: TextQuote): string {
  const t = useTranslations('public')
  return sender ? (sender.name ?? t(senderKindKey(sender.kind))) : t('findingText.input')
}

/** The numbers of a paragraph that are others today than when they were published. */
function MovedCounts({ parts, counts }: Pick<FindingTextProps, 'counts'> & { parts: readonly Part[] }) {
  const t = useTranslations('public.findingText')
  const moved = parts.flatMap((part) => {
    const count = part.kind === 'count' ? counts[part.number] : undefined
    return part.kind === 'count' && count?.moved ? [{ ...count, number: part.number, now: count.moved }] : []
  })
  return [...new Map(moved.map((count) => [count.number, count])).values()].map((count) => (
    <p key={count.number} className="in-meta">
      {t('moved', { was: countWords(count), now: countWords(count.now) })}
    </p>
  ))
}
