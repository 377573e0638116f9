/** A line as it is printed on a page: its words, how high up it stands, where it begins and ends, how tall its letters are. */
export type PrintedLine = { text: string; y: number; start: number; end: number; height: number }

const item = /^(?:[-–•●▪◦‣*]|\(?\d{1,3}[.)]|[a-zæøå][.)])\s/i

/**
 * The paragraphs that printed lines make: a line goes on from the one before it when it stands close below it, in letters
 * of the same height, and the one before was filled. A word divided at the end of a line is made whole, unless the sign
 * stands for a word left out ("inn- og utland").
 */
export function joinedLines(lines: readonly PrintedLine[]): string[] {
  const widest = Math.max(0, ...lines.map(({ end }) => end))
  const paragraphs: string[] = []
  let before: PrintedLine | null = null
  for (const line of lines) {
    const last = paragraphs.length - 1
    if (before && goesOn(before, line, widest)) paragraphs[last] = joined(paragraphs[last] ?? '', line.text)
    else paragraphs.push(line.text.trim())
    before = line
  }
  return paragraphs
}

function goesOn(before: PrintedLine, line: PrintedLine, widest: number): boolean {
  const tall = Math.max(before.height, line.height, 1)
  const step = before.y - line.y
  if (step <= 0 || step > 1.9 * tall || Math.abs(before.height - line.height) > 0.15 * tall) return false
  if (item.test(line.text.trimStart())) return false
  const ended = /[.!?:;]["»”)]?\s*$/.test(before.text)
  // A sentence that ends well before the edge ends its paragraph; a short line without a stop is a heading or a cell.
  const filled = before.end > 0.85 * widest
  return ended ? filled : filled || before.end > 0.85 * line.end
}

function joined(one: string, other: string): string {
  const next = other.trim()
  const divided = /[\p{L}]-$/u.test(one) && /^\p{Ll}/u.test(next) && !/^(og|eller|and|or)\b/u.test(next)
  if (divided || one.endsWith('\u00ad')) return one.slice(0, -1) + next
  return `${one.trimEnd()} ${next}`
}
