import fc from 'fast-check'
import { exactLexeme, fold, lexemesOf, type Token, tokensOf } from '#search/analyser.ts'
import { docKey, type SearchDocument, taggedOf } from '#search/document.ts'
import { type AccessScope, type FacetName, facetNames, type SearchFilter, staffScope } from '#search/port.ts'
import type { Field, QueryNode } from '#search/tree.ts'

/** An id that says what it is in a failing test: its last digits are the number given. */
export function uuid(kind: string, number: number): string {
  const tail = `${kind.charCodeAt(0).toString(16)}${number.toString(16).padStart(10, '0')}`
  return `00000000-0000-7000-8000-${tail.slice(-12).padStart(12, '0')}`
}

export const strategyIds = [uuid('s', 1), uuid('s', 2), uuid('s', 3)] as const
const roundIds = strategyIds.map((_, at) => uuid('r', at))
const questionIds = [0, 1, 2, 3].map((at) => uuid('q', at))
export const themeIds = [0, 1, 2, 3, 4].map((at) => uuid('t', at))

const words: Record<string, string[]> = {
  nb: 'skole skolen skolene kommune kommunen kommuner digital digitale barnehage læreplan ikke 11 5'.split(
    ' ',
  ),
  nn: 'skule skulen skulane kommune kommunane digitale barnehagar læreplan ikkje høyring'.split(' '),
  sv: 'skola skolor skolorna kommun kommunerna digitala förskola läroplan inte'.split(' '),
  en: 'school schools municipality municipalities digital digitally kindergarten curriculum not'.split(' '),
  // What an engine with folding of its own would take for the same.
  zz: 'ﬁn fin x² x2 ſak sak Привет приветы Ⅷ viii _0'.split(' '),
  se: 'skuvla skuvllat gielda Kárášjohka digitála mánáidgárdi'.split(' '),
}
export const vocabulary = [...new Set(Object.values(words).flat())]

/** Any document, less what names it. */
const document = fc
  .record({
    audience: fc.constantFrom('staff', 'public'),
    strategy: fc.nat(2),
    questionId: fc.option(fc.constantFrom(...questionIds)),
    organisationKind: fc.constantFrom('municipality', 'county', 'network', 'person'),
    countyNumber: fc.option(fc.constantFrom('03', '46', '55')),
    lang: fc.constantFrom(...Object.keys(words)),
    themeIds: fc.subarray(themeIds, { maxLength: 3 }),
    positions: fc.subarray(['supports', 'against', 'unclear'], { maxLength: 2 }),
    senderName: fc.constantFrom('Nordvik kommune', 'Fjellvik kommune', ''),
    submittedAt: fc.option(fc.integer({ min: 0, max: 5 }).map((day) => new Date(Date.UTC(2030, 1, day + 1)))),
    picks: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 20 }),
    marks: fc.array(fc.constantFrom(' ', ' ', ', ', '/', '-', '. '), { minLength: 20, maxLength: 20 }),
  })
  .map(({ picks, marks, strategy, ...rest }) => {
    const own = words[rest.lang] ?? []
    const body = picks.map((pick, at) => `${own[pick % own.length]}${marks[at]}`).join('')
    return { ...rest, body, strategyId: strategyIds[strategy] ?? '', roundId: roundIds[strategy] ?? '' }
  })

type Made = Partial<SearchDocument> & { body: string }

/** A document with everything it needs; what a test is about, it says itself. */
export function documentOf(number: number, made: Made): SearchDocument {
  const audience = made.audience ?? 'staff'
  const passageId = uuid('p', number)
  return {
    docKey: docKey(audience, passageId),
    audience,
    rev: 1,
    strategyId: strategyIds[0],
    roundId: uuid('r', 0),
    questionId: null,
    inputId: uuid('i', number % 40),
    versionId: uuid('v', number % 40),
    passageId,
    organisationId: null,
    organisationKind: 'municipality',
    countyNumber: null,
    lang: 'nb',
    themeIds: [],
    positions: [],
    senderName: 'Nordvik kommune',
    startCp: 0,
    endCp: made.body.length,
    submittedAt: new Date('2030-02-01T12:00:00Z'),
    ...made,
  }
}

/** The same random documents every time. */
export function corpus(size: number): SearchDocument[] {
  return fc.sample(document, { numRuns: size, seed: 5_611 }).map((made, at) => documentOf(at, made))
}

/** Any small number of documents. */
export const anyCorpus: fc.Arbitrary<SearchDocument[]> = fc
  .array(document, { minLength: 1, maxLength: 25 })
  .map((made) => made.map((own, at) => documentOf(at, own)))

/** What a query means, said as slowly and plainly as possible. */
export function matches(query: QueryNode, doc: SearchDocument): boolean {
  switch (query.kind) {
    case 'all':
      return true
    case 'term':
      return standsIn(tokensIn(doc, query.field), lexemesOf([query.text], query.match))
    case 'phrase':
      return standsIn(tokensIn(doc, query.field), lexemesOf(query.words, query.match))
    case 'prefix':
      return tokensIn(doc, query.field).some(
        ({ exact }) => fold(query.text) !== '' && exact.startsWith(fold(query.text)),
      )
    case 'near': {
      const tokens = tokensIn(doc)
      const [one = [], other = []] = query.words.map((word) => lexemesOf([word], query.match)[0])
      return tokens.some((a, at) =>
        tokens.some(
          (b, place) =>
            place !== at && Math.abs(place - at) <= query.distance && isOneOf(a, one) && isOneOf(b, other),
        ),
      )
    }
    case 'language':
      return doc.lang === query.lang
    case 'and':
      return query.children.every((child) => matches(child, doc))
    case 'or':
      return query.children.some((child) => matches(child, doc))
    case 'not':
      return !matches(query.child, doc)
  }
}

function tokensIn(doc: SearchDocument, field: Field = 'body'): Token[] {
  return tokensOf(field === 'sender' ? doc.senderName : doc.body, doc.lang)
}

function isOneOf(token: Token, lexemes: readonly string[]): boolean {
  return lexemes.includes(token.stem) || lexemes.includes(exactLexeme(token.exact))
}

function standsIn(tokens: readonly Token[], run: readonly (readonly string[])[]): boolean {
  return (
    run.length > 0 &&
    tokens.some((_, at) =>
      run.every((lexemes, offset) => {
        const token = tokens[at + offset]
        return token !== undefined && isOneOf(token, lexemes)
      }),
    )
  )
}

export function inScope(scope: AccessScope, doc: SearchDocument): boolean {
  if (doc.audience !== scope.audience) return false
  return scope.audience === 'public' || scope.strategyIds.includes(doc.strategyId)
}

/** The values a document has for a facet. */
export function valuesOf(doc: SearchDocument, name: FacetName): readonly string[] {
  const single = {
    round: doc.roundId,
    organisationKind: doc.organisationKind,
    county: doc.countyNumber,
    question: doc.questionId,
    language: doc.lang,
    theme: null,
    position: null,
    tagged: taggedOf(doc),
  }[name]
  if (name === 'theme') return doc.themeIds
  if (name === 'position') return doc.positions
  return single === null ? [] : [single]
}

/** Whether a document passes a filter, one facet's own selection left out. */
export function passes(filter: SearchFilter, doc: SearchDocument, except?: FacetName): boolean {
  if (filter.strategyIds && !filter.strategyIds.includes(doc.strategyId)) return false
  if (filter.roundIds && !filter.roundIds.includes(doc.roundId)) return false
  if (filter.inputIds && !filter.inputIds.includes(doc.inputId)) return false
  return facetNames.every((name) => {
    const chosen = filter.selected?.[name]
    return !chosen || name === except || valuesOf(doc, name).some((value) => chosen.includes(value))
  })
}

const term = fc.record({
  kind: fc.constant('term' as const),
  text: fc.constantFrom(...vocabulary, 'finnesikke', 'skole-digital'),
  match: fc.constantFrom('inflected' as const, 'exact' as const),
})
const prefix = fc.record({
  kind: fc.constant('prefix' as const),
  text: fc.constantFrom('sko', 'kommune', 'digi', 'lære', 'nord', 'прив', 'ﬁ', 'fin', 'finnesikke'),
  field: fc.constantFrom('body' as const, 'sender' as const),
})
const near = fc.record({
  kind: fc.constant('near' as const),
  words: fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom(...vocabulary)),
  match: fc.constantFrom('inflected' as const, 'exact' as const),
  distance: fc.integer({ min: 1, max: 10 }),
})
const language = fc.record({
  kind: fc.constant('language' as const),
  lang: fc.constantFrom(...Object.keys(words), 'fi'),
})
const sender = fc.record({
  kind: fc.constant('phrase' as const),
  words: fc.constantFrom(['nordvik'], ['fjellvik', 'kommune'], ['kommunen']),
  match: fc.constantFrom('inflected' as const, 'exact' as const),
  field: fc.constant('sender' as const),
})
const phrase = fc.record({
  kind: fc.constant('phrase' as const),
  words: fc.array(fc.constantFrom(...vocabulary), { minLength: 2, maxLength: 3 }),
  match: fc.constantFrom('inflected' as const, 'exact' as const),
})

/** Any query tree of a few levels over the corpus's words. */
export const anyQuery: fc.Arbitrary<QueryNode> = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: term, weight: 4 },
    { arbitrary: phrase, weight: 2 },
    { arbitrary: prefix, weight: 1 },
    { arbitrary: near, weight: 1 },
    { arbitrary: language, weight: 1 },
    { arbitrary: sender, weight: 1 },
    { arbitrary: fc.constant({ kind: 'all' as const }), weight: 1 },
    {
      arbitrary: fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        children: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      }),
      weight: 3,
    },
    { arbitrary: fc.record({ kind: fc.constant('not' as const), child: tie('node') }), weight: 1 },
  ),
})).node

/** Any filter over the corpus's values. */
export const anyFilter: fc.Arbitrary<SearchFilter> = fc.record(
  {
    roundIds: fc.subarray(roundIds, { minLength: 1 }),
    selected: fc.record(
      {
        organisationKind: fc.subarray(['municipality', 'county', 'person', 'COUNTY'], { minLength: 1 }),
        county: fc.subarray(['03', '3', '46', '55'], { minLength: 1 }),
        question: fc.subarray(questionIds, { minLength: 1 }),
        language: fc.subarray(Object.keys(words), { minLength: 1 }),
        theme: fc.subarray(themeIds, { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

/** The scope of staff of these strategies. */
export function scopeOf(...ids: string[]): AccessScope {
  const scope = staffScope(ids)
  if (!scope) throw new Error('no strategies')
  return scope
}
