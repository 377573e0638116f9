import type { Entry } from '../questionnaires/filled.ts'

/**
 * What was typed and not yet saved, kept in the browser: the fields as they were, the revision they were written from,
 * and when. `left`: the window it was typed in has closed.
 */
export type LocalCopy = { entries: Entry[]; revision: number; at: number; left?: boolean }

/** What a browser keeps things in; absent where it is turned off. */
export type Cupboard = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Whose copy of which answer. */
export type CopyOf = { personId: string; inputId: string; questionId: string }

const start = 'innspill-copy'
/** Copies nobody came back for are thrown away after so long. */
const oldestMs = 30 * 86_400_000
/** Another window that has not said that it closed saves its own within so long. */
const elsewhereMs = 20_000

// Every window has its own, so that none writes over another's.
const prefixOf = ({ personId, inputId, questionId }: CopyOf) =>
  [start, personId, inputId, questionId, ''].join(':')

/** Keeps what was typed. Gives false where the browser has no room or will not: then saving is all there is. */
export function keepCopy(cupboard: Cupboard, of: CopyOf, window: string, copy: LocalCopy): boolean {
  try {
    cupboard.setItem(prefixOf(of) + window, JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

/** Throws a window's copy away, because it is saved or was thrown away by whoever typed it. */
export function dropCopy(cupboard: Cupboard, of: CopyOf, window: string): void {
  cupboard.removeItem(prefixOf(of) + window)
}

/** Says that the window of a copy has closed, so that the next one offers it at once. */
export function leaveCopy(cupboard: Cupboard, of: CopyOf, window: string): void {
  const copy = opened(cupboard.getItem(prefixOf(of) + window))
  if (copy) keepCopy(cupboard, of, window, { ...copy, left: true })
}

/** The newest copy that a window left behind, and which window; what cannot be read or is too old is thrown away. */
export function findCopy(
  cupboard: Cupboard,
  of: CopyOf,
  own: string,
  now: number,
): { window: string; copy: LocalCopy } | null {
  const prefix = prefixOf(of)
  const found = keysOf(cupboard, prefix).flatMap((key) => {
    const copy = opened(cupboard.getItem(key))
    if (copy && now - copy.at < oldestMs) return [{ window: key.slice(prefix.length), copy }]
    cupboard.removeItem(key)
    return []
  })
  return (
    found
      .filter(({ window, copy }) => window !== own && (copy.left || now - copy.at >= elsewhereMs))
      .sort((one, other) => other.copy.at - one.copy.at)[0] ?? null
  )
}

/** Throws away everything that is kept, whoever wrote it: nothing is left for the next to use the browser. */
export function dropAllCopies(cupboard: Cupboard): void {
  for (const key of keysOf(cupboard, `${start}:`)) cupboard.removeItem(key)
}

function keysOf(cupboard: Cupboard, prefix: string): string[] {
  const keys = Array.from({ length: cupboard.length }, (_, at) => cupboard.key(at) ?? '')
  return keys.filter((key) => key.startsWith(prefix))
}

function opened(text: string | null): LocalCopy | null {
  try {
    const read: unknown = JSON.parse(text ?? '')
    if (typeof read !== 'object' || read === null) return null
    if (!('entries' in read && 'revision' in read && 'at' in read)) return null
    const { entries, revision, at } = read
    if (typeof revision !== 'number' || typeof at !== 'number' || !Array.isArray(entries)) return null
    const whole = entries.every(
      (entry) =>
        Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string'),
    )
    return whole ? { entries, revision, at, ...('left' in read && { left: read.left === true }) } : null
  } catch {
    return null
  }
}
