import { z } from 'zod'
import { parseRichText } from '#app/platform/rich-text/document-schema.ts'
import type { Question } from '../questionnaires/question.ts'
import { type AnswerContent, parseAnswer } from './answers.ts'
import { type AnswerConflict, joined, type SavedAnswer, sameAnswer } from './draft.ts'
import { answerField, mineField, revisionField, settleField } from './fields.ts'

/** What one field of the writing page sends: the text or the key chosen, and the document where script wrote it. */
export type SentAnswer = { questionId: string; revision: number; text: string; document?: string }

const longestText = 1_000_000

/** The answers in a posted form; fields of questions it does not have are left out, whatever else was sent. */
export function answersSent(form: FormData, questionIds: readonly string[]): SentAnswer[] {
  return questionIds.flatMap((questionId) => {
    const revision = Number(form.get(revisionField(questionId)))
    if (!form.has(revisionField(questionId)) || !Number.isSafeInteger(revision) || revision < 0) return []
    const text = form.get(answerField(questionId))
    const document = form.get(`${answerField(questionId)}.json`)
    return {
      questionId,
      revision: Math.min(revision, 2_000_000_000),
      text: typeof text === 'string' ? text.slice(0, longestText) : '',
      ...(typeof document === 'string' && document !== '' && { document }),
    }
  })
}

const key = z.string('try-again').min(8, 'try-again').max(100, 'try-again')

/** Sending the input. */
export const submissionForm = z.object({ key })

/** Taking it back: why, and that one means it. */
export const withdrawalForm = z.object({
  key,
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(1_000, 'reason-too-long'),
  confirmed: z.literal('on', 'not-confirmed'),
})

/** An answer as it stands in the draft, for settling a conflict. */
type Standing = Pick<Question, 'id' | 'kind' | 'options'> & {
  answer: AnswerContent | null
  updatedAt: Date | null
  updatedByName: string | null
}

/** The answers to save when a conflict was settled in the same post: theirs stays, mine or both are written. */
export function settled(
  sent: readonly SentAnswer[],
  form: FormData,
  standing: readonly Pick<Standing, 'id' | 'answer'>[],
): SentAnswer[] {
  const [questionId, how] = String(form.get(settleField) ?? '').split(':')
  const stands = standing.find(({ id }) => id === questionId)
  if (!stands || (how !== 'mine' && how !== 'theirs' && how !== 'both')) return [...sent]
  const mine = String(form.get(mineField(stands.id)) ?? '')
  return sent.flatMap((answer) => {
    if (answer.questionId !== stands.id) return [answer]
    if (how === 'theirs') return []
    const { questionId: id, revision } = answer
    const parsed = mine.startsWith('{') ? parseRichText(mine) : null
    if (parsed === null) return [{ questionId: id, revision, text: mine }]
    if ('refusal' in parsed) return [answer]
    const own: AnswerContent = { kind: 'rich-text', body: parsed.doc }
    const kept = how === 'both' ? joined(stands.answer, own) : own
    const document = kept?.kind === 'rich-text' ? JSON.stringify(kept.body) : mine
    return [{ questionId: id, revision, text: '', document }]
  })
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
    const mine = form.get(mineField(questionId))
    const revision = sent.find((answer) => answer.questionId === questionId)?.revision
    const untouched = saved.some((answer) => answer.questionId === questionId && answer.revision === revision)
    if (typeof mine !== 'string' || questionId === chosen || !untouched || !theirAt || !revision) return []
    const parsed = parseAnswer(question, mine)
    if ('refusal' in parsed || sameAnswer(parsed.answer, theirs)) return []
    return { questionId, yours: parsed.answer, theirs, theirName, theirAt, revision }
  })
}
