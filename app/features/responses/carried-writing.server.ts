import { and, eq, isNull } from 'drizzle-orm'
import { createTheme, holdCodebook } from '#app/features/analysis/codebook.server.ts'
import { successorOf } from '#app/features/analysis/codebook.ts'
import { suggestedCode, themeRefusal } from '#app/features/analysis/theme.ts'
import { draftOf } from '#app/features/analysis/theme-text.ts'
import { lockFinding } from '#app/features/findings/writing.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { inQuestionnaire, insertQuestion, renumber } from '#app/features/questionnaires/building.server.ts'
import { questionAdded } from '#app/features/questionnaires/events.ts'
import { questionRefusal } from '#app/features/questionnaires/question.ts'
import { additionRefusal, withAdded } from '#app/features/questionnaires/questionnaire.ts'
import { lineOver } from '#app/features/strategies/written.ts'
import { databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { keyWith, once } from '#app/platform/http/idempotency.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import { carriedForward, findings, questions, responses, rounds } from '#db/schema/index.ts'
import { carryRefusal } from './carried.ts'
import type { Disposition } from './disposition.ts'
import { carryingTakenBack, findingCarried } from './events.ts'
import type { Carrying } from './forms.ts'
import { responseRefusal } from './policy.ts'

/**
 * Takes a finding that was not settled into a later round, as a theme or as a question there: one that stands, or a new one.
 * Questions of a round that has opened are frozen; then an existing one is chosen, or a theme.
 */
export function carryFinding(actor: Actor, roundId: string, form: Carrying) {
  if (form.as === 'new-question') return carryAsNewQuestion(actor, roundId, form)
  return tx(async (tx) => {
    const held = await holdCarried(tx, actor, roundId, form.finding)
    if (isRefusal(held)) return held
    const { key, ...asked } = form
    return once(tx, actor.personId, keyWith(key, asked), 'carry-finding', async () => {
      const refusal = await refusalOf(tx, held, form.round)
      if (refusal) return refuse(refusal)
      const to =
        form.as === 'question' ? await standingQuestion(tx, form) : await themeFor(tx, actor, held, form)
      return isRefusal(to) ? to : keep(tx, actor, held, form.round, to)
    })
  })
}

function carryAsNewQuestion(actor: Actor, roundId: string, form: Carrying) {
  const { key, ...fields } = form
  const asked = { key, operation: 'carry-finding', asked: fields }
  return inQuestionnaire(actor, form.round, asked, async (questionnaire) => {
    const { tx } = questionnaire
    const held = await holdCarried(tx, actor, roundId, form.finding)
    if (isRefusal(held)) return held
    const refusal = await refusalOf(tx, held, form.round)
    if (refusal) return refuse(refusal)
    const question = {
      kind: 'rich-text' as const,
      title: lineOver(null, form.titleNb, form.titleNn, form.titleEn, form.titleSv),
      ...{ help: null, options: null, required: false, settings: null, askedOf: null },
    }
    const wrong = questionRefusal(question) ?? additionRefusal(questionnaire.questions, 'rich-text')
    if (wrong) return refuse(wrong === 'title-missing' || wrong === 'too-many' ? wrong : 'question-unclear')
    const id = await insertQuestion(questionnaire, question)
    await renumber(questionnaire, withAdded(questionnaire.questions, [id]))
    await questionnaire.tell(questionAdded, id, { kind: 'rich-text' })
    return keep(tx, actor, held, form.round, { questionId: id })
  })
}

type Held = {
  finding: { id: string; strategyId: string; themeId: string | null }
  from: { id: string; strategyId: string; number: number }
}

async function holdCarried(tx: Transaction, actor: Actor, roundId: string, findingId: string) {
  const finding = await lockFinding(tx, findingId)
  if (finding?.roundId !== roundId) return refuse('not-found')
  const refusal = responseRefusal(actor, finding.strategyId)
  if (refusal) return refuse(refusal)
  const [from] = await tx.select().from(rounds).where(eq(rounds.id, roundId))
  return from ? ({ finding, from } satisfies Held) : refuse('not-found')
}

async function refusalOf(tx: Transaction, { finding, from }: Held, toRoundId: string) {
  const [to] = await tx.select().from(rounds).where(eq(rounds.id, toRoundId))
  if (!to) return 'not-later' as const
  const [response] = await tx
    .select({ disposition: responses.disposition })
    .from(responses)
    .where(and(eq(responses.findingId, finding.id), isNull(responses.citationId)))
  const [already] = await tx
    .select({ id: carriedForward.id })
    .from(carriedForward)
    .where(and(eq(carriedForward.findingId, finding.id), eq(carriedForward.roundId, toRoundId)))
  const disposition = (response?.disposition as Disposition | undefined) ?? null
  return carryRefusal({ disposition, from, to, already: already !== undefined })
}

/** What a finding is carried as. */
type CarriedAs = { themeId: string } | { questionId: string }

/** The question of the later round that is chosen, held so that nobody takes it away meanwhile. */
async function standingQuestion(tx: Transaction, form: Carrying) {
  if (!form.question) return refuse('question-missing')
  const [question] = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.id, form.question), eq(questions.roundId, form.round)))
    .for('key share')
  return question ? { questionId: question.id } : refuse('question-missing')
}

/** The theme that is chosen, or what it became part of; or a new one last in the codebook. */
async function themeFor(tx: Transaction, actor: Actor, { finding }: Held, form: Carrying) {
  const { strategyId } = finding
  const standing = await holdCodebook(tx, strategyId)
  if (form.as === 'theme') {
    const theme = form.theme ? successorOf(standing, form.theme) : null
    return theme && !theme.retiredAt ? { themeId: theme.id } : refuse('theme-missing')
  }
  const codes = standing.map(({ code }) => code)
  const code = form.code.trim() || suggestedCode(form.titleNb || form.titleNn, codes)
  const draft = draftOf({ ...form, code })
  const reason = themeRefusal(draft, codes)
  if (reason) return refuse(reason)
  return createTheme(tx, actor, { strategyId, standing, draft, parentId: null })
}

async function keep(tx: Transaction, actor: Actor, { finding }: Held, roundId: string, to: CarriedAs) {
  const { id: findingId, strategyId } = finding
  const at = await databaseNow(tx)
  const [made] = await tx
    .insert(carriedForward)
    .values({ strategyId, findingId, roundId, ...to, at, by: actor.personId })
    .returning({ id: carriedForward.id })
  if (!made) throw new Error('The finding was not carried')
  await record(tx, {
    ...{ kind: findingCarried, actorId: actor.personId, subjectId: findingId },
    ...{ strategyId, at, data: { carriedId: made.id, roundId, ...to } },
  })
  return { carriedId: made.id }
}

/** Takes back that a finding is carried on; the theme or the question stays. What it was stands in the record of events. */
export function leaveFinding(actor: Actor, roundId: string, form: { key: string; carried: string }) {
  return tx(async (tx) => {
    const [round] = await tx
      .select({ strategyId: rounds.strategyId })
      .from(rounds)
      .where(eq(rounds.id, roundId))
    if (!round) return refuse('not-found')
    const refusal = responseRefusal(actor, round.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, keyWith(form.key, form.carried), 'leave-finding', async () => {
      const [carried] = await tx
        .select({ row: carriedForward })
        .from(carriedForward)
        .innerJoin(findings, and(eq(findings.id, carriedForward.findingId), eq(findings.roundId, roundId)))
        .where(eq(carriedForward.id, form.carried))
        .for('update', { of: carriedForward })
      if (!carried) return refuse('carried-gone')
      const { id, findingId, themeId, questionId, roundId: to } = carried.row
      await tx.delete(carriedForward).where(eq(carriedForward.id, id))
      const at = await databaseNow(tx)
      await record(tx, {
        ...{ kind: carryingTakenBack, actorId: actor.personId, subjectId: findingId },
        ...{ strategyId: round.strategyId, at, data: { carriedId: id, roundId: to, themeId, questionId } },
      })
      return { findingId }
    })
  })
}
