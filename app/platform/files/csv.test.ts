import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CSV_START, csvLine } from './csv.ts'

test('numbers have a comma, nothing is an empty cell, and a cell with a separator is quoted', () => {
  expect(csvLine(['Solvær; indre', 12.5, null, 'sa «ja»', 'sa "ja"'])).toBe(
    '"Solvær; indre";12,5;;sa «ja»;"sa ""ja"""\r\n',
  )
})

test.each(['=1+1', '+47 22', '-2', '@SUM(A1)', '\tcmd'])('«%s» is text and never a formula', (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`)
})

test('the end of a line in a cell is quoted, whichever of its signs stands there', () => {
  expect(csvLine(['a\rb', 'a\nb'])).toBe('"a\rb";"a\nb"\r\n')
  expect(csvLine(['\r=1+1'])).toBe('"\'\r=1+1"\r\n')
})

test('whatever the cells say, a reader of CSV gets the same cells back', () => {
  const cell = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const written = CSV_START + rows.map((row) => csvLine(row)).join('')
      const read = parse(written, {
        bom: true,
        delimiter: ';',
        relax_column_count: true,
        record_delimiter: '\r\n',
      })
      expect(read).toEqual(rows)
    }),
  )
})
