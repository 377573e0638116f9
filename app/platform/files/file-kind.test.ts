import { expect, test } from 'vitest'
import { fileNameFor, hasText } from './file-kind.ts'

test('a name keeps its last part and the ending of what the file is', () => {
  expect(fileNameFor('pdf', 'Vedtak i kommunestyret.pdf')).toBe('Vedtak i kommunestyret.pdf')
  expect(fileNameFor('pdf', 'C:\\Saker\\..\\vedtak.PDF')).toBe('vedtak.pdf')
  expect(fileNameFor('pdf', '../../etc/passwd')).toBe('passwd.pdf')
  expect(fileNameFor('jpeg', 'skolen.jpeg')).toBe('skolen.jpeg')
})

test('a name that says another kind does not hide what the file is', () => {
  expect(fileNameFor('docx', 'rapport.pdf')).toBe('rapport.pdf.docx')
  expect(fileNameFor('png', 'regning.exe')).toBe('regning.exe.png')
})

test('signs that turn the reading round, that nobody sees or that break a line are taken away', () => {
  expect(fileNameFor('pdf', 'lønn\u202efdp.exe')).toBe('lønnfdp.exe.pdf')
  expect(fileNameFor('pdf', 'a\u0000b\r\nc\u200b.pdf')).toBe('ab c.pdf')
  expect(fileNameFor('pdf', 'x\ud800y.pdf')).toBe('xy.pdf')
  expect(fileNameFor('pdf', 'a"b<c>:d.pdf')).toBe('abcd.pdf')
})

test('a name without letters is told so, and a very long one is cut before its ending', () => {
  expect(fileNameFor('pdf', '')).toBe('uten navn.pdf')
  expect(fileNameFor('pdf', '....')).toBe('uten navn.pdf')
  expect(fileNameFor('pdf', '.pdf')).toBe('uten navn.pdf')
  const long = fileNameFor('xlsx', `${'å'.repeat(4_000)}.xlsx`)
  expect([...long].length).toBe(125)
  expect(long.endsWith('….xlsx')).toBe(true)
})

test('there is text in documents and none in pictures', () => {
  expect((['pdf', 'docx', 'odt', 'xlsx'] as const).every(hasText)).toBe(true)
  expect((['png', 'jpeg', 'gif', 'webp'] as const).some(hasText)).toBe(false)
})
