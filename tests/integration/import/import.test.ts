import { createHash } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { makePassages } from '#app/features/analysis/passages.server.ts'
import { receiptPayload } from '#app/features/inputs/receipt.ts'
import { queue } from '#app/platform/jobs/queue.server.ts'
import {
  answers,
  auditEvents,
  inputPublications,
  inputs,
  inputVersions,
  organisations,
  passages,
  people,
  publicAnswers,
} from '#db/schema/index.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { aLetterRound, aLine, importing } from './letter-box.ts'

const t = await appDatabase()
afterAll(async () => {
  await (await queue()).stop({ graceful: false })
  await t.end()
})

const versionsIn = (round: { id: string }) =>
  t.db
    .select()
    .from(inputVersions)
    .where(eq(inputVersions.roundId, round.id))
    .orderBy(asc(inputVersions.receiptSequence))
const inputsIn = (round: { id: string }) => t.db.select().from(inputs).where(eq(inputs.roundId, round.id))
const organisationsNamed = (name: string) =>
  t.db.select().from(organisations).where(eq(organisations.name, name))

test('a letter becomes a frozen version in the general question, registered by nobody in particular', async () => {
  const { round, general } = await aLetterRound(t.db)
  const line = aLine({
    respondent: 'Foreldrelaget i Havsund',
    text: 'Overskrift\r\n\r\n• ett\r\n• to\fNy side',
  })
  const { code, said } = await importing(round, [line])
  expect([code, said[0]]).toEqual([
    0,
    '1 line: 1 registered, 0 already there, 0 bad. 1 sender, 1 of them new.',
  ])
  const [version] = await versionsIn(round)
  if (!version) throw new Error('No version')
  expect(version).toMatchObject({
    ...{ kind: 'registered', number: 1, externalId: line.id, receivedOn: '2026-03-14', lang: 'nb' },
    ...{ senderName: 'Foreldrelaget i Havsund', senderKind: 'organisation', submittedBy: null },
    ...{ deadlineAt: round.deadlineAt, lateAt: null },
  })
  expect(version.receiptNumber).toMatch(/^20\d\d-\d{6}$/)
  const frozen = await t.db.select().from(answers).where(eq(answers.versionId, version.id))
  expect(frozen.map(({ questionId, canonicalText }) => [questionId, canonicalText])).toEqual([
    [general, 'Overskrift\nett\nto\nNy side'],
  ])
  const payload = receiptPayload({ ...version, kind: 'registered', answers: frozen })
  expect(version.contentHash).toBe(createHash('sha256').update(payload).digest('hex'))
})

test('each letter is on record and makes passages when the worker hears of it, and none is public', async () => {
  const { round } = await aLetterRound(t.db)
  await importing(round, [aLine(), aLine()])
  const versions = await versionsIn(round)
  expect(versions).toHaveLength(2)
  for (const { id, inputId } of versions) {
    const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id))
    expect(events).toMatchObject([
      { type: 'input.registered', actorId: null, data: { inputId, source: 'import' } },
    ])
    expect(await t.sql`select 1 from event_outbox where event_id = ${events[0]?.id ?? ''}`).toHaveLength(1)
    await makePassages(id)
    expect(await t.db.$count(passages, eq(passages.versionId, id))).toBe(3)
    expect(await t.db.$count(inputPublications, eq(inputPublications.versionId, id))).toBe(0)
    expect(await t.db.$count(publicAnswers, eq(publicAnswers.versionId, id))).toBe(0)
  }
})

test('nothing is changed when a line is bad, and every bad line is named', async () => {
  const { round } = await aLetterRound(t.db)
  const before = await t.db.$count(organisations)
  const again = aLine()
  const lines = [again, aLine({ date: '31.02.2026', type: 'komune' }), again, aLine({ text: '' })]
  const { code, complaints } = await importing(round, lines)
  expect(code).toBe(1)
  expect(complaints).toEqual([
    'line 2, type: not a type of sender we know ("komune")',
    'line 2, date: not a day, a year or empty ("31.02.2026")',
    'line 3, id: used before, on line 1',
    'line 4, text: missing or empty',
    expect.stringContaining('Nothing was changed: 3 lines of 4'),
  ])
  expect(await inputsIn(round)).toHaveLength(0)
  expect(await t.db.$count(organisations)).toBe(before)
})

test('with --skip-bad the good lines are taken', async () => {
  const { round } = await aLetterRound(t.db)
  const good = aLine()
  const { code, said, complaints } = await importing(round, [aLine({ lang: 'klingon' }), good, []], {
    skipBad: true,
  })
  expect([code, said[0]]).toEqual([
    0,
    '3 lines: 1 registered, 0 already there, 2 bad. 1 sender, 1 of them new.',
  ])
  expect(complaints).toHaveLength(2)
  expect((await versionsIn(round)).map(({ externalId }) => externalId)).toEqual([good.id])
})

test('a rehearsal says what would be and changes nothing', async () => {
  const { round } = await aLetterRound(t.db)
  const { code, said } = await importing(round, [aLine(), aLine()], { dryRun: true })
  expect([code, said]).toEqual([
    0,
    [
      'A rehearsal: nothing was changed.',
      '2 lines: 2 would be registered, 0 already there, 0 bad. 2 senders, 2 of them new.',
    ],
  ])
  expect(await inputsIn(round)).toHaveLength(0)
})

test('importing twice changes nothing', async () => {
  const { round } = await aLetterRound(t.db)
  const lines = [aLine(), aLine({ type: 'privatperson' }), aLine({ date: null })]
  await importing(round, lines)
  const before = await versionsIn(round)
  const { code, said } = await importing(round, lines)
  expect([code, said[0]]).toEqual([
    0,
    '3 lines: 0 registered, 3 already there, 0 bad. 3 senders, 0 of them new.',
  ])
  expect(await versionsIn(round)).toEqual(before)
})

test('the same letter in another round is another letter', async () => {
  const one = await aLetterRound(t.db)
  const other = await aLetterRound(t.db)
  const line = aLine()
  await importing(one.round, [line])
  const { said } = await importing(other.round, [line])
  expect(said[0]).toBe('1 line: 1 registered, 0 already there, 0 bad. 1 sender, 0 of them new.')
})

for (const [field, changed] of Object.entries({
  text: 'Vi støtter likevel ikke forslaget.',
  respondent: 'Et annet lag',
  type: 'fagforening',
  date: '2011',
  lang: 'nn',
}))
  test(`a changed ${field} under a known id is refused, and what was registered stands`, async () => {
    const { round } = await aLetterRound(t.db)
    const line = aLine()
    await importing(round, [line])
    const before = await versionsIn(round)
    const { code, complaints } = await importing(round, [aLine(), { ...line, [field]: changed }])
    expect(code).toBe(1)
    expect(complaints[0]).toMatch(new RegExp(`^line 2, ${field}: not what was registered under this id`))
    expect(await versionsIn(round)).toEqual(before)
  })

test('two letters of one sender are two versions of one input, and a later import adds a third', async () => {
  const { round } = await aLetterRound(t.db)
  const from = { respondent: 'Skytje grendelag' }
  await importing(round, [aLine(from), aLine({ respondent: ' skytje  GRENDELAG' })])
  await importing(round, [aLine(from)])
  expect(await inputsIn(round)).toHaveLength(1)
  const versions = await versionsIn(round)
  expect(versions.map(({ number, kind }) => [number, kind])).toEqual([
    [1, 'registered'],
    [2, 'registered'],
    [3, 'registered'],
  ])
  expect(new Set(versions.map(({ senderName }) => senderName))).toEqual(new Set(['Skytje grendelag']))
  expect(await organisationsNamed('Skytje grendelag')).toHaveLength(1)
})

test('a body that is on record gets the letter, also when its own draft lies open', async () => {
  const { round } = await aLetterRound(t.db)
  const number = '971032146'
  const body = await anOrganisation(t.db, { name: 'Ærfjord kommune', organisationNumber: number })
  const draft = await aDraft(t.db, round, body)
  const { said } = await importing(round, [aLine({ respondent: 'ærfjord KOMMUNE', type: 'kommune' })])
  expect(said[0]).toContain('1 sender, 0 of them new')
  expect(await versionsIn(round)).toMatchObject([
    { inputId: draft.id, senderName: 'Ærfjord kommune', senderNumber: number },
  ])
})

test('bodies of one name and two kinds are two, with two addresses', async () => {
  const { round } = await aLetterRound(t.db)
  const respondent = 'Fjellheim'
  await importing(round, [aLine({ respondent }), aLine({ respondent, type: 'bedrift' })])
  const slugs = (await organisationsNamed(respondent)).map(({ slug }) => slug).sort()
  expect(slugs).toEqual(['fjellheim', 'fjellheim-2'])
})

test('a private person is one within a round and another in the next, and never somebody who signs in', async () => {
  const one = await aLetterRound(t.db)
  const other = await aLetterRound(t.db)
  await aPerson(t.db, { name: 'Torunn Eksempel' })
  const line = () => aLine({ respondent: 'Torunn Eksempel', type: 'privatperson' })
  await importing(one.round, [line(), line()])
  await importing(one.round, [line()])
  await importing(other.round, [line()])
  const registered = await t.db
    .select()
    .from(people)
    .where(and(eq(people.name, 'Torunn Eksempel'), isNull(people.email)))
  expect(registered).toHaveLength(2)
  expect(await inputsIn(one.round)).toHaveLength(1)
  expect(await versionsIn(one.round)).toMatchObject([
    { senderKind: 'person', number: 1 },
    { number: 2 },
    { number: 3 },
  ])
})

test('a year and a missing date are kept as they are', async () => {
  const { round } = await aLetterRound(t.db)
  const dates = ['2011', 2012, null, '', '2025-05-28T04:00Z', undefined]
  await importing(
    round,
    dates.map((date) => aLine({ date })),
  )
  expect((await versionsIn(round)).map(({ receivedOn }) => receivedOn)).toEqual([
    ...['2011', '2012', null, null],
    ...['2025-05-28', null],
  ])
})

test('nothing is added to an input that its sender has withdrawn', async () => {
  const { round } = await aLetterRound(t.db)
  const line = aLine()
  await importing(round, [line])
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.roundId, round.id))
  const { code, complaints } = await importing(round, [line, aLine({ respondent: line.respondent })])
  expect([code, complaints[0]]).toEqual([1, 'line 2, respondent: has withdrawn its input to this round'])
})

test('two imports at once do not duplicate', async () => {
  const { round } = await aLetterRound(t.db)
  const lines = Array.from({ length: 40 }, (_, at) =>
    aLine({ respondent: `Elevrådet ${at % 25} på Solvær`, type: at % 2 ? 'privatperson' : 'organisasjon' }),
  )
  const outcomes = await Promise.all([importing(round, lines), importing(round, [...lines].reverse())])
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0])
  expect(await versionsIn(round)).toHaveLength(40)
  const senders = new Set(lines.map(({ respondent, type }) => `${respondent} ${type}`))
  expect(await inputsIn(round)).toHaveLength(senders.size)
})

test('more letters than go in one statement are registered in the order of the file', async () => {
  const { round } = await aLetterRound(t.db)
  const lines = Array.from({ length: 1_100 }, (_, at) => aLine({ respondent: `Lag ${at % 700} i Nordvik` }))
  const { said } = await importing(round, lines)
  expect(said[0]).toBe('1100 lines: 1100 registered, 0 already there, 0 bad. 700 senders, 700 of them new.')
  expect((await versionsIn(round)).map(({ externalId }) => externalId)).toEqual(lines.map(({ id }) => id))
})

test('a round that is not there, or there twice, is said in a sentence', async () => {
  const { round } = await aLetterRound(t.db)
  const { round: namesake } = await aLetterRound(t.db, { slug: round.slug })
  const none = await importing({ slug: 'finst-ikkje' }, [aLine()])
  expect([none.code, none.complaints[0]]).toEqual([1, 'There is no such round.'])
  const twice = await importing(round, [aLine()])
  expect([twice.code, twice.complaints[0]]).toEqual([1, expect.stringContaining('say which with --strategy')])
  const [strategy] = await t.sql`select slug from strategies where id = ${namesake.strategyId}`
  const { code } = await importing(round, [aLine()], { strategy: strategy?.slug })
  expect(code).toBe(0)
  expect(await versionsIn(namesake)).toHaveLength(1)
})
