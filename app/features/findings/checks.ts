import { codePointSlice } from '#app/features/analysis/passage.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { aloneIn, type Block, blocksOf, markersIn, type Part } from './finding-text.ts'
import { isMasked, maskedQuote, type PlacedQuote, type PublicSource } from './masked-quote.ts'
import type { QuantityProblem } from './quantity-words.ts'
import { isVerbatim, verifyQuote } from './quote.ts'

/** Everything that can be wrong with a finding. Saving tells of it, approval and publication refuse for it. */
export const PROBLEM_KINDS = [
  'no-text',
  'claim-without-source',
  'marker-unknown',
  'quote-not-public',
  'quote-withdrawn',
  'quote-masked',
  'quote-not-verbatim',
  'count-stale',
  'count-gone',
  'word-without-count',
  'word-off',
] as const

export type ProblemKind = (typeof PROBLEM_KINDS)[number]

/** The written forms a finding is written in. */
export const WRITTEN_FORMS = ['nb', 'nn'] as const
export type WrittenForm = (typeof WRITTEN_FORMS)[number]

/** What is wrong, in which text and which paragraph of it (from 1, headings counted), with which citation, count or word. */
export type Problem = {
  kind: ProblemKind
  lang?: WrittenForm
  paragraph?: number
  number?: number
  word?: string
}

/** A citation as the checks see it: `canonical` is the whole frozen answer, `source` what the public may read of it now. */
export type CheckedCitation = PlacedQuote & {
  number: number
  mode: string
  canonical: string
  source: PublicSource | 'not-public' | 'withdrawn'
}

/** A count as the checks see it; `live` is null where its table has that row or column no more. */
export type CheckedCount = {
  number: number
  seen: { count: number; of: number }
  live: { count: number; of: number } | null
}

export type CheckedFinding = {
  text: LocalisedText
  citations: readonly CheckedCitation[]
  counts: readonly CheckedCount[]
  /** The words of quantity of one paragraph, judged by the strategy's bands. */
  quantity: (parts: readonly Part[], lang: WrittenForm) => readonly QuantityProblem[]
}

/** What stands in the way of a finding's being approved or published, in the order it is read. */
export function problemsOf({ text, citations, counts, quantity }: CheckedFinding): Problem[] {
  const ofCitation = new Map(citations.map((one) => [one.number, citationProblem(one)]))
  const ofCount = new Map(counts.map((one) => [one.number, countProblem(one)]))
  const written = WRITTEN_FORMS.flatMap((lang) => {
    const blocks = blocksOf(text[lang] ?? '')
    return blocks.length > 0 ? [{ lang, blocks }] : []
  })
  if (written.length === 0) return [{ kind: 'no-text' }]
  return written.flatMap(({ lang, blocks }): Problem[] => {
    const found = blocks.flatMap((block, at) =>
      blockProblems(block, blocks[at + 1]).map((problem) => ({ ...problem, lang, paragraph: at + 1 })),
    )
    const says = blocks.some(({ kind }) => kind === 'claim')
    return says ? found : [{ kind: 'no-text', lang }, ...found]

    function blockProblems(block: Block, next: Block | undefined): Problem[] {
      if (block.kind === 'heading') {
        const { citations: quoted, counts: counted } = markersIn(block.words)
        return [...quoted, ...counted].map((number) => ({ kind: 'marker-unknown', number }))
      }
      const words = quantity(block.parts, lang)
      const sources = leadsInto(block.parts, next) ? [] : sourceProblems(block.parts, ofCitation, ofCount)
      return [...sources, ...words]
    }
  })
}

/** Whether words end in a colon and the citation they announce is all of the next paragraph: that is their source. */
function leadsInto(parts: readonly Part[], next: Block | undefined): boolean {
  const last = parts.at(-1)
  const announces = parts.length === 1 && last?.kind === 'words' && last.words.trimEnd().endsWith(':')
  return announces && next?.kind === 'claim' && aloneIn(next.parts) !== null
}

type ByNumber = ReadonlyMap<number, ProblemKind | null>

function sourceProblems(parts: readonly Part[], citations: ByNumber, counts: ByNumber): Problem[] {
  const marks = parts.filter((part) => part.kind !== 'words')
  if (marks.length === 0) return [{ kind: 'claim-without-source' }]
  const seen = new Set<number>()
  return marks.flatMap(({ kind, number }): Problem[] => {
    if (seen.has(number)) return []
    seen.add(number)
    const problem = (kind === 'citation' ? citations : counts).get(number)
    if (problem === undefined) return [{ kind: 'marker-unknown', number }]
    return problem ? [{ kind: problem, number }] : []
  })
}

/**
 * What is wrong with one citation now. A quote is verbatim at the place it is said to stand, and in the text anyone may
 * read; nothing in it is masked. A paraphrase shows no words, so it falls only where nothing of its passage may be read.
 */
export function citationProblem(citation: CheckedCitation): ProblemKind | null {
  const { quote, startCp, endCp, canonical, source, mode } = citation
  if (source === 'withdrawn') return 'quote-withdrawn'
  if (source === 'not-public') return 'quote-not-public'
  if (mode === 'paraphrase') {
    const left = maskedQuote({ quote, startCp, endCp }, source)
    return left && left.words === null ? 'quote-masked' : null
  }
  if (isMasked(citation, source)) return 'quote-masked'
  const stretch = codePointSlice(canonical, startCp, endCp)
  const there = verifyQuote(quote, stretch)
  const whole = isVerbatim(there) && there.startCp === 0 && there.endCp === endCp - startCp
  return whole && isVerbatim(verifyQuote(quote, source.text)) ? null : 'quote-not-verbatim'
}

function countProblem({ seen, live }: CheckedCount): ProblemKind | null {
  if (!live) return 'count-gone'
  return live.count === seen.count && live.of === seen.of ? null : 'count-stale'
}
