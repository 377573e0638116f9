import { expect, test } from 'vitest'
import {
  answerThatCounts,
  countyColumns,
  optionColumn,
  positionColumn,
  questionColumns,
  receivedColumns,
  themeRows,
} from './placing.ts'

const on = (day: number) => new Date(Date.UTC(2026, 8, day))
const counting = (...versions: { noRemarks?: boolean; late?: boolean }[]) => ({
  withdrawnAt: null,
  counting: versions.map(({ noRemarks = false, late = false }) => ({
    noRemarks,
    lateAt: late ? on(2) : null,
  })),
})
const choice = (key: string) => ({ kind: 'single-choice', choice: key }) as const

test('a body that was asked has answered, or has not; what it answered is with or without remarks', () => {
  expect(receivedColumns({ invited: true, input: counting({}) })).toEqual([
    'invited',
    'answered',
    'with-remarks',
  ])
  expect(receivedColumns({ invited: true, input: counting({ noRemarks: true }) })).toEqual([
    ...['invited', 'answered', 'no-remarks'],
  ])
  expect(receivedColumns({ invited: true, input: null })).toEqual(['invited', 'silent'])
})

test('an answer that came late counts, and is told', () => {
  expect(receivedColumns({ invited: true, input: counting({ late: true }) })).toContain('answered')
  expect(receivedColumns({ invited: true, input: counting({ late: true }) })).toContain('late')
})

test('what was withdrawn does not count: the body has not answered', () => {
  const input = { ...counting({}), withdrawnAt: on(3) }
  expect(receivedColumns({ invited: true, input })).toEqual(['invited', 'silent'])
  expect(receivedColumns({ invited: false, input })).toEqual([])
})

test('whoever answered without being asked is counted by itself, never among the invited', () => {
  expect(receivedColumns({ invited: false, input: counting({}) })).toEqual(['uninvited'])
})

test('a municipality of the register that has not answered is not heard, asked or not', () => {
  expect(countyColumns({ invited: false, input: null })).toEqual(['municipalities', 'not-heard'])
  expect(countyColumns({ invited: true, input: counting({ late: true }) })).toEqual([
    ...['municipalities', 'invited', 'with-remarks', 'late'],
  ])
})

test('a politically adopted answer counts before an administrative one, also before a later letter', () => {
  const adopted = { kind: 'adopted', submittedAt: on(1), number: 1, answer: choice('yes') }
  const letter = { kind: 'registered', submittedAt: on(5), number: 2, answer: choice('no') }
  expect(answerThatCounts([letter, adopted])).toEqual(choice('yes'))
})

test('of several letters the later counts, and one that says nothing to the question does not hide another', () => {
  const first = { kind: 'registered', submittedAt: on(1), number: 1, answer: choice('yes') }
  const second = { kind: 'registered', submittedAt: on(2), number: 2, answer: choice('no') }
  expect(answerThatCounts([first, second])).toEqual(choice('no'))
  expect(answerThatCounts([first, { ...second, answer: null }])).toEqual(choice('yes'))
  expect(answerThatCounts([first, { ...second, answer: choice('') }])).toEqual(choice('yes'))
})

const scale = { noRemarks: false, options: ['1', '2', '3', 'no-opinion'] }

test('«ikke svart» is a column of its own, and so is having no remarks', () => {
  expect(questionColumns(null, scale)).toEqual(['asked', 'unanswered'])
  expect(questionColumns(null, { ...scale, noRemarks: true })).toEqual(['asked', 'no-remarks'])
})

test('a step is a column, and no opinion is an answer', () => {
  expect(questionColumns({ kind: 'scale', value: 3 }, scale)).toEqual(['asked', optionColumn('3')])
  expect(questionColumns({ kind: 'scale', value: 'no-opinion' }, scale)).toEqual(['asked', 'o-no-opinion'])
})

test('who chooses several stands in several columns, and of a ranking only the first counts', () => {
  const options = ['a', 'b', 'c']
  expect(
    questionColumns({ kind: 'multiple-choice', choices: ['a', 'c'] }, { noRemarks: false, options }),
  ).toEqual([...['asked', 'o-a', 'o-c']])
  expect(questionColumns({ kind: 'ranking', order: ['c', 'a'] }, { noRemarks: false, options })).toEqual([
    ...['asked', 'o-c'],
  ])
})

test('words without a choice are an answer that chose nothing', () => {
  const answer = { kind: 'acceptance', choice: '', note: 'Vi må vente.' } as const
  expect(questionColumns(answer, { noRemarks: false, options: ['ja', 'nei'] })).toEqual([
    ...['asked', 'without-choice'],
  ])
})

test('a text is answered or not, whatever it says', () => {
  const answer = { kind: 'single-choice', choice: 'x' } as const
  expect(questionColumns(answer, { noRemarks: false, options: null })).toEqual(['asked', 'answered'])
})

test('a sender that mentions a theme five times is one sender', () => {
  expect(themeRows(['a', 'a', 'b', 'a', 'a'], { noRemarks: false })).toEqual(['answered', 'a', 'b'])
})

test('who took up no theme is counted too, apart from who had no remarks', () => {
  expect(themeRows([], { noRemarks: false })).toEqual(['answered', 'none'])
  expect(themeRows([], { noRemarks: true })).toEqual(['answered', 'no-remarks'])
})

test('a sender stands in one column of a theme; not touched is one of them', () => {
  expect(positionColumn(['supports', 'supports-with-remarks'], { noRemarks: false })).toBe(
    'supports-with-remarks',
  )
  expect(positionColumn(['supports', 'against'], { noRemarks: false })).toBe('unclear')
  expect(positionColumn([null, null], { noRemarks: false })).toBe('mentioned')
  expect(positionColumn([], { noRemarks: false })).toBe('not-touched')
  expect(positionColumn([], { noRemarks: true })).toBe('no-remarks')
})

test('to a question, an answer in which no position was read is not the same as none', () => {
  expect(positionColumn([], { noRemarks: false, answered: true })).toBe('mentioned')
  expect(positionColumn([], { noRemarks: false, answered: false })).toBe('unanswered')
})
