import { remembered } from './memo.ts'

const spelling: Record<string, string> = {
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  ä: 'ae',
  ö: 'oe',
  č: 'c',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  š: 's',
  ŧ: 't',
  ž: 'z',
  ß: 'ss',
  ł: 'l',
  þ: 'th',
  œ: 'oe',
  ı: 'i',
}
const spelled = new RegExp(`[${Object.keys(spelling).join('')}]`, 'g')
const inSign = /[^\p{L}\p{N}]/gu

/** The longest lexeme kept, in code points: longer "words" are keys and addresses, which nobody types out. */
const maxLexeme = 64

/**
 * Nordic letters spelt out in ASCII and every other accent dropped, so that typed "aa" and "Karasjohka" match. Signs
 * that stand for letters become those letters ("ﬁ", "²"). Normalising the result once more (NFKD, lower case, without
 * accents) changes nothing, for Meilisearch does that to what it is asked. Empty when there is no letter or digit.
 */
export function fold(word: string): string {
  return /^[a-z0-9]{1,64}$/.test(word) ? word : foldRemembered(word)
}

const foldRemembered = remembered(folded)

function folded(word: string): string {
  let plain = word
  // A letter may come to light only when another is taken apart: "ǽ" is "æ" with an accent.
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = spell(plain.normalize('NFC').toLowerCase()).normalize('NFKD').replace(inSign, '').toLowerCase()
  }
  return plain.length <= maxLexeme ? plain : Array.from(plain).slice(0, maxLexeme).join('')
}

function spell(text: string): string {
  return text.replace(spelled, (letter) => spelling[letter] ?? letter)
}
