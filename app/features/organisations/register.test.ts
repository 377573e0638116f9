import { expect, test } from 'vitest'
import { type Register, type RegisterRow, readRegister, turnOf } from './register.ts'

const headings = [
  ...['kommunenr', 'navn_norsk', 'navn_offisielt', 'fylke', 'fylkenr', 'maalform', 'orgnr'],
  ...['navn_se', 'kommunenr_2023', 'kommunenr_2019'],
]
const usual = {
  ...{ kommunenr: '0801', navn_norsk: 'Storvik', navn_offisielt: 'Stuorragohppi', fylke: 'Vestvidda' },
  ...{ fylkenr: '08', maalform: 'Nynorsk', orgnr: '971032146', navn_se: 'Stuorragohppi' },
}
const row = (own: Record<string, string>, line = 2): RegisterRow => ({ line, cells: { ...usual, ...own } })

function read(...rows: RegisterRow[]): Register {
  const register = readRegister(headings, rows)
  if ('refusal' in register) throw new Error(register.refusal)
  return register
}
const reasons = (...rows: RegisterRow[]) => read(...rows).leftOut.map(({ line, reason }) => [line, reason])

test('numbers keep their zeros, and names stand as they are said', () => {
  expect(read(row({})).entries).toEqual([
    {
      ...{ line: 2, number: '0801', name: 'Storvik', officialName: 'Stuorragohppi' },
      names: { no: 'Storvik', se: 'Stuorragohppi' },
      county: { number: '08', name: 'Vestvidda' },
      ...{ writtenForm: 'nn', organisationNumber: '971032146', inhabitants: null, before: null },
    },
  ])
})

test('a number of before counts when it was another, in the latest year the file names', () => {
  const before = (own: Record<string, string>) => read(row(own)).entries[0]?.before
  expect(before({ kommunenr_2023: '0801', kommunenr_2019: '0700' })).toBeNull()
  expect(before({ kommunenr_2023: '0702', kommunenr_2019: '0700' })).toEqual({ number: '0702', year: 2023 })
  expect(turnOf({ year: 2023 })).toEqual({ lastDay: '2023-12-31', firstDay: '2024-01-01' })
})

test('how many live there is read where the file says it, however it is written', () => {
  const inhabitants = (innbyggere: string) => read(row({ innbyggere })).entries[0]?.inhabitants
  expect(['2100', '2 100', '2.100', ''].map(inhabitants)).toEqual([2100, 2100, 2100, null])
  expect(reasons(row({ innbyggere: 'mange' }, 2))).toEqual([[2, 'inhabitants-unusable']])
})

test('a row that cannot be used is named by line and the others go on', () => {
  expect(
    reasons(
      row({ kommunenr: '801' }, 2),
      row({ kommunenr: '0802', orgnr: '971032147' }, 3),
      row({ kommunenr: '0803', orgnr: '', navn_norsk: ' ' }, 4),
      row({ kommunenr: '0804', orgnr: '', maalform: 'constructor' }, 5),
      row({ kommunenr: '0805', orgnr: '', fylke: '' }, 6),
      row({ kommunenr: '0806', orgnr: '', kommunenr_2023: '12' }, 7),
      row({ kommunenr: '0807', orgnr: '', navn_offisielt: 'x'.repeat(201) }, 8),
      row({ kommunenr: '0808', orgnr: '' }, 9),
      row({ kommunenr: '0809', orgnr: '', fylke: 'Østvidda' }, 10),
    ),
  ).toEqual([
    [2, 'number-unusable'],
    [3, 'organisation-number-unusable'],
    [4, 'name-missing'],
    [5, 'written-form-unknown'],
    [6, 'county-unusable'],
    [7, 'number-before-unusable'],
    [8, 'name-too-long'],
    [10, 'county-named-twice'],
  ])
})

test('of two rows with one number neither is used', () => {
  expect(reasons(row({}, 2), row({ orgnr: '' }, 3), row({ kommunenr: '0802', orgnr: '' }, 4))).toEqual([
    [2, 'number-twice'],
    [3, 'number-twice'],
  ])
  expect(reasons(row({}, 2), row({ kommunenr: '0802' }, 3))).toEqual([
    [2, 'organisation-number-twice'],
    [3, 'organisation-number-twice'],
  ])
})

test('a file without the columns it needs, or without rows, is not read at all', () => {
  expect(readRegister(headings.slice(1), [row({})])).toEqual({ refusal: 'columns-missing' })
  expect(readRegister(headings, [])).toEqual({ refusal: 'no-rows' })
})
