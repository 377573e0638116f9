import { elementId } from '#app/features/documents/paragraph.ts'
import type { FindingCard } from '#app/features/findings/published.server.ts'
import type { ShownQuote } from '#app/features/findings/published-quotes.server.ts'
import type { SaidTo as Said } from '#app/features/inputs/said-to.ts'
import type { ChainFinding, chainOfFinding } from '#app/features/responses/chain.server.ts'
import type { ChainPlace, ChainResponse } from '#app/features/responses/chain.ts'
import type { ChainPassage } from '#app/features/responses/chain-passages.server.ts'
import { documentPath, findingPath, inputPath, numberPath } from '#app/features/strategies/address.ts'
import type { ApiAddresses } from './api-address.ts'
import { paragraphOf } from './api-input.ts'
import type { Paging } from './api-list.ts'
import type { Answer, SaidTo } from './api-schema.ts'
import type { Finding, FindingSummary } from './api-schema-finding.ts'
import { iso, told } from './api-values.ts'

type Told = Answer<typeof Finding>
type Chain = NonNullable<Awaited<ReturnType<typeof chainOfFinding>>>
type Place = { strategy: { slug: string }; slug: string }

const readableNow = ({ state }: ShownQuote) => state === 'shown' || state === 'masked'

const headOf = (finding: ChainFinding<FindingCard>) => ({
  ...{ slug: finding.slug, title: finding.title, text: finding.text },
  ...{ writtenAt: iso(finding.writtenAt), publishedAt: iso(finding.publishedAt) },
  theme: finding.theme && { code: finding.theme.code, title: finding.theme.title },
  question: finding.question && { number: finding.question.position, title: finding.question.title },
  ...{ quotes: finding.quotes.filter(readableNow).length, inputs: finding.inputs, of: finding.of },
})

/** A finding as a list names it. */
export function findingSummary(
  round: Place,
  finding: ChainFinding<FindingCard>,
  at: ApiAddresses,
): Answer<typeof FindingSummary> {
  const [strategy, { slug }] = [round.strategy.slug, round]
  return {
    ...headOf(finding),
    dispositions: [...new Set(finding.responses.map(({ disposition }) => disposition))],
    self: at.finding(strategy, slug, finding.slug),
    pages: at.pages(findingPath(strategy, slug, finding.slug)),
  }
}

/** A finding with its whole chain, and one page of the passages behind it. */
export function findingAnswer(
  round: Place,
  { finding, behind }: Chain,
  paging: Paging,
  at: ApiAddresses,
): Told {
  const [strategy, { slug }] = [round.strategy.slug, round]
  const numbered = new Map(finding.quotes.map(({ key, number }) => [key, number]))
  return {
    ...told(at.finding(strategy, slug, finding.slug), at.pages(findingPath(strategy, slug, finding.slug))),
    ...headOf(finding),
    round: at.round(strategy, slug),
    citations: finding.quotes.map((quote) => citation(strategy, quote, at)),
    numbers: finding.counts.map(({ number, count, of, moved }) => ({
      ...{ number, count, of, since: moved ? { count: moved.count, of: moved.of } : null },
      pages: at.pages(numberPath(strategy, slug, finding.slug, number)),
    })),
    responses: finding.responses.map((response) => responseTold(response, numbered, at)),
    carriedForward: finding.carried.map(({ round: later, as, title }) => ({
      ...{ round: at.round(strategy, later.slug), as, title },
    })),
    passages: { ...paging, items: behind.passages.map((passage) => passageTold(strategy, passage, at)) },
  }
}

const senderTold = ({ kind, name }: { kind: string; name: string | null }) => ({ kind, name })

function citation(strategy: string, quote: ShownQuote, at: ApiAddresses): Told['citations'][number] {
  const { number, mode, state, lang, sender, said, input } = quote
  const anchor = quote.state === 'shown' || quote.state === 'masked' ? quote.anchor : ''
  return {
    ...{ number, mode, state, lang },
    words: quote.state === 'shown' ? quote.words : null,
    legalBases:
      quote.state === 'shown'
        ? quote.masked
        : quote.state === 'masked'
          ? quote.bases
          : quote.state === 'withheld'
            ? [quote.basis]
            : [],
    // Of what can no longer be read, data says no more than that.
    sender: readableNow(quote) && sender ? senderTold(sender) : null,
    saidTo: readableNow(quote) && said ? saidTold(said) : null,
    input: input && inputPlace(strategy, input, anchor, at),
  }
}

function passageTold(
  strategy: string,
  passage: ChainPassage,
  at: ApiAddresses,
): Told['passages']['items'][number] {
  const { id, cited, words, lang, masked, sender, said, input, anchor } = passage
  return {
    ...{ id, cited, words, lang, legalBases: masked, sender: senderTold(sender), saidTo: saidTold(said) },
    input: inputPlace(strategy, input, anchor, at),
  }
}

const inputPlace = (
  strategy: string,
  { id, round }: { id: string; round: string },
  anchor: string,
  at: ApiAddresses,
) => ({
  ...{ self: at.input(strategy, round, id), pages: at.pages(inputPath(strategy, round, id), anchor) },
})

function saidTold(said: Said): Answer<typeof SaidTo> {
  if (said.kind === 'question') return { kind: said.kind, position: said.position, title: said.title }
  if (said.kind === 'attachment') return { kind: said.kind, name: said.name }
  return { kind: said.kind, paragraph: paragraphOf(said), stance: said.stance, quote: said.quote }
}

function responseTold(
  { disposition, reason, publishedAt, citationId, changes }: ChainResponse,
  numbered: ReadonlyMap<string, number>,
  at: ApiAddresses,
): Told['responses'][number] {
  return {
    ...{ disposition, reason, publishedAt: iso(publishedAt) },
    citation: citationId === null ? null : (numbered.get(citationId) ?? null),
    changes: changes.map(({ kind, before, after, version, note }) => ({
      ...{ kind, before: before && placeTold(before, at), after: after && placeTold(after, at) },
      ...{ version: version?.number ?? null, note },
    })),
  }
}

function placeTold({ strategy, document, version, anchor, text }: ChainPlace, at: ApiAddresses) {
  const { slug, title } = document
  return {
    paragraph: { document: slug, version: version.number, anchor },
    ...{ title, text, self: at.version(strategy, slug, version.number) },
    pages: at.pages(documentPath(strategy, slug, version.number), elementId(anchor)),
  }
}
