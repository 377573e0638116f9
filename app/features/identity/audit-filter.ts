import { osloDate, osloMoment } from '../../platform/oslo-time.ts'
import { writtenDay } from '../../platform/written-day.ts'

/** What an administrator looks for in the record; '' is everything. `from` and `to` are days, both with all of the day. */
export type AuditFilter = {
  who: string
  kind: string
  strategy: string
  subject: string
  from: string
  to: string
}

/** A filter as the database is asked: moments instead of days, the end not included. */
export type AuditSpan = { since: Date | null; until: Date | null }

/** A field that says something else than a day. */
export type AuditProblem = 'from' | 'to'

const fields = ['who', 'kind', 'strategy', 'subject', 'from', 'to'] as const
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const longest = 100

/** Reads a filter from an address, as it was typed; what cannot be an id looks for nothing in particular. */
export function auditFilterOf(given: URLSearchParams): AuditFilter {
  const text = (name: string) => (given.get(name) ?? '').replaceAll('\0', '').trim().slice(0, longest)
  const id = (name: string) => (uuid.test(text(name)) ? text(name) : '')
  return {
    ...{ who: text('who'), kind: text('kind').replace(/[^a-z-]/g, ''), from: text('from'), to: text('to') },
    ...{ strategy: id('strategy'), subject: id('subject') },
  }
}

/** The moments between which is looked for, or the fields that are not days. */
export function auditSpanOf({ from, to }: AuditFilter): AuditSpan | { problems: AuditProblem[] } {
  const since = startOf(from)
  const last = startOf(to)
  const problems = [since === 'unusable' && 'from', last === 'unusable' && 'to'].filter(
    (one) => one !== false,
  )
  if (since === 'unusable' || last === 'unusable') return { problems: problems as AuditProblem[] }
  return { since, until: last && dayAfter(last) }
}

function startOf(written: string): Date | null | 'unusable' {
  if (written === '') return null
  const day = writtenDay(written)
  return (day === null ? null : osloMoment(day, '00:00')) ?? 'unusable'
}

// A day may have 23 or 25 hours.
const dayAfter = (at: Date): Date | null =>
  osloMoment(osloDate(new Date(at.getTime() + 36 * 3_600_000)), '00:00')

/** The parameters of a filter; what looks for everything goes without saying. */
export function auditParameters(filter: AuditFilter, page = 1): URLSearchParams {
  const given = new URLSearchParams()
  for (const field of fields) if (filter[field] !== '') given.set(field, filter[field])
  if (page > 1) given.set('page', String(page))
  return given
}

/** Whether anything in particular is looked for. */
export const isFiltered = (filter: AuditFilter): boolean => fields.some((field) => filter[field] !== '')
