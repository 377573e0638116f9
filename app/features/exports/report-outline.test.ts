import { expect, test } from 'vitest'
import { aReportFinding, aReportSource } from '#tests/factories/reports.ts'
import { inWidth, MOST_COLUMNS, type OutlineBlock, type OutlineTable, wordsOf } from './outline.ts'
import { outlineOf } from './report-outline.ts'

type Source = Parameters<typeof aReportSource>[0]
const blocksOf = (own: Source = {}) => outlineOf(aReportSource(own)).blocks
const allWords = (own: Source = {}) => {
  const { front, below, blocks, ...rest } = outlineOf(aReportSource(own))
  return [
    JSON.stringify(rest),
    ...[{ kind: 'facts' as const, facts: front }, ...below, ...blocks].map(wordsOf),
  ].join('\n')
}
const headings = (blocks: readonly OutlineBlock[], level: number) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []))
const heard = (own: Parameters<typeof aReportFinding>[0]) => allWords({ findings: [aReportFinding(own)] })
const quote = {
  mode: 'quote' as const,
  bases: [] as string[],
  lang: 'nb',
  href: null,
  key: 'q',
  number: 1,
  from: 'i',
}

test('a report has the chapters of the tradition in their order, in both written forms', () => {
  expect(headings(blocksOf(), 1)).toEqual([
    ...[
      '1 Om runden',
      '2 Funn',
      '3 Hva som ble gjort',
      '4 Tabeller',
      '5 Avsendere',
      '6 Det som ikke er besvart',
    ],
  ])
  expect(headings(blocksOf({ lang: 'nn' }), 1).slice(2)).toEqual([
    ...['3 Kva som blei gjort', '4 Tabellar', '5 Avsendarar', '6 Det som ikkje er svara på'],
  ])
})

test('of each finding first the proposal is told, then what was heard, then the assessment', () => {
  expect(headings(blocksOf(), 2)).toEqual(['2.1 Kommunene vil ha noen å ringe'])
  expect(headings(blocksOf(), 3).slice(0, 3)).toEqual(['Forslaget', 'Instansenes syn', 'Vurdering'])
})

test('the proposal is the paragraphs that were changed or commented on, each once, and the question', () => {
  const place = { document: { title: {} }, version: { number: 1, title: { nb: 'Utkast 1' } }, anchor: '4.2' }
  const words = heard({ commented: [{ ...place, text: { nb: 'Kommunene får hjelp.' } }] })
  expect(words).toContain('Spørsmål 2: Hva trenger dere?')
  expect(words.match(/Kommunene får hjelp\. Utkast 1, avsnitt 4\.2/g)).toHaveLength(1)
  expect(heard({ question: null, responses: [] })).toContain(
    'Funnet gjelder ikke bestemte avsnitt i utkastet.',
  )
})

test('quotes and numbers stand in the text where their marks stood', () => {
  expect(allWords()).toContain(
    'De fleste, 14 av 62, vil ha hjelp: «Vi vil ha en fast kontakt» (Tindås kommune).',
  )
})

test('a private person is counted and named nowhere', () => {
  const words = allWords()
  expect(words).toContain('En forelder er uenig (privatperson).')
  expect(words).toContain('Privatpersoner: 1')
  expect(words).not.toContain('Kari')
})

test('bodies are named in the order of the tradition: central, then municipalities, then the rest', () => {
  const kinds = ['union', 'municipality', 'state-body', 'county-municipality']
  const quotes = kinds.map((kind, at) => ({
    ...{ ...quote, number: at + 1, from: kind, state: 'shown' as const, words: 'ja' },
    sender: { name: `En ${kind}`, kind },
  }))
  const lists = blocksOf({ findings: [aReportFinding({ quotes })] }).flatMap((block) =>
    block.kind === 'list' ? [block.items] : [],
  )
  expect(lists).toContainEqual([
    'Statlige organer: En state-body',
    'Fylkeskommuner: En county-municipality',
    'Kommuner: En municipality',
    'Fagforeninger: En union',
  ])
})

test('what is masked says by which law, what is withdrawn says that and not whose it was', () => {
  const sender = { name: 'Tindås kommune', kind: 'municipality' }
  const masked = { ...quote, state: 'masked' as const, words: null, bases: ['personal-data'], sender }
  const text = { nb: 'De skriver {s1}.' }
  expect(heard({ text, quotes: [masked] })).toContain(
    '(Tindås kommune. Sitatet er skjermet etter personopplysningsloven.)',
  )
  const withdrawn = { ...quote, state: 'withdrawn' as const, words: null, sender }
  const words = heard({ text, quotes: [withdrawn], responses: [] })
  expect(words).toContain('De skriver (Trukket).')
  expect(words).not.toContain('Sitert eller vist til')
})

test('the assessment says the disposition, the reason, and each paragraph before and after', () => {
  const words = allWords()
  expect(words).toContain('Delvis fulgt\nVi er enige om målet.\nPenger er en annen sak.\nEndret.')
  expect(words).toContain('Før (Utkast 1, avsnitt 4.2): Kommunene får hjelp.')
  expect(words).toContain('Nå (Utkast 2, avsnitt 4.2): Kommunene får hjelp av en fast kontaktperson.')
})

test('a finding without a response is among what is not answered, and in the table of what was done', () => {
  const findings = [aReportFinding({ responses: [] })]
  const left = { ...aReportSource().left, findings: findings.map(({ title }) => title) }
  const words = allWords({ findings, left })
  expect(words).toContain('Funnet er ikke vurdert ennå.')
  expect(words).toContain('2.1 Kommunene vil ha noen å ringe Ikke vurdert – –')
  expect(words).toContain('Disse funnene er ikke vurdert ennå:\nKommunene vil ha noen å ringe')
})

test('every table is numbered, the one of what was done first, and has its rule under it', () => {
  const blocks = blocksOf()
  const captions = blocks.flatMap((block) => (block.kind === 'table' ? [block.caption] : []))
  expect(captions).toEqual([
    'Tabell 1: Hvert funn, hva som ble gjort, hvorfor og hvor i dokumentet',
    'Tabell 2: Mottatt etter type avsender',
    'Tabell 2: Mottatt etter type avsender (fortsatt)',
  ])
  const after = blocks.slice(blocks.findLastIndex(({ kind }) => kind === 'table') + 1)
  expect(after[0]).toMatchObject({ kind: 'quiet' })
})

test('how many were asked, answered, had no remarks, were silent and late stands beside what it is of', () => {
  expect(allWords()).toContain(
    '24 av 40 inviterte svarte med merknader, 8 svarte at de ikke har merknader, og 8 svarte ikke.',
  )
  expect(allWords()).toContain('16 av svarene fra de inviterte kom etter fristen. De er med.')
})

test('a draft says that it is one, and what everybody may read does not', () => {
  expect(outlineOf(aReportSource({ scope: 'draft' })).draft?.mark).toBe('UTKAST')
  expect(allWords()).not.toContain('UTKAST')
})

test('a text that is only in the other written form stands in that, and says so', () => {
  const [written] = blocksOf({
    lang: 'nn',
    findings: [aReportFinding({ text: { nb: 'Bare på bokmål.' } })],
  }).filter((block) => wordsOf(block) === 'Bare på bokmål.')
  expect(written).toMatchObject({ spans: [{ lang: 'nb' }] })
})

test('a table too wide for paper comes in parts, each with the column that the others are of', () => {
  const columns = Array.from({ length: 14 }, (_, at) => `k${at}`)
  const table: OutlineTable = {
    ...{ kind: 'table', caption: 'Bred', corner: 'Type', columns, numbers: true },
    rows: [{ head: 'Kommuner', cells: columns }],
  }
  const parts = inWidth(table, 0, '(fortsatt)')
  expect(parts.map((part) => part.columns.length <= MOST_COLUMNS && part.columns[0])).toEqual([
    'k0',
    'k0',
    'k0',
  ])
  expect(parts.flatMap((part) => part.columns.slice(1))).toEqual(columns.slice(1))
  expect(parts.map(({ rows }) => rows[0]?.cells)).toEqual(parts.map((part) => part.columns))
  expect(inWidth({ ...table, columns: columns.slice(0, 3) }, 0, '')).toHaveLength(1)
})
