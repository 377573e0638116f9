import type { Locale } from '../../platform/locale.ts'
import type { Span } from './outline.ts'

/**
 * A piece of a printed page. `id` is the address it has on the page, and so in the file; `terms` are drawn at the left of what
 * they mean, other items under one another.
 */
export type PrintBlock =
  | PrintHeading
  | PrintText
  | PrintTable
  | { kind: 'items'; id?: string; terms: boolean; items: readonly PrintItem[] }
  | { kind: 'framed'; id?: string; quoted: boolean; blocks: readonly PrintBlock[] }

/** A heading: 0 is the title of the whole. */
export type PrintHeading = { kind: 'heading'; level: 0 | 1 | 2 | 3 | 4; spans: readonly Span[]; id?: string }

/** A paragraph; with `number`, one that is cited by it. */
export type PrintText = {
  kind: 'text' | 'quiet'
  spans: readonly Span[]
  id?: string
  number?: string
}

/** An item of a list; `label` stands before it: a bullet, its number, a term, or nothing. */
export type PrintItem = { label: string; id?: string; blocks: readonly PrintBlock[] }

/** A table whose cells may say something in another language. */
export type PrintTable = {
  kind: 'table'
  id?: string
  caption: string
  corner: string
  columns: readonly string[]
  rows: readonly { head: readonly Span[]; cells: readonly (readonly Span[])[] }[]
  numbers: boolean
}

/** A page as a file to print: what is drawn, in one language, with where it stands on the web at the foot of each sheet. */
export type Print = {
  lang: Locale
  title: string
  blocks: readonly PrintBlock[]
  /** The heading of a table of contents; null where there is little to find one's way in. */
  contents: string | null
  /** Stand at the foot of every sheet: where the page is on the web, and which version of it this is. */
  address: string
  edition: string
  /** «Side {page} av {pages}». */
  sheet: string
}

/** The words of spans without their looks. */
export const plain = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')

/** The same in the look of a heading. */
export const strong = (spans: readonly Span[]): Span[] =>
  spans.map((span) => ({ ...span, look: 'strong' as const }))

/** A size as it stands beside a link: «643,1 kB», «1,2 MB». */
export function exactSize(bytes: number, tag: string): string {
  const mega = bytes >= 1_000_000
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return `${number.format(bytes / (mega ? 1_000_000 : 1_000))}\u00a0${mega ? 'MB' : 'kB'}`
}

/** What a file is called where it is saved: the title with the signs file names may not have left out. */
export function printFileName(title: string): string {
  const words = [
    ...title
      .replace(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
  return `${words.length > 100 ? `${words.slice(0, 99).join('')}…` : words.join('')}.pdf`
}
