import { DataFactory, type Literal, type NamedNode, Writer } from 'n3'
import { calendarPath, feedPath, inputsPath, strategyPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { type Locale, locales, pathIn } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { apiAddresses, apiPath } from './api-address.ts'
import type { Catalogued } from './catalogue.server.ts'
import { dataLicence } from './licence.ts'

const { namedNode, literal } = DataFactory

const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  prov: 'http://www.w3.org/ns/prov#',
  adms: 'http://www.w3.org/ns/adms#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

type Prefix = keyof typeof prefixes

/** A term of a vocabulary: `dct:title`. */
function term(name: `${Prefix}:${string}`): NamedNode {
  const [prefix = '', local = ''] = name.split(':')
  return namedNode(prefixes[prefix as Prefix] + local)
}

const authority = (rest: string) => namedNode(`http://publications.europa.eu/resource/authority/${rest}`)
const mediaType = (type: string) => namedNode(`https://www.iana.org/assignments/media-types/${type}`)

const ownerRole = namedNode('http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/owner')

const languages: Record<Locale, string> = { nb: 'NOB', nn: 'NNO', en: 'ENG', sv: 'SWE' }

type Value = NamedNode | Literal
type Facts = [`${Prefix}:${string}`, Value | readonly Value[]][]

/** Who answers for the catalogue as a whole, as the settings say. */
export type CatalogueKeeper = { name: string; number: string | undefined; email: string | undefined }

const inEach = (words: (locale: Locale) => string): Literal[] =>
  locales.map((locale) => literal(words(locale), locale))

/** A text in the languages it is in; those it is missing in are not filled from others. */
const written = (text: LocalisedText, words: (text: string, locale: Locale) => string = (one) => one) =>
  locales.flatMap((locale) => {
    const found = text[locale]?.trim()
    return found ? [literal(words(found, locale), locale)] : []
  })

const mailbox = (email: string) =>
  namedNode(`mailto:${encodeURIComponent(email).replaceAll('%40', '@').replaceAll('%2B', '+')}`)

const day = (at: string) => literal(at, term('xsd:date'))
const moment = (at: Date) => literal(at.toISOString(), term('xsd:dateTime'))

/**
 * The catalogue of what there is to take and use, as harvesters read it (DCAT-AP-NO 2, Turtle): a dataset for each strategy,
 * with its forms. Addresses of datasets hang on the strategy's id, so that one that is renamed stays the same.
 */
export function catalogueTurtle(
  catalogued: readonly Catalogued[],
  { origin, keeper }: { origin: string; keeper: CatalogueKeeper },
): string {
  const writer = new Writer({ prefixes })
  const tell = (subject: NamedNode, type: `${Prefix}:${string}`, facts: Facts) => {
    writer.addQuad(subject, term('rdf:type'), term(type))
    for (const [predicate, value] of facts)
      for (const one of [value].flat() as Value[]) writer.addQuad(subject, term(predicate), one)
  }
  const self = `${origin}/catalog.ttl`
  const here = (name: string) => namedNode(`${self}#${name}`)
  const licence = namedNode(dataLicence)
  const open = authority('access-right/PUBLIC')
  const known = new Set<string>()

  /** A body by its number in the register of legal entities; one without is known here only. */
  function agent(id: string, { name, number }: { name: string; number: string | null | undefined }) {
    const node = number
      ? namedNode(`https://data.brreg.no/enhetsregisteret/api/enheter/${number}`)
      : here(`agent-${id}`)
    if (known.has(node.value)) return node
    known.add(node.value)
    tell(node, 'foaf:Agent', [
      ['foaf:name', literal(name)],
      ['dct:identifier', number ? literal(number) : []],
    ])
    return node
  }

  function contact(name: string, email: string | undefined) {
    const node = here(name)
    tell(node, 'vcard:Organization', [
      ['vcard:fn', inEach((locale) => translator(locale, 'public')('catalogue.contact'))],
      ['vcard:hasEmail', email ? mailbox(email) : []],
      ['vcard:hasURL', namedNode(`${origin}/open-data`)],
    ])
    return node
  }

  const rights = here('rights')
  tell(rights, 'dct:RightsStatement', [
    ['rdfs:label', inEach((locale) => translator(locale, 'public')('catalogue.rights'))],
  ])
  const keeping = agent('keeper', keeper)
  const asking = contact('contact', keeper.email)
  const datasets = catalogued.map(({ id }) => here(`dataset-${id}`))
  const service = here('api')
  const shared: Facts = [
    ['dct:publisher', keeping],
    ['dcat:contactPoint', asking],
    ['dct:license', licence],
  ]
  // What stands here is told by its address.
  const identifiedBy = (name: string): Facts => [['dct:identifier', literal(`${self}#${name}`)]]
  tell(here('catalogue'), 'dcat:Catalog', [
    ...identifiedBy('catalogue'),
    ['dct:title', inEach((locale) => translator(locale, 'public')('catalogue.title'))],
    ['dct:description', inEach((locale) => translator(locale, 'public')('catalogue.description'))],
    ...shared,
    ['dct:language', locales.map((locale) => authority(`language/${languages[locale]}`))],
    ['foaf:homepage', namedNode(`${origin}/open-data`)],
    ['dcat:dataset', datasets],
    ['dcat:service', service],
  ])
  tell(service, 'dcat:DataService', [
    ...identifiedBy('api'),
    ['dct:title', inEach((locale) => translator(locale, 'public')('catalogue.service'))],
    ['dcat:endpointURL', namedNode(`${origin}${apiPath}`)],
    ['dcat:endpointDescription', namedNode(`${origin}${apiPath}/openapi.json`)],
    ...shared,
    ['dct:accessRights', open],
    ['dcat:mediaType', mediaType('application/json')],
    ['dcat:servesDataset', datasets],
  ])

  for (const strategy of catalogued) {
    const name = `dataset-${strategy.id}`
    const t = (locale: Locale) => translator(locale, 'public')
    const distribution = (form: string, title: Literal[], address: string, facts: Facts) => {
      const node = here(`${name}-${form}`)
      tell(node, 'dcat:Distribution', [
        ['dct:title', title],
        ['dcat:accessURL', namedNode(address)],
        ['dct:license', licence],
        ...facts,
      ])
      return node
    }
    const form = (type: string, format: string | null): Facts => [
      ['dcat:mediaType', mediaType(type)],
      ['dct:format', format ? authority(`file-type/${format}`) : []],
    ]
    const distributions = [
      distribution(
        'json',
        inEach((locale) => t(locale)('catalogue.json')),
        apiAddresses(origin).strategy(strategy.slug),
        [...form('application/json', 'JSON'), ['dct:rights', rights], ['dcat:accessService', service]],
      ),
      ...strategy.rounds.map(({ id, slug, number }) => {
        const address = `${origin}${inputsPath(strategy.slug, slug)}.csv`
        const title = inEach((locale) => t(locale)('catalogue.csv', { number }))
        return distribution(`csv-${id}`, title, address, [
          ['dcat:downloadURL', namedNode(address)],
          ...form('text/csv', 'CSV'),
          ['dct:rights', rights],
        ])
      }),
      distribution(
        'atom',
        inEach((locale) => t(locale)('catalogue.atom')),
        `${origin}${feedPath(strategy.slug)}`,
        form('application/atom+xml', 'ATOM'),
      ),
      distribution(
        'ics',
        inEach((locale) => t(locale)('catalogue.ics')),
        `${origin}${calendarPath(strategy.slug)}`,
        form('text/calendar', null),
      ),
    ]
    const behind = strategy.organisers.map(({ id, ...body }) => agent(id, body))
    const owning = behind.map((body, at) => {
      const node = here(`${name}-owner-${at + 1}`)
      tell(node, 'prov:Attribution', [
        ['prov:agent', body],
        ['dcat:hadRole', ownerRole],
      ])
      return node
    })
    const period = here(`${name}-period`)
    const { mandateFrom, mandateTo } = strategy
    if (mandateFrom || mandateTo)
      tell(period, 'dct:PeriodOfTime', [
        ['dcat:startDate', mandateFrom ? day(mandateFrom) : []],
        ['dcat:endDate', mandateTo ? day(mandateTo) : []],
      ])
    const numbers = Object.entries({ project: strategy.projectNumber, case: strategy.caseNumber }).flatMap(
      ([which, number]) => {
        if (!number) return []
        const node = here(`${name}-${which}-number`)
        tell(node, 'adms:Identifier', [['skos:notation', literal(number)]])
        return [node]
      },
    )
    const inLanguages = locales.filter((locale) => strategy.title[locale]?.trim())
    tell(here(name), 'dcat:Dataset', [
      ['dct:title', written(strategy.title, (title, locale) => t(locale)('catalogue.dataset', { title }))],
      ['dct:description', written(strategy.summary)],
      ...identifiedBy(name),
      ['adms:identifier', numbers],
      // One is to publish, and one at most to be the creator; organisers are equal, so all of them stand as owners.
      ['dct:publisher', behind[0] ?? keeping],
      ['prov:qualifiedAttribution', owning],
      ['dcat:contactPoint', contact(`${name}-contact`, strategy.contactEmail)],
      ['dcat:theme', authority('data-theme/GOVE')],
      [
        'dcat:keyword',
        locales.flatMap((locale) =>
          t(locale)('catalogue.keywords')
            .split(', ')
            .map((word) => literal(word, locale)),
        ),
      ],
      ['dct:language', inLanguages.map((locale) => authority(`language/${languages[locale]}`))],
      ['dct:accessRights', open],
      ['dct:issued', moment(strategy.publishedAt)],
      ['dct:modified', moment(strategy.changedAt)],
      ['dct:temporal', mandateFrom || mandateTo ? period : []],
      ['dct:spatial', authority('country/NOR')],
      [
        'dcat:landingPage',
        locales.map((locale) => namedNode(`${origin}${pathIn(locale, strategyPath(strategy.slug))}`)),
      ],
      ['dcat:distribution', distributions],
    ])
  }
  let text = ''
  writer.end((error, result: string) => {
    if (error) throw error
    text = result
  })
  return text
}
