import { expect, test } from 'vitest'
import { buildingOf } from './building.ts'
import { filtersOf } from './filters.ts'
import { emptyRow } from './query-builder.ts'

function asked(search: string) {
  const given = new URLSearchParams(search)
  return buildingOf(given, filtersOf(given))
}

test('the builder is shut until it is asked for, and then shows what was typed with room for more', () => {
  expect(asked('q=skole')).toBeNull()
  expect(asked('build=1')).toEqual({ rows: [emptyRow, emptyRow], problems: [], whole: null })
  expect(asked('build=1&q=skole')).toMatchObject({ rows: [{ text: 'skole' }, emptyRow] })
  expect(asked('build=1&q=skole+plan&any=1')).toMatchObject({
    rows: [{ text: 'skole' }, { join: 'or', text: 'plan' }, emptyRow],
  })
})

test('what rows cannot say, or nobody can read, is not shown as rows', () => {
  expect(asked('build=1&q=a+b+ELLER+c')).toMatchObject({ rows: null })
  expect(asked('build=1&q="a')).toMatchObject({ rows: null })
})

test('rows are written, or come back as they were with what is wrong', () => {
  expect(asked('build=1&q=før&act=write&rowText=skole&rowText=')).toEqual({ text: 'skole' })
  expect(asked('build=1&act=write')).toEqual({ text: '' })
  expect(asked('build=1&act=write&rowText=to+ord')).toEqual({
    ...{ rows: [{ ...emptyRow, text: 'to ord' }], whole: null },
    problems: [{ row: 0, refusal: 'not-one-thing' }],
  })
})

test('one more row is added to those there are, until there are enough', () => {
  expect(asked('build=1&act=add&rowText=to+ord')).toMatchObject({ rows: [{ text: 'to ord' }, emptyRow] })
  expect(asked(`build=1&act=add${'&rowText=a'.repeat(12)}`)).toMatchObject({ rows: { length: 12 } })
})
