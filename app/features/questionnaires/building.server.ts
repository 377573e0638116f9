import { and, asc, eq, getTableColumns, max, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { decisionRefusal, workRefusal } from '#app/features/strategies/policy.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  answers,
  carriedForward,
  draftAnswers,
  findings,
  questionnaires,
  questions,
  rounds,
} from '#db/schema/index.ts'
import { questionAdded, questionChanged, questionMoved, questionRemoved } from './events.ts'
import type { QuestionFields } from './forms.ts'
import { type QuestionKind, questionRefusal } from './question.ts'
import { additionRefusal, frozenSince, type Move, moved, removalRefusal, withAdded } from './questionnaire.ts'
import { questionFrom } from './written-question.ts'

/** A question as staff build it. */
export type BuiltQuestion = Omit<typeof questions.$inferSelect, 'kind'> & { kind: QuestionKind }

const mostRead = 200

const inOrder = (db: Pick<Transaction, 'select'>, roundId: string) =>
  db
    .select({ ...getTableColumns(questions), kind: sql<QuestionKind>`${questions.kind}` })
    .from(questions)
    .where(eq(questions.roundId, roundId))
    .orderBy(asc(questions.position))
    .limit(mostRead)

/** A round's questions as staff build them, and since when they stand as they are. */
export async function findQuestionnaire(
  actor: Actor,
  round: { id: string; strategyId: string; opensAt: Date; publishedAt: Date | null },
  now: Date,
) {
  if (workRefusal(actor, round.strategyId)) return refuse('not-found')
  const { db } = database()
  const [[stored], list] = await Promise.all([
    db
      .select({ frozenAt: questionnaires.frozenAt })
      .from(questionnaires)
      .where(eq(questionnaires.roundId, round.id))
      .limit(1),
    inOrder(db, round.id),
  ])
  return { questions: list, frozen: frozenSince({ ...round, frozenAt: stored?.frozenAt ?? null }, now) }
}

/** A round's questions held while they are changed. */
export type Held = {
  tx: Transaction
  at: Date
  strategyId: string
  roundId: string
  questionnaireId: string
  questions: BuiltQuestion[]
  tell(kind: EventKind, subjectId: string, data?: Record<string, unknown>): Promise<void>
}

/**
 * Changes a round's questions, one change at a time. Refused once the round has opened; then the row is marked, so that
 * the database refuses it as well. Every change leaves a general question behind.
 */
export function inQuestionnaire<T extends object>(
  actor: Actor,
  roundId: string,
  { key, operation, asked }: { key: string; operation: string; asked: unknown },
  work: (held: Held) => Promise<T>,
) {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('share')
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyWith(key, asked), operation, async () => {
      const held = await holdQuestionnaire(tx, { id: roundId, strategyId })
      const at = await databaseNow(tx)
      const frozenAt = frozenSince({ ...round, frozenAt: held.frozenAt }, at)
      if (frozenAt !== null) {
        if (held.frozenAt === null)
          await tx.update(questionnaires).set({ frozenAt }).where(eq(questionnaires.id, held.id))
        return refuse('frozen')
      }
      const tell: Held['tell'] = (kind, subjectId, data = {}) =>
        record(tx, { kind, actorId: actor.personId, subjectId, strategyId, at, data: { roundId, ...data } })
      const place = { tx, at, strategyId, roundId, questionnaireId: held.id, tell }
      const list = await withGeneral(place, await inOrder(tx, roundId))
      return work({ ...place, questions: list })
    })
  })
}

async function holdQuestionnaire(tx: Transaction, round: { id: string; strategyId: string }) {
  await tx
    .insert(questionnaires)
    .values({ strategyId: round.strategyId, roundId: round.id })
    .onConflictDoNothing()
  const [held] = await tx
    .select({ id: questionnaires.id, frozenAt: questionnaires.frozenAt })
    .from(questionnaires)
    .where(eq(questionnaires.roundId, round.id))
    .for('update')
  if (!held) throw new Error('The questionnaire was not made')
  return held
}

/** The words of the question every round asks, until somebody writes better ones. */
const GENERAL = {
  title: { nb: 'Andre merknader', nn: 'Andre merknader', en: 'Other remarks' },
  help: {
    nb: 'Skriv om det vi ikke har spurt om.',
    nn: 'Skriv om det vi ikkje har spurt om.',
    en: 'Write about what we have not asked.',
  },
}

async function withGeneral(place: Omit<Held, 'questions'>, list: BuiltQuestion[]) {
  if (list.some(({ kind }) => kind === 'general')) return list
  const id = await insertQuestion(place, { kind: 'general', ...GENERAL })
  await renumber(place, [...list.map((question) => question.id), id])
  await place.tell(questionAdded, id, { kind: 'general' })
  return inOrder(place.tx, place.roundId)
}

type NewQuestion = Omit<
  typeof questions.$inferInsert,
  'strategyId' | 'roundId' | 'questionnaireId' | 'position'
>

/** Puts a question after all others; `renumber` gives it its place. */
export async function insertQuestion(
  { tx, strategyId, roundId, questionnaireId }: Omit<Held, 'questions' | 'tell' | 'at'>,
  question: NewQuestion,
) {
  const place = { strategyId, roundId, questionnaireId }
  const [last] = await tx
    .select({ position: max(questions.position) })
    .from(questions)
    .where(eq(questions.questionnaireId, questionnaireId))
  const [made] = await tx
    .insert(questions)
    .values({ ...question, ...place, position: (last?.position ?? 0) + 1 })
    .returning({ id: questions.id })
  if (!made) throw new Error('The question was not written')
  return made.id
}

/** Numbers the questions from 1 in this order. In two steps: no two ever stand in the same place. */
export async function renumber(
  { tx, questionnaireId }: Pick<Held, 'tx' | 'questionnaireId'>,
  ids: readonly string[],
) {
  const own = eq(questions.questionnaireId, questionnaireId)
  await tx
    .update(questions)
    .set({ position: sql`-1 - ${questions.position}` })
    .where(own)
  const places = JSON.stringify(ids.map((id, at) => ({ id, position: at + 1 })))
  await tx.execute(sql`update ${questions} set position = placed.position
    from jsonb_to_recordset(${places}::text::jsonb) as placed(id uuid, position integer)
    where ${questions.id} = placed.id and ${own}`)
}

/** Begins a round's questions: the general one is there from the start. */
export function beginQuestionnaire(actor: Actor, roundId: string, key: string) {
  const asked = { key, operation: 'begin-questionnaire', asked: 'begin' }
  return inQuestionnaire(actor, roundId, asked, async ({ questions: list }) => ({ count: list.length }))
}

/** Writes a question: a new one, or the one named if nobody saved it since its revision. The kind is for good. */
export function saveQuestion(
  actor: Actor,
  roundId: string,
  questionId: string | 'new',
  form: QuestionFields,
) {
  const { key, ...fields } = form
  const asked = { key, operation: 'save-question', asked: fields }
  return inQuestionnaire(actor, roundId, asked, async (held) => {
    const stored = questionId === 'new' ? null : held.questions.find(({ id }) => id === questionId)
    if (stored === undefined) return refuse('gone')
    if (stored && stored.revision !== form.revision) return refuse('stale')
    const kind = stored?.kind ?? form.kind
    const content = questionFrom(kind, form, stored)
    const refusal = questionRefusal({ kind, ...content })
    if (refusal) return refuse(refusal)
    if (stored) {
      await held.tx
        .update(questions)
        .set({ ...content, revision: stored.revision + 1 })
        .where(eq(questions.id, stored.id))
      await held.tell(questionChanged, stored.id, { kind, revision: stored.revision + 1 })
      return { questionId: stored.id }
    }
    const full = additionRefusal(held.questions, kind)
    if (full) return refuse(full)
    const id = await insertQuestion(held, { kind, ...content })
    await renumber(held, withAdded(held.questions, [id]))
    await held.tell(questionAdded, id, { kind })
    return { questionId: id }
  })
}

/** Moves a question. What it says is not touched, so nobody's writing is disturbed. */
export function moveQuestion(
  actor: Actor,
  roundId: string,
  form: { key: string; question: string; to: Move },
) {
  const asked = { key: form.key, operation: 'move-question', asked: [form.question, form.to] }
  return inQuestionnaire(actor, roundId, asked, async (held) => {
    const ids = held.questions.map(({ id }) => id)
    const order = moved(ids, form.question, form.to)
    if ('refusal' in order) return order
    if (order.some((id, at) => id !== ids[at])) {
      await renumber(held, order)
      await held.tell(questionMoved, form.question, { position: order.indexOf(form.question) + 1 })
    }
    return { questionId: form.question }
  })
}

/** Takes a question away, unless somebody rewrote it since its revision, something hangs on it (answers, a copy, a finding taken up
 * again), or it is the general one. */
export function removeQuestion(
  actor: Actor,
  roundId: string,
  form: { key: string; question: string; revision: number },
) {
  const asked = { key: form.key, operation: 'remove-question', asked: form.question }
  return inQuestionnaire(actor, roundId, asked, async (held) => {
    const stored = held.questions.find(({ id }) => id === form.question)
    if (!stored) return refuse('gone')
    const refusal = removalRefusal(stored)
    if (refusal) return refuse(refusal)
    if (stored.revision !== form.revision) return refuse('stale')
    if (await isInUse(held.tx, stored.id)) return refuse('in-use')
    await held.tx.delete(questions).where(and(eq(questions.id, stored.id), eq(questions.roundId, roundId)))
    await renumber(
      held,
      held.questions.filter(({ id }) => id !== stored.id).map(({ id }) => id),
    )
    await held.tell(questionRemoved, stored.id, { kind: stored.kind })
    return { questionId: stored.id }
  })
}

async function isInUse(tx: Transaction, questionId: string): Promise<boolean> {
  const [used] = await tx.execute<{ used: boolean }>(sql`select
    exists (select from ${questions} where ${questions.copiedFromId} = ${questionId})
    or exists (select from ${answers} where ${answers.questionId} = ${questionId})
    or exists (select from ${draftAnswers} where ${draftAnswers.questionId} = ${questionId})
    or exists (select from ${carriedForward} where ${carriedForward.questionId} = ${questionId})
    or exists (select from ${findings} where ${findings.questionId} = ${questionId}) as used`)
  return used?.used === true
}
