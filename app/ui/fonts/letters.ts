/** What one file of the typeface holds: the file it is cut from, and its letters. */
export type Cut = { from: string; letters: string }

/** The weights our style sheets use, and nothing outside them. */
export const weights = { min: 400, max: 700 }

/** All fonts of the site together, at most. */
export const mostBytes = 60_000

/**
 * What OpenType does for us: space between letters, marks in their places, figures of one width. Inter's own turning of
 * `->` into an arrow is left out: what somebody wrote is shown as they wrote it.
 */
export const features = ['kern', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum']

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join('')

/**
 * The first is all that Norwegian, Swedish, English and South Sámi need, with the signs we set; every page has it. The other
 * is fetched only where it is needed: Northern, Lule, Skolt Sámi and Kven, and the names of our neighbours.
 */
export const cuts: Record<'inter-latin' | 'inter-latin-more', Cut> = {
  'inter-latin': {
    from: 'inter-latin-wght-normal.woff2',
    letters: `${between(0x20, 0x7e)}${between(0xa0, 0xff)}‐‑‒–—‘’‚“”„†•…′″‹›€−`,
  },
  'inter-latin-more': {
    from: 'inter-latin-ext-wght-normal.woff2',
    letters: 'ČčĐđŃńŊŋŠšŦŧŽžǤǥǦǧǨǩǮǯƷʒĀāĄąĆćĎďĒēĘęĚěĞğĢģĪīĮįİıĶķĻļŁłŅņŇňŐőŒœŘřŚśŞşŤťŪūŮůŰűŲųŹźŻż',
  },
}

/** As a style sheet says which letters a file has: U+20-7E, U+A0. */
export function unicodeRange(letters: string): string {
  const points = [...new Set(letters)].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const point of points) {
    const last = runs.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else runs.push([point, point])
  }
  const hex = (point: number) => point.toString(16).toUpperCase().padStart(4, '0')
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ')
}
