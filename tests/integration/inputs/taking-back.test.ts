import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { countLedger } from '#app/features/inputs/ledger.server.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { findPublishedInput } from '#app/features/inputs/published.server.ts'
import { countPublishedInputs, listNewestInputs } from '#app/features/inputs/published-list.server.ts'
import { takeBack } from '#app/features/inputs/taking-back.server.ts'
import { readTable } from '#app/features/tables/counted.server.ts'
import {
  auditEvents,
  inputVersions,
  publicAnswers,
  registrationWithdrawals,
  searchDocuments,
} from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { enqueuePassagesOf } from '#search/outbox.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aSubmittedInput, aVersion, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from './room.ts'

const t = appDatabase()
const registered = { kind: 'registered', receivedOn: '2026-05-04', channel: 'letter' }

async function aRegistration() {
  const round = await aRound(t.db)
  const [asked] = await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db, { name: 'Solvær kommune' })
  const words = { [asked?.id ?? '']: 'Bistanden må vare i to år.' }
  const sent = await aSubmittedInput(t.db, round, organisation, words, registered)
  const [analyst, editor] = await Promise.all([
    aStaffMember(t.db, { id: round.strategyId }, 'analyst'),
    aStaffMember(t.db, { id: round.strategyId }, 'editor'),
  ])
  const again = (number: number, own: object) =>
    aVersion(t.db, round, sent.input.id, organisation, words, { number, ...own })
  return { ...sent, round, organisation, analyst, editor, again }
}

const because = (reason = 'Ført på feil kommune.') => ({ key: v7(), reason })

async function answeredIn(round: { id: string }) {
  const groups = await countLedger(round.id)
  return groups.reduce((sum, { state, bodies }) => sum + (state === 'silent' ? 0 : bodies), 0)
}

async function tableTotal(editor: Parameters<typeof readTable>[0], round: { id: string }) {
  const read = await readTable(editor, round.id, 'received', new Date())
  if ('refusal' in read || 'movedTo' in read) throw new Error('No table')
  const uninvited = read.table.rows.map(
    ({ cells }) => cells.find(({ column }) => column === 'uninvited')?.number ?? 0,
  )
  return Math.max(0, ...uninvited)
}

test('a registration taken back leaves the counts, stays on record with who and why, and is taken back once', async () => {
  const { version, round, analyst, editor } = await aRegistration()
  expect([await answeredIn(round), await tableTotal(editor, round)]).toEqual([1, 1])
  const form = because()
  const both = await Promise.all([1, 2].map(() => takeBack(analyst, version.id, form)))
  expect(both).toEqual([{ inputId: version.inputId }, { inputId: version.inputId }])
  expect([await answeredIn(round), await tableTotal(editor, round)]).toEqual([0, 0])
  expect(await t.db.$count(inputVersions, eq(inputVersions.id, version.id))).toBe(1)
  const [standing] = await t.db
    .select()
    .from(registrationWithdrawals)
    .where(eq(registrationWithdrawals.versionId, version.id))
  expect(standing).toMatchObject({ by: analyst.personId, reason: 'Ført på feil kommune.' })
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, version.id))
  expect(events.map(({ type }) => type)).toEqual(['input.taken-back'])
  expect(JSON.stringify(events)).not.toContain('feil kommune')
  expect(await takeBack(analyst, version.id, because())).toEqual({ refusal: 'already-withdrawn' })
  expect(await publishVersion(editor, version.id, v7())).toEqual({ refusal: 'withdrawn' })
})

test('what the sender sent itself stands when the letter beside it is taken back, and is not for staff to take', async () => {
  const { version, round, analyst, editor, again } = await aRegistration()
  const own = await again(2, { kind: 'administrative', submittedAt: new Date(Date.now() + 1_000) })
  expect([await answeredIn(round), await tableTotal(editor, round)]).toEqual([1, 1])
  expect(await takeBack(analyst, version.id, because())).toEqual({ inputId: version.inputId })
  expect([await answeredIn(round), await tableTotal(editor, round)]).toEqual([1, 1])
  expect(await takeBack(editor, own.version.id, because())).toEqual({ refusal: 'not-registered' })
})

test('a sender whose letter was taken back is heard again by the next letter', async () => {
  const { version, round, analyst, again } = await aRegistration()
  await takeBack(analyst, version.id, because())
  await again(2, registered)
  expect(await answeredIn(round)).toBe(1)
})

test('it takes a reason, and somebody who works on the strategy', async () => {
  const { version, analyst } = await aRegistration()
  const { analyst: other } = await aRegistration()
  expect(await takeBack(analyst, version.id, because(' \u0000\n'))).toEqual({ refusal: 'reason-missing' })
  expect(await takeBack(other, version.id, because())).toEqual({ refusal: 'not-found' })
  expect(await takeBack(analyst, v7(), because())).toEqual({ refusal: 'not-found' })
})

test('a public one is taken back by those who publish; the address says when and why, and nothing of who and what', async () => {
  const { version, round, organisation, analyst, editor, ...sent } = await aRegistration()
  await publish(t.db, { version, answers: sent.answers }, (await aPerson(t.db)).id)
  await enqueuePassagesOf(t.db, version.inputId)
  await dispatchAll(t.db, postgresIndex(t.db))
  expect(await takeBack(analyst, version.id, because())).toEqual({ refusal: 'forbidden' })
  expect(await takeBack(editor, version.id, because())).toEqual({ inputId: version.inputId })
  const open = { ...round, inputsShown: 'as-checked' as const }
  const shown = await findPublishedInput(open, version.inputId, new Date())
  expect(shown).toMatchObject({
    sender: { name: null },
    withdrawn: { reason: 'Ført på feil kommune.', byStaff: true },
    versions: [],
  })
  expect(JSON.stringify(shown)).not.toContain(organisation.name)
  const [listed] = await listNewestInputs(open, new Date(), 5)
  expect(listed).toMatchObject({ id: version.inputId, senderName: null })
  expect(listed?.withdrawnAt).toBeInstanceOf(Date)
  expect(await countPublishedInputs(open, new Date())).toMatchObject([{ inputs: 1, withdrawn: 1 }])
  expect(await t.db.$count(publicAnswers, eq(publicAnswers.versionId, version.id))).toBe(0)
  const found = () =>
    t.db
      .select({ audience: searchDocuments.audience })
      .from(searchDocuments)
      .where(eq(searchDocuments.inputId, version.inputId))
  expect((await found()).map(({ audience }) => audience)).not.toContain('public')
  await dispatchAll(t.db, postgresIndex(t.db))
  expect((await found()).map(({ audience }) => audience)).not.toContain('public')
})

test('a letter that is taken back beside one that stands leaves that one to read', async () => {
  const { version, round, analyst, editor, again, ...sent } = await aRegistration()
  const second = await again(2, registered)
  const by = (await aPerson(t.db)).id
  await publish(t.db, { version, answers: sent.answers }, by)
  await publish(t.db, second, by)
  expect(await takeBack(editor, second.version.id, because())).toEqual({ inputId: version.inputId })
  const shown = await findPublishedInput({ ...round, inputsShown: 'as-checked' }, version.inputId, new Date())
  expect(shown?.withdrawn).toBe(null)
  expect(shown?.versions.map(({ number }) => number)).toEqual([1])
  expect(shown?.replaced).toEqual([])
})
