import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { isAskedOf } from '#app/features/questionnaires/asked.server.ts'
import { MOST } from '#app/features/questionnaires/question-settings.ts'
import { config } from '#app/platform/config.server.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import type { FileKind } from '#app/platform/files/file-kind.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import {
  attachments,
  draftAnswers,
  inputs,
  organisations,
  questionnaires,
  questions,
} from '#db/schema/index.ts'
import { answerToRow } from './answers.ts'
import { type AttachRefusal, attachRefusal } from './attachment.ts'
import { sealed } from './content-hash.server.ts'
import { attachmentAdded, attachmentRemoved } from './events.ts'
import { holdInput, touchDraft } from './held.server.ts'
import { mayWrite } from './policy.ts'

/** A file that is kept in the storage and is to stand in an input. */
export type KeptFile = {
  questionId: string | null
  sha256: string
  name: string
  kind: FileKind
  size: number
}

type Denied = Refused<'withdrawn'> | Refused<'not-found' | 'forbidden'>

/** Adds a file to the draft, and to the answer of its question if it has one. The same form twice adds it once. */
export function attachFile(
  actor: Actor,
  inputId: string,
  file: KeptFile,
  key: string,
): Promise<{ attachmentId: string } | Denied | Refused<AttachRefusal | 'no-such-question'>> {
  return tx(async (tx) => {
    const input = await holdToAttach(tx, actor, inputId)
    if ('refusal' in input) return input
    const { questionId, sha256, name, kind, size } = file
    return once(tx, actor.personId, keyWith(key, { questionId, sha256 }), `attach ${inputId}`, async () => {
      const refusal = await roomRefusal(tx, inputId, file)
      if (refusal) return refusal
      const at = await databaseNow(tx)
      const by = actor.personId
      const { strategyId } = input
      const [made] = await tx
        .insert(attachments)
        .values({
          ...{ strategyId, inputId, questionId, sha256, name, type: kind, size },
          ...{ uploadedAt: at, uploadedBy: by },
        })
        .returning({ id: attachments.id })
      if (!made) throw new Error('The attachment was not written')
      if (questionId !== null) await answerWithFiles(tx, { strategyId, inputId, questionId, at, by })
      await touchDraft(tx, inputId)
      await record(tx, {
        ...{ kind: attachmentAdded, actorId: by, subjectId: made.id, strategyId, at },
        data: { inputId, type: kind, size },
      })
      return { attachmentId: made.id }
    })
  })
}

/** Takes a file out of the draft. What was sent with it before keeps it. Doing it twice is the same as once. */
export function removeAttachment(
  actor: Actor,
  inputId: string,
  attachmentId: string,
  key: string,
): Promise<{ attachmentId: string } | Denied> {
  return tx(async (tx) => {
    const input = await holdToAttach(tx, actor, inputId)
    if ('refusal' in input) return input
    return once(tx, actor.personId, keyWith(key, attachmentId), `detach ${inputId}`, async () => {
      const { strategyId } = input
      const [found] = await tx
        .select({ questionId: attachments.questionId, removedAt: attachments.removedAt })
        .from(attachments)
        .where(and(eq(attachments.id, attachmentId), eq(attachments.inputId, inputId)))
      if (!found) return refuse('not-found')
      if (found.removedAt !== null) return { attachmentId }
      const at = await databaseNow(tx)
      const by = actor.personId
      await tx
        .update(attachments)
        .set({ removedAt: at, removedBy: by })
        .where(eq(attachments.id, attachmentId))
      const { questionId } = found
      if (questionId !== null) await answerWithFiles(tx, { strategyId, inputId, questionId, at, by })
      await touchDraft(tx, inputId)
      await record(tx, {
        ...{ kind: attachmentRemoved, actorId: by, subjectId: attachmentId, strategyId, at },
        data: { inputId },
      })
      return { attachmentId }
    })
  })
}

async function holdToAttach(tx: Transaction, actor: Actor, inputId: string) {
  const input = await holdInput(tx, actor, inputId)
  if ('refusal' in input) return input
  if (!mayWrite(actor, input)) return refuse('forbidden')
  return input.withdrawnAt === null ? input : refuse('withdrawn')
}

/** A question answered by files that is put to the input's sender. */
async function fileQuestion(tx: Reader, inputId: string, questionId: string) {
  const [question] = await tx
    .select({ settings: questions.settings })
    .from(inputs)
    .leftJoin(organisations, eq(organisations.id, inputs.organisationId))
    .innerJoin(questionnaires, eq(questionnaires.roundId, inputs.roundId))
    .innerJoin(questions, eq(questions.questionnaireId, questionnaires.id))
    .where(
      and(
        ...[eq(inputs.id, inputId), eq(questions.id, questionId), eq(questions.kind, 'file')],
        isAskedOf(sql`coalesce(${organisations.kind}, 'person')`),
      ),
    )
  return question
}

const stands = sql`${attachments.removedAt} is null`
const whole = (condition: ReturnType<typeof sql>) =>
  sql<number>`count(*) filter (where ${condition})`.mapWith(Number)

type Reader = Pick<Transaction, 'select'>

/** Whether there is room, asked before a file is kept: one that is refused afterwards would lie there for nobody. */
export async function wouldBeRefused(inputId: string, file: Pick<KeptFile, 'questionId' | 'sha256'>) {
  const { db } = database()
  const [input] = await db
    .select({ withdrawnAt: inputs.withdrawnAt })
    .from(inputs)
    .where(eq(inputs.id, inputId))
  return input?.withdrawnAt ? refuse('withdrawn') : roomRefusal(db, inputId, file)
}

async function roomRefusal(tx: Reader, inputId: string, file: Pick<KeptFile, 'questionId' | 'sha256'>) {
  const { questionId } = file
  const question = questionId === null ? null : await fileQuestion(tx, inputId, questionId)
  if (question === undefined) return refuse('no-such-question')
  const mostAtQuestion = question && (question.settings?.most ?? MOST.files)
  return attachRefusal(await alreadyThere(tx, inputId, file), { most: config().mostFiles, mostAtQuestion })
}

async function alreadyThere(
  tx: Reader,
  inputId: string,
  { questionId, sha256 }: Pick<KeptFile, 'questionId' | 'sha256'>,
) {
  const here = sql`${stands} and ${attachments.questionId} is not distinct from ${questionId}::uuid`
  const [there] = await tx
    .select({
      standing: whole(stands),
      atQuestion: whole(here),
      ever: whole(sql`true`),
      same: sql<boolean>`coalesce(bool_or(${here} and ${attachments.sha256} = ${sha256}), false)`,
    })
    .from(attachments)
    .where(eq(attachments.inputId, inputId))
  return there ?? { standing: 0, atQuestion: 0, ever: 0, same: false }
}

type Answering = { strategyId: string; inputId: string; questionId: string; at: Date; by: string }

/**
 * Keeps the answer to a question in step with the files that stand at it. Who added and removed which is remembered with
 * the files themselves, so the answer has no history of its own.
 */
async function answerWithFiles(tx: Transaction, { questionId, at, by, ...place }: Answering) {
  const standing = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(
      and(
        eq(attachments.inputId, place.inputId),
        eq(attachments.questionId, questionId),
        isNull(attachments.removedAt),
      ),
    )
    .orderBy(asc(attachments.uploadedAt), asc(attachments.id))
    .limit(MOST.files)
  const question = { id: questionId, kind: 'file', options: null } as const
  const files = standing.map(({ id }) => id)
  const row = answerToRow(files.length > 0 ? { kind: 'file', attachments: files } : null, question, 'nb')
  const answer = { ...row, ...sealed(question, row), updatedAt: at, updatedBy: by }
  await tx
    .insert(draftAnswers)
    .values({ ...place, questionId, ...answer })
    .onConflictDoUpdate({
      target: [draftAnswers.inputId, draftAnswers.questionId],
      set: { ...answer, revision: sql`${draftAnswers.revision} + 1` },
    })
}
