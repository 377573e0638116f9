import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { readRegisterFile } from '#app/features/organisations/register-file.server.ts'
import { importRegister } from '#app/features/organisations/register-import.server.ts'
import { counties, organisationSuccessions, organisations } from '#db/schema/index.ts'
import { aMember, anActor, anOrganisation } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

const heading =
  'kommunenr,navn_norsk,navn_offisielt,fylke,fylkenr,maalform,orgnr,navn_se,navn_sma,kommunenr_2023'
const invented = [
  '0801,Hovedby,Hovedby,Hovedby,08,Nøytral,971032146,,,0801',
  '8101,Storvik,Storvik,Vestvidda,81,Nynorsk,872417842,,,7101',
  '8201,Storvik,Stuorragohppi,Nordvidda,82,Bokmål,,Stuorragohppi,,8201',
  '8202,Fjordnes,"Fjordnes, Vuodnanjárga",Nordvidda,82,Bokmål,,,Vuodnanjárga,7102',
]
const file = (rows: readonly string[] = invented, top = heading) =>
  new TextEncoder().encode([top, ...rows].join('\r\n'))

async function take(rows: readonly string[] = invented, tried = false) {
  const register = readRegisterFile(file(rows))
  if ('refusal' in register) throw new Error(register.refusal)
  const report = await importRegister(null, register, { tried })
  if ('refusal' in report) throw new Error(report.refusal)
  const { created, changed, same, leftOut, predecessors, absent } = report
  return {
    ...{ created: created.length, changed: changed.map(({ number, fields }) => [number, ...fields]), same },
    ...{ leftOut: leftOut.map(({ line, reason }) => [line, reason]), predecessors, absent: absent.length },
  }
}

const stored = () => t.db.select().from(organisations).orderBy(asc(organisations.municipalityNumber))
const numbered = async (number: string) =>
  (await t.db.select().from(organisations).where(eq(organisations.municipalityNumber, number)))[0]

beforeEach(async () => {
  await t.db.delete(organisationSuccessions)
  await t.sql`delete from memberships`
  await t.db.delete(organisations)
  await t.db.delete(counties)
})

test('two municipalities of one name in two counties are two, and a number keeps its zero', async () => {
  expect(await take()).toEqual({
    ...{ created: 4, changed: [], same: 0, leftOut: [], predecessors: 2, absent: 0 },
  })
  expect(await numbered('0801')).toMatchObject({
    name: 'Hovedby',
    writtenForm: 'neutral',
    countyNumber: '08',
  })
  const twins = (await stored()).filter(({ name, validTo }) => name === 'Storvik' && !validTo)
  expect(twins.map(({ slug, countyNumber }) => [slug, countyNumber])).toEqual([
    ['storvik', '81'],
    ['storvik-nordvidda', '82'],
  ])
  expect(await numbered('8201')).toMatchObject({
    officialName: 'Stuorragohppi',
    names: { no: 'Storvik', se: 'Stuorragohppi' },
  })
  expect(await numbered('8202')).toMatchObject({ officialName: 'Fjordnes, Vuodnanjárga' })
})

test('a number of before is kept on the body that was, with the days it was and became', async () => {
  await take()
  const [former, now] = [await numbered('7101'), await numbered('8101')]
  expect(former).toMatchObject({ name: 'Storvik', validTo: '2023-12-31' })
  expect(now).toMatchObject({ validFrom: '2024-01-01', validTo: null })
  const relations = await t.db
    .select()
    .from(organisationSuccessions)
    .where(eq(organisationSuccessions.successorId, now?.id ?? ''))
  expect(relations).toEqual([{ predecessorId: former?.id, successorId: now?.id, on: '2024-01-01' }])
})

test('imported again nothing is made twice, and only what differs is changed', async () => {
  await take()
  const before = await stored()
  expect(await take()).toMatchObject({ created: 0, changed: [], same: 4, predecessors: 0 })
  expect(await stored()).toEqual(before)
  const renamed = invented.map((line) => line.replace('0801,Hovedby,Hovedby', '0801,Hovedbyen,Hovedbyen'))
  expect(await take(renamed)).toMatchObject({
    changed: [['0801', 'name', 'officialName', 'names']],
    same: 3,
  })
  expect(await numbered('0801'), 'its address stays').toMatchObject({ slug: 'hovedby', name: 'Hovedbyen' })
})

test('a body that got a new number keeps its members and its address', async () => {
  const old = await anOrganisation(t.db, {
    ...{ name: 'Storvik', slug: 'storvik-gamle', municipalityNumber: '7101' },
    organisationNumber: '872417842',
  })
  const member = await aMember(t.db, old, 'approver')
  expect(await take()).toMatchObject({ created: 3, predecessors: 2 })
  expect(await numbered('8101')).toMatchObject({ id: old.id, slug: 'storvik-gamle', validFrom: '2024-01-01' })
  expect(await numbered('7101')).toMatchObject({ validTo: '2023-12-31' })
  expect(member.memberships[0]?.organisationId).toBe(old.id)
})

test('another body that held the number of before is ended, and is the predecessor', async () => {
  const merged = await anOrganisation(t.db, {
    ...{ name: 'Gamlevik', municipalityNumber: '7101', organisationNumber: '995567636' },
  })
  await take()
  expect(await numbered('7101')).toMatchObject({ id: merged.id, name: 'Gamlevik', validTo: '2023-12-31' })
  expect((await numbered('8101'))?.id).not.toBe(merged.id)
})

test('an organisation number on record for another body leaves its row out, and the others go in', async () => {
  await anOrganisation(t.db, { name: 'Hovedby', municipalityNumber: '0801' })
  await anOrganisation(t.db, { name: 'Noen andre', organisationNumber: '971032146', kind: 'business' })
  expect(await take()).toMatchObject({ created: 3, leftOut: [[2, 'organisation-number-elsewhere']] })
})

test('trying changes nothing, and says what would be', async () => {
  await take(invented.slice(0, 2))
  const before = [await stored(), await t.db.select().from(counties)]
  expect(await take(invented.slice(1), true)).toMatchObject({ created: 2, same: 1, absent: 1 })
  expect([await stored(), await t.db.select().from(counties)]).toEqual(before)
})

test('two imports at once make every municipality once', async () => {
  await Promise.all([take(), take(), take()])
  expect((await stored()).filter(({ validTo }) => !validTo)).toHaveLength(4)
})

test('a file may be separated by semicolons and begin with a mark, and no other file breaks anything', () => {
  const withMark = new TextEncoder().encode(
    `\uFEFF${[heading, ...invented.slice(0, 2)].join('\n').replaceAll(',', ';')}`,
  )
  expect(readRegisterFile(withMark)).toMatchObject({ entries: [{ number: '0801' }, { number: '8101' }] })
  const refused = (bytes: Uint8Array) => {
    const register = readRegisterFile(bytes)
    return 'refusal' in register ? register.refusal : register
  }
  expect(refused(new Uint8Array())).toBe('no-rows')
  expect(refused(file([]))).toBe('no-rows')
  expect(refused(new Uint8Array([0xff, 0xfe, 0x00]))).toBe('not-utf-8')
  expect(refused(file(['0801,"Hovedby']))).toBe('not-a-table')
  expect(refused(file(Array(2_001).fill('0801')))).toBe('too-many-rows')
  expect(refused(new Uint8Array(2 * 1024 * 1024 + 1))).toBe('too-large')
  expect(refused(file(invented, '__proto__,constructor'))).toBe('columns-missing')
})

test('only administrators import', async () => {
  const register = readRegisterFile(file())
  if ('refusal' in register) throw new Error(register.refusal)
  expect(await importRegister(await anActor(t.db), register, { tried: false })).toEqual({
    refusal: 'forbidden',
  })
  expect(await stored()).toEqual([])
})
