import { expect, test } from 'vitest'
import { osloMoment } from '../../platform/oslo-time.ts'
import { type Opening, type OpeningSays, openingChecklist, openingRefusal } from './opening-checklist.ts'
import type { StandingRules } from './round-rules.ts'

const at = (day: string, clock = '12:00') => osloMoment(day, clock) ?? new Date(Number.NaN)
const now = at('2026-08-20')

const rules: StandingRules = {
  ...{ legalForm: 'innspill', opensAt: at('2026-09-01', '08:00'), deadlineAt: at('2026-12-01') },
  ...{ acceptsLateUntil: null, inputsShown: 'as-checked', naming: 'may-hide', groupDeadlines: {} },
  ...{ allowsCorrections: true, allowsWithdrawal: true, shortNoticeReason: null },
  ...{ publishedAt: null, closedAt: null },
}
const both = { nb: 'Ord', nn: 'Ord' }
const ready: Opening = {
  ...{ rules, intro: both, contact: { mailbox: 'runde@example.test' }, texts: [both, both], questions: 3 },
  ...{
    documents: { public: 1, waiting: 0 },
    strategyPublic: true,
    ofState: true,
    phaseOpened: true,
    phaseEnded: false,
  },
  ...{ caseNumber: '26/123', invited: 0 },
}
const stateOf = (says: OpeningSays, own: Partial<Opening>, time = now) =>
  openingChecklist({ ...ready, ...own }, time).find((line) => line.says === says)?.state

test('a round with everything in place lacks nothing', () => {
  const checks = openingChecklist(ready, now)
  expect(checks.every(({ state }) => state === 'done')).toBe(true)
  expect(openingRefusal(checks, false)).toBe(null)
})

test('without an introduction, questions or a public strategy a round stays where it is, whoever confirms what', () => {
  expect(stateOf('intro-missing', { intro: {} })).toBe('hinders')
  expect(stateOf('questions-missing', { questions: 0 })).toBe('hinders')
  expect(stateOf('strategy-not-public', { strategyPublic: false })).toBe('hinders')
  expect(openingRefusal(openingChecklist({ ...ready, intro: {} }, now), true)).toBe('not-ready')
})

test('the general question alone is enough, and worth a thought', () => {
  expect(stateOf('questions-general', { questions: 1 })).toBe('note')
  expect(stateOf('questions', { questions: 2 })).toBe('done')
})

test('a text in one written form is a loud warning where the state asks, and a note elsewhere', () => {
  const texts = [both, { nb: 'Bare bokmål' }]
  expect(stateOf('one-form', { texts })).toBe('warns')
  expect(stateOf('one-form', { texts, ofState: false })).toBe('note')
  expect(stateOf('one-form', { texts: [both, { nb: 'Ord', nn: '  ' }] })).toBe('warns')
})

test('a help text nobody has written lacks no form', () => {
  expect(stateOf('one-form', { texts: [both, {}] })).toBe(undefined)
})

test('what is warned of must be accepted by whoever goes on', () => {
  const checks = openingChecklist({ ...ready, texts: [{ nb: 'Bare bokmål' }] }, now)
  expect(openingRefusal(checks, false)).toBe('not-confirmed')
  expect(openingRefusal(checks, true)).toBe(null)
})

const hearing = { ...rules, legalForm: 'høring' as const }

test('a hearing with short notice and a reason is warned of; without a reason it waits', () => {
  const short = { ...hearing, deadlineAt: at('2026-10-05') }
  expect(stateOf('rules-broken', { rules: short })).toBe('hinders')
  expect(stateOf('short-notice', { rules: { ...short, shortNoticeReason: { nb: 'EØS-frist.' } } })).toBe(
    'warns',
  )
})

test('a hearing under three months is told of, and so are summer and holidays', () => {
  expect(stateOf('under-three-months', { rules: { ...hearing, deadlineAt: at('2026-11-02') } })).toBe('note')
  expect(stateOf('times-off', { rules: { ...rules, deadlineAt: at('2026-11-29') } })).toBe('note')
})

test('whoever publishes a hearing after the hour it was to open gives less time than the rules say', () => {
  const late = at('2026-10-22')
  const six = { ...hearing, deadlineAt: at('2026-10-30') }
  expect(stateOf('short-notice', { rules: six }, now)).toBe(undefined)
  expect(stateOf('short-notice', { rules: six }, late)).toBe('warns')
  // Once public, the time it gave is the time it gave.
  const opened = { ...six, publishedAt: at('2026-08-25') }
  expect(stateOf('short-notice', { rules: opened }, late)).toBe(undefined)
})

test('a deadline that has passed lets nobody answer', () => {
  expect(stateOf('deadline-past', {}, at('2026-12-01', '12:01'))).toBe('hinders')
  expect(stateOf('deadline-past', {}, at('2026-12-01', '12:00'))).toBe('hinders')
})

test('what opens now is in a phase that is open; what is only announced may wait for it', () => {
  expect(stateOf('phase-not-open', { phaseOpened: false })).toBe('warns')
  expect(stateOf('phase-not-open', { phaseOpened: false }, at('2026-09-02'))).toBe('hinders')
})

test('a round that begins in a phase that has ended is warned of', () => {
  expect(stateOf('phase-ended', { phaseEnded: true })).toBe('warns')
})

test('a hearing without a paper to answer is warned of, a round of input only told', () => {
  const documents = { public: 0, waiting: 0 }
  expect(stateOf('documents-missing', { documents })).toBe('note')
  expect(stateOf('documents-missing', { documents, rules: hearing })).toBe('warns')
  expect(stateOf('documents-unpublished', { documents: { public: 1, waiting: 1 } })).toBe('note')
})

test('a hearing names its case, and a round the mailbox several people read', () => {
  expect(stateOf('case-number-missing', { caseNumber: null, rules: hearing })).toBe('note')
  expect(stateOf('case-number-missing', { caseNumber: null })).toBe(undefined)
  expect(stateOf('contact-missing', { contact: { name: 'Siri' } })).toBe('note')
})

test('who is invited is asked about once the round is public, for nobody is before', () => {
  expect(stateOf('nobody-invited', {})).toBe(undefined)
  const told = { ...rules, publishedAt: at('2026-08-19') }
  expect(stateOf('nobody-invited', { rules: told })).toBe('note')
  expect(stateOf('invited', { rules: told, invited: 12 })).toBe('done')
})

test('what stops the round stands first, then what is warned of', () => {
  const checks = openingChecklist(
    { ...ready, intro: {}, texts: [{ nn: 'Berre nynorsk' }], contact: null },
    now,
  )
  expect(checks.map(({ says }) => says).slice(0, 3)).toEqual(['intro-missing', 'one-form', 'contact-missing'])
})
