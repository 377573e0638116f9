import { expect, test } from 'vitest'
import { lineOver, textOver } from './written.ts'

const stored = { nb: 'Før', nn: 'Før no', en: 'Before', sv: 'Innan' }

test('a language that a form has no field for stays as it was', () => {
  expect(lineOver(stored, 'Etter', '')).toEqual({ nb: 'Etter', en: 'Before', sv: 'Innan' })
  expect(lineOver(stored, 'Etter', '', 'After')).toMatchObject({ en: 'After', sv: 'Innan' })
})

test('a language that a form has emptied is gone', () => {
  expect(textOver(stored, '', 'No', ' ', '\n')).toEqual({ nn: 'No' })
})

test('the letters of every language are kept as they are, in one form', () => {
  const sami = 'Á á Č č Đ đ Ŋ ŋ Š š Ŧ ŧ Ž ž Ï ï Ö ö Å å'
  expect(lineOver(null, sami, sami.normalize('NFD')).nb).toBe(sami)
  expect(lineOver(null, '', sami.normalize('NFD')).nn).toBe(sami)
})
