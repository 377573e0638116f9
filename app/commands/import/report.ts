import type { LetterFault, LetterField, LetterRefusal } from '#app/features/inputs/registration.ts'

/** Why a line of a file is not taken: what is wrong with the letter, or with the line. */
export type LineRefusal = LetterRefusal | 'used-before' | 'not-utf8' | 'line-too-long'

/** One thing wrong with one line. */
export type LineFault = {
  line: number
  field: LetterField
  refusal: LineRefusal
  found?: LetterFault['found']
}

const SENTENCES: Record<LineRefusal, string> = {
  'not-json': 'not JSON',
  'not-an-object': 'not a JSON object',
  'not-utf8': 'not UTF-8',
  'line-too-long': 'longer than 1 MB',
  missing: 'missing or empty',
  'not-text': 'not a text',
  damaged: 'holds NUL or half a character, so something went wrong with it on the way here',
  'too-long': 'too long',
  'used-before': 'used before',
  'unknown-type': 'not a type of sender we know',
  'not-a-date': 'not a day, a year or empty',
  'unknown-language': 'not nb, nn, en, sv, fi or se',
  'not-yes-or-no': 'not true or false',
  'registered-otherwise':
    'not what was registered under this id before, and what is registered is never altered',
  'taken-back': 'of a letter that was registered and taken back; give it another id',
  withdrawn: 'has withdrawn its input to this round',
}

/** A fault in words: `line 12, date: not a day, a year or empty ("13.10.21")`. */
export function faultSentence({ line, field, refusal, found }: LineFault): string {
  if (refusal === 'used-before') return `line ${line}, ${field}: used before, on line ${found}`
  const place = field === 'line' ? `line ${line}` : `line ${line}, ${field}`
  return `${place}: ${SENTENCES[refusal]}${found === undefined ? '' : ` (${quoted(found)})`}`
}

/** Shortened, and without anything that a terminal would act upon. */
function quoted(text: string): string {
  const start = [...text.slice(0, 200)].slice(0, 40).join('')
  const safe = JSON.stringify(start).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�')
  return start.length < text.length ? safe.replace(/"$/, '…"') : safe
}

/** What an import did, or would do, in figures. */
export type Figures = {
  lines: number
  registered: number
  alreadyThere: number
  bad: number
  senders: number
  newSenders: number
}

/** The last line of an import. */
export function summary(figures: Figures, rehearsal: boolean): string {
  const { lines, registered, alreadyThere, bad, senders, newSenders } = figures
  const done = rehearsal ? `${registered} would be registered` : `${registered} registered`
  return `${count(lines, 'line')}: ${done}, ${alreadyThere} already there, ${bad} bad. ${count(senders, 'sender')}, ${newSenders} of them new.`
}

/** A number with its noun: 1 line, 2 lines. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
