import { diffArrays } from 'diff'

/** A stretch of text: in both versions, only in the later one, or only in the earlier. */
export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string }

/** More words put in or taken out of one text than this, and it is shown as replaced. */
const mostEdits = 400

/**
 * What a whole page may cost: the work of comparing grows with the square of what differs. When it is spent, the rest
 * is shown as replaced, so that no pair of versions takes a reader's request more than about a second.
 */
export type Effort = { left: number }

export const aPagesEffort = (): Effort => ({ left: 5_000_000 })

/** With less than this share of the letters kept, and no long stretch of them, two whole texts are easier to read. */
const leastKept = 0.25
const longStretch = 25

const pieces = /\s+|[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu

/** A text as words, signs and spaces, nothing left out. */
const piecesOf = (text: string): string[] => text.match(pieces) ?? []

/**
 * What was taken out and put in, word by word. The stretches that are not added are the earlier text exactly, those
 * not removed the later one. A space, or a word or two between longer changes, goes with them, so that sentences can be read.
 */
export function wordChanges(before: string, after: string, effort: Effort = aPagesEffort()): WordChange[] {
  if (before === after || before === '' || after === '')
    return before === after ? compact([{ kind: 'same', text: after }]) : replaced(before, after)
  const maxEditLength = Math.min(mostEdits, Math.floor(Math.sqrt(Math.max(0, effort.left))))
  const found = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength })
  const edits = found?.reduce((sum, { count, added, removed }) => sum + (added || removed ? count : 0), 0)
  effort.left -= (edits ?? maxEditLength) ** 2
  if (!found) return replaced(before, after)
  const changes = found.map(({ added, removed, value }): WordChange => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }
  })
  const kept = changes.flatMap(({ kind, text }) => (kind === 'same' ? lettersIn(text) : []))
  const share =
    kept.reduce((sum, letters) => sum + letters, 0) / Math.min(lettersIn(before), lettersIn(after))
  if (share < leastKept && !kept.some((letters) => letters >= longStretch)) return replaced(before, after)
  // First what only spaces part, so that the second time whole changes are weighed.
  return together(together(changes, isSpace), isShort)
}

const replaced = (before: string, after: string) =>
  compact([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])

const compact = (changes: readonly WordChange[]) => changes.filter(({ text }) => text !== '')

const lettersIn = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length

/** Gathers changes that only a space or a few letters part, what is taken out before what is put in. */
function together(
  changes: readonly WordChange[],
  parts: (changes: readonly WordChange[], at: number) => boolean,
): WordChange[] {
  const gathered: WordChange[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    const [start, out, put, end] = trimmed(removed, added)
    gathered.push({ kind: 'same', text: start }, { kind: 'removed', text: out })
    gathered.push({ kind: 'added', text: put }, { kind: 'same', text: end })
    removed = ''
    added = ''
  }
  changes.forEach(({ kind, text }, at) => {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (removed + added !== '' && parts(changes, at)) {
      removed += text
      added += text
    } else {
      flush()
      gathered.push({ kind, text })
    }
  })
  flush()
  return compact(gathered)
}

/** The spaces that two texts begin and end with alike, and what each has between them. */
function trimmed(removed: string, added: string): [string, string, string, string] {
  const start = /^\s+/.exec(removed)?.[0] ?? ''
  if (start && added.startsWith(start)) {
    const [, out, put, end] = trimmed(removed.slice(start.length), added.slice(start.length))
    return [start, out, put, end]
  }
  const end = /\s+$/.exec(removed)?.[0] ?? ''
  if (!end || !added.endsWith(end)) return ['', removed, added, '']
  return ['', removed.slice(0, -end.length), added.slice(0, -end.length), end]
}

/** Letters of one or two words: more than that is read as a stretch of its own. */
const mostBetween = 10

/** Whether nothing but a space is unchanged between two changes. */
const isSpace = (changes: readonly WordChange[], at: number) =>
  changes[at + 1] !== undefined && /^\s+$/.test(changes[at]?.text ?? '')

/** Whether an unchanged stretch is too short to be read as one between the changes round it. */
function isShort(changes: readonly WordChange[], at: number): boolean {
  const sizeOf = (places: readonly number[]) =>
    Math.max(
      ...places.map((place) => {
        const change = changes[place]
        return change && change.kind !== 'same' ? lettersIn(change.text) : 0
      }),
    )
  const text = changes[at]?.text ?? ''
  const letters = lettersIn(text)
  const [before, after] = [sizeOf([at - 1, at - 2]), sizeOf([at + 1, at + 2])]
  return (
    letters <= mostBetween &&
    before >= 2 * letters &&
    after >= Math.max(1, 2 * letters) &&
    !/[.!?]/.test(text)
  )
}

/** Between texts that are set together to be compared as one. */
const seam = '\n\n'

/** A block that became several: its changes, cut where each part begins. */
export function splitChanges(
  before: string,
  parts: readonly string[],
  effort: Effort = aPagesEffort(),
): WordChange[][] {
  const changes = wordChanges(before, parts.join(seam), effort)
  const cut: WordChange[][] = parts.map(() => [])
  let [part, place] = [0, 0]
  const sizes = parts.map((text) => text.length)
  for (const { kind, text } of changes) {
    if (kind === 'removed') {
      // The space between two sentences that now stand apart is no word taken out.
      const atSeam = place === 0 || place >= (sizes[part] ?? 0)
      if (!atSeam || text.trim() !== '') cut[part]?.push({ kind, text })
      continue
    }
    let rest = text
    while (rest !== '') {
      const room = (sizes[part] ?? 0) - place
      const own = rest.slice(0, Math.max(0, room))
      if (own) cut[part]?.push({ kind, text: own })
      rest = rest.slice(own.length)
      place += own.length
      if (rest === '' || part === parts.length - 1) break
      // The seam is ours: it stands in neither version.
      const between = rest.slice(0, Math.min(rest.length, (sizes[part] ?? 0) + seam.length - place))
      rest = rest.slice(between.length)
      place += between.length
      if (place < (sizes[part] ?? 0) + seam.length) continue
      part += 1
      place = 0
    }
  }
  return cut
}

/** Several blocks that became one: the changes from all of them, one after another. The seam itself is no change. */
export function mergedChanges(
  parts: readonly string[],
  after: string,
  effort: Effort = aPagesEffort(),
): WordChange[] {
  const changes = wordChanges(parts.join(seam), after, effort).map(({ kind, text }): WordChange => {
    if (kind === 'removed') return { kind, text: text.trim() === '' ? '' : text.replaceAll(seam, ' ') }
    return { kind: text.trim() === '' ? 'same' : kind, text }
  })
  return compact(changes)
}
