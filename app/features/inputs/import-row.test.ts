import { expect, test } from 'vitest'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import type { ColumnRole } from './import-mapping.ts'
import { nameKey, type OnRecord, type RowReading, readRow } from './import-row.ts'

const body = (id: string, name: string, ...numbers: string[]): OnRecord => ({
  ...{ id, name, kind: 'municipality', numbers },
})
const known = [
  body('1', 'Solvær kommune', '0111'),
  body('2', 'Tvillingvik kommune', '1811'),
  body('3', 'Tvillingvik kommune', '5611'),
]
const register = {
  byNumber: new Map(known.flatMap((one) => one.numbers.map((number) => [number, one] as const))),
  byName: new Map(known.map(({ name }) => [nameKey(name), known.filter((one) => one.name === name)])),
}
const questions = [
  { id: 'q', kind: 'rich-text' as const, options: null },
  {
    ...{ id: 'c', kind: 'single-choice' as const },
    options: [
      { key: 'yes', label: { nb: 'Ja' } },
      { key: 'no', label: { nb: 'Nei' } },
    ],
  },
].map((question, at) => ({
  ...{
    ...question,
    position: at + 1,
    title: { nb: 'Spørsmål' },
    help: null,
    settings: null,
    required: false,
  },
}))

const roles: ColumnRole[] = ['sender', 'number', 'received', 'text', 'question:q', 'question:c', 'id', 'kind']
const reading = (): RowReading => ({
  mapping: { columns: roles, kind: null, channel: 'letter', received: '', lang: 'nb' },
  ...{ columns: roles.length, questions, register, source: 'fil-0', naming: 'hidden' },
  ...{ now: new Date('2026-06-01T10:00:00Z'), seen: new Map() },
})

const cells = (
  own: Partial<Record<'sender' | 'number' | 'received' | 'text' | 'q' | 'c' | 'id' | 'kind', string>>,
) =>
  (['sender', 'number', 'received', 'text', 'q', 'c', 'id', 'kind'] as const).map((name) => own[name] ?? '')
const read = (own: Parameters<typeof cells>[0], by = reading(), row = 2) =>
  readRow({ row, cells: cells(own) }, by)
const letterOf = (own: Parameters<typeof cells>[0]) => {
  const outcome = read(own)
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.letter
}
const problemsOf = (own: Parameters<typeof cells>[0]) => {
  const outcome = read(own)
  return 'problems' in outcome ? outcome.problems.map(({ row, at, reason }) => [row, at, reason]) : []
}

test('a row becomes a letter from the body its name or number is of', () => {
  expect(letterOf({ sender: ' solvær  KOMMUNE ', received: '19.5.2026', text: 'Vi vil.' })).toMatchObject({
    ...{ externalId: 'fil-0/2', receivedOn: '2026-05-19', lang: 'nb', channel: 'letter', text: 'Vi vil.' },
    sender: { organisationId: '1', name: 'Solvær kommune' },
  })
  // A spreadsheet takes the zero in front of a number away.
  expect(letterOf({ number: '111', text: 'Ja.' }).sender).toMatchObject({ organisationId: '1' })
})

test('dates are read in three formats', () => {
  for (const received of ['2026-05-19', '19.5.2026', '19. mai 2026', '2026-05-19T08:30:00'])
    expect(letterOf({ sender: 'Solvær kommune', received, text: 'Ja.' }).receivedOn).toBe('2026-05-19')
  expect(letterOf({ sender: 'Solvær kommune', text: 'Ja.' }).receivedOn).toBeNull()
  expect(problemsOf({ sender: 'Solvær kommune', received: '5/19/2026', text: 'Ja.' })).toEqual([
    [2, 2, 'received-no-day'],
  ])
  expect(problemsOf({ sender: 'Solvær kommune', received: '2.6.2026', text: 'Ja.' })).toEqual([
    [2, 2, 'received-in-future'],
  ])
})

test('two bodies of one name are told apart by their numbers, and never guessed', () => {
  expect(problemsOf({ sender: 'Tvillingvik kommune', text: 'Ja.' })).toEqual([[2, 0, 'name-ambiguous']])
  expect(letterOf({ sender: 'Tvillingvik kommune', number: '5611', text: 'Ja.' }).sender).toMatchObject({
    organisationId: '3',
  })
})

test('who is not in the register must be of some kind; a private person stands hidden', () => {
  expect(problemsOf({ sender: 'Laget', text: 'Ja.' })).toEqual([[2, 0, 'kind-missing']])
  expect(letterOf({ sender: 'Laget', kind: 'organisasjon', text: 'Ja.' }).sender).toEqual({
    ...{ kind: 'organisation', name: 'Laget' },
  })
  const person = letterOf({ sender: 'Solvær kommune', kind: 'privatperson', text: 'Ja.' })
  expect([person.sender, person.naming]).toEqual([{ kind: 'person', name: 'Solvær kommune' }, 'hidden'])
  expect(problemsOf({ sender: 'Laget', kind: 'klubb', text: 'Ja.' })).toEqual([[2, 7, 'kind-unknown']])
})

test('a formula is text like any other', () => {
  const formula = '=HYPERLINK("https://evil.example";"Klikk")'
  expect(letterOf({ sender: 'Solvær kommune', text: formula }).text).toBe(formula)
})

test('answers go to their questions; a choice is known by its words', () => {
  const { answers = [], text } = letterOf({ sender: 'Solvær kommune', q: '=1+1', c: 'ja' })
  expect(text).toBe('')
  expect(
    answers.map(({ questionId, row }) => [questionId, row.choice, row.body && canonicalText(row.body)]),
  ).toEqual([
    ['q', null, '=1+1'],
    ['c', 'yes', null],
  ])
  expect(problemsOf({ sender: 'Solvær kommune', c: 'kanskje' })).toEqual([[2, 5, 'unknown-choice']])
})

test('a row without words, one with more cells than headings, and one whose id stands twice are told', () => {
  expect(problemsOf({ sender: 'Solvær kommune' })).toEqual([[2, 3, 'nothing-said']])
  const more = readRow(
    { row: 7, cells: [...cells({ sender: 'Solvær kommune', text: 'Ja.' }), 'rest'] },
    reading(),
  )
  expect(more).toMatchObject({
    problems: [{ row: 7, at: 8, reason: 'cells-beyond-headings', value: 'rest' }],
  })
  const by = reading()
  read({ sender: 'Solvær kommune', text: 'Ja.', id: 'A1' }, by, 4)
  expect(read({ sender: 'Solvær kommune', text: 'Nei.', id: 'A1' }, by, 9)).toMatchObject({
    problems: [{ row: 9, at: 6, reason: 'id-twice', value: '4' }],
  })
})
