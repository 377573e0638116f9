import { expect, test } from 'vitest'
import { shownFileName } from './file-name.ts'

test('only the last part of a path is shown, on one line', () => {
  expect(shownFileName('C:\\Users\\kari\\utkast 2.docx')).toBe('utkast 2.docx')
  expect(shownFileName('../../etc/utkast.docx')).toBe('utkast.docx')
  expect(shownFileName('ut\u0000k\nast\u202excod.docx')).toBe('utk astxcod.docx')
  expect(shownFileName('/')).toBe('uten navn')
})

test('a name that is too long keeps its beginning and its end', () => {
  const shown = shownFileName(`${'å'.repeat(300)}.docx`)
  expect([...shown].length).toBe(120)
  expect(shown.endsWith('….docx')).toBe(true)
})
