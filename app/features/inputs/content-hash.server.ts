import { createHash } from 'node:crypto'
import type { Question } from '#app/features/questionnaires/question.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { type AnswerRow, answerFromRow } from './answer-rows.ts'
import { isAnswered } from './answers.ts'
import { digestPayload, type ReceiptSubject, receiptPayload, type Said } from './receipt.ts'

/** SHA-256 in hex of a text as UTF-8. */
export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** The sum on a receipt, over all that was received; computed again from the rows it must come out the same. */
export const contentHash = (version: ReceiptSubject) => sha256(receiptPayload(version))

/** The sum over one answer or comment, made when it is saved: a version's content hash is made of these. */
export const digest = (said: Said) => sha256(digestPayload(said))

/** What freezing an answer gives, made when it is saved: the text passages are cut from, its digest, and whether it counts. */
export function sealed({ id: questionId, kind }: Pick<Question, 'id' | 'kind'>, row: AnswerRow) {
  const { body, choice, data, importance } = row
  return {
    canonicalText: body === null ? null : canonicalText(body),
    digest: digest({ questionId, body, choice, data, importance }),
    answered: isAnswered(answerFromRow(kind, row)),
  }
}
