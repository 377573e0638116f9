import { findPhoneNumbersInText } from 'libphonenumber-js/min'
import type { Span } from './span.ts'

// How people here write a number of eight digits. Thousands are never written so: 25 000 000 is an amount.
const writtenAsPhone = /^(\d{8}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3}|\d{2} \d{6}|\d{4} \d{4})$/
const years = /^(19|20)\d{2}[ –-]?(19|20)\d{2}$/
const day = /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/

// What stands before digits that are something else: an amount, a case, a body, a law, a year.
const notPhoneBefore =
  /(\b(kr|kroner|nok|sek|eur|usd|beløp\w*|belopp|sum|sak(snr|snummer)?|arkivsak\w*|saksnr|journalnr|jnr|ref|referanse|org\.? ?(nr|nummer)|orgnr|organisasjonsnummer|gnr|bnr|konto\w*|isbn|issn|lov|side|s|år|årene|perioden|nr|nummer|\p{L}+nummer(et)?)\b[.: \u00a0]{0,3}|[/§$€£\d.,-])$/iu
const notPhoneAfter =
  /^([/%\d]|[.,]\d|[ \u00a0]?(kr|kroner|mill|millioner|mrd|milliarder|prosent|elever|barn|innbyggere)\b)/iu
const phoneBefore = /\b(tlf|telefon\w*|mobil\w*|tel|phone|ring|mob)\b[.: \u00a0]*(nr|nummer)?[.: \u00a0]*$/iu

/** Where a text has phone numbers: as they are written in Norway (or in Sweden, in Swedish), or with a country's code. */
export function findPhoneNumbers(text: string, lang: string): Span[] {
  const home = findPhoneNumbersInText(text, lang === 'sv' ? 'SE' : 'NO')
  const away = lang === 'sv' ? findPhoneNumbersInText(text, 'NO') : []
  return [...home, ...away]
    .flatMap(({ startsAt, endsAt }) => parts(text, startsAt, endsAt))
    .filter((found) => isPhone(text, found, lang))
}

// Two numbers with a comma between are found as one with an extension.
function parts(text: string, start: number, end: number): Span[] {
  return [...text.slice(start, end).matchAll(/[^,;\n]+/g)].flatMap(({ 0: part, index }) => {
    const words = part.trim()
    const from = start + index + part.indexOf(words)
    return words === '' ? [] : [{ start: from, end: from + words.length }]
  })
}

function isPhone(text: string, { start, end }: Span, lang: string): boolean {
  const found = text.slice(start, end).replaceAll('\u00a0', ' ')
  const digits = found.replace(/\D/g, '')
  if (/^\(?\+|^00/.test(found)) return digits.length >= 8
  const before = text.slice(Math.max(0, start - 24), start)
  if (phoneBefore.test(before)) return digits.length >= 5
  if (notPhoneBefore.test(before) || notPhoneAfter.test(text.slice(end, end + 16))) return false
  if (lang === 'sv' && /^0\d/.test(found)) return digits.length >= 8
  return writtenAsPhone.test(found) && !years.test(found) && !day.test(digits)
}
