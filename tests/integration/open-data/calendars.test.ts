import ICAL from 'ical.js'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { cancelMeeting } from '#app/features/meetings/meetings.server.ts'
import { loader as siteCalendar } from '#app/routes/public/calendar.ts'
import { loader as strategyCalendar } from '#app/routes/public/strategy-calendar.ts'
import { roundRevisions } from '#db/schema/index.ts'
import { aMeeting } from '#tests/factories/meetings.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

const context = {} as never

/** A calendar read by a parser that forgives nothing: its events, and the lines it came in. */
async function read(answer: Response) {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  const text = await answer.text()
  ICAL.design.strict = true
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true })
    const value = (name: string) => component.getFirstPropertyValue(name)
    const at = (name: string) => (value(name) as ICAL.Time | null)?.toJSDate().toISOString()
    return {
      ...{ uid: event.uid, summary: event.summary, place: event.location, about: event.description },
      ...{ sequence: event.sequence, status: value('status'), url: value('url') },
      ...{
        start: at('dtstart'),
        end: at('dtend'),
        changed: at('last-modified'),
        zone: event.startDate.zone.tzid,
      },
    }
  })
  return { text, calendar, events }
}

const ofStrategy = async (slug: string, prefix = '') =>
  read(
    await strategyCalendar({
      request: new Request(`http://x${prefix}/strategies/${slug}/calendar.ics`),
      ...{ params: { strategy: slug }, context },
    }),
  )

const second = (at: Date) => new Date(Math.floor(at.getTime() / 1_000) * 1_000).toISOString()

test('a calendar has the deadlines and meetings everybody may know of, in UTC', async () => {
  const strategy = await aStrategy(t.db)
  const deadlineAt = daysFromNow(10)
  const round = await aRound(t.db, {
    ...{ strategy, number: 2, slug: 'to', title: { nb: 'Mål; midler, og \\ mer' }, deadlineAt },
    ...{ acceptsLateUntil: daysFromNow(12), groupDeadlines: { municipality: daysFromNow(20).toISOString() } },
  })
  await aRound(t.db, { strategy, number: 3, publishedAt: null, title: { nb: 'hemmelig' } })
  const startsAt = daysFromNow(3)
  const intro = { nb: `Alle kan delta.\nÆøå đŋŧžš 🎉 ${'ord og lange ord '.repeat(20)}` }
  const meeting = await aMeeting(t.db, strategy, { slug: 'dialog', startsAt, intro })
  await aMeeting(t.db, strategy, { publishedAt: null, title: { nb: 'hemmelig' } })
  await aMeeting(t.db, await aStrategy(t.db), { title: { nb: 'Andres' } })
  await aMeeting(t.db, strategy, { title: { nb: 'For lenge siden' }, startsAt: daysFromNow(-400) })
  const { events, text, calendar } = await ofStrategy(strategy.slug)
  expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Innspill//Innspill//NB')
  expect(events).toEqual([
    {
      ...{ uid: `meeting-${meeting.id}@innspill`, summary: 'Møte: Dialogmøte', place: 'Salen' },
      ...{ about: intro.nb, sequence: 0, status: 'CONFIRMED', zone: 'UTC' },
      ...{
        start: second(startsAt),
        end: second(meeting.endsAt),
        changed: second(meeting.publishedAt as Date),
      },
      url: `http://x/strategies/${strategy.slug}/meetings/dialog`,
    },
    expect.objectContaining({
      ...{ uid: `deadline-${round.id}@innspill`, start: second(deadlineAt), end: undefined },
      summary: 'Frist for innspill, runde 2: Mål; midler, og \\ mer',
      about: expect.stringContaining('blir tatt imot til'),
    }),
    expect.objectContaining({ uid: `deadline-${round.id}-municipality@innspill` }),
  ])
  expect(events[2]?.summary).toBe('Frist for innspill, runde 2 (Kommune): Mål; midler, og \\ mer')
  expect(text).not.toContain('hemmelig')
  const swedish = await ofStrategy(strategy.slug, '/sv')
  expect(swedish.events[1]?.summary).toContain('Tidsfrist för synpunkter, omgång 2')
  const all = await read(
    await siteCalendar({ request: new Request('http://x/calendar.ics'), params: {}, context }),
  )
  expect(all.events.map(({ summary }) => summary)).toContain('Møte: Andres')
})

test('every text of a calendar says which language it is in', async () => {
  const nb = 'Digital kompetanse i barnehage, skole og videre utdanning 🎉 for alle'
  const strategy = await aStrategy(t.db, { title: { nb, sv: 'Skolan' } })
  await aRound(t.db, { strategy, title: { nb }, acceptsLateUntil: daysFromNow(400) })
  const place = { nb: 'Salen', sv: 'Salen' }
  await aMeeting(t.db, strategy, { title: { nb }, intro: { nb }, place, startsAt: daysFromNow(2) })
  const { text, calendar } = await ofStrategy(strategy.slug, '/sv')
  const languages = calendar
    .getAllSubcomponents('vevent')
    .map((event) =>
      ['summary', 'description', 'location'].map((name) =>
        event.getFirstProperty(name)?.getParameter('language'),
      ),
    )
  expect(languages).toEqual([
    ['nb', 'nb', 'sv'],
    ['nb', 'sv', undefined],
  ])
  expect(calendar.getFirstProperty('name')?.getParameter('language')).toBe('sv')
  expect(text).toContain('\r\nNAME;LANGUAGE=sv:Skolan')
  const [meeting] = (await ofStrategy(strategy.slug)).calendar.getAllSubcomponents('vevent')
  expect(meeting?.getFirstProperty('summary')?.getParameter('language')).toBe('nb')
  expect(meeting?.getFirstPropertyValue('summary')).toBe(`Møte: ${nb}`)
})

test('what is changed comes again under its name with a higher number, and what is called off stays', async () => {
  const strategy = await aStrategy(t.db)
  const lead = await aStaffMember(t.db, strategy, 'lead')
  const round = await aRound(t.db, { strategy })
  const meeting = await aMeeting(t.db, strategy, { startsAt: daysFromNow(2) })
  const revision = { strategyId: strategy.id, roundId: round.id, data: {} }
  await t.db.insert(roundRevisions).values({ ...revision, number: 1, at: daysFromNow(-1) })
  const before = (await ofStrategy(strategy.slug)).events
  expect(before.map(({ sequence }) => sequence)).toEqual([0, 0])
  await t.db.insert(roundRevisions).values({ ...revision, number: 2, at: new Date() })
  await cancelMeeting(lead, meeting.id, v7())
  const after = (await ofStrategy(strategy.slug)).events
  expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
  expect(after.map(({ sequence, status }) => [sequence, status])).toEqual([
    [1, 'CANCELLED'],
    [1, 'CONFIRMED'],
  ])
  for (const [at, { changed }] of after.entries())
    expect(Date.parse(changed ?? '')).toBeGreaterThan(Date.parse(before[at]?.changed ?? ''))
})

test('a round that was ended early cancels its deadline', async () => {
  const strategy = await aStrategy(t.db)
  await aRound(t.db, { strategy, closedAt: daysFromNow(-0.5) })
  const [deadline] = (await ofStrategy(strategy.slug)).events
  expect([deadline?.status, deadline?.about]).toEqual(['CANCELLED', 'Runden ble avsluttet før fristen.'])
})

test('the same events are the same bytes, and no sign breaks a calendar', async () => {
  const strategy = await aStrategy(t.db, { title: { nb: 'A\u0001\u000bB' } })
  await aMeeting(t.db, strategy, {
    ...{
      title: { nb: 'X\r\nBEGIN:VEVENT\u0007' },
      place: { nb: 'Salen\nEND:VCALENDAR' },
      startsAt: daysFromNow(1),
    },
  })
  const [one, two] = [await ofStrategy(strategy.slug), await ofStrategy(strategy.slug)]
  expect(one.text).toBe(two.text)
  expect(one.events).toMatchObject([{ summary: 'Møte: X\nBEGIN:VEVENT', place: 'Salen\nEND:VCALENDAR' }])
  const empty = await ofStrategy((await aStrategy(t.db)).slug)
  expect(empty.events).toEqual([])
  await expect(ofStrategy('finst-ikkje')).rejects.toMatchObject({ status: 404 })
})
