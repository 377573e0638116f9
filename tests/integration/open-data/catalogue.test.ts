import { Parser, Store } from 'n3'
import { expect, test } from 'vitest'
import { loader } from '#app/routes/public/catalogue.ts'
import { organisers } from '#db/schema/index.ts'
import { anOrganisation } from '#tests/factories/people.ts'
import { aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

const dcat = 'http://www.w3.org/ns/dcat#'
const dct = 'http://purl.org/dc/terms/'
const vocabularies: Record<string, string> = { dcat, dct, foaf: 'http://xmlns.com/foaf/0.1/' }
const vcard = 'http://www.w3.org/2006/vcard/ns#'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const authority = 'http://publications.europa.eu/resource/authority/'

/** The catalogue read as RDF. */
async function read() {
  const request = new Request('http://x/catalog.ttl')
  const answer = await loader({ request, params: {}, context: {} as never })
  expect(answer.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
  const text = await answer.text()
  const store = new Store(new Parser({ format: 'text/turtle' }).parse(text))
  const all = (subject: string, predicate: string) =>
    store.getObjects(subject, predicate, null).map((term) => {
      return term.termType === 'Literal' && term.language ? `${term.value}@${term.language}` : term.value
    })
  const of = (what: string) => store.getSubjects(type, what, null).map(({ value }) => value)
  return { store, text, all, of }
}

test('a catalogue, a dataset and its forms say all that DCAT-AP-NO asks for', async () => {
  const title = { nb: 'Skolen i "fremtiden" \\ nå', sv: 'Skolan\ni framtiden' }
  const strategy = await aStrategy(t.db, {
    ...{ slug: 'skolen', title, summary: { nb: 'En plan.' }, projectNumber: 'OKM071:00/2021' },
    ...{ mandateFrom: '2021-10-13', mandateTo: '2022-09-30', contactEmail: 'post+strategi@example.test' },
  })
  const [one, two] = [
    await anOrganisation(t.db, {
      name: 'Departementet',
      kind: 'state-body',
      organisationNumber: '974760673',
    }),
    await anOrganisation(t.db, { name: 'Nettverket', kind: 'network' }),
  ]
  await t.db.insert(organisers).values(
    [one, two].map(({ id }, position) => ({
      ...{ strategyId: strategy.id, organisationId: id, position, role: {} },
    })),
  )
  const round = await aRound(t.db, { strategy, number: 1, slug: 'en' })
  await aRound(t.db, { strategy, number: 2, slug: 'to', inputsShown: 'after-closing' })
  await aRound(t.db, { strategy, number: 3, slug: 'hemmelig', publishedAt: null })
  await aStrategy(t.db, { slug: 'hemmelig-strategi', publishedAt: null })
  const { all, of, text } = await read()

  const [catalogue = ''] = of(`${dcat}Catalog`)
  expect(catalogue).toBe('http://x/catalog.ttl#catalogue')
  for (const asked of ['title', 'description', 'publisher', 'license', 'language'])
    expect(all(catalogue, dct + asked).length, asked).toBeGreaterThan(0)
  expect(all(catalogue, `${dct}title`)).toContain('Öppna data från Innspill@sv')
  expect(all(catalogue, `${dcat}contactPoint`)).toHaveLength(1)

  const dataset = `http://x/catalog.ttl#dataset-${strategy.id}`
  expect(of(`${dcat}Dataset`)).toEqual([dataset])
  expect(all(catalogue, `${dcat}dataset`)).toEqual([dataset])
  expect(all(dataset, `${dct}title`)).toEqual([
    'Skolen i "fremtiden" \\ nå: runder, dokumenter, innspill og funn@nb',
    'Skolan\ni framtiden: omgångar, dokument, synpunkter och iakttagelser@sv',
  ])
  expect(all(dataset, `${dct}description`)).toEqual(['En plan.@nb'])
  expect(all(dataset, `${dct}language`)).toEqual(['language/NOB', 'language/SWE'].map((is) => authority + is))
  const body = 'https://data.brreg.no/enhetsregisteret/api/enheter/974760673'
  expect(all(dataset, `${dct}publisher`)).toEqual([body])
  const owners = all(dataset, 'http://www.w3.org/ns/prov#qualifiedAttribution')
  expect(owners.flatMap((owner) => all(owner, 'http://www.w3.org/ns/prov#agent'))).toEqual([
    body,
    `http://x/catalog.ttl#agent-${two.id}`,
  ])
  expect(all(body, 'http://xmlns.com/foaf/0.1/name')).toEqual(['Departementet'])
  expect(all(dataset, `${dcat}theme`)).toEqual([`${authority}data-theme/GOVE`])
  const [contact = ''] = all(dataset, `${dcat}contactPoint`)
  expect(all(contact, `${vcard}hasEmail`)).toEqual(['mailto:post+strategi@example.test'])
  const [period = ''] = all(dataset, `${dct}temporal`)
  expect(all(period, `${dcat}startDate`)).toEqual(['2021-10-13'])

  const forms = all(dataset, `${dcat}distribution`)
  expect(of(`${dcat}Distribution`).sort()).toEqual([...forms].sort())
  expect(forms.flatMap((form) => all(form, `${dcat}accessURL`))).toEqual([
    'http://x/api/v1/strategies/skolen',
    'http://x/strategies/skolen/rounds/en/inputs.csv',
    'http://x/strategies/skolen/feed.atom',
    'http://x/strategies/skolen/calendar.ics',
  ])
  for (const form of forms) expect(all(form, `${dct}license`), form).toEqual([`${authority}licence/NLOD_2_0`])
  expect(text).not.toContain('hemmelig')
  expect(round.slug).toBe('en')
})

// What the shapes of DCAT-AP-NO 2.0 ask for once and once only, and what they ask for at least.
const once = {
  Catalog: ['dct:identifier', 'dct:publisher', 'dct:license'],
  DataService: ['dct:identifier', 'dct:publisher', 'dct:license', 'dct:accessRights'],
  Dataset: [
    'dct:identifier',
    'dct:publisher',
    'dct:accessRights',
    'dct:issued',
    'dct:modified',
    'dct:temporal',
  ],
  Distribution: ['dcat:accessURL', 'dct:license', 'dcat:mediaType'],
}
const some = {
  Catalog: ['dct:title', 'dct:description', 'dcat:contactPoint', 'dct:language', 'foaf:homepage'],
  DataService: ['dct:title', 'dcat:contactPoint', 'dcat:endpointURL', 'dcat:servesDataset'],
  Dataset: ['dct:title', 'dct:description', 'dcat:contactPoint', 'dcat:theme', 'dcat:distribution'],
  Distribution: ['dct:title'],
}
const atMostOnce = { Dataset: ['dct:creator'], Distribution: ['dct:format', 'dcat:downloadURL'] }

test('catalogue, service, datasets and their forms have what the Norwegian profile asks for, as often as it allows', async () => {
  const strategy = await aStrategy(t.db, { mandateFrom: '2021-10-13', publishedAt: daysFromNow(-1) })
  for (const position of [0, 1, 2]) {
    const { id: organisationId } = await anOrganisation(t.db)
    await t.db.insert(organisers).values({ strategyId: strategy.id, organisationId, position, role: {} })
  }
  const { of, all } = await read()
  const counts = (whose: Record<string, string[]>, right: (count: number) => boolean) =>
    Object.entries(whose).flatMap(([kind, names]) =>
      of(`${dcat}${kind}`).flatMap((subject) =>
        names.flatMap((name) => {
          const [prefix = '', local] = name.split(':')
          const found = all(subject, `${vocabularies[prefix]}${local}`).length
          // A period only where there is one.
          return right(found) || (local === 'temporal' && found === 0) ? [] : [`${subject} ${name}: ${found}`]
        }),
      ),
    )
  expect(counts(once, (count) => count === 1)).toEqual([])
  expect(counts(some, (count) => count > 0)).toEqual([])
  expect(counts(atMostOnce, (count) => count < 2)).toEqual([])
})

test('whatever stands in it, it is RDF: every subject that is named is told of', async () => {
  await aStrategy(t.db, {
    ...{ slug: 'rart', title: { nb: 'A\u0001"""\\u0041 <b> @nb .\n' }, summary: { nb: '\ufffe𝄞\t' } },
    ...{ contactEmail: '"a b"<x>@example.test', projectNumber: 'A "1"\n', publishedAt: daysFromNow(-1) },
  })
  const { store, of, all } = await read()
  expect(of(`${dcat}Dataset`).length).toBe(3)
  const own = 'http://x/catalog.ttl#'
  for (const { object } of store)
    if (object.value.startsWith(own) && object.termType === 'NamedNode')
      expect(all(object.value, type).length, object.value).toBe(1)
})
