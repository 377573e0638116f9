import { expect, test } from 'vitest'
import { htmlText } from './html-text.ts'
import { looksLikeMail } from './mail-head.ts'
import { columnLetters, delimiterOf, encodingByStart } from './table-text.ts'

test('the mark in front of a file tells its encoding, and so do the zeros of UTF-16 without one', () => {
  expect(encodingByStart(Buffer.from('\ufeffNavn', 'utf8'))).toBe('utf-8')
  expect(encodingByStart(Buffer.from('\ufeffNavn', 'utf16le'))).toBe('utf-16le')
  expect(encodingByStart(Buffer.from('\ufeffNavn', 'utf16le').swap16())).toBe('utf-16be')
  expect(encodingByStart(Buffer.from('Navn;Tekst', 'utf16le'))).toBe('utf-16le')
  expect(encodingByStart(Buffer.from('Navn;Tekst', 'utf16le').swap16())).toBe('utf-16be')
  expect(encodingByStart(Buffer.from('Navn;Tekst', 'latin1'))).toBeNull()
})

test('cells are parted by what the headings are parted by, whatever the texts are full of', () => {
  expect(delimiterOf('Navn;Tekst\nSolvær;ja, nei, kanskje, vel')).toBe(';')
  expect(delimiterOf('Navn,Tekst\nSolvær,"a;b;c;d"')).toBe(',')
  expect(delimiterOf('Navn\tTekst, kort\n')).toBe('\t')
  expect(delimiterOf('\n\n"Navn, fullt";Tekst\n')).toBe(';')
  expect(delimiterOf('Navn')).toBe(';')
})

test('columns have the letters that a spreadsheet gives them', () => {
  expect([0, 25, 26, 51, 52, 701].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ'])
})

test('an e-mail is known by its headers, and a letter that begins with «Til:» is none', () => {
  expect(looksLikeMail('From: a@example.test\r\nSubject: Hei\r\n\r\nInnspill')).toBe(true)
  expect(looksLikeMail('Received: from x\r\n by y\r\nDate: Tue, 19 May 2026\r\n\r\n')).toBe(true)
  expect(looksLikeMail('Til: departementet\nFra: oss\n\nVi mener')).toBe(false)
  expect(looksLikeMail('<html>From: a\nDate: b\n\n')).toBe(false)
  expect(looksLikeMail('')).toBe(false)
})

test('of an e-mail in HTML the words are taken, block by block, and nothing that is not for reading', () => {
  const html =
    '<html><head><title>x</title><style>p{}</style></head><body><p>Vi&nbsp;mener &laquo;ja&raquo;.</p><div>Og<br>mer &#230;</div><script>alert(1)</script><!-- gjemt --></body></html>'
  expect(htmlText(html)).toBe('Vi mener «ja».\nOg\nmer æ')
  expect(htmlText('<style>aldri lukket')).toBe('')
})
