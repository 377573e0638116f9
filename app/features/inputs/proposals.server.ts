import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { answers, inputMasks, inputVersions } from '#db/schema/index.ts'
import { proposalsIn } from './desk-proposals.ts'
import type { MaskRange } from './masking.ts'

/** How many characters of answers are looked through for one page of a list, some two hundred pages of text. */
const MOST_LOOKED_THROUGH = 500_000

/** How many stretches of a version somebody should look at; null when it was not looked through for this page. */
export type ProposalCounts = ReadonlyMap<string, number | null>

/**
 * Counts what the rules would propose to mask in each of these versions, beside what is masked. Versions beyond what
 * one page may take are not looked through, which is not the same as nothing to look at. For staff of the strategy.
 */
export async function countProposals(versionIds: readonly string[]): Promise<ProposalCounts> {
  if (versionIds.length === 0) return new Map()
  const { db } = database()
  const ids = [...new Set(versionIds)]
  // A version is looked through whole or not at all: its texts count where it comes in the row, smallest first.
  const texts = db
    .select({
      versionId: answers.versionId,
      characters: sql<number>`sum(length(${answers.canonicalText}))`.as('characters'),
    })
    .from(answers)
    .where(and(inArray(answers.versionId, ids), forThePublic))
    .groupBy(answers.versionId)
    .as('texts')
  const running = db
    .select({
      versionId: texts.versionId,
      upTo: sql<number>`sum(${texts.characters}) over (order by ${texts.characters}, ${texts.versionId})`.as(
        'up_to',
      ),
    })
    .from(texts)
    .as('running')
  // One question: texts beyond what is looked through come without their words, and each with the masks on it.
  const rows = await db
    .select({
      ...{ id: answers.id, versionId: answers.versionId },
      text: sql<
        string | null
      >`case when ${running.upTo} <= ${MOST_LOOKED_THROUGH} then ${answers.canonicalText} end`,
      ...{ lang: inputVersions.lang, name: inputVersions.senderName, kind: inputVersions.senderKind },
      naming: inputVersions.naming,
      masked: sql<MaskRange[]>`(select coalesce(json_agg(json_build_object('answerId', m.answer_id,
        'startCp', m.start_cp, 'endCp', m.end_cp)), '[]') from ${inputMasks} m
        where m.version_id = ${answers.versionId} and m.answer_id = ${answers.id} and m.removed_at is null)`,
    })
    .from(answers)
    .innerJoin(running, eq(running.versionId, answers.versionId))
    .innerJoin(inputVersions, eq(inputVersions.id, answers.versionId))
    .where(forThePublic)
    .orderBy(asc(answers.versionId))
    .limit(MOST_ROWS)
  const counted = new Map<string, number | null>(ids.map((id) => [id, 0]))
  for (const { masked, ...row } of rows) {
    const known = row.kind === 'person' && row.naming !== 'named' ? [] : [row.name]
    const found = proposalsIn([row], row.lang, known, masked)
    const before = counted.get(row.versionId) ?? 0
    counted.set(row.versionId, row.text === null ? null : before + found.length)
  }
  return counted
}

const MOST_ROWS = 20_000

// Texts of files are read by staff only, so nothing in them waits for a mask.
const forThePublic = and(isNotNull(answers.canonicalText), isNull(answers.attachmentId))
