/** A piece of a paragraph: words, or a mark that stands for a citation ({s3}) or a count ({t4}) by its number. */
export type Part =
  | { kind: 'words'; words: string }
  | { kind: 'citation'; number: number }
  | { kind: 'count'; number: number }

/** A paragraph of a finding. Every one that is not a heading says something, and so must say on what it rests. */
export type Block = { kind: 'heading'; words: string } | { kind: 'claim'; parts: Part[] }

/** A citation as a text draws it: `words` where they may be read, `bases` the laws by which something in it is masked. */
export type TextQuote = {
  mode: 'quote' | 'paraphrase'
  state: 'shown' | 'masked' | 'withheld' | 'withdrawn' | 'gone'
  words: string | null
  bases: string[]
  lang: string
  /** `name` is null for those whose name is not told. Null where not even that may be said. */
  sender: { name: string | null; kind: string } | null
  /** To the passage in its context. */
  href: string | null
}

/** A count as a text draws it: `moved` is what it has become since it was published, null while it is the same. */
export type ShownCount = {
  count: number
  of: number
  href: string | null
  moved: { count: number; of: number } | null
}

const MARKER = /\{([st])([1-9]\d{0,5})\}/g
const HEADING = /^##[ \t]+/

/** What stands in a text for a citation or a count. */
export const markerOf = (kind: 'citation' | 'count', number: number) =>
  `{${kind === 'citation' ? 's' : 't'}${number}}`

/** The paragraphs of a text in their order: what blank lines part. What stands on lines below a heading is not of it. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .flatMap((paragraph) => {
      const whole = paragraph.trim()
      const [first = '', ...below] = HEADING.test(whole) ? whole.split('\n') : [whole]
      return [first.trim(), below.join('\n').trim()]
    })
    .filter((paragraph) => paragraph !== '')
}

/** A finding's text as it is drawn and checked. */
export function blocksOf(text: string): Block[] {
  return paragraphsOf(text).map((paragraph) =>
    HEADING.test(paragraph)
      ? { kind: 'heading', words: paragraph.replace(HEADING, '') }
      : { kind: 'claim', parts: partsOf(paragraph) },
  )
}

function partsOf(paragraph: string): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const marker of paragraph.matchAll(MARKER)) {
    if (marker.index > from) parts.push({ kind: 'words', words: paragraph.slice(from, marker.index) })
    parts.push({ kind: marker[1] === 's' ? 'citation' : 'count', number: Number(marker[2]) })
    from = marker.index + marker[0].length
  }
  if (from < paragraph.length) parts.push({ kind: 'words', words: paragraph.slice(from) })
  return parts
}

/** The numbers of the citations and counts that stand in a text, each once, in the order they first come. */
export function markersIn(text: string): { citations: number[]; counts: number[] } {
  const found = { s: new Set<number>(), t: new Set<number>() }
  for (const [, kind, number] of text.matchAll(MARKER)) found[kind === 's' ? 's' : 't'].add(Number(number))
  return { citations: [...found.s], counts: [...found.t] }
}

/** The citation that is all there is of a paragraph, and so stands by itself; null for every other paragraph. */
export function aloneIn(parts: readonly Part[]): number | null {
  const said = parts.filter((part) => part.kind !== 'words' || part.words.trim() !== '')
  const [only] = said
  return said.length === 1 && only?.kind === 'citation' ? only.number : null
}

/** A count in words. The texts of findings are Norwegian, both written forms say it alike. */
export function countWords({ count, of }: { count: number; of: number }): string {
  const inNorwegian = new Intl.NumberFormat('nb')
  return `${inNorwegian.format(count)} av ${inNorwegian.format(of)}`
}
