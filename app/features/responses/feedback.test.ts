import { expect, test } from 'vitest'
import type { ChainResponse } from './chain.ts'
import {
  beginningOf,
  feedbackLocale,
  feedbackRefusal,
  feedbackSums,
  responsesToSender,
  type SenderGroup,
} from './feedback.ts'

const now = new Date('2026-06-20T12:00:00Z')
const closed = {
  opensAt: new Date('2026-05-01T00:00:00Z'),
  deadlineAt: new Date('2026-06-15T12:00:00Z'),
  acceptsLateUntil: null,
  closedAt: null,
}

test('feedback is sent once, when nobody can answer any more and something is published', () => {
  const said = (own: object) =>
    feedbackRefusal(
      { ...{ round: closed, lastDeadline: closed.deadlineAt }, published: 2, sent: false, ...own },
      now,
    )
  expect(said({})).toBeNull()
  expect(said({ published: 0 })).toBe('no-findings')
  expect(said({ sent: true })).toBe('already-sent')
  expect(said({ round: { ...closed, deadlineAt: now } })).toBe('round-open')
  expect(said({ round: { ...closed, acceptsLateUntil: now } })).toBe('round-open')
  expect(said({ lastDeadline: now })).toBe('round-open')
  expect(said({ lastDeadline: now, round: { ...closed, closedAt: now } })).toBeNull()
  expect(said({ round: { ...closed, deadlineAt: new Date('2026-07-01'), closedAt: now } })).toBeNull()
})

const organisation = { person: false, writtenForm: 'neutral', locale: null, lang: 'nb' }

test('an organisation is written to in its written form, a person in its own, and who wrote in English in English', () => {
  expect(feedbackLocale({ ...organisation, writtenForm: 'nn' })).toBe('nn')
  expect(feedbackLocale({ ...organisation, lang: 'nn' })).toBe('nb')
  expect(feedbackLocale({ ...organisation, person: true, writtenForm: null, locale: 'nn' })).toBe('nn')
  expect(feedbackLocale({ ...organisation, person: true, writtenForm: null, locale: null })).toBe('nb')
  expect(feedbackLocale({ ...organisation, writtenForm: 'nn', lang: 'en' })).toBe('en')
})

test('senders are added up by kind and written form; those nobody can be written to get no letter', () => {
  const group = (own: Partial<SenderGroup>): SenderGroup => ({
    ...{ ...organisation, reachable: true, state: 'waiting', count: 1, ...own },
  })
  const groups = [
    group({ count: 5 }),
    group({ writtenForm: 'nn', count: 3 }),
    group({ reachable: false, count: 2 }),
    group({ person: true, locale: 'nn' }),
  ]
  expect(feedbackSums(groups, false)).toEqual({
    ...{
      organisations: 10,
      people: 1,
      locales: { nb: 5, nn: 4, en: 0, sv: 0 },
      nobody: 2,
      sent: 0,
      waiting: 11,
    },
  })
  const begun = [group({ state: 'sent', count: 4 }), group({ state: 'nobody', reachable: true }), group({})]
  expect(feedbackSums(begun, true)).toMatchObject({ nobody: 1, sent: 4, waiting: 1, locales: { nb: 5 } })
})

test('words are shortened between two words, and said to be', () => {
  expect(beginningOf('Vi vil ha\nhjelp.', 20)).toBe('Vi vil ha hjelp.')
  expect(beginningOf('Vi vil ha en fast kontaktperson', 15)).toBe('Vi vil ha en […]')
  expect(beginningOf('𝄞'.repeat(9), 8)).toBe(`${'𝄞'.repeat(8)} […]`)
})

test('a sender is told what is made of the finding and of its own words, not of others’', () => {
  const to = (citationId: string | null) => ({ citationId }) as ChainResponse
  const finding = {
    passages: [{ input: { id: 'mine' } }],
    quotes: [
      { key: 'a', input: { id: 'mine' } },
      { key: 'b', input: { id: 'theirs' } },
      { key: 'c', input: null },
    ],
    responses: [to(null), to('a'), to('b'), to('c')],
  }
  expect(responsesToSender(finding).map(({ citationId }) => citationId)).toEqual([null, 'a'])
})
