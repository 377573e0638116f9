import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Candidate,
  columnName,
  type FileRow,
  type ListedRow,
  matchList,
  readListedFile,
  readPastedList,
} from './invitation-list.ts'

const body = (id: string, name: string, own: Partial<Candidate> = {}): Candidate => ({
  ...{ id, name, names: [name], county: 'Vestland', numbers: [], invited: false, gone: false, ...own },
})
const solvaer = body('1', 'Solvær', { names: ['Solvær', 'Solvær kommune'], numbers: ['9101', '910000001'] })
const fossheimN = body('2', 'Fossheim', { county: 'Nordland', numbers: ['9102'] })
const fossheimI = body('3', 'Fossheim', { county: 'Innlandet', numbers: ['9103'] })
const register = [solvaer, fossheimN, fossheimI]

const listed = (text: string) => readPastedList(text) as ListedRow[]
const pasted = (text: string) => matchList(listed(text), register)
const reasons = (text: string) => pasted(text).problems.map(({ row, reason }) => [row, reason])

test('a line names a body by name, by number or by both, and empty lines are nothing', () => {
  for (const line of [
    'Solvær',
    'solvær kommune',
    '9101',
    '910 000 001',
    '9101 Solvær',
    'Solvær\t9101',
    '\n Solvær, 9101 ',
  ])
    expect(pasted(line).invite.map(({ id }) => id)).toEqual(['1'])
})

test('figures within a longer number are no number of their own', () => {
  for (const line of ['19101', '91011', '1910000001']) expect(reasons(line)).toEqual([[1, 'unknown']])
})

test('of two bodies with one name the county says which; without it both are shown and neither is invited', () => {
  expect(pasted('Fossheim (Nordland)').invite).toEqual([{ id: '2', label: 'Fossheim (Nordland)' }])
  const { invite, problems } = pasted('Fossheim')
  expect(invite).toEqual([])
  expect(problems[0]).toMatchObject({ row: 1, reason: 'several' })
  expect(problems[0]?.candidates.map(({ label }) => label)).toEqual([
    'Fossheim (Nordland)',
    'Fossheim (Innlandet)',
  ])
})

test('a name nobody has is told of with its row', () => {
  expect(reasons('Solvær\n\nAtlantis')).toEqual([[3, 'unknown']])
  expect(reasons('Fossheim (Vestland)')).toEqual([[1, 'unknown']])
})

test('a body named twice is invited once, and the second row says which was the first', () => {
  const { invite, problems } = pasted('Solvær\n9102\n9101')
  expect(invite.map(({ id }) => id)).toEqual(['1', '2'])
  expect(problems).toMatchObject([{ row: 3, reason: 'twice', first: 1 }])
})

test('a number and a name that are not of the same body invite neither', () => {
  const [problem] = pasted('9102 Solvær').problems
  expect(problem).toMatchObject({ reason: 'disagree', meant: 'Fossheim (Nordland)' })
  expect(reasons('9101 910000009')).toEqual([[1, 'unknown']])
})

test('who is invited already is set apart, and who exists no more is told of', () => {
  const rows = listed('Solvær\nFossheim (Nordland)')
  const { already, invite, problems } = matchList(rows, [
    { ...solvaer, invited: true },
    { ...fossheimN, gone: true },
  ])
  expect([already.map(({ id }) => id), invite]).toEqual([['1'], []])
  expect(problems).toMatchObject([{ row: 2, reason: 'gone' }])
})

test('a body of today is meant before one of the same name that exists no more', () => {
  const { invite } = matchList(listed('Fossheim'), [{ ...fossheimI, gone: true }, fossheimN])
  expect(invite.map(({ id }) => id)).toEqual(['2'])
})

test('an empty list and one beyond all measure are refused whole', () => {
  expect(readPastedList(' \n \u0000 ')).toEqual({ refusal: 'no-rows' })
  expect(readPastedList('Solvær\n'.repeat(1_001))).toEqual({ refusal: 'too-many-rows' })
})

const file = (headings: string[], ...rows: string[][]) =>
  readListedFile(
    headings,
    rows.map((cells, at): FileRow => ({ row: at + 2, cells })),
  )

test('a file is read by its headings, whatever stands in its other columns', () => {
  const rows = file(['Nr', 'Kommunenr', 'Navn', 'Fylke'], ['1', '9102', 'Fossheim', 'Nordland'])
  expect(rows).toMatchObject([{ row: 2, column: 'C «Navn»', name: 'Fossheim', numbers: ['9102'] }])
})

test('a zero in front that a spreadsheet took away is put back', () => {
  expect(file(['kommunenummer'], ['301'])).toMatchObject([{ numbers: ['0301'] }])
})

test('two columns that say the same are refused, and both are named', () => {
  expect(file(['Navn', 'Fylke', 'Navn'], ['Solvær', 'Vestland', 'Fossheim'])).toEqual({
    ...{ refusal: 'heading-twice', column: 'A «Navn»', other: 'C «Navn»' },
  })
  expect(file(['Navn', 'Kommune'], ['Solvær', 'Solvær'])).toMatchObject({ refusal: 'heading-twice' })
})

test('a file that names nobody in a column we know is refused', () => {
  expect(file(['Hvem', 'Hva'], ['Solvær', 'x'])).toEqual({ refusal: 'headings-missing' })
  expect(file(['Navn'])).toEqual({ refusal: 'no-rows' })
})

test('a column is named by its letter and its heading', () => {
  expect([columnName(0, ['Navn']), columnName(1, ['Navn'])]).toEqual(['A «Navn»', 'B'])
})

test('whatever is pasted, every row is invited, invited already, or told of, and nobody twice', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'Solvær',
      'Fossheim',
      'Fossheim (Nordland)',
      '9101',
      '9103 Fossheim',
      '9101 Fossheim',
      '',
    ),
    fc.string({ maxLength: 30 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const rows = readPastedList(lines.join('\n'))
      if ('refusal' in rows) return
      const { invite, already, problems } = matchList(rows, register)
      expect(invite.length + already.length + problems.length).toBe(rows.length)
      expect(new Set(invite.map(({ id }) => id)).size).toBe(invite.length)
    }),
    { numRuns: 500 },
  )
})
