import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { and, eq, isNotNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readListFile } from '#app/features/strategies/invitation-file.server.ts'
import { type ListedRow, readPastedList } from '#app/features/strategies/invitation-list.ts'
import { previewFilter, previewList } from '#app/features/strategies/invitation-preview.server.ts'
import { invite } from '#app/features/strategies/invitations.server.ts'
import { counties, invitations } from '#db/schema/index.ts'
import { anOrganisation, aStaffMember, unique } from '#tests/factories/people.ts'
import { aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()
const now = new Date()

beforeAll(async () => {
  await t.db.insert(counties).values([
    { number: '91', name: 'Nordfylket' },
    { number: '92', name: 'Sørfylket' },
  ])
  await anOrganisation(t.db, {
    ...{ name: 'Solvær kommune', municipalityNumber: '9101', countyNumber: '91' },
    organisationNumber: '910000004',
  })
  await anOrganisation(t.db, { name: 'Fossheim', municipalityNumber: '9102', countyNumber: '91' })
  await anOrganisation(t.db, { name: 'Fossheim', municipalityNumber: '9203', countyNumber: '92' })
  await anOrganisation(t.db, {
    name: 'Ærøya',
    municipalityNumber: '0904',
    names: { no: 'Ærøya', se: 'Áirosuolu' },
  })
  await anOrganisation(t.db, { name: 'Gamle Vik', municipalityNumber: '9299', validTo: '2020-01-01' })
  await anOrganisation(t.db, { name: 'Ikke i registeret', listed: false })
})

async function aStaffedRound() {
  const strategy = await aStrategy(t.db)
  return { round: await aRound(t.db, { strategy }), editor: await aStaffMember(t.db, strategy, 'editor') }
}

const look = async (round: { id: string }, text: string) =>
  previewList(round.id, readPastedList(text) as ListedRow[], now)

const invitedTo = (round: { id: string }) =>
  t.db.$count(invitations, and(eq(invitations.roundId, round.id), isNotNull(invitations.invitedAt)))

test('a pasted list is looked up by names, numbers and counties, and looking invites nobody', async () => {
  const { round } = await aStaffedRound()
  const list =
    'Solvær\nFossheim (Sørfylket)\nærøya\nÁirosuolu\n910 000 004\nAtlantis\nFossheim\nGamle Vik\nIkke i registeret'
  const { invite: found, problems } = await look(round, list)
  expect(found.map(({ label }) => label)).toEqual([
    ...['Solvær kommune (Nordfylket)', 'Fossheim (Sørfylket)', 'Ærøya'],
  ])
  expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
    ...[
      [4, 'twice'],
      [5, 'twice'],
      [6, 'unknown'],
      [7, 'several'],
      [8, 'gone'],
      [9, 'unknown'],
    ],
  ])
  expect(await invitedTo(round)).toBe(0)
})

test('a list looked over twice invites nobody twice', async () => {
  const { round, editor } = await aStaffedRound()
  const { invite: found } = await look(round, '9101\n9102')
  const form = { kind: [], organisation: found.map(({ id }) => id) }
  expect(await invite(editor, round.id, { key: v7(), ...form })).toEqual({ invited: 2 })
  const second = await look(round, '9101\n9102\n9203')
  expect([second.invite.length, second.already.length]).toEqual([1, 2])
  expect(await invite(editor, round.id, { key: v7(), ...form })).toEqual({ invited: 0 })
  expect(await invitedTo(round)).toBe(2)
})

test('two who invite overlapping lists at once invite each body once between them', async () => {
  const { round, editor } = await aStaffedRound()
  const [one, other] = await Promise.all([look(round, '9101\n9102'), look(round, '9102\n9203')])
  const outcomes = await Promise.all(
    [one, other].map(({ invite: found }) =>
      invite(editor, round.id, { key: v7(), kind: [], organisation: found.map(({ id }) => id) }),
    ),
  )
  const sum = outcomes.reduce((all, outcome) => all + ('invited' in outcome ? outcome.invited : 0), 0)
  expect([sum, await invitedTo(round)]).toEqual([3, 3])
})

test('what the register says chooses: a kind, a county, or a kind in a county', async () => {
  const { round, editor } = await aStaffedRound()
  const municipalities = { kind: ['municipality' as const], county: '91' }
  expect(await previewFilter(round.id, municipalities, now)).toMatchObject({
    bodies: 2,
    already: 0,
    invite: 2,
  })
  expect((await previewFilter(round.id, { kind: [], county: '92' }, now)).first).toHaveLength(1)
  expect((await previewFilter(round.id, { kind: [], county: null }, now)).bodies).toBe(0)
  const form = { ...municipalities, organisation: [] }
  expect(await invite(editor, round.id, { key: v7(), ...form, expected: 3 })).toEqual({
    refusal: 'changed-since',
  })
  expect(await invitedTo(round)).toBe(0)
  expect(await invite(editor, round.id, { key: v7(), ...form, expected: 2 })).toEqual({ invited: 2 })
  expect(await previewFilter(round.id, municipalities, now)).toMatchObject({ already: 2, invite: 0 })
})

const folder = await mkdtemp(path.join(tmpdir(), 'lists-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function aFile(content: string | Buffer, name = `${unique()}.csv`) {
  const at = path.join(folder, name)
  await writeFile(at, content)
  return at
}

const read = async (content: string | Buffer) => readListFile(await aFile(content))

test('a file is read in the encodings spreadsheets save in, and a row says where it stands', async () => {
  const { round } = await aStaffedRound()
  const text = 'Kommunenr;Navn\r\n904;Ærøya\r\n\r\n9102;Fossheim\r\n9101;Fossheim\r\n'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  for (const content of [text, `\ufeff${text}`, utf16, Buffer.from(text, 'latin1')]) {
    const preview = await previewList(round.id, (await read(content)) as ListedRow[], now)
    expect(preview.invite.map(({ label }) => label)).toEqual(['Ærøya', 'Fossheim (Nordfylket)'])
    expect(preview.problems).toMatchObject([
      { row: 5, column: 'B «Navn»', reason: 'disagree', meant: 'Solvær kommune (Nordfylket)' },
    ])
  }
})

test('doubled headings, no headings, an open quotation mark, a picture and no rows are refused whole', async () => {
  expect(await read('Navn;Fylke;Navn\nSolvær;Nordfylket;Fossheim\n')).toEqual({
    ...{ refusal: 'heading-twice', column: 'A «Navn»', other: 'C «Navn»' },
  })
  expect(await read('Solvær\nFossheim\n')).toEqual({ refusal: 'headings-missing' })
  expect(await read('Navn\n"Solvær\nFossheim\n')).toMatchObject({ refusal: 'unclosed-quote' })
  expect(await read('Navn\n')).toEqual({ refusal: 'no-rows' })
  expect(await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]))).toEqual({
    refusal: 'not-a-table',
  })
  expect(await read(`Navn\n${'Solvær\n'.repeat(1_001)}`)).toEqual({ refusal: 'too-many-rows' })
})

test('letters in an encoding nobody knows are names nobody has, told of with row and column', async () => {
  const { round } = await aStaffedRound()
  const cp865 = Buffer.concat([Buffer.from('Navn\nSolv'), Buffer.from([0x91]), Buffer.from('r\n9102\n')])
  const { invite: found, problems } = await previewList(round.id, (await read(cp865)) as ListedRow[], now)
  expect(found).toEqual([])
  expect(problems).toMatchObject([
    { row: 2, column: 'A «Navn»', reason: 'unknown' },
    { row: 3, column: 'A «Navn»', reason: 'unknown' },
  ])
})
