import { expect, test } from 'vitest'
import { readMeeting } from './meeting.ts'
import { differences, storedValues, typedValues } from './meeting-values.ts'

const stored = {
  meeting: {
    ...{
      title: { nb: 'Dialogmøte', nn: 'Dialogmøte' },
      intro: { nb: 'Alle kan delta.' },
      place: { nb: 'Salen' },
    },
    ...{ startsAt: new Date('2026-09-03T09:00Z'), endsAt: new Date('2026-09-03T11:30Z') },
    ...{ streamUrl: 'https://video.example.test/', roundId: null },
  },
  items: [{ clock: '11.00', title: { nb: 'Åpning', nn: 'Opning', sv: 'Öppning' }, speaker: 'Ingrid Dal' }],
  inputs: [{ receipt: '2026-000417', senderName: 'Solvær kommune' }],
  documents: ['d-1'],
}

test('a form that is sent back untouched says the same', () => {
  const values = storedValues(stored)
  const { title, intro, place, startsAt, endsAt, streamUrl } = stored.meeting
  expect(readMeeting(values)).toEqual({
    meeting: {
      ...{ title, intro, place, startsAt, endsAt, streamUrl, items: stored.items },
      inputs: [{ line: 1, receipt: '2026-000417' }],
    },
  })
  expect(typedValues({ ...values })).toEqual(values)
})

test('what was typed is kept whatever was sent', () => {
  const typed = typedValues({ titleNb: 'Nytt', documents: 'd-1', to: ['x'], act: 'write' })
  expect(typed).toMatchObject({ titleNb: 'Nytt', documents: ['d-1'], to: '', placeNb: '' })
  expect(typedValues(null).titleNb).toBe('')
})

test('what somebody else saved is told field by field', () => {
  const saved = storedValues(stored)
  const typed = { ...saved, titleNb: 'Åpent møte', programmeNb: `${saved.programmeNb}\r\n` }
  expect(differences(typed, saved)).toEqual([{ field: 'titleNb', saved: 'Dialogmøte' }])
  const other = { ...saved, introEn: 'Everyone is welcome.', programmeSv: '' }
  expect(differences(other, saved)).toEqual([
    { field: 'introEn', saved: '' },
    { field: 'programmeSv', saved: '11.00 Öppning | Ingrid Dal' },
  ])
})
