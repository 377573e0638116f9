import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listLedgerEntries } from '#app/features/inputs/ledger.server.ts'
import { listSenders } from '#app/features/tables/counting.server.ts'
import { ALL } from '#app/features/tables/table.ts'
import { loader as apiInputs } from '#app/routes/api/inputs.ts'
import { loader as file } from '#app/routes/public/inputs-csv.ts'
import { loader as page } from '#app/routes/public/published-input.tsx'
import { loader as list } from '#app/routes/public/published-inputs.tsx'
import { counties, organisations, strategies } from '#db/schema/index.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

const bodies = [
  { name: 'Østre Dal kommune', officialName: 'Nuortavuona suohkan – Østre Dal kommune' },
  { name: 'Storvik', officialName: 'Stuorragohppi' },
  { name: 'Ås kommune', officialName: null },
]
const inAllForms = ['Nuortavuona suohkan – Østre Dal kommune', 'Stuorragohppi – Storvik', 'Ås kommune']

async function aNamedRound() {
  const round = await aRound(t.db)
  const [question] = await aQuestionnaire(t.db, round)
  const { slug } = only(await t.db.select().from(strategies).where(eq(strategies.id, round.strategyId)))
  const editor = await aPerson(t.db)
  const county = { number: '97', name: 'Nordfylket' }
  await t.db.insert(counties).values(county).onConflictDoNothing()
  const ids: string[] = []
  for (const names of bodies) {
    const body = await anOrganisation(t.db, { ...names, countyNumber: county.number })
    const words = { [question?.id ?? '']: 'Vi vil ha det på samisk òg.' }
    const sent = await aSubmittedInput(t.db, round, body, words, { senderCounty: county.number })
    await publish(t.db, sent, editor.id)
    ids.push(sent.input.id)
  }
  const ask = (path: string, more = {}) => ({
    request: new Request(`http://x${path}/strategies/${slug}/rounds/${round.slug}/inputs`),
    params: { strategy: slug, round: round.slug, ...more },
    context: { code: 'x' } as never,
  })
  return { round, ids, ask }
}

test('lists, tables and data call a body by all its official names, and text about it by the one of the text', async () => {
  const { round, ids, ask } = await aNamedRound()
  const ofList = async (search: string) => {
    const asked = ask('/nn')
    return (await list({ ...asked, request: new Request(asked.request.url + search) })).inputs.map(
      ({ senderName }) => senderName,
    )
  }
  expect((await ofList('')).toSorted()).toEqual(inAllForms.toSorted())
  expect(await ofList('?order=name')).toEqual(inAllForms)
  const told = (await (await apiInputs(ask('/api/v1'))).json()) as { items: { sender: { name: string } }[] }
  expect(told.items.map(({ sender }) => sender.name).toSorted()).toEqual(inAllForms.toSorted())
  const csv = await (await file(ask(''))).text()
  for (const name of inAllForms) expect(csv).toContain(`;${name};`)
  const everything = { state: 'uninvited', kind: null, county: null, page: 1, size: 20 } as const
  const answered = await listLedgerEntries(
    { ...round, inputsShown: 'when-published' } as never,
    everything,
    new Date(),
  )
  expect(answered.map(({ name }) => name)).toEqual(inAllForms)
  const place = { ...round, roundId: round.id }
  const cell = { row: ALL, column: ALL, page: 1, size: 20 }
  const { senders } = await listSenders({ kind: 'received' }, place as never, cell)
  expect(senders.map(({ name }) => name)).toEqual(inAllForms)
  const own = await page(ask('', { input: ids[0] }))
  expect((own as unknown as { data: { title: string } }).data.title).toContain('fra Østre Dal kommune')
})

test('the file of a round names the county beside its number, and is another when a name is', async () => {
  const { ask } = await aNamedRound()
  const first = await file(ask('/nn'))
  const [heading, line] = (await first.text()).split('\n')
  const at = heading?.split(';').indexOf('Fylkesnummer') ?? -1
  expect(heading?.split(';').slice(at, at + 2)).toEqual(['Fylkesnummer', 'Fylke'])
  expect(line?.split(';').slice(at, at + 2)).toEqual(['97', 'Nordfylket'])
  const tagOf = async () => (await file(ask('/nn'))).headers.get('ETag')
  expect(await tagOf()).toBe(first.headers.get('ETag'))
  await t.db.update(counties).set({ name: 'Nordfylket, Davvi' }).where(eq(counties.number, '97'))
  const second = await tagOf()
  expect(second).not.toBe(first.headers.get('ETag'))
  await t.db
    .update(organisations)
    .set({ officialName: 'Ájgu – Ås kommune' })
    .where(eq(organisations.name, 'Ås kommune'))
  expect(await tagOf()).not.toBe(second)
  await t.db.update(counties).set({ name: 'Nordfylket' }).where(eq(counties.number, '97'))
})
