import { z } from 'zod'

/** What one field of the writing page sends: the text or the key chosen, and the document where script wrote it. */
export type SentAnswer = { questionId: string; revision: number; text: string; document?: string }

/** Names of an answer's fields. Fixed here, because a form without script can only send names and values. */
export const answerField = (questionId: string) => `answer-${questionId}`
export const revisionField = (questionId: string) => `revision-${questionId}`

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

/** Opening a draft. */
export const startForm = z.object({ key })

/** Sending the input. */
export const submissionForm = z.object({ key })

/** Taking it back: why, and that one means it. */
export const withdrawalForm = z.object({
  key,
  reason: z.string('reason-missing').trim().min(1, 'reason-missing').max(1_000, 'reason-too-long'),
  confirmed: z.literal('on', 'not-confirmed'),
})
