import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typedOf } from '#search/query/writing.ts'
import { parseQuery } from '#search/query.ts'
import {
  type BuilderRow,
  emptyRow,
  maxRows,
  rowKinds,
  rowsOfForm,
  rowsOfQuery,
  textOfRows,
} from './query-builder.ts'

const row = (own: Partial<BuilderRow>): BuilderRow => ({ ...emptyRow, ...own })

function rowsOf(typed: string, compounds = false) {
  const parsed = parseQuery(typed, { compounds })
  return 'query' in parsed ? rowsOfQuery(parsed.query) : parsed.refusal
}

test('rows are written as one would type them', () => {
  const rows = [
    row({ text: 'Barnehage' }),
    row({ join: 'or', kind: 'phrase', text: 'tidlig  innsats' }),
    row({ has: 'no', kind: 'near', text: 'felles', other: 'innlogging', distance: 3 }),
    row({ kind: 'beginning', text: 'digi' }),
    row({ kind: 'part', text: 'plan' }),
    row({ kind: 'similar', text: 'læreplan' }),
    row({ kind: 'sender', text: 'Nordvik' }),
    row({ kind: 'sender', text: 'Nordvik kommune' }),
    row({ kind: 'language', text: 'nn' }),
  ]
  expect(textOfRows(rows, false)).toEqual({
    text:
      '(barnehage ELLER "tidlig innsats") -(felles NÆR/3 innlogging) digi* *plan* læreplan~ ' +
      'avsender:nordvik avsender:"nordvik kommune" språk:nn',
  })
})

test('typed text becomes rows where rows can say it', () => {
  expect(rowsOf('skole (IKT ELLER -data*) "felles plan"')).toEqual([
    row({ text: 'skole' }),
    row({ text: 'ikt' }),
    row({ join: 'or', has: 'no', kind: 'beginning', text: 'data' }),
    row({ kind: 'phrase', text: 'felles plan' }),
  ])
  expect(rowsOf('')).toEqual([])
})

test('what rows cannot say is not shown as something else', () => {
  for (const typed of ['a b ELLER c', '-(a ELLER b)', '(a (b ELLER (c d)))', '"a" NÆR/2 "b"', 'avsender:"a"'])
    expect(rowsOf(typed), typed).toBeNull()
  expect(rowsOf('a '.repeat(maxRows))).toHaveLength(maxRows)
  expect(rowsOf('a '.repeat(maxRows + 1))).toBeNull()
})

test('empty rows are left out, and an alternative to nothing stands by itself', () => {
  expect(textOfRows([row({}), row({ join: 'or', text: 'a' }), row({ text: ' ' })], false)).toEqual({
    text: 'a',
  })
  expect(textOfRows([row({}), row({ kind: 'near' })], false)).toEqual({ text: '' })
})

test('a row that is not one thing is refused by its number; too much is refused as a whole', () => {
  const rows = [
    row({ text: 'to ord' }),
    row({ text: 'ett' }),
    row({ kind: 'beginning', text: 'ab' }),
    row({ kind: 'near', text: 'bare' }),
    row({ kind: 'language', text: 'xx' }),
    row({ text: 'a) ELLER (b' }),
    row({ kind: 'near', text: 'a', other: 'b', distance: 70 }),
  ]
  expect(textOfRows(rows, false)).toEqual({
    refusals: [
      { row: 0, refusal: 'not-one-thing' },
      { row: 2, refusal: 'part-too-short' },
      { row: 3, refusal: 'near-needs-two-words' },
      { row: 4, refusal: 'unknown-language' },
      { row: 5, refusal: 'unbalanced-parentheses' },
      { row: 6, refusal: 'distance-out-of-range' },
    ],
  })
  const long = Array.from({ length: 4 }, (_, at) => row({ text: `${'å'.repeat(150)}${at}` }))
  expect(textOfRows(long, false)).toEqual({ refusal: 'query-too-long' })
})

test('a form is read row by row, and what is no choice there is the usual one', () => {
  const given = new URLSearchParams(
    'rowJoin=and&rowHas=yes&rowKind=near&rowText=a&rowOther=b&rowNear=2&rowJoin=or&rowHas=no&rowKind=x&rowText=c',
  )
  expect(rowsOfForm(given)).toEqual([
    row({ kind: 'near', text: 'a', other: 'b', distance: 2 }),
    row({ join: 'or', has: 'no', text: 'c' }),
  ])
  const many = new URLSearchParams(Array.from({ length: 99 }, () => ['rowText', 'a']))
  expect(rowsOfForm(many)).toHaveLength(maxRows)
})

const word = fc.constantFrom(
  'skole',
  'Barnehage',
  'IKT-plan',
  'æra',
  'og',
  'OG',
  'elev(er)',
  '11-5',
  'a b',
  '',
  '«x',
  '-y',
)
const anyRow: fc.Arbitrary<BuilderRow> = fc.record({
  join: fc.constantFrom('and', 'or'),
  has: fc.constantFrom('yes', 'no'),
  kind: fc.constantFrom(...rowKinds),
  text: fc.oneof(word, word, fc.string({ unit: 'binary', maxLength: 12 })),
  other: word,
  distance: fc.integer({ min: 0, max: 12 }),
})

test('whatever the rows hold they are written or refused; written and read they are the same rows, written the same', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 5 }), fc.boolean(), (rows, compounds) => {
      const written = textOfRows(rows, compounds)
      if (!('text' in written)) return
      const again = rowsOf(written.text, compounds)
      expect(Array.isArray(again)).toBe(true)
      expect(textOfRows(again as BuilderRow[], compounds)).toEqual(written)
      compared++
    }),
    { numRuns: 3_000 },
  )
  expect(compared).toBeGreaterThan(200)
})

const pieces = 'a skole "b c" OG ELLER IKKE NÆR/2 ( ) - avsender:x språk:nn plan~ lær* *del* "d"'
const syntax = fc
  .array(fc.constantFrom(...pieces.split(' '), '"b c"'), { maxLength: 14 })
  .map((parts) => parts.join(' '))

test('whatever is typed is not shown as rows, or as rows that are written as the same query', () => {
  let shown = 0
  fc.assert(
    fc.property(syntax, fc.record({ compounds: fc.boolean(), any: fc.boolean() }), (typed, how) => {
      const parsed = parseQuery(typed, how)
      const rows = 'query' in parsed ? rowsOfQuery(parsed.query) : null
      if (!('query' in parsed) || !rows) return
      const written = textOfRows(rows, how.compounds)
      expect(written).toEqual({ text: typedOf(parsed.query) })
      shown++
    }),
    { numRuns: 3_000 },
  )
  expect(shown).toBeGreaterThan(300)
})
