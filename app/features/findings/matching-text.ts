/** A text made comparable, with the way back: where each of its UTF-16 units came from, in code points. */
export type MatchingText = { text: string; startCp: number[]; endCp: number[] }

const DROPPED = /[\u00AD\u200B-\u200D\u2060\uFEFF]/
const REPLACEMENTS: [RegExp, string][] = [
  [/[«»“”„‟"]/, '"'],
  [/[‘’‚‛‹›'`´′]/, "'"],
  [/[‐‑‒–—―−-]/, '-'],
  [/…/, '...'],
]

/** The text as NFC with one kind of quotation marks, dashes and spaces, and without invisible characters. */
export function matchingText(original: string): MatchingText {
  const pieces: string[] = []
  const startCp: number[] = []
  const endCp: number[] = []
  let cp = 0
  let afterSpace = false
  for (const [cluster] of original.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const end = cp + codePoints(cluster)
    const plain = plainOf(cluster)
    if (plain === ' ' && afterSpace) endCp[endCp.length - 1] = end
    else {
      pieces.push(plain)
      for (let unit = 0; unit < plain.length; unit += 1) {
        startCp.push(cp)
        endCp.push(end)
      }
    }
    if (plain !== '') afterSpace = plain === ' '
    cp = end
  }
  return { text: pieces.join(''), startCp, endCp }
}

function codePoints(cluster: string): number {
  return cluster.length === 1 ? 1 : [...cluster].length
}

const UNCHANGED = /^[\w.,;:()æøåÆØÅ]$/

function plainOf(cluster: string): string {
  if (UNCHANGED.test(cluster)) return cluster
  if (/^\s/.test(cluster) && !DROPPED.test(cluster)) return ' '
  if (DROPPED.test(cluster)) return cluster.replace(new RegExp(DROPPED, 'g'), '')
  const replaced = REPLACEMENTS.find(([pattern]) => pattern.test(cluster))
  return replaced && [...cluster].length === 1 ? replaced[1] : cluster.normalize('NFC')
}

/** Every place where the words stand whole: not inside a longer word, as "enig" does in "uenig". */
export function* wholeMatches(
  words: string,
  text: string,
  from = 0,
): Generator<{ start: number; end: number }> {
  if (words === '') return
  for (let start = text.indexOf(words, from); start !== -1; start = text.indexOf(words, start + 1)) {
    const end = start + words.length
    if (!splitsWord(text, start) && !splitsWord(text, end)) yield { start, end }
  }
}

function splitsWord(text: string, at: number): boolean {
  return (
    /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2))
  )
}
