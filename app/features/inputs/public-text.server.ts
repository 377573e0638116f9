import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { QuestionKind } from '#app/features/questionnaires/question.ts'
import { decisionRefusal } from '#app/features/strategies/policy.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import {
  answers,
  inputMasks,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  publicAnswers,
  questions,
} from '#db/schema/index.ts'
import { publicPart } from './answer-rows.ts'
import { publicBody } from './masked-body.ts'
import { publicText } from './masking.ts'
import { withdrawnAtOf } from './taken-back.server.ts'

// The public text of a version is made from its frozen answers and the masks that stand, whenever one of the two
// questions has a new answer: what is masked, and whether the version is for the public to read.

/** A version whose input is held against every other change. */
export type HeldVersion = Awaited<ReturnType<typeof holdVersions>>[number]

/** Holds the inputs of these versions until the transaction ends, in one order for all who hold several. */
export function holdVersions(tx: Transaction, versionIds: readonly string[], roundId?: string) {
  return tx
    .select({
      ...{ id: inputVersions.id, strategyId: inputs.strategyId, inputId: inputs.id },
      ...{ lang: inputVersions.lang, withdrawnAt: withdrawnAtOf(inputVersions.id) },
    })
    .from(inputVersions)
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .where(
      and(
        inArray(inputVersions.id, [...versionIds]),
        roundId ? eq(inputVersions.roundId, roundId) : undefined,
      ),
    )
    .orderBy(asc(inputs.id), asc(inputVersions.id))
    .limit(versionIds.length)
    .for('update', { of: inputs })
}

/** One version held, for somebody who decides what the public reads of it. */
export async function holdVersion(tx: Transaction, actor: Actor, versionId: string) {
  const [version] = await holdVersions(tx, [versionId])
  if (!version) return refuse('not-found')
  const refusal = decisionRefusal(actor, version.strategyId)
  return refusal ? refuse(refusal) : version
}

/** Which of these versions are withheld. To be asked after they are held. */
export async function withheldAmong(tx: Transaction, versionIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ versionId: inputWithholdings.versionId })
    .from(inputWithholdings)
    .where(and(inArray(inputWithholdings.versionId, [...versionIds]), isNull(inputWithholdings.liftedAt)))
    .limit(versionIds.length)
  return new Set(rows.map(({ versionId }) => versionId))
}

/** The masks that stand on a version. */
export function standingMasks(tx: Transaction, versionId: string) {
  return tx
    .select({
      ...{ id: inputMasks.id, answerId: inputMasks.answerId, legalBasis: inputMasks.legalBasis },
      ...{ startCp: inputMasks.startCp, endCp: inputMasks.endCp },
    })
    .from(inputMasks)
    .where(and(eq(inputMasks.versionId, versionId), isNull(inputMasks.removedAt)))
    .orderBy(asc(inputMasks.answerId), asc(inputMasks.startCp))
    .limit(MOST_ROWS)
}

// Far more than a version can hold: an answer per question and a bounded number of masks on each.
const MOST_ROWS = 100_000

/** Makes the stored public text of a held version anew. Gives whether the version is there for the public to read. */
export async function remakePublicText(tx: Transaction, version: HeldVersion): Promise<boolean> {
  await clearPublicText(tx, version.id)
  if (version.withdrawnAt || (await withheldAmong(tx, [version.id])).size > 0) return false
  if ((await tx.$count(inputPublications, eq(inputPublications.versionId, version.id))) === 0) return false
  const frozen = await tx
    .select({ answer: answers, kind: sql<QuestionKind | null>`${questions.kind}` })
    .from(answers)
    .leftJoin(questions, eq(questions.id, answers.questionId))
    // What stands in a file is for staff; the file itself is decided on by itself.
    .where(and(eq(answers.versionId, version.id), isNull(answers.attachmentId)))
    .limit(MOST_ROWS)
  const masks = await standingMasks(tx, version.id)
  const rows = frozen.flatMap(({ kind, answer: { id: answerId, body, canonicalText, ...row } }) => {
    const part = publicPart(kind, { body: body as RichTextDoc | null, ...row })
    if (part === null) return []
    const own = masks.filter((mask) => mask.answerId === answerId)
    const shown = canonicalText === null ? null : publicText(canonicalText, own, version.lang)
    return {
      ...{ versionId: version.id, answerId, strategyId: version.strategyId, ...part },
      body: body && publicBody(body as RichTextDoc, own, version.lang),
      ...{ text: shown?.text ?? null, masks: shown?.masks ?? [] },
    }
  })
  if (rows.length > 0) await tx.insert(publicAnswers).values(rows)
  return true
}

/** Takes the stored public text of a version away. */
export async function clearPublicText(tx: Transaction, versionId: string): Promise<void> {
  await tx.delete(publicAnswers).where(eq(publicAnswers.versionId, versionId))
}
