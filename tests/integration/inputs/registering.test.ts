import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { analysisHandlers } from '#app/features/analysis/jobs.server.ts'
import { type Arrival, registerInput } from '#app/features/inputs/registering.server.ts'
import { recomputedHash } from '#app/features/inputs/verification.server.ts'
import { isRefusal } from '#app/platform/refusal.ts'
import {
  answers,
  auditEvents,
  inputs,
  inputVersions,
  meetings,
  organisations,
  passages,
  people,
} from '#db/schema/index.ts'
import { anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'

const t = await appDatabase()
afterAll(() => t.end())

async function aRoom(own: Parameters<typeof aRound>[1] = {}) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy, ...own })
  const questions = await aQuestionnaire(t.db, round)
  return { strategy, round, questions, analyst: await aStaffMember(t.db, strategy, 'analyst') }
}

const iso = (days: number) => daysFromNow(days).toISOString().slice(0, 10)
const arrival = (own: Partial<Arrival> = {}): Arrival => ({
  ...{ channel: 'letter', sender: { who: 'unlisted', name: 'Laget i Solvær', kind: 'organisation' } },
  ...{ received: iso(-0.5), meetingId: null, speaker: '', lang: 'nb', noRemarks: false },
  ...{ text: 'Vi støtter forslaget.\n\nMen vi vil ha tid.', answers: [], files: [] },
  ...own,
})

async function registered(...asked: Parameters<typeof registerInput>) {
  const outcome = await registerInput(...asked)
  if (isRefusal(outcome)) throw new Error(outcome.refusal)
  return outcome
}
const versionOf = async (id: string) =>
  only(await t.db.select().from(inputVersions).where(eq(inputVersions.id, id)))

test('a letter gets what an input sent in gets: a receipt that checks, and passages when the worker hears of it', async () => {
  const { round, questions, analyst } = await aRoom()
  const body = await anOrganisation(t.db, { name: 'Havsund kommune' })
  const [text] = questions
  const answer = {
    kind: 'rich-text' as const,
    body: {
      type: 'doc' as const,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Tid.' }] }],
    },
  }
  const { versionId, receiptNumber } = await registered(
    analyst,
    round.id,
    arrival({
      sender: { who: 'on-record', organisationId: body.id },
      answers: [{ questionId: text?.id ?? '', answer }],
    }),
    v7(),
  )
  const version = await versionOf(versionId)
  expect(version).toMatchObject({
    ...{ kind: 'registered', channel: 'letter', senderName: 'Havsund kommune', receiptNumber },
    ...{ submittedBy: analyst.personId, lateAt: null, meetingId: null, speaker: null },
  })
  const checked = await recomputedHash(versionId)
  expect(checked?.recomputedHash).toBe(version.contentHash)
  await analysisHandlers['input.registered']?.({
    id: v7(),
    type: 'input.registered',
    subjectId: versionId,
    data: {},
  })
  const cut = await t.db
    .select({ text: passages.text })
    .from(passages)
    .where(eq(passages.versionId, versionId))
  expect(cut.map((passage) => passage.text).sort()).toEqual([
    'Men vi vil ha tid.',
    'Tid.',
    'Vi støtter forslaget.',
  ])
  const [event] = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, versionId))
  expect(event).toMatchObject({
    type: 'input.registered',
    actorId: analyst.personId,
    data: { source: 'staff' },
  })
  const input = only(await t.db.select().from(inputs).where(eq(inputs.id, version.inputId)))
  expect(input.organisationId).toBe(body.id)
})

test('the same form at the same moment registers once; with something else in it, it is refused', async () => {
  const { round, analyst } = await aRoom()
  const [key, letter] = [v7(), arrival()]
  const both = await Promise.all([
    registered(analyst, round.id, letter, key),
    registered(analyst, round.id, letter, key),
  ])
  expect(both[0].versionId).toBe(both[1].versionId)
  expect(await registerInput(analyst, round.id, arrival({ text: 'Noe annet.' }), key)).toEqual({
    refusal: 'registered-otherwise',
  })
  expect(await t.db.$count(inputVersions, eq(inputVersions.roundId, round.id))).toBe(1)
})

test('what came after the deadline is late, before the opening is told, and in the future refused', async () => {
  const { round, analyst } = await aRoom({ opensAt: daysFromNow(-20), deadlineAt: daysFromNow(-5) })
  const late = await registered(analyst, round.id, arrival({ received: iso(-2) }), v7())
  expect(late.notice).toBe('late')
  expect((await versionOf(late.versionId)).lateAt).not.toBeNull()
  const early = await registered(analyst, round.id, arrival({ received: iso(-30) }), v7())
  expect([early.notice, (await versionOf(early.versionId)).lateAt]).toEqual(['before-opening', null])
  expect(await registerInput(analyst, round.id, arrival({ received: iso(3) }), v7())).toEqual({
    refusal: 'received-in-future',
  })
})

test('twenty oral inputs of one meeting stand with the meeting, its day and who spoke', async () => {
  const { round, strategy, analyst } = await aRoom()
  const meeting = only(
    await t.db
      .insert(meetings)
      .values({
        ...{ strategyId: strategy.id, slug: `mote-${v7()}`, title: { nb: 'Møte' }, intro: { nb: '' } },
        ...{ startsAt: daysFromNow(-3), endsAt: daysFromNow(-3) },
      })
      .returning(),
  )
  for (let at = 0; at < 20; at += 1)
    await registered(
      analyst,
      round.id,
      arrival({
        ...{ channel: 'oral', meetingId: meeting.id, received: '', speaker: at % 2 ? `Taler ${at}` : '' },
        sender: { who: 'unlisted', name: `Laget ${at}`, kind: 'organisation' },
      }),
      v7(),
    )
  const rows = await t.db.select().from(inputVersions).where(eq(inputVersions.meetingId, meeting.id))
  expect(rows).toHaveLength(20)
  expect(new Set(rows.map(({ receivedOn }) => receivedOn)).size).toBe(1)
  expect(rows.map(({ speaker, senderName }) => speaker === senderName).filter(Boolean)).toHaveLength(10)
  const elsewhere = await aRoom()
  expect(
    await registerInput(
      elsewhere.analyst,
      elsewhere.round.id,
      arrival({ channel: 'oral', meetingId: meeting.id, received: '' }),
      v7(),
    ),
  ).toEqual({ refusal: 'no-such-meeting' })
})

test('a private person stands as the round lets persons stand, and two without a name are two', async () => {
  const open = await aRoom({ naming: 'may-be-anonymous' })
  const nameless = arrival({ sender: { who: 'person', name: '', naming: 'anonymous' } })
  const one = await registered(open.analyst, open.round.id, nameless, v7())
  const two = await registered(open.analyst, open.round.id, nameless, v7())
  expect(one.inputId).not.toBe(two.inputId)
  expect(await versionOf(one.versionId)).toMatchObject({ senderName: 'Anonym', naming: 'anonymous' })
  const strict = await aRoom({ naming: 'named' })
  const asked = arrival({ sender: { who: 'person', name: 'Kari Lund', naming: 'anonymous' } })
  const named = await registered(strict.analyst, strict.round.id, asked, v7())
  expect(await versionOf(named.versionId)).toMatchObject({ senderName: 'Kari Lund', naming: 'named' })
  expect(await t.db.$count(people, eq(people.name, 'Kari Lund'))).toBeGreaterThan(0)
})

test('a body nobody knew is on record unlisted, and found again by the next letter', async () => {
  const { round, analyst } = await aRoom()
  const sender = { who: 'unlisted' as const, name: `Lag ${v7()}`, kind: 'organisation' as const }
  const one = await registered(analyst, round.id, arrival({ sender }), v7())
  const two = await registered(analyst, round.id, arrival({ sender, text: 'Et brev til.' }), v7())
  expect([two.inputId, two.number]).toEqual([one.inputId, 2])
  const [body] = await t.db.select().from(organisations).where(eq(organisations.name, sender.name))
  expect(body).toMatchObject({ listed: false, createdBy: analyst.personId })
})

test('a file that is the letter itself is not read once more; one that is more is', async () => {
  const { round, analyst } = await aRoom()
  const file = { name: 'brev.pdf', kind: 'pdf' as const, size: 10 }
  const files = [
    { ...file, sha256: 'a'.repeat(64), said: true },
    { ...file, sha256: 'b'.repeat(64), said: false },
  ]
  const { versionId } = await registered(analyst, round.id, arrival({ files }), v7())
  const rows = await t.sql`select a.sha256, a.problem, a.read_at from attachments a
    join version_attachments v on v.attachment_id = a.id where v.version_id = ${versionId} order by a.problem nulls last`
  expect(rows.map(({ problem, read_at }) => [problem, read_at !== null])).toEqual([
    ['registered', true],
    [null, false],
  ])
  expect((await recomputedHash(versionId))?.recomputedHash).toBe((await versionOf(versionId)).contentHash)
})

test('nothing said, a round of others, and a withdrawn input are refused', async () => {
  const { round, analyst } = await aRoom()
  expect(await registerInput(analyst, round.id, arrival({ text: ' \u0000 ' }), v7())).toEqual({
    refusal: 'nothing-said',
  })
  const stranger = (await aRoom()).analyst
  expect(await registerInput(stranger, round.id, arrival(), v7())).toEqual({ refusal: 'not-found' })
  const { inputId } = await registered(analyst, round.id, arrival(), v7())
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, inputId))
  expect(await registerInput(analyst, round.id, arrival({ text: 'Mer.' }), v7())).toEqual({
    refusal: 'withdrawn',
  })
  const silent = await registered(
    analyst,
    round.id,
    arrival({
      noRemarks: true,
      text: '',
      sender: { who: 'unlisted', name: 'Et annet lag', kind: 'organisation' },
    }),
    v7(),
  )
  expect(await t.db.$count(answers, eq(answers.versionId, silent.versionId))).toBe(0)
})

test('a field nobody wrote in is no answer, and a form of such fields says nothing', async () => {
  const { round, questions, analyst } = await aRoom()
  const unwritten = questions
    .filter(({ kind }) => kind === 'rich-text')
    .map(({ id }) => ({
      questionId: id,
      answer: {
        kind: 'rich-text' as const,
        body: { type: 'doc' as const, content: [{ type: 'paragraph' }] },
      },
    }))
  const { versionId } = await registered(analyst, round.id, arrival({ answers: unwritten }), v7())
  expect(await t.db.$count(answers, eq(answers.versionId, versionId))).toBe(1)
  expect(await registerInput(analyst, round.id, arrival({ answers: unwritten, text: '' }), v7())).toEqual({
    refusal: 'nothing-said',
  })
})
