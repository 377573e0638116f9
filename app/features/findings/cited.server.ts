import { asc, eq, inArray, sql } from 'drizzle-orm'
import { publicSender } from '#app/features/inputs/published.server.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { withdrawnAtOf } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import type { Reading, Transaction } from '#app/platform/database.server.ts'
import {
  answers,
  citations,
  inputPublications,
  inputs,
  inputVersions,
  publicAnswers,
} from '#db/schema/index.ts'
import type { CheckedCitation } from './checks.ts'

const mostCitations = 3000

/** What these findings cite, with the whole answers and what anyone may read of them now; by finding, in their order. */
export async function listCited(reading: Reading, findingIds: readonly string[]) {
  if (findingIds.length === 0) return []
  const rows = await reading
    .select({
      ...{ id: citations.id, findingId: citations.findingId, number: citations.number },
      mode: sql<'quote' | 'paraphrase'>`${citations.mode}`,
      ...{ quote: citations.quote, startCp: citations.startCp, endCp: citations.endCp },
      ...{ answerId: citations.answerId, versionId: citations.versionId, sourceHash: citations.sourceHash },
      ...{ inputId: inputs.id, versionNumber: inputVersions.number },
      ...{
        senderName: inputVersions.senderName,
        senderKind: inputVersions.senderKind,
        publicName: publicSender,
      },
      ...{ lang: inputVersions.lang, said: saidTo(citations.answerId) },
      withdrawnAt: withdrawnAtOf(citations.versionId),
      ...{ publishedAt: inputPublications.publishedAt, withheld: isWithheld(citations.versionId) },
      ...{ canonical: answers.canonicalText, publicText: publicAnswers.text, masks: publicAnswers.masks },
    })
    .from(citations)
    .innerJoin(answers, eq(answers.id, citations.answerId))
    .innerJoin(inputVersions, eq(inputVersions.id, citations.versionId))
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .leftJoin(inputPublications, eq(inputPublications.versionId, citations.versionId))
    .leftJoin(publicAnswers, eq(publicAnswers.answerId, citations.answerId))
    .where(inArray(citations.findingId, [...findingIds]))
    .orderBy(asc(citations.findingId), asc(citations.position), asc(citations.id))
    .limit(mostCitations)
  return rows.map(({ canonical, ...row }) => ({ ...row, canonical: canonical ?? '' }))
}

export type CitedRow = Awaited<ReturnType<typeof listCited>>[number]

/** A citation as the checks see it. `shown`: whether its round lets inputs be seen. */
export function checkedCitation(row: CitedRow, shown: boolean): CheckedCitation {
  const { number, mode, quote, startCp, endCp, canonical, publicText, masks } = row
  const readable = shown && row.publishedAt && !row.withheld && publicText !== null
  const source = row.withdrawnAt
    ? 'withdrawn'
    : readable
      ? { text: publicText, masks: masks ?? [] }
      : 'not-public'
  return { number, mode, quote, startCp, endCp, canonical, source }
}

/** The inputs that a finding quotes are held, so that none is withdrawn, withheld or masked until the transaction ends. */
export async function holdCited(tx: Transaction, findingId: string) {
  await tx
    .select({ id: inputs.id })
    .from(citations)
    .innerJoin(inputVersions, eq(inputVersions.id, citations.versionId))
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .where(eq(citations.findingId, findingId))
    .orderBy(inputs.id)
    .for('share', { of: inputs })
}
