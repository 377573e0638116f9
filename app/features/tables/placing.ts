import { type Position, standingOf } from '#app/features/analysis/position.ts'
import { type AnswerContent, isAnswered } from '#app/features/inputs/answers.ts'
import { cameLate, type LedgerInput, ledgerState } from '#app/features/inputs/ledger.ts'

/**
 * Where a sender stands in each table. These are the rules; `placements.server.ts` says the same in SQL, and the tests
 * hold the two together.
 */

/** What was asked for and what came of it, for one body (nordic-practice.md § C2, T1). Late is part of answered. */
export function receivedColumns(body: { invited: boolean; input: LedgerInput | null }): string[] {
  const state = ledgerState(body.input)
  if (!body.invited) return state === 'silent' ? [] : ['uninvited']
  if (state === 'silent') return ['invited', 'silent']
  const remarks = state === 'no-remarks' ? 'no-remarks' : 'with-remarks'
  return ['invited', 'answered', remarks, ...(cameLate(body.input) ? ['late'] : [])]
}

/** Whether we have heard from a municipality of the register, and how (T5). */
export function countyColumns(body: { invited: boolean; input: LedgerInput | null }): string[] {
  const state = ledgerState(body.input)
  const heard = state === 'silent' ? 'not-heard' : state === 'no-remarks' ? 'no-remarks' : 'with-remarks'
  return [
    'municipalities',
    ...(body.invited ? ['invited'] : []),
    heard,
    ...(cameLate(body.input) ? ['late'] : []),
  ]
}

/** An answer in a version that counts. */
export type GivenAnswer = {
  kind: string
  submittedAt: Date
  number: number
  answer: AnswerContent | null
}

/** The answer of a sender that counts: what was adopted before what was not, else the later of several letters. */
export function answerThatCounts(given: readonly GivenAnswer[]): AnswerContent | null {
  const [first] = given
    .filter(({ answer }) => isAnswered(answer))
    .sort(
      (one, other) =>
        Number(other.kind === 'adopted') - Number(one.kind === 'adopted') ||
        other.submittedAt.getTime() - one.submittedAt.getTime() ||
        other.number - one.number,
    )
  return first?.answer ?? null
}

/** The key of an option's column; the columns that every table has are never taken for one. */
export const optionColumn = (key: string) => `o-${key}`

/** What a sender that was asked answered (T2): «ikke svart» is a column like the others. */
export function questionColumns(
  answer: AnswerContent | null,
  { noRemarks, options }: { noRemarks: boolean; options: readonly string[] | null },
): string[] {
  if (answer === null) return ['asked', noRemarks ? 'no-remarks' : 'unanswered']
  if (options === null) return ['asked', 'answered']
  const chosen = chosenIn(answer).filter((key) => options.includes(key))
  return ['asked', ...(chosen.length > 0 ? chosen.map(optionColumn) : ['without-choice'])]
}

// Of a ranking the first alone: a table of who put what first.
function chosenIn(answer: AnswerContent): string[] {
  if (answer.kind === 'multiple-choice') return answer.choices
  if (answer.kind === 'ranking') return answer.order.slice(0, 1)
  if (answer.kind === 'scale') return [String(answer.value)]
  return 'choice' in answer ? [answer.choice] : []
}

/** Where a sender stands on a theme, or in its answer to a question (T3). */
export function positionColumn(
  taken: readonly (Position | null)[],
  sender: { noRemarks: boolean; answered?: boolean },
): string {
  if (taken.length === 0 && sender.answered) return 'mentioned'
  const standing = standingOf(taken, sender) ?? 'mentioned'
  return standing === 'not-touched' && sender.answered === false ? 'unanswered' : standing
}

/** Which rows of the themes a sender stands in (T4): each theme once, however often it is mentioned. */
export function themeRows(themes: readonly string[], { noRemarks }: { noRemarks: boolean }): string[] {
  if (themes.length > 0) return ['answered', ...new Set(themes)]
  return ['answered', noRemarks ? 'no-remarks' : 'none']
}
