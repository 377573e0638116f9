import { and, asc, count, eq, exists, isNull, not, type SQL, sql } from 'drizzle-orm'
import { themesOf } from '#app/features/analysis/theme-line.server.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { withdrawnAtOf } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { database } from '#app/platform/database.server.ts'
import {
  answers,
  citations,
  inputPublications,
  inputs,
  inputVersions,
  passages,
  taggings,
} from '#db/schema/index.ts'
import type { Subject } from './finding.ts'

const source = {
  ...{ passageId: passages.id, text: passages.text, lang: passages.lang },
  ...{ inputId: inputs.id, senderName: inputVersions.senderName, said: saidTo(passages.answerId) },
  withdrawnAt: withdrawnAtOf(passages.versionId),
  published: sql<boolean>`${inputPublications.versionId} is not null and not ${isWithheld(passages.versionId)}`,
}

const sources = <More extends Record<string, SQL<unknown>>>(more: More) =>
  database()
    .db.select({ ...source, ...more })
    .from(passages)
    .innerJoin(answers, eq(answers.id, passages.answerId))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(inputs, eq(inputs.id, passages.inputId))
    .leftJoin(inputPublications, eq(inputPublications.versionId, passages.versionId))
    .$dynamic()

/** A passage of the round that may be cited. */
export async function findSource(roundId: string, passageId: string) {
  const [found] = await sources({}).where(
    and(eq(passages.id, passageId), eq(passages.roundId, roundId), isNull(passages.supersededAt)),
  )
  return found ?? null
}

/**
 * One page of the round's passages on what a finding is about: tagged with its theme, with one that became part of it or
 * lies under it, or answering its question. Those it does not cite yet come first: they are the queue.
 */
export async function listAbout(
  roundId: string,
  finding: Subject & { id: string },
  { page, size }: { page: number; size: number },
) {
  const { db } = database()
  const { themeId, questionId } = finding
  const tagged = db
    .select({ one: sql`1` })
    .from(taggings)
    .where(
      and(
        eq(taggings.passageId, passages.id),
        sql`${taggings.themeId} in (${themesOf(sql`${themeId}::uuid`)})`,
        isNull(taggings.removedAt),
      ),
    )
  const about = themeId ? exists(tagged) : eq(answers.questionId, questionId ?? '')
  const here = and(eq(passages.roundId, roundId), isNull(passages.supersededAt), about)
  const cited = exists(
    db
      .select({ one: sql`1` })
      .from(citations)
      .where(
        sql`${citations.findingId} = ${finding.id} and ${citations.answerId} = ${passages.answerId}
          and ${citations.startCp} < ${passages.endCp} and ${citations.endCp} > ${passages.startCp}`,
      ),
  )
  const [rows, [counted]] = await Promise.all([
    sources({ cited: sql<boolean>`${cited}` })
      .where(here)
      .orderBy(
        ...[sql`${cited}`, asc(inputVersions.senderName), asc(passages.inputId)],
        ...[asc(passages.position), asc(passages.startCp)],
      )
      .limit(size)
      .offset((page - 1) * size),
    db
      .select({ total: count(), left: sql`count(*) filter (where ${not(cited)})`.mapWith(Number) })
      .from(passages)
      .innerJoin(answers, eq(answers.id, passages.answerId))
      .where(here),
  ])
  return { rows, total: counted?.total ?? 0, left: counted?.left ?? 0 }
}
