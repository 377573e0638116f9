/** What a key does on the page where inputs are read: goes somewhere, or presses the button that carries it. */
export type KeyDeed =
  | 'next'
  | 'previous'
  | 'nextInput'
  | 'previousInput'
  | 'queue'
  | 'find'
  | 'themes'
  | 'supports'
  | 'supports-with-remarks'
  | 'against'
  | 'neutral'
  | 'unclear'
  | 'stance'
  | 'note'
  | 'flag'
  | 'evidence'
  | 'split'
  | 'join'
  | 'span'
  | 'read'
  | 'readAll'
  | 'undo'
  | 'help'

/** Every key of the page, in the order they are told. Each has a button or a link that anybody can see. */
export const READING_KEYS: readonly { key: string; does: KeyDeed; shift?: true }[] = [
  { key: 'j', does: 'next' },
  { key: 'k', does: 'previous' },
  { key: 'j', does: 'nextInput', shift: true },
  { key: 'k', does: 'previousInput', shift: true },
  { key: 'q', does: 'queue' },
  { key: '/', does: 'find' },
  { key: '1–9', does: 'themes' },
  { key: 's', does: 'supports' },
  { key: 'd', does: 'supports-with-remarks' },
  { key: 'i', does: 'against' },
  { key: 't', does: 'neutral' },
  { key: 'u', does: 'unclear' },
  { key: 'a', does: 'stance' },
  { key: 'n', does: 'note' },
  { key: 'f', does: 'flag' },
  { key: 'e', does: 'evidence' },
  { key: 'o', does: 'split' },
  { key: 'g', does: 'join' },
  { key: 'v', does: 'span' },
  { key: 'l', does: 'read' },
  { key: 'l', does: 'readAll', shift: true },
  { key: 'z', does: 'undo' },
  { key: '?', does: 'help' },
]

/** How many themes have a figure of their own. */
export const NUMBERED = 9

/** What a key press asks for; with Ctrl, Alt or Cmd it is the browser's. A figure is a theme: `themes`, and which. */
export function deedOfKey(pressed: {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
}): { does: KeyDeed; figure?: number } | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null
  if (/^[1-9]$/.test(pressed.key)) return { does: 'themes', figure: Number(pressed.key) }
  // What stands above the letters needs Shift on many keyboards.
  const sign = !/^\p{L}$/u.test(pressed.key)
  const found = READING_KEYS.find(
    ({ key, shift = false }) => key === pressed.key.toLowerCase() && (sign || shift === pressed.shiftKey),
  )
  return found ? { does: found.does } : null
}

/** The key of a deed as it is printed on its button. */
export function keyOf(deed: KeyDeed): string {
  const found = READING_KEYS.find(({ does }) => does === deed)
  return found ? (found.shift ? `Shift ${found.key.toUpperCase()}` : found.key.toUpperCase()) : ''
}

type Finding = {
  code: string
  title: string
  /** The titles of the themes it stands under. */
  above: readonly string[]
}

/**
 * The themes somebody means by what is typed: those whose code begins so first, then those with words that do, then those
 * that have some of the words and stand under a theme that has the others.
 */
export function themesMeant<Theme extends Finding>(themes: readonly Theme[], typed: string): Theme[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...themes]
  const ranks = [
    ({ code }: Theme) => plain(code).startsWith(words.join('')),
    ({ title }: Theme) => beginsIn(words, [title]),
    ({ title, above }: Theme) => beginsIn(words, [title, ...above]),
    ({ title }: Theme) => plain(title).includes(words.join(' ')),
  ]
  return [...new Set(ranks.flatMap((means) => themes.filter(means)))]
}

function beginsIn(words: readonly string[], titles: readonly string[]): boolean {
  const own = titles.flatMap((title) => plain(title).split(/[^\p{L}\p{N}]+/u))
  return words.every((word) => own.some((one) => one.startsWith(word)))
}

const plain = (words: string) => words.normalize('NFC').toLowerCase().trim()
