import type { LocalisedText } from '../../platform/localised-text.ts'

/** What a document can be. */
export const DOCUMENT_KINDS = ['draft', 'strategy', 'plan', 'sub-plan', 'report'] as const

/** What is known of a document beside its text (nordic-practice A3.1, A3.6, A3.12, A3.14). */
export type Facts = {
  kind: string
  title: LocalisedText
  subtitle: LocalisedText | null
  owner: LocalisedText | null
  contact: string | null
  periodFrom: number | null
  periodTo: number | null
  parentId: string | null
  supersedesId: string | null
}

/** A document among those of its strategy, by what it belongs to and what it replaces. */
export type Kin = { id: string; parentId: string | null; supersedesId: string | null }

/** The longest period a plan can be for (A3.1), in years. */
const longestPeriod = 20

export type FactsRefusal =
  | 'title-missing'
  | 'title-adopted'
  | 'period-reversed'
  | 'period-too-long'
  | 'parent-unknown'
  | 'parent-circular'
  | 'superseded-unknown'
  | 'superseded-circular'
  | 'already-superseded'

/**
 * Why a document cannot be described so. `all` are the documents of its strategy: a document belongs to and replaces
 * documents of the same strategy only. The title of an adopted document is part of what was adopted.
 */
export function factsRefusal(
  own: { id: string; title: LocalisedText; adopted: boolean },
  facts: Facts,
  all: readonly Kin[],
): FactsRefusal | null {
  if (!facts.title.nb && !facts.title.nn) return 'title-missing'
  if (own.adopted && !sameText(own.title, facts.title)) return 'title-adopted'
  return (
    periodRefusal(facts) ??
    linkRefusal(own.id, facts.parentId, 'parentId', all) ??
    linkRefusal(own.id, facts.supersedesId, 'supersedesId', all)
  )
}

function periodRefusal({ periodFrom, periodTo }: Facts) {
  if (periodFrom === null || periodTo === null) return null
  if (periodTo < periodFrom) return 'period-reversed'
  return periodTo - periodFrom > longestPeriod ? 'period-too-long' : null
}

function linkRefusal(own: string, to: string | null, by: 'parentId' | 'supersedesId', all: readonly Kin[]) {
  if (to === null) return null
  const word = by === 'parentId' ? 'parent' : 'superseded'
  const kin = new Map(all.map((one) => [one.id, one]))
  if (!kin.has(to)) return `${word}-unknown` as const
  if (by === 'supersedesId' && all.some(({ id, supersedesId }) => supersedesId === to && id !== own))
    return 'already-superseded'
  const seen = new Set<string>()
  for (let at: string | null = to; at !== null && !seen.has(at); at = kin.get(at)?.[by] ?? null) {
    if (at === own) return `${word}-circular` as const
    seen.add(at)
  }
  return null
}

/** Whether two texts say the same in every language. */
export function sameText(one: LocalisedText, other: LocalisedText): boolean {
  return (['nb', 'nn', 'en', 'sv'] as const).every((lang) => (one[lang] ?? '') === (other[lang] ?? ''))
}

/** The facts as one string: two with the same string say the same, whatever the order of what is stored. */
export function factsMark(facts: Facts): string {
  const words = (text: LocalisedText | null) =>
    (['nb', 'nn', 'en', 'sv'] as const).map((lang) => text?.[lang] ?? '')
  const { kind, contact, periodFrom, periodTo, parentId, supersedesId } = facts
  return JSON.stringify([
    ...[kind, words(facts.title), words(facts.subtitle), words(facts.owner)],
    ...[contact ?? '', periodFrom, periodTo, parentId, supersedesId],
  ])
}
