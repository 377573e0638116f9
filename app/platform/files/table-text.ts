/** How the letters of a text file are written down. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * The encoding of a file by how it begins; null where only the rest of it tells UTF-8 from Windows-1252. Excel saves
 * UTF-16 with a mark in front, and others without: then every other byte of ordinary letters is zero.
 */
export function encodingByStart(head: Uint8Array): Encoding | null {
  const [one, two, three] = head
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  if (one === 0xfe && two === 0xff) return 'utf-16be'
  if (one === 0xef && two === 0xbb && three === 0xbf) return 'utf-8'
  const zeros = { even: 0, odd: 0 }
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd'] += 1
  const many = head.length / 4
  if (zeros.odd > many && zeros.even === 0) return 'utf-16le'
  return zeros.even > many && zeros.odd === 0 ? 'utf-16be' : null
}

/** What stands between the cells of a line: the sign that its beginning has most of, outside quotation marks. */
export function delimiterOf(text: string): ';' | ',' | '\t' {
  const sums = { ';': 0, ',': 0, '\t': 0 }
  let quoted = false
  let heard = false
  for (const sign of text) {
    if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === ';' || sign === ',' || sign === '\t')) sums[sign] += 1
    heard ||= /\S/.test(sign)
    // The heading tells: texts below it are full of commas.
    if (sign === '\n' && !quoted && heard) break
  }
  if (sums['\t'] > 0 && sums['\t'] >= sums[';']) return '\t'
  return sums[';'] > 0 || sums[','] === 0 ? ';' : ','
}

/** The name of a column as a spreadsheet has it: A, B, … Z, AA. */
export function columnLetters(at: number): string {
  const rest = Math.floor(at / 26)
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (at % 26))}`
}
