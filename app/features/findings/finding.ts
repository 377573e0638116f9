import { isVerbatim, verifyQuote } from './quote.ts'

/** A finding as the rule of publication sees it; `publicText` is null where the version quoted is not public. */
export type PublishableFinding = {
  text: string
  citations: readonly { quote: string; publicText: string | null; masked: boolean }[]
}

/** Why a finding is not published. */
export type FindingPublicationRefusal =
  | 'no-text'
  | 'no-citations'
  | 'quote-not-public'
  | 'quote-masked'
  | 'quote-not-verbatim'

/**
 * Whether a finding may be published: it says something, cites somebody, and every quote is verbatim in the public
 * text of a version anyone may read. The quotes are checked again here, whatever was said when they were saved; where
 * something within one is masked the same words may stand open elsewhere, so that is asked by place.
 */
export function publicationRefusal(finding: PublishableFinding): FindingPublicationRefusal | null {
  if (finding.text.trim() === '') return 'no-text'
  if (finding.citations.length === 0) return 'no-citations'
  for (const { quote, publicText, masked } of finding.citations) {
    if (publicText === null) return 'quote-not-public'
    if (masked) return 'quote-masked'
    if (!isVerbatim(verifyQuote(quote, publicText))) return 'quote-not-verbatim'
  }
  return null
}
