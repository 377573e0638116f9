import { codePointSlice } from '#app/features/analysis/passage.ts'
import type { Locale } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import type { CheckedCount } from './checks.ts'
import type { StandingCitation } from './components/citation-list.tsx'
import type { FindingCount } from './components/finding-counts.tsx'
import { markersIn, type ShownCount, type TextQuote } from './finding-text.ts'
import { negationBeside } from './negation.ts'
import type { FoundFinding } from './queries.server.ts'
import { verifyQuote } from './quote.ts'

type Cited = FoundFinding['citations'][number]

const readAt = ({ inputId, versionNumber }: Cited) => `/workbench/inputs/${inputId}?version=${versionNumber}`

/** The citations of a finding as those who write it see them: beside the source where their words can turn what it says. */
export function standingCitations({ finding, citations }: FoundFinding): StandingCitation[] {
  const standing = new Set(markersIn(Object.values(finding.text).join('\n\n')).citations)
  return citations.map((cited): StandingCitation => {
    const { id, number, mode, quote, lang, senderName, said, canonical, startCp, endCp } = cited
    const source = codePointSlice(canonical, startCp, endCp)
    const check = mode === 'quote' ? verifyQuote(quote, source) : null
    const turned = check && 'jumpsOverNegation' in check ? check : null
    return {
      ...{ id, number, mode, quote, lang, senderName, said, href: readAt(cited) },
      problem:
        cited.problem === 'quote-not-public' && cited.withheld ? 'withheld' : quoteProblem(cited.problem),
      form: turned && { kind: turned.kind, source, jumps: turned.jumpsOverNegation },
      beside: mode === 'quote' && negationBeside(canonical, startCp, endCp),
      inText: standing.has(number),
    }
  })
}

const QUOTE_PROBLEMS = ['quote-not-public', 'quote-withdrawn', 'quote-masked', 'quote-not-verbatim'] as const

const quoteProblem = (problem: Cited['problem']) => QUOTE_PROBLEMS.find((one) => one === problem) ?? null

/** The quotes as a preview draws them: with the words staff may read, and the names the public will see. */
export function previewQuotes({ citations }: FoundFinding): Record<number, TextQuote> {
  return Object.fromEntries(
    citations.map((cited): [number, TextQuote] => [
      cited.number,
      {
        ...{ mode: cited.mode, lang: cited.lang, words: cited.quote, bases: [], href: readAt(cited) },
        state: cited.problem === 'quote-withdrawn' ? 'withdrawn' : 'shown',
        sender: { name: cited.publicName, kind: cited.senderKind },
      },
    ]),
  )
}

/** The counts as a preview draws them: what they are now, or were when somebody last saw them. */
export function previewCounts(counts: readonly CheckedCount[], href: string): Record<number, ShownCount> {
  return Object.fromEntries(
    counts.map(({ number, live, seen }) => [number, { ...(live ?? seen), href, moved: null }]),
  )
}

/** The counts of a finding with what they are of, and whether the text has them. */
export function standingCounts({ finding, counts }: FoundFinding, locale: Locale): FindingCount[] {
  const standing = new Set(markersIn(Object.values(finding.text).join('\n\n')).counts)
  return counts.map(({ number, seen, live, label, merged }) => ({
    ...{ number, seen, live, inText: standing.has(number), label: pick(label, locale).text },
    merged: merged && pick(merged, locale).text,
  }))
}
