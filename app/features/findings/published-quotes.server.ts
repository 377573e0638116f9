import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { namedSender } from '#app/features/inputs/listing-age.server.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { type SaidTo, saidToId } from '#app/features/inputs/said-to.ts'
import { takenBackAt } from '#app/features/inputs/taken-back.server.ts'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import {
  citations,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  publicAnswers,
  rounds,
} from '#db/schema/index.ts'
import { maskedQuote } from './masked-quote.ts'
import { isVerbatim, verifyQuote } from './quote.ts'

/**
 * A quote as its page shows it. `masked` of a shown quote: the laws by which something in it is masked.
 * `masked`: nothing of it may be read, or not without guessing. `withheld`: the whole version is kept from the public, and who sent it.
 * `withdrawn`: the sender took the input back, or staff what they had registered; then there is no sender. `gone`: the words are not public. A paraphrase has no words of its own
 * to show; what its page says is who said it and where.
 */
export type ShownQuote = {
  key: string
  /** What {s3} in the text calls it. */
  number: number
  mode: 'quote' | 'paraphrase'
  sender: { name: string | null; kind: string } | null
  lang: string
  /** What it was said to; null where nothing may be told of it. */
  said: SaidTo | null
  input: { id: string; round: string } | null
} & (
  | { state: 'shown'; words: string; anchor: string; masked: string[] }
  | { state: 'masked'; bases: string[]; anchor: string }
  | { state: 'withheld'; basis: string }
  | { state: 'withdrawn' | 'gone' }
)

/** Most citations of one finding that a page reads. */
const mostQuotes = 200

/** The citations under the published texts of some findings, by finding, in their order; one query for all. */
export async function quotesOf(findingIds: readonly string[], now: Date): Promise<Map<string, ShownQuote[]>> {
  const quotes = new Map<string, ShownQuote[]>(findingIds.map((id) => [id, []]))
  if (findingIds.length === 0) return quotes
  for (const row of await listCited(findingIds)) quotes.get(row.findingId)?.push(shownQuote(row, now))
  return quotes
}

function listCited(findingIds: readonly string[]) {
  return database()
    .db.select({
      ...{ key: citations.id, findingId: citations.findingId, number: citations.number },
      mode: sql<ShownQuote['mode']>`${citations.mode}`,
      ...{ quote: citations.quote, startCp: citations.startCp, endCp: citations.endCp },
      ...{ inputId: inputs.id, senderName: namedSender, senderKind: inputVersions.senderKind },
      ...{ lang: inputVersions.lang, version: inputVersions.number },
      said: saidTo(citations.answerId),
      ...{ publishedAt: inputPublications.publishedAt, withdrawnAt: inputs.withdrawnAt },
      takenBackAt: takenBackAt(citations.versionId),
      withheldBy: inputWithholdings.legalBasis,
      ...{ publicText: publicAnswers.text, masks: publicAnswers.masks },
      round: {
        slug: rounds.slug,
        opensAt: rounds.opensAt,
        deadlineAt: rounds.deadlineAt,
        acceptsLateUntil: rounds.acceptsLateUntil,
        closedAt: rounds.closedAt,
        inputsShown: sql<InputsShown>`${rounds.inputsShown}`,
      },
    })
    .from(citations)
    .innerJoin(inputVersions, eq(inputVersions.id, citations.versionId))
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .leftJoin(inputPublications, eq(inputPublications.versionId, citations.versionId))
    .leftJoin(publicAnswers, eq(publicAnswers.answerId, citations.answerId))
    .leftJoin(
      inputWithholdings,
      and(eq(inputWithholdings.versionId, citations.versionId), isNull(inputWithholdings.liftedAt)),
    )
    .where(and(inArray(citations.findingId, [...findingIds]), isNotNull(citations.publishedAt)))
    .orderBy(asc(citations.position), asc(citations.id))
    .limit(mostQuotes * findingIds.length)
}

// Judged anew at every view: a withdrawal or a later mask reaches findings that were published before it.
function shownQuote(row: Awaited<ReturnType<typeof listCited>>[number], now: Date): ShownQuote {
  const { key, number, mode, lang, quote, startCp, endCp, publicText } = row
  const own = { key, number, mode, lang }
  const readable = row.publishedAt !== null && publishedInputsShown(row.round, now)
  if (!readable) return { ...own, state: 'gone', sender: null, said: null, input: null }
  const sender = { name: row.senderName, kind: row.senderKind }
  const of = { ...own, sender, said: row.said, input: { id: row.inputId, round: row.round.slug } }
  if (row.withheldBy !== null)
    return { ...of, state: 'withheld', basis: row.withheldBy, sender: null, said: null }
  if (row.withdrawnAt !== null) return { ...of, state: 'withdrawn' }
  // What staff registered and took back may have been another's words: nobody is named.
  if (row.takenBackAt !== null) return { ...of, state: 'withdrawn', sender: null, said: null }
  if (publicText === null) return { ...of, state: 'gone' }
  const anchor = saidToId(row.said, row.version)
  const masked = maskedQuote({ quote, startCp, endCp }, { text: publicText, masks: row.masks ?? [] })
  if (masked)
    return masked.words === null
      ? { ...of, state: 'masked', bases: masked.bases, anchor }
      : { ...of, state: 'shown', words: masked.words, anchor, masked: masked.bases }
  if (!isVerbatim(verifyQuote(quote, publicText))) return { ...of, state: 'gone' }
  return { ...of, state: 'shown', words: quote, anchor, masked: [] }
}
