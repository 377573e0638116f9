import { eq, inArray } from 'drizzle-orm'
import { countyNames } from '#app/features/organisations/queries.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { translator } from '#app/messages/translator.ts'
import { database } from '#app/platform/database.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { questions, rounds } from '#db/schema/index.ts'
import { isUuid } from '#search/document.ts'
import type { FacetName, FacetSelection, FacetValue } from '#search/port.ts'
import { type FacetView, facetView, narrows } from './facets.ts'

type Counted = { readonly [name in FacetName]?: readonly FacetValue[] }
type Labels = ReadonlyMap<string, string>

/** Names that the caller knows: those of the codebook, of the rounds and of what staff have read. */
export type Named = { readonly [name in 'round' | 'theme' | 'position' | 'tagged']?: Labels }

/**
 * Names the values of counted and chosen facets in the reader's language; the caller names what only staff may choose
 * by. Facets nobody counted are left out, and so are those where no choice would change what was
 * found.
 */
export async function facetViews(
  counted: Counted,
  selected: FacetSelection,
  locale: Locale,
  total: number,
  named: Named = {},
): Promise<FacetView[]> {
  const valuesOf = (name: FacetName) => [
    ...(counted[name] ?? []).map(({ value }) => value),
    ...(selected[name] ?? []),
  ]
  const [counties, asked] = await Promise.all([
    countyNames(valuesOf('county')),
    questionNames(valuesOf('question'), locale),
  ])
  const t = translator(locale, 'public')
  const labels: Record<FacetName, (value: string) => string | undefined> = {
    round: (value) => named.round?.get(value),
    organisationKind: (kind) => t(senderKindKey(kind)),
    county: (value) => counties.get(value),
    question: (value) => asked.get(value),
    language: (language) => t('language', { language }),
    theme: (value) => named.theme?.get(value),
    position: (value) => named.position?.get(value),
    tagged: (value) => named.tagged?.get(value),
  }
  return (Object.keys(labels) as FacetName[])
    .filter((name) => counted[name])
    .map((name) => facetView(name, counted[name] ?? [], selected[name] ?? [], labels[name], locale))
    .filter((facet) => narrows(facet, total))
}

async function questionNames(ids: readonly string[], locale: Locale): Promise<Labels> {
  const known = [...new Set(ids)].filter(isUuid).slice(0, 200)
  if (known.length === 0) return new Map()
  const rows = await database()
    .db.select({ id: questions.id, title: questions.title, round: rounds.number })
    .from(questions)
    .innerJoin(rounds, eq(rounds.id, questions.roundId))
    .where(inArray(questions.id, known))
  const t = translator(locale, 'public')
  return new Map(
    rows.map(({ id, title, round }) => [
      id,
      t('search.questionOf', { round, title: pick(title, locale).text }),
    ]),
  )
}
