import { cleanLine } from '../../platform/rich-text/clean-text.ts'

const longest = 120

/** A file's name fit to show: its last part, on one line, without signs that turn the reading of it round. */
export function shownFileName(name: string): string {
  const last = cleanLine(name.split(/[/\\]/).at(-1) ?? '').replace(
    /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  )
  const letters = [...last]
  if (letters.length === 0) return 'uten navn'
  return letters.length > longest
    ? `${letters.slice(0, longest - 6).join('')}…${letters.slice(-5).join('')}`
    : last
}
