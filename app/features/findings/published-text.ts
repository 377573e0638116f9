import { type Locale, pathIn } from '../../platform/locale.ts'
import { findingPath, inputPath, numberPath } from '../strategies/address.ts'
import { aloneIn, type Block, blocksOf, markersIn, type ShownCount, type TextQuote } from './finding-text.ts'
import type { FrozenCount } from './published.server.ts'
import type { ShownQuote } from './published-quotes.server.ts'

type Place = { strategy: string; locale: Locale }

/** A quote as a text of the strategy draws it. */
export function textQuote(quote: ShownQuote, { strategy, locale }: Place): TextQuote {
  const { mode, state, lang, sender, input } = quote
  const page = input && pathIn(locale, inputPath(strategy, input.round, input.id))
  const readable = state === 'shown' || state === 'masked'
  return {
    ...{ mode, state, lang, sender },
    words: state === 'shown' ? quote.words : null,
    bases: state === 'shown' ? quote.masked : state === 'masked' ? quote.bases : basisOf(quote),
    href: page && (readable ? `${page}#${quote.anchor}` : page),
  }
}

const basisOf = (quote: ShownQuote) => (quote.state === 'withheld' ? [quote.basis] : [])

/** The quotes of a finding by the number its text calls them. */
export const textQuotes = (quotes: readonly ShownQuote[], place: Place): Record<number, TextQuote> =>
  Object.fromEntries(quotes.map((quote) => [quote.number, textQuote(quote, place)]))

/** The numbers of a finding by what its text calls them, each with the way to who is behind it. */
export const textCounts = (
  counts: readonly (FrozenCount & { moved?: ShownCount['moved'] })[],
  finding: { slug: string; round: { slug: string } },
  { strategy, locale }: Place,
): Record<number, ShownCount> =>
  Object.fromEntries(
    counts.map(({ number, count, of, moved = null }) => [
      number,
      {
        count,
        of,
        moved,
        href: pathIn(locale, numberPath(strategy, finding.round.slug, finding.slug, number)),
      },
    ]),
  )

/** The paragraph of a text that says most in short: the first that is more than a heading or a quote alone. */
export function leadOf(text: string): Block[] {
  const blocks = blocksOf(text)
  const at = blocks.findIndex(
    (block) =>
      block.kind === 'claim' && block.parts.some((part) => part.kind === 'words' && part.words.trim()),
  )
  const [saying, next] = at === -1 ? [] : blocks.slice(at, at + 2)
  if (!saying) return []
  const last = saying.kind === 'claim' ? saying.parts.at(-1) : undefined
  // What it leads up to belongs with it.
  const leadsOn = last?.kind === 'words' && last.words.trimEnd().endsWith(':')
  return leadsOn && next?.kind === 'claim' && aloneIn(next.parts) !== null ? [saying, next] : [saying]
}

/** The quotes that do not stand in a text itself, or in what is shown of it, to be listed beside it. */
export function besides(text: string | readonly Block[], quotes: readonly ShownQuote[]): ShownQuote[] {
  const standing = new Set(typeof text === 'string' ? markersIn(text).citations : citedIn(text))
  return quotes.filter(({ number }) => !standing.has(number))
}

const citedIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'claim'
      ? block.parts.flatMap((part) => (part.kind === 'citation' ? [part.number] : []))
      : [],
  )

/** Where a finding is read. */
export const findingHref = (
  finding: { slug: string; round: { slug: string } },
  { strategy, locale }: Place,
) => pathIn(locale, findingPath(strategy, finding.round.slug, finding.slug))
