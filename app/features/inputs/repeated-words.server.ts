import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { answers, inputMasks, inputVersions } from '#db/schema/index.ts'
import { maskedWords, standsOpen } from './repeated-words.ts'

const MOST_ROWS = 2_000

/**
 * The versions of an input, by number, in which words stand open that are masked in the one given: itself, where it says
 * them more than once, and those it replaced or that replace it, for the public reads every version that is published.
 */
export async function versionsRepeating(versionId: string, inputId: string): Promise<number[]> {
  const { db } = database()
  const masks = await db
    .select({ answerId: inputMasks.answerId, startCp: inputMasks.startCp, endCp: inputMasks.endCp })
    .from(inputMasks)
    .innerJoin(inputVersions, eq(inputVersions.id, inputMasks.versionId))
    .where(and(eq(inputVersions.inputId, inputId), isNull(inputMasks.removedAt)))
    .limit(MOST_ROWS)
  if (masks.length === 0) return []
  const texts = await db
    .select({
      ...{ answerId: answers.id, text: answers.canonicalText },
      ...{ versionId: inputVersions.id, number: inputVersions.number },
    })
    .from(answers)
    .innerJoin(inputVersions, eq(inputVersions.id, answers.versionId))
    .where(
      and(eq(inputVersions.inputId, inputId), isNotNull(answers.canonicalText), isNull(answers.attachmentId)),
    )
    .orderBy(asc(inputVersions.number))
    .limit(MOST_ROWS)
  const on = (id: string) => masks.filter(({ answerId }) => answerId === id)
  const words = texts
    .filter((row) => row.versionId === versionId)
    .flatMap(({ answerId, text }) => maskedWords(text ?? '', on(answerId)))
  const open = texts.filter(({ answerId, text }) => standsOpen(text ?? '', on(answerId), words))
  return [...new Set(open.map(({ number }) => number))]
}
