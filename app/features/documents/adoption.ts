import type { LocalisedText } from '../../platform/localised-text.ts'

/** Who can adopt: an official in a role, a board or committee, or an elected council (nordic-practice A3.2). */
export const ADOPTER_KINDS = ['official', 'board', 'council'] as const
export type AdopterKind = (typeof ADOPTER_KINDS)[number]

/** What a decision is recorded with. `on` is the day it was made, as '2023-03-06'. */
export type Adoption = {
  title: LocalisedText
  by: LocalisedText
  kind: AdopterKind
  on: string
  caseNumber: string | null
  consultedWith: LocalisedText
}

/** What the hash is of: the words that were adopted, who adopted them and when. */
export type AdoptedText = {
  document: LocalisedText
  version: LocalisedText
  adoptedBy: LocalisedText
  adoptedOn: string
  blocks: readonly { kind: string; anchor: string; text: LocalisedText }[]
}

/** The name of the format below; it stands in the hashed text, so that a later format is never mistaken for it. */
export const adoptedTextFormat = 'innspill-adopted-text-1'

/**
 * The adopted text as the one string its SHA-256 is of, so that anyone can recompute it: JSON by RFC 8785 (keys in
 * order of code units, no white space, UTF-8) with the members `adoptedBy`, `adoptedOn`, `blocks` (in their order,
 * each `anchor`, `kind`, `text`), `document` (its title), `format` and `version` (its title). A text is an object
 * from language to words; a language without words is left out, and words stand as they are stored (NFC).
 */
export function canonicalAdoptedText(adopted: AdoptedText): string {
  return JSON.stringify({
    adoptedBy: inOrder(adopted.adoptedBy),
    adoptedOn: adopted.adoptedOn,
    blocks: adopted.blocks.map(({ anchor, kind, text }) => ({ anchor, kind, text: inOrder(text) })),
    document: inOrder(adopted.document),
    format: adoptedTextFormat,
    version: inOrder(adopted.version),
  })
}

function inOrder(text: LocalisedText) {
  const written = Object.entries(text).filter(([, words]) => words)
  return Object.fromEntries(written.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A version as adoption sees it; `adoptedLater` is whether one with a higher number is adopted already. */
export type Adoptable = {
  publishedAt: Date | null
  adoptedAt: Date | null
  blocks: number
  adoptedLater: boolean
}

export type AdoptionObstacle = 'already-adopted' | 'not-published' | 'no-text' | 'later-adopted'

/**
 * Why a version cannot be adopted. It must be published first: publishing has its own checks in one place, and what
 * is locked for ever is then a text that anyone can already read. The day of the decision may well be earlier.
 */
export function adoptionObstacle(version: Adoptable): AdoptionObstacle | null {
  if (version.adoptedAt) return 'already-adopted'
  if (!version.publishedAt) return 'not-published'
  if (version.adoptedLater) return 'later-adopted'
  return version.blocks > 0 ? null : 'no-text'
}

export type AdoptionRefusal =
  | AdoptionObstacle
  | 'title-missing'
  | 'adopter-missing'
  | 'not-a-day'
  | 'day-in-future'

/** Why a decision cannot be recorded. `today` is the day in Norway. */
export function adoptionRefusal(
  version: Adoptable,
  { title, by, on }: Pick<Adoption, 'title' | 'by' | 'on'>,
  today: string,
): AdoptionRefusal | null {
  const obstacle = adoptionObstacle(version)
  if (obstacle) return obstacle
  if (!title.nb && !title.nn) return 'title-missing'
  if (!by.nb && !by.nn) return 'adopter-missing'
  if (!isDay(on)) return 'not-a-day'
  return on > today ? 'day-in-future' : null
}

/** Whether this is a day of the calendar written as '2023-03-06', in a year anyone can mean. */
export function isDay(day: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(day)) return false
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
