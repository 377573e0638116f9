import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import { lexemesOfDocument } from '../lexemes.ts'
import { documentShape, type IndexedDocument } from './document.ts'

type Attribute = keyof IndexedDocument

const filtered: readonly Attribute[] = [
  'audience',
  'strategyId',
  'roundId',
  'questionId',
  'inputId',
  'organisationKind',
  'county',
  'language',
  'themeIds',
  'positions',
  'tagged',
  'lexSet',
]

/** More values than any facet has; an answer with as many may have left some out. */
export const maxFacetValues = 10_000

/**
 * How an index of ours is set up: it filters, counts and sorts by age, and ranks nothing. What the server would
 * otherwise do with words is off. The time it may use is longer than we wait for it, so that it never answers with
 * a part.
 */
export const indexSettings: Settings = {
  searchableAttributes: [],
  displayedAttributes: ['id', 'rev', 'submittedAt'] satisfies Attribute[],
  filterableAttributes: [
    {
      attributePatterns: [...filtered],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
  ],
  sortableAttributes: ['submittedAt', 'id'] satisfies Attribute[],
  rankingRules: ['sort'],
  distinctAttribute: null,
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byAttribute',
  facetSearch: false,
  pagination: { maxTotalHits: 10_000_000 },
  faceting: { maxValuesPerFacet: maxFacetValues },
  searchCutoffMs: 30_000,
}

// Words whose lexemes change when stems or folding do, in whichever language.
const sample = `kommunene høringsuttalelsene barnehagenes ungdommer veiledningen bøker ikke 11-5
  kommunane høyringsfråsegnene barnehagar ungdommar rettleiinga bøkene ikkje skulane
  kommunerna skolornas förskolan läroplaner inte koulut kouluissa opetussuunnitelman
  municipalities schools digitally curricula mánáidgárdi skuvllat Kárášjohka`
const languages = ['nb', 'nn', 'no', 'sv', 'fi', 'en', 'se', 'und']

/**
 * Tells one way of indexing from another: an index made with another hash is built anew, never changed. Another way of
 * making lexemes is noticed by what a few words give; what they do not show must be told by `documentShape`.
 */
export function settingsHash(): string {
  const lexemes = languages.map((lang) => [
    ...lexemesOfDocument({ body: sample, senderName: 'Nordvik kommune', lang }).keys(),
  ])
  return createHash('sha256')
    .update(JSON.stringify(sorted({ documentShape, indexSettings, lexemes })))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
