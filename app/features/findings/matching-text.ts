/** A text made comparable, with the way back: where each of its UTF-16 units came from, in code points. */
export type MatchingText = { text: string; startCp: number[]; endCp: number[] }

const DROPPED = /[\u00AD\u200B-\u200D\u2060\uFEFF]/
const REPLACEMENTS: [RegExp, string][] = [
  // One kind for all: a quotation within a quotation changes its marks from double to single.
  [/[«»“”„‟"‘’‚‛‹›'`´′]/, '"'],
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

/** Every place where the words stand whole: not inside a longer word, as "enig" does in "uenig", nor inside a number. */
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

const LOOKED_AT = 40
const INVISIBLE = new RegExp(DROPPED, 'g')
const JOINT = '[-‐‑‒–—―−\'"‘’]'
// What stands before and after a cut that goes through a word or a number: "u|enig", "ikke-|digital", "12,|5", "62| 000",
// "-|5". Cutting there would leave other words, or another number, than were written.
const CUTS = [
  ['[\\p{L}\\p{N}\\p{M}]$', '^[\\p{L}\\p{N}\\p{M}]'],
  [`[\\p{L}\\p{N}\\p{M}]${JOINT}$`, '^[\\p{L}\\p{N}]'],
  ['[\\p{L}\\p{N}\\p{M}]$', `^${JOINT}[\\p{L}\\p{N}]`],
  ['\\p{N}[.,:/]$', '^\\p{N}'],
  ['\\p{N}$', '^[.,:/]\\p{N}'],
  ['(?:^|[^\\p{N}])\\p{N}{1,3}\\s$', '^\\p{N}{3}(?!\\p{N})'],
  ['(?:^|[^\\p{N}])\\p{N}{1,3}$', '^\\s\\p{N}{3}(?!\\p{N})'],
  [`(?:^|\\s)${JOINT}$`, '^\\p{N}'],
].map(([before = '', after = '']) => [new RegExp(before, 'u'), new RegExp(after, 'u')] as const)

function splitsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LOOKED_AT), at).replace(INVISIBLE, '')
  const after = text.slice(at, at + LOOKED_AT).replace(INVISIBLE, '')
  return CUTS.some(([left, right]) => left.test(before) && right.test(after))
}
