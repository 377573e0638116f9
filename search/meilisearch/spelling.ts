/**
 * How values are written in the index and in filters. The server folds case and accents of what it filters on and
 * knows quotes and operators; written in these letters alone, values stay as different as they are, a beginning stays
 * a beginning, and nothing in a value can be taken for syntax.
 */
const plain = /[a-z0-9=@#-]/
const digits = 4
const base = 36

/** A text with every other character as `_` and its code point, always in as many digits. */
export function spelt(text: string): string {
  return Array.from(text, (character) =>
    plain.test(character)
      ? character
      : `_${(character.codePointAt(0) ?? 0).toString(base).padStart(digits, '0')}`,
  ).join('')
}

/** The text that was spelt so. */
export function unspelt(value: string): string {
  return value.replace(/_([0-9a-z]{4})/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, base)),
  )
}
