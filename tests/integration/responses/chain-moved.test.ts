import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { retireTheme } from '#app/features/analysis/codebook-structure.server.ts'
import { mergeTheme } from '#app/features/analysis/theme-merging.server.ts'
import { maskVersion } from '#app/features/inputs/masking.server.ts'
import { takeBack } from '#app/features/inputs/taking-back.server.ts'
import { withdrawInput } from '#app/features/inputs/withdrawal.server.ts'
import { withholdVersion } from '#app/features/inputs/withholding.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { inputs, taggings } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { writtenOn } from '#tests/factories/findings.ts'
import { aVersion } from '#tests/factories/inputs.ts'
import { aMember, only } from '#tests/factories/people.ts'
import { makeFindable } from '../discovery/findable.ts'
import { made } from '../findings/written.ts'
import { appDatabase } from '../inputs/room.ts'
import { aCountedChain, cited, letterTo, publicPlaces, tagged } from './public-places.ts'

// Whatever happens in the middle of a published chain: every place that anyone may read stays true and says what happened.

const t = appDatabase()
const { DEMO } = process.env
beforeAll(async () => {
  process.env.DEMO = '1'
  await prepareQueue()
})
afterAll(() => {
  if (DEMO === undefined) delete process.env.DEMO
  else process.env.DEMO = DEMO
})

type Places = Awaited<ReturnType<typeof publicPlaces>>

/** The places that say any of this. */
const saying = (places: Places, words: RegExp) =>
  Object.entries(places).flatMap(([place, text]) => (words.test(text) ? [place] : []))

/** The places that say something else than they did, but for when they were made. */
const differing = (places: Places, before: Places) =>
  Object.entries(places).flatMap(([place, text]) =>
    text.replaceAll(/\d\d\.\d\d|T[\d:.]+Z/g, '') ===
    before[place as keyof Places].replaceAll(/\d\d\.\d\d|T[\d:.]+Z/g, '')
      ? []
      : [place],
  )

const readsWords = [
  ...['finding', 'findings', 'origin', 'outcome', 'otherOutcome', 'input', 'search'],
  ...['apiFinding', 'apiInput', 'report'],
]

test('with nothing moved, the words and the names stand where they are looked for', async () => {
  const places = await publicPlaces(await aCountedChain(t.db))
  expect(saying(places, new RegExp(cited))).toEqual(readsWords)
  expect(saying(places, new RegExp(tagged))).toEqual([
    'finding',
    'origin',
    'otherOutcome',
    'search',
    'apiFinding',
    'letter',
  ])
  expect(saying(places, /Tindås/)).toEqual([
    ...['finding', 'findings', 'number', 'origin', 'outcome', 'otherOutcome', 'input', 'inputs', 'round'],
    ...['search', 'apiFinding', 'apiInput', 'apiInputs', 'report'],
  ])
  expect(saying(places, /^4\d\d$/)).toEqual([])
  expect(places.number).toContain('"frozen":{"count":2,"of":2}')
  expect(places.number).toContain('"since":null')
})

const words = new RegExp(cited)
const anyWords = /Granlia/
const named = /Tindås/

test('what is masked stands nowhere, and the law stands wherever the words did', async () => {
  const chain = await aCountedChain(t.db)
  const [start, end] = ['Vi vil ha en '.length, [...cited].length]
  const ranges = [{ answerId: only(chain.sent.answers).id, startCp: start, endCp: end }]
  const mask = { ranges, legalBasis: 'personal-matters', reason: 'Barnets skole' }
  made(await maskVersion(chain.editor, chain.sent.version.id, mask, v7()))
  const places = await publicPlaces(chain)
  expect(saying(places, anyWords)).toEqual([])
  expect(saying(places, /Barnets skole/)).toEqual([])
  expect(saying(places, /personal-matters|personlige forhold/)).toEqual(
    readsWords.filter((one) => one !== 'search'),
  )
  expect(places.number).toContain('"totalNamed":2')
  expect(await letterTo(chain, chain.sent.input.id)).not.toMatch(anyWords)
})

test('what is withheld has no word and no name anywhere, and its finding, number and coverage stand', async () => {
  const chain = await aCountedChain(t.db)
  const grounds = { legalBasis: 'unlawful', reason: 'Trusler' }
  made(await withholdVersion(chain.editor, chain.sent.version.id, grounds, v7()))
  const places = await publicPlaces(chain)
  expect(saying(places, anyWords)).toEqual([])
  expect(saying(places, /Tindås|Trusler/)).toEqual([])
  expect(places.number).toContain('"frozen":{"count":2,"of":2}')
  expect(places.number).toContain('"unnamed":[{"kind":"municipality","number":1}]')
  for (const place of ['finding', 'findings', 'origin'] as const)
    expect(places[place]).toContain('"state":"withheld","basis":"unlawful"')
  expect(places.outcome).toContain('"gone":true')
  expect(places.finding).toContain('"withheld":1')
  expect(places.report).not.toBe('nothing-published')
})

test('what its sender withdraws has no word anywhere, and is told of as withdrawn where it stood', async () => {
  const chain = await aCountedChain(t.db)
  const organisationId = chain.sent.input.organisationId ?? ''
  const submitter = await aMember(t.db, { id: organisationId }, 'submitter')
  made(await withdrawInput(submitter, chain.sent.input.id, 'Sendt til feil runde.', v7()))
  const places = await publicPlaces(chain)
  expect(saying(places, anyWords)).toEqual([])
  // The reason is for whoever comes to the address.
  expect(saying(places, /feil runde/)).toEqual(['outcome', 'input'])
  for (const place of ['finding', 'findings', 'origin'] as const)
    expect(places[place]).toContain('"state":"withdrawn"')
  expect(places.number).toContain('"withdrawn":1')
  expect(places.number).toContain('"since":{"count":1,"of":1}')
  expect(places.outcome).toContain('"gone":true')
  expect(places.coverage).toContain('"inputs":{"inputs":1')
  expect(saying(places, /Tindås/)).not.toContain('report')
  expect(places.report).toMatch(/trukket/)
  expect(await letterTo(chain, chain.sent.input.id)).toBe('')
})

test('what staff registered and took back has no word and no name anywhere', async () => {
  const registered = { kind: 'registered', receivedOn: '2026-05-04', channel: 'letter' }
  const chain = await aCountedChain(t.db, registered)
  made(await takeBack(chain.editor, chain.sent.version.id, { key: v7(), reason: 'Ført på feil kommune.' }))
  const places = await publicPlaces(chain)
  expect(saying(places, anyWords)).toEqual([])
  expect(saying(places, /feil kommune/)).toEqual(['outcome', 'input'])
  expect(saying(places, named)).toEqual([])
  for (const place of ['finding', 'findings', 'origin'] as const)
    expect(places[place]).toMatch(/"sender":null,"said":null,"input":\{[^}]*\},"state":"withdrawn"/)
  expect(places.strategy).toContain('"quotes":0,"inputs":0,"of":1')
  expect(places.finding).toContain('"withdrawn":1,"withheld":0')
  expect(await letterTo(chain, chain.sent.input.id)).toBe('')
})

test('a private person who did not ask to stand by name is named nowhere, published or withdrawn', async () => {
  const chain = await aCountedChain(t.db, {
    senderKind: 'person',
    senderName: 'Ola Gran',
    naming: 'anonymous',
  })
  await t.db
    .update(inputs)
    .set({ organisationId: null, personId: chain.reader })
    .where(eq(inputs.id, chain.sent.input.id))
  await makeFindable(t.db, chain.sent.input.id)
  const before = await publicPlaces(chain)
  expect(saying(before, words)).toEqual(readsWords)
  expect(saying(before, /Ola Gran/)).toEqual([])
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, chain.sent.input.id))
  expect(saying(await publicPlaces(chain), /Ola Gran/)).toEqual([])
})

/** A chain whose theme becomes part of another; what is tagged with it moves, or `stays` as what comes late does. */
async function aMergedChain({ stays = false } = {}) {
  const chain = await aCountedChain(t.db)
  const into = await aTheme(t.db, chain.strategy, { title: { nb: 'Kapasitet' } })
  const form = { act: 'merge' as const, key: v7(), reason: 'Det samme.', into: into.id }
  made(await mergeTheme(chain.editor, chain.strategy.id, chain.theme.id, form))
  if (stays) {
    await t.db.update(taggings).set({ removedAt: new Date() }).where(eq(taggings.themeId, into.id))
    const all = [...chain.sent.passages.slice(0, 1), ...chain.other.passages]
    for (const passage of all) await aTagging(t.db, passage, chain.theme, chain.reader)
  }
  return { ...chain, into }
}

test.for([{ stays: false }, { stays: true }])(
  'where a theme became part of another, all that was said of it is where it was, under both names: %o',
  async (own) => {
    const chain = await aMergedChain(own)
    const places = await publicPlaces(chain)
    expect(saying(places, words)).toEqual(readsWords)
    expect(saying(places, new RegExp(tagged))).toEqual([
      ...['finding', 'origin', 'otherOutcome', 'search', 'apiFinding', 'letter'],
    ])
    for (const place of ['finding', 'origin', 'findings', 'outcome'] as const)
      expect(places[place]).toMatch(/"theme":.*"Hjelp".*"themeNow":.*"Kapasitet"/)
    expect(places.finding).toContain('"total":2,"inputs":2')
    expect(places.heard).toContain('"theme":{"nb":"Kapasitet"}')
    expect(places.number).toContain('"since":null,"merged":{"nb":"Kapasitet"}')
    expect(places.report).toContain('Tema: Hjelp, som siden er slått sammen med «Kapasitet»')
    expect(places.coverage).toMatch(/"inputs":\{"inputs":2,"read":0,"tagged":2,"cited":1,"answered":2\}/)
  },
)

test('where the theme is taken out of use, the finding says what it is of, as when it was published', async () => {
  const chain = await aCountedChain(t.db)
  made(
    await retireTheme(chain.editor, chain.strategy.id, chain.theme.id, { key: v7(), reason: 'Ikke i bruk.' }),
  )
  const places = await publicPlaces(chain)
  expect(saying(places, words)).toEqual(readsWords)
  for (const place of ['finding', 'heard', 'report'] as const) expect(places[place]).toContain('Hjelp')
  expect(places.finding).toContain('"total":2,"inputs":2')
  expect(places.number).toContain('"since":null')
})

test('what a published finding is written to be about since is nowhere before that is published', async () => {
  const chain = await aCountedChain(t.db)
  const before = await publicPlaces(chain)
  const other = await aTheme(t.db, chain.strategy, { title: { nb: 'Kladdetema' } })
  await writtenOn(t.db, chain.finding, { themeId: other.id })
  expect(differing(await publicPlaces(chain), before)).toEqual([])
  await writtenOn(t.db, chain.finding, {
    themeId: null,
    questionId: only(chain.sent.passages.slice(0, 1)).questionId,
  })
  expect(differing(await publicPlaces(chain), before)).toEqual([])
  await writtenOn(t.db, chain.finding, { themeId: other.id, questionId: null }, { published: true })
  expect(saying(await publicPlaces(chain), /Kladdetema/)).toEqual(
    expect.arrayContaining(['finding', 'heard']),
  )
})

test('what staff took back beside what still stands is in no number, and names nobody it was wrongly ascribed to', async () => {
  const letter = { kind: 'registered', receivedOn: '2026-05-04', channel: 'letter' }
  const chain = await aCountedChain(t.db, { ...letter, senderName: 'Feilby kommune' })
  const { questionId } = only(chain.sent.passages.slice(0, 1))
  const sender = { name: 'Tindås kommune', kind: 'municipality' } as Parameters<typeof aVersion>[3]
  const words = { [questionId ?? '']: 'Noe helt annet.' }
  await aVersion(t.db, chain.round, chain.sent.input.id, sender, words, { number: 2 })
  made(await takeBack(chain.editor, chain.sent.version.id, { key: v7(), reason: 'Ført på feil kommune.' }))
  const places = await publicPlaces(chain)
  expect(saying(places, /Feilby|Granlia|helt annet/)).toEqual([])
  expect(places.strategy).toContain('"quotes":0,"inputs":0,"of":1')
  expect(places.coverage).toContain('"unanswered":{"inputs":[],"total":0,"others":1}')
})
