import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { RegisterHistory } from '#app/features/open-data/api-schema-history.ts'
import { Meeting, MeetingList } from '#app/features/open-data/api-schema-meeting.ts'
import { Strategy } from '#app/features/open-data/api-schema-strategy.ts'
import { loader as history } from '#app/routes/api/history.ts'
import { loader as meeting } from '#app/routes/api/meeting.ts'
import { loader as meetings } from '#app/routes/api/meetings.ts'
import { loader as strategy } from '#app/routes/api/strategy.ts'
import { inputs, meetingInputs, meetingItems, registerRevisions } from '#db/schema/index.ts'
import { aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { aMeeting } from '#tests/factories/meetings.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { answered, ask } from './asking.ts'

const t = appDatabase()
const api = 'http://innspill.test/api/v1'

const statusOf = async (answer: Promise<Response>) => (await answer).status

test('a meeting is told with its programme, and with its summary and what it points to once that is published', async () => {
  const own = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy: own, inputsShown: 'as-checked' })
  const [asked] = await aQuestionnaire(t.db, round)
  const sent = await aSubmittedInput(t.db, round, await anOrganisation(t.db, { name: 'Tindås kommune' }), {
    [asked?.id ?? '']: 'Ja.',
  })
  await publish(t.db, sent, (await aPerson(t.db)).id)
  const summary = { nb: 'Vi snakket om frister.', sv: 'Vi talade om tidsfrister.' }
  const waiting = await aMeeting(t.db, own, { slug: 'venter', summary, roundId: round.id })
  const told = await aMeeting(t.db, own, { slug: 'holdt', summary, summaryAt: new Date() })
  const hidden = await aMeeting(t.db, own, { slug: 'skjult', publishedAt: null })
  for (const { id: meetingId } of [waiting, told]) {
    await t.db.insert(meetingInputs).values({ meetingId, inputId: sent.input.id, position: 0 })
    const title = { nb: 'Åpning', nn: 'Opning' }
    await t.db.insert(meetingItems).values({ meetingId, position: 0, clock: '09:00', title, speaker: 'Ida' })
  }
  const read = async (slug: string) =>
    answered(
      await ask(meeting, `/strategies/${own.slug}/meetings/${slug}`, { strategy: own.slug, meeting: slug }),
      Meeting,
    )
  const input = `${api}/strategies/${own.slug}/rounds/${round.slug}/inputs/${sent.input.id}`
  expect(await read(told.slug)).toMatchObject({
    ...{ summary, programme: [{ clock: '09:00', speaker: 'Ida' }], round: null },
    inputs: [{ sender: { kind: 'municipality', name: 'Tindås kommune' }, self: input }],
    pages: { sv: `http://innspill.test/sv/strategies/${own.slug}/meetings/holdt` },
  })
  expect(await read(waiting.slug)).toMatchObject({ summary: null, summaryAt: null, inputs: [] })
  expect((await read(waiting.slug)).round).toBe(`${api}/strategies/${own.slug}/rounds/${round.slug}`)
  const all = await ask(meetings, `/strategies/${own.slug}/meetings`, { strategy: own.slug })
  const listed = await answered(all, MeetingList)
  expect(listed.items.map(({ slug }) => slug).sort()).toEqual(['holdt', 'venter'])
  const params = { strategy: own.slug, meeting: hidden.slug }
  expect(await statusOf(ask(meeting, `/strategies/${own.slug}/meetings/skjult`, params))).toBe(404)
  // What is withdrawn after the summary was published is pointed to no more.
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, sent.input.id))
  expect((await read(told.slug)).inputs).toEqual([])
})

test('the history of the register says what was changed after publication, and not by whom', async () => {
  const hidden = await aStrategy(t.db, { publishedAt: null, title: { nb: 'Hemmelig program' } })
  const own = await aStrategy(t.db, { publishedAt: daysFromNow(-10) })
  const { id: by, name } = await aPerson(t.db)
  const body = await anOrganisation(t.db)
  const organisers = [{ organisationId: body.id, name: body.name, role: { nb: 'Leder' } }]
  const saves = [
    { at: daysFromNow(-20), data: { title: { nb: 'Før noen kunne lese den' }, published: false } },
    { at: daysFromNow(-10), data: { title: { nb: 'Skolen' }, published: true, organisers: [] } },
    { at: daysFromNow(-5), data: { title: { nb: 'Skolen', sv: 'Skolan' }, published: true, organisers } },
    { at: daysFromNow(-1), data: { title: { nb: 'Skolen', sv: 'Skolan' }, organisers, parentId: hidden.id } },
  ]
  for (const [at, save] of saves.entries())
    await t.db.insert(registerRevisions).values({ strategyId: own.id, number: at + 1, by, ...save } as never)
  const answer = await ask(history, `/strategies/${own.slug}/history`, { strategy: own.slug })
  const text = await answer.clone().text()
  expect(await answered(answer, RegisterHistory)).toMatchObject({
    total: 3,
    items: [
      { number: 4, first: false, changes: [] },
      {
        number: 3,
        changes: [
          { field: 'title', before: { nb: 'Skolen' }, after: { nb: 'Skolen', sv: 'Skolan' } },
          { field: 'organisers', before: [], after: [{ name: body.name, role: { nb: 'Leder' } }] },
        ],
      },
      { number: 2, first: true, changes: [] },
    ],
  })
  for (const secret of ['Før noen', 'Hemmelig', hidden.id, body.id, by, name])
    expect(text).not.toContain(secret)
  const told = await answered(
    await ask(strategy, `/strategies/${own.slug}`, { strategy: own.slug }),
    Strategy,
  )
  expect([told.meetings, told.history]).toEqual(
    ['meetings', 'history'].map((list) => `${api}/strategies/${own.slug}/${list}`),
  )
})
