import { alignmentRefusal, type Link, neighbours } from './lineage.ts'

type Addressed = { id: string; anchor: string }

/** Why what is typed about a block cannot be read or followed. */
export type OriginProblem =
  | { block: string; reason: 'unknown-address'; word: string }
  | { block: string; reason: 'tangled'; word: string }

/** The addresses in what was typed: "3.6, 3.7" or "3.6 og 3.7". A sign before a number and a last full stop are forgiven. */
const addressesIn = (typed: string) =>
  typed
    .toLowerCase()
    .split(/[\s,;+&]+/)
    .map((word) => word.replace(/^[§#«]+/, '').replace(/[.»]+$/, ''))
    .filter((word) => word !== '' && word !== 'og')

/**
 * Reads where each block of the later version comes from, as an editor writes it by addresses; nothing means that it
 * is new. Blocks of the earlier version that nobody names are deleted. Gives the links, or every field that must be
 * mended: an address that is not there, or one block that became several together with another.
 */
export function readOrigins(
  typed: Readonly<Record<string, string | undefined>>,
  from: readonly Addressed[],
  to: readonly Addressed[],
): { links: Link[] } | { problems: OriginProblem[] } {
  const places = new Map(from.map(({ anchor, id }) => [anchor, id]))
  const problems: OriginProblem[] = []
  const links = to.flatMap(({ id }): Link[] => {
    const origins = new Set<string>()
    for (const word of addressesIn(typed[id] ?? '')) {
      const origin = places.get(word)
      if (origin) origins.add(origin)
      else problems.push({ block: id, reason: 'unknown-address', word: word.slice(0, 20) })
    }
    return origins.size === 0
      ? [{ from: null, to: id }]
      : [...origins].map((origin) => ({ from: origin, to: id }))
  })
  if (problems.length > 0) return { problems }
  const named = new Set(links.map((link) => link.from))
  const all = [...links, ...from.flatMap(({ id }) => (named.has(id) ? [] : [{ from: id, to: null }]))]
  if (alignmentRefusal(all, from, to) === null) return { links: all }
  const { toOf, fromOf } = neighbours(all)
  const anchors = new Map(from.map(({ anchor, id }) => [id, anchor]))
  const tangled = to.flatMap(({ id }): OriginProblem[] => {
    const origin = fromOf(id).length > 1 && fromOf(id).find((one) => toOf(one).length > 1)
    return origin ? [{ block: id, reason: 'tangled', word: anchors.get(origin) ?? '' }] : []
  })
  return { problems: tangled }
}

/** The one address somebody typed, as it is stored; empty when it is none, or several. */
export function addressIn(typed: string): string {
  const [word = '', ...more] = addressesIn(typed)
  return more.length === 0 && /^[a-z0-9.]{1,40}$/.test(word) ? word : ''
}

/** What stands in a block's field: the addresses it comes from. */
export const writtenOrigins = (addresses: readonly string[]) => addresses.join(', ')
