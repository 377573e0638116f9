import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inputReferences } from './input-reference.ts'
import {
  cancellationRefusal,
  type MeetingForm,
  meetingState,
  publicationRefusal,
  readMeeting,
  summaryRefusal,
} from './meeting.ts'

const form: MeetingForm = {
  ...{
    titleNb: 'Dialogmøte',
    titleNn: '',
    introNb: '',
    introNn: '',
    date: '2026-09-03',
    from: '11:00',
    to: '13.30',
  },
  ...{ placeNb: 'Møterom 4', placeNn: '', streamUrl: '', programmeNb: '', programmeNn: '', inputs: '' },
}
const faults = (own: Partial<MeetingForm>) => {
  const read = readMeeting({ ...form, ...own })
  return 'faults' in read ? read.faults.map(({ field, reason }) => `${field} ${reason}`) : []
}
const startsAt = new Date('2026-09-03T09:00Z')
const endsAt = new Date('2026-09-03T11:30Z')
const before = new Date('2026-09-01T09:00Z')
const after = new Date('2026-09-04T09:00Z')
const meeting = {
  ...{ startsAt, endsAt, place: { nb: 'Møterom 4' }, streamUrl: null },
  ...{ publishedAt: before as Date | null, cancelledAt: null as Date | null },
  ...{ summary: { nb: 'Tolv tok ordet.' }, summaryAt: null as Date | null },
}

test('a meeting is coming, under way from its start to its end, then past', () => {
  const at = (text: string) => meetingState(meeting, new Date(text))
  expect(at('2026-09-03T08:59:59Z')).toBe('coming')
  expect([at('2026-09-03T09:00Z'), at('2026-09-03T11:30Z')]).toEqual(['now', 'now'])
  expect(at('2026-09-03T11:30:01Z')).toBe('past')
})

test('the times are those of the clocks in Norway', () => {
  expect(readMeeting(form)).toMatchObject({ meeting: { startsAt, endsAt } })
  expect(readMeeting({ ...form, from: '9.00' })).toMatchObject({
    meeting: { startsAt: new Date('2026-09-03T07:00Z') },
  })
})

test('a meeting that cannot be is refused, and everything wrong with it is said at once', () => {
  expect(faults({ to: '11:00' })).toEqual(['to ends-before-start'])
  expect(
    faults({ titleNb: ' \u0000', date: '', from: '', to: '', streamUrl: 'javascript:alert(1)' }),
  ).toEqual(['titleNb title-missing', 'date date-missing', 'streamUrl not-an-address'])
  expect(faults({ date: '2026-03-29', from: '02:30', to: '04:00' })).toEqual(['from no-such-time'])
  expect(faults({ date: '2026-02-30' })).toEqual(['from no-such-time', 'to no-such-time'])
  for (const streamUrl of ['mailto:post@example.test', 'http://', 'ftp://example.test', 'sendes direkte'])
    expect(faults({ streamUrl }), streamUrl).toEqual(['streamUrl not-an-address'])
  expect(faults({ streamUrl: 'video.example.test/mote' })).toEqual([])
  expect(faults({ programmeNb: '25.00 Slutt', inputs: 'det vi snakket om' })).toEqual([
    'programmeNb no-such-time',
    'inputs not-an-input',
  ])
})

test('no form makes reading throw', () => {
  const text = fc.string({ unit: 'binary' })
  const strange = fc.record({ ...Object.fromEntries(Object.keys(form).map((field) => [field, text])) })
  fc.assert(fc.property(strange, (own) => Object.keys(readMeeting({ ...form, ...own })).length === 1))
})

test('inputs are named by their address or their receipt', () => {
  const id = '01a2038b-059c-704c-a101-848fc9e15207'
  const text = `https://x.test/strategies/s/rounds/r/inputs/${id}#svar-1-2\n\n2026-000417 Solvær kommune`
  expect(inputReferences(text)).toEqual({
    references: [
      { line: 1, id },
      { line: 3, receipt: '2026-000417' },
    ],
  })
  expect(inputReferences('2026-000417\nSolvær')).toEqual({ line: 2 })
  expect(inputReferences('2026-000417\n'.repeat(201))).toEqual({ line: 201 })
})

test('a meeting is announced once, and when one can get to it', () => {
  const draft = { ...meeting, publishedAt: null }
  expect(publicationRefusal(draft)).toBeNull()
  expect(publicationRefusal({ ...draft, place: null })).toBe('nowhere')
  expect(publicationRefusal({ ...draft, place: null, streamUrl: 'https://x.test' })).toBeNull()
  expect(publicationRefusal({ ...draft, cancelledAt: before })).toBe('cancelled')
  expect(publicationRefusal(meeting)).toBe('already-published')
})

test('a meeting is called off once, and not when it is over', () => {
  expect(cancellationRefusal(meeting, before)).toBeNull()
  expect(cancellationRefusal({ ...meeting, cancelledAt: before }, before)).toBe('already-cancelled')
  expect(cancellationRefusal(meeting, after)).toBe('already-over')
})

test('a summary is published of an announced meeting that has begun, and says something', () => {
  expect(summaryRefusal(meeting, after)).toBeNull()
  expect(summaryRefusal(meeting, before)).toBe('not-held')
  expect(summaryRefusal({ ...meeting, publishedAt: null }, after)).toBe('not-published')
  expect(summaryRefusal({ ...meeting, cancelledAt: before }, after)).toBe('cancelled')
  expect(summaryRefusal({ ...meeting, summary: {} }, after)).toBe('summary-missing')
  expect(summaryRefusal({ ...meeting, summaryAt: after }, after)).toBe('summary-published')
})
