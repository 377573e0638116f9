import { slugOf } from '../organisations/organisation.ts'

/** What a register page is about (nordic-practice A1.10). */
export const REGISTER_KINDS = ['strategy', 'project', 'programme', 'legislation', 'body'] as const

/** Where the work stands. Set by a person, never derived from the dates (A1.8). */
export const REGISTER_STATUSES = ['planned', 'ongoing', 'ended', 'discontinued'] as const

/** What somebody who takes part is called (A1.14). */
export const MEMBER_ROLES = ['chair', 'secretary', 'contact', 'member', 'expert'] as const

/** What more there is to read on the matter (A1.11, A1.18). */
export const LINK_KINDS = ['news', 'document', 'consultation', 'result', 'other'] as const

/**
 * A project or case number without its signs, for looking it up: every register has a pattern of its own, and people
 * leave signs out or put others in.
 */
export function registerKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const LONGEST_NUMBER = 60

/** Why a text is no number of a register: it must have a digit, and be short. */
export function numberRefusal(number: string): 'number-unusable' | null {
  return number.length <= LONGEST_NUMBER && /\d/.test(registerKey(number)) ? null : 'number-unusable'
}

/** Whether a text is a day of the calendar that a register can hold. */
export function isRegisterDay(text: string): boolean {
  if (!/^(1[89]|2[01])\d\d-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

type Mandate = { mandateFrom: string | null; mandateTo: string | null }

/** Why a mandate cannot be: it would end before it begins. Either end may be open. */
export function mandateRefusal({ mandateFrom, mandateTo }: Mandate): 'mandate-reversed' | null {
  return mandateFrom && mandateTo && mandateTo < mandateFrom ? 'mandate-reversed' : null
}

/**
 * Whether staff should be warned: the mandate has passed, its last day included, and the status still says that the
 * work is planned or going on. The status stays as a person set it.
 */
export function mandatePassed(record: { mandateTo: string | null; status: string }, today: string): boolean {
  const open = record.status === 'planned' || record.status === 'ongoing'
  return open && record.mandateTo !== null && record.mandateTo < today
}

/** The day that goes with goals or results: when they first came, kept for as long as there are any. */
export function dayKept(text: object | null, kept: string | null, today: string): string | null {
  return text === null ? null : (kept ?? today)
}

/** What has to be said before others can read the page, and as long as they can. */
export type Publishable = { summary: object; legalRegime: object; contactEmail: string }

export function missingForPublic(record: Publishable): 'summary' | 'legalRegime' | 'contactEmail' | null {
  if (Object.keys(record.summary).length === 0) return 'summary'
  if (Object.keys(record.legalRegime).length === 0) return 'legalRegime'
  return record.contactEmail === '' ? 'contactEmail' : null
}

/** Why a word cannot be an address: it must be written as addresses are, small Latin letters, digits and hyphens. */
export function addressRefusal(slug: string): 'address-unusable' | null {
  return slug !== '' && slugOf(slug) === slug ? null : 'address-unusable'
}

/** A line to cite the page by; every part is in the reader's words already (A1.17). */
export function citation(page: {
  organisers: readonly string[]
  title: string
  kind: string
  number: string | null
  address: string
  read: string
}): string {
  const what = page.number ? `${page.kind} ${page.number}` : page.kind
  return [page.organisers.join(', '), page.title, what, page.address, page.read]
    .filter((part) => part !== '')
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')
    .concat('.')
}

type MemberRow = { name: string; organisation: string | null; role: string; until: string | null }

/** Those who take part now and those who did, each once with all their roles, in the order of the list. */
export function groupMembers<Row extends MemberRow>(rows: readonly Row[], today: string) {
  const people = new Map<string, { name: string; organisation: string | null; rows: Row[]; now: boolean }>()
  for (const row of rows) {
    const now = row.until === null || row.until >= today
    const key = JSON.stringify([row.name, row.organisation, now])
    const { name, organisation } = row
    const known = people.get(key) ?? { name, organisation, rows: [], now }
    known.rows.push(row)
    people.set(key, known)
  }
  const all = [...people.values()]
  return { now: all.filter(({ now }) => now), before: all.filter(({ now }) => !now) }
}

/** Whether a strategy would come under itself: the parent, or one of those above it, is the strategy (A1.13). */
export function wouldCircle(strategyId: string, parentId: string, aboveParent: readonly string[]): boolean {
  return parentId === strategyId || aboveParent.includes(strategyId)
}
