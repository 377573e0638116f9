import type { LocalisedText } from '../../platform/localised-text.ts'

/** Everything the register page says of a strategy, as it stands after a save. Stored whole each time. */
export type RegisterRecord = {
  slug: string
  kind: string
  title: LocalisedText
  projectNumber: string | null
  caseNumber: string | null
  status: string
  organisers: { organisationId: string; name: string; role: LocalisedText }[]
  mandateFrom: string | null
  mandateTo: string | null
  appointedOn: string | null
  goals: LocalisedText | null
  goalsOn: string | null
  results: LocalisedText | null
  resultsOn: string | null
  summary: LocalisedText
  parentId: string | null
  scope: LocalisedText
  legalRegime: LocalisedText
  contactEmail: string
  published: boolean
}

export type RegisterField = keyof RegisterRecord

/** The fields in the order of the page (A1.1 to A1.17). */
export const REGISTER_FIELDS = [
  ...(['kind', 'title', 'status', 'projectNumber', 'caseNumber', 'organisers'] as const),
  ...(['mandateFrom', 'mandateTo', 'appointedOn', 'goals', 'goalsOn', 'results', 'resultsOn'] as const),
  ...(['summary', 'parentId', 'scope', 'legalRegime', 'contactEmail', 'slug', 'published'] as const),
] satisfies readonly RegisterField[]

/** What a save changed: each field with what it said before and says after. Before is missing in the first. */
export type FieldChange = { field: RegisterField; before: unknown; after: unknown }

/** What differs between two saves, in the order of the page. Fields that one of them does not know are left out. */
export function changesBetween(
  before: Partial<RegisterRecord>,
  after: Partial<RegisterRecord>,
): FieldChange[] {
  return REGISTER_FIELDS.filter(
    (field) => field in before && field in after && !same(before[field], after[field]),
  ).map((field) => ({ field, before: before[field], after: after[field] }))
}

// Key order is no difference: a text in two languages comes back from the database in another order.
const same = (one: unknown, other: unknown) => stable(one) === stable(other)

const stable = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''
