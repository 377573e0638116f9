import { z } from 'zod'
import type { Question } from '../questionnaires/question.ts'
import { type AnswerContent, isAnswered, parseAnswer } from './answers.ts'
import { type AnswerConflict, joined, type SavedAnswer, sameAnswer } from './draft.ts'
import { asBeginning, type EarlierAnswer } from './earlier-answer.ts'
import { atField, mineField, reuseField, revisionField, settleField } from './fields.ts'
import { type RawAnswer, sentAnswer } from './sent-answer.ts'

/** An answer that was sent: the revision it was written from, and how its fields are read once the question is known. */
export type SentAnswer = {
  questionId: string
  revision: number
  read: (question: Asked) => RawAnswer | AnswerContent | string
}

type Asked = Pick<Question, 'id' | 'kind' | 'options' | 'settings'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const mostAnswers = 200

/** The answers in a posted form: whatever says which revision it was written from. */
export function answersSent(form: FormData): SentAnswer[] {
  return [...revisionsSent(form)].map(([questionId, revision]) => ({
    ...{ questionId, revision },
    read: (question) => sentAnswer(form, question),
  }))
}

/** The question somebody is at, if any, and the revisions of the answers that their page shows. */
export function presenceSent(form: FormData): { questionId: string | null; shown: Map<string, number> } {
  const at = form.get(atField)
  return { questionId: typeof at === 'string' && uuid.test(at) ? at : null, shown: revisionsSent(form) }
}

/** Bringing a kept version back: which, and the revision of the answer it takes the place of. */
export function restoringSent(form: FormData): { kept: number; revision: number } {
  const whole = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : -1
  }
  return { kept: whole('kept'), revision: whole('revision') }
}

function revisionsSent(form: FormData): Map<string, number> {
  const start = revisionField('')
  const sent = new Map<string, number>()
  for (const [name, value] of form) {
    const questionId = name.startsWith(start) ? name.slice(start.length) : ''
    const revision = Number(value)
    if (!uuid.test(questionId) || !Number.isSafeInteger(revision) || revision < 0) continue
    sent.set(questionId, Math.min(revision, 2_000_000_000))
    if (sent.size === mostAnswers) break
  }
  return sent
}

const key = z.string('try-again').min(8, 'try-again').max(100, 'try-again')

/** Taking it back: why, and that one means it. */
export const withdrawalForm = z.object({
  key,
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(1_000, 'reason-too-long'),
  confirmed: z.literal('on', 'not-confirmed'),
})

/** An answer as it stands in the draft, for settling a conflict. */
type Standing = Asked & {
  answer: AnswerContent | null
  updatedAt: Date | null
  updatedByName: string | null
}

/** The answers to save when a conflict was settled in the same post: theirs stays, mine or both are written. */
export function settled(
  sent: readonly SentAnswer[],
  form: FormData,
  standing: readonly (Asked & Pick<Standing, 'answer'>)[],
): SentAnswer[] {
  const [questionId, how] = String(form.get(settleField) ?? '').split(':')
  const stands = standing.find(({ id }) => id === questionId)
  if (!stands || (how !== 'mine' && how !== 'theirs' && how !== 'both')) return [...sent]
  const mine = carriedIn(form, stands.id)
  return sent.flatMap((answer) => {
    if (answer.questionId !== stands.id) return [answer]
    if (how === 'theirs' || mine === null) return []
    const own = parseAnswer(stands, mine)
    if ('refusal' in own || how === 'mine') return [{ ...answer, read: () => mine }]
    return [{ ...answer, read: () => joined(stands.answer, own.answer) ?? '' }]
  })
}

/**
 * The answers to save when an earlier one was chosen to begin with: it takes the place of an empty answer, and of nothing
 * else, neither what is stored nor what was typed in the same post.
 */
export function reusing(
  sent: readonly SentAnswer[],
  form: FormData,
  standing: readonly (Asked & Pick<Standing, 'answer'>)[],
  earlier: readonly EarlierAnswer[],
): { sent: SentAnswer[]; reused: boolean } {
  const [questionId, answerId] = String(form.get(reuseField) ?? '').split(':')
  const stands = standing.find(({ id }) => id === questionId)
  const chosen = earlier.find(({ id }) => id === answerId)
  const typed = sent.find((answer) => answer.questionId === questionId)
  const beginning = stands && chosen && asBeginning(stands, chosen)
  if (!beginning || !typed || isAnswered(stands.answer)) return { sent: [...sent], reused: false }
  const written = parseAnswer(stands, typed.read(stands))
  if ('refusal' in written || isAnswered(written.answer)) return { sent: [...sent], reused: false }
  const changed = sent.map((answer) => (answer === typed ? { ...answer, read: () => beginning } : answer))
  return { sent: changed, reused: true }
}

const carriedIn = (form: FormData, questionId: string): string | null => {
  const carried = form.get(mineField(questionId))
  return typeof carried === 'string' ? carried : null
}

/**
 * The conflicts a post left open: one's own text came along, nobody chose, and the field was left as it stood.
 * They are shown again, so that settling one conflict does not lose the text of another.
 */
export function unsettled(
  form: FormData,
  saved: readonly SavedAnswer[],
  sent: readonly SentAnswer[],
  standing: readonly Standing[],
): AnswerConflict[] {
  const [chosen] = String(form.get(settleField) ?? '').split(':')
  return standing.flatMap((question) => {
    const { id: questionId, answer: theirs, updatedAt: theirAt, updatedByName: theirName } = question
    const mine = carriedIn(form, questionId)
    const revision = sent.find((answer) => answer.questionId === questionId)?.revision
    const untouched = saved.some((answer) => answer.questionId === questionId && answer.revision === revision)
    if (mine === null || questionId === chosen || !untouched || !theirAt || !revision) return []
    const parsed = parseAnswer(question, mine)
    if ('refusal' in parsed || sameAnswer(parsed.answer, theirs)) return []
    return { questionId, yours: parsed.answer, theirs, theirName, theirAt, revision }
  })
}
