import { expect, test } from 'vitest'
import { gateRefusal, outcomeRefusal, type PhaseSteps, phaseStates, windowRefusal } from './phase.ts'

const opened = new Date('2026-01-10T08:00:00Z')
const written = { nb: 'Vi ble enige om fire mål.' }
const phase = (id: string, own: Partial<PhaseSteps> = {}): PhaseSteps => ({
  ...{ id, openedAt: null, outcome: null },
  ...own,
})
const done = (id: string) => phase(id, { openedAt: opened, outcome: written })
const open = (id: string) => phase(id, { openedAt: opened })

test('a phase is done when its outcome is recorded, now when opened, and one is next', () => {
  expect(phaseStates([done('a'), open('b'), phase('c'), phase('d')])).toEqual([
    'done',
    'now',
    'next',
    'later',
  ])
})

test('before anything is opened the first phase is next', () => {
  expect(phaseStates([phase('a'), phase('b')])).toEqual(['next', 'later'])
})

test('between two phases nothing goes on, and the next one is next', () => {
  expect(phaseStates([done('a'), phase('b'), phase('c')])).toEqual(['done', 'next', 'later'])
})

test('a phase without an outcome is done once a later one is open', () => {
  expect(phaseStates([open('a'), phase('b'), open('c'), phase('d')])).toEqual(['done', 'done', 'now', 'next'])
})

test('when all have their outcome, all are done', () => {
  expect(phaseStates([done('a'), done('b')])).toEqual(['done', 'done'])
  expect(phaseStates([])).toEqual([])
})

test('a phase opens when every phase before it has its outcome on record', () => {
  expect(gateRefusal([phase('a'), phase('b')], 'a')).toBe(null)
  expect(gateRefusal([done('a'), done('b'), phase('c')], 'c')).toBe(null)
})

test('the gate names the first phase that stands in the way', () => {
  const refusal = { refusal: 'earlier-without-outcome', phaseId: 'b' }
  expect(gateRefusal([done('a'), open('b'), phase('c'), phase('d')], 'd')).toEqual(refusal)
  expect(gateRefusal([done('a'), phase('b'), phase('c')], 'c')).toEqual(refusal)
})

test('a phase is opened once, and only one of the strategy', () => {
  expect(gateRefusal([open('a')], 'a')).toEqual({ refusal: 'already-open' })
  expect(gateRefusal([open('a')], 'x')).toEqual({ refusal: 'not-found' })
})

test('what has not been opened has no outcome, and an outcome has words', () => {
  expect(outcomeRefusal(phase('a'), written)).toBe('not-open')
  expect(outcomeRefusal(open('a'), {})).toBe('outcome-missing')
  expect(outcomeRefusal(open('a'), written)).toBe(null)
})

test('a phase does not end before it begins', () => {
  expect(windowRefusal({ startsOn: '2026-01-10', endsOn: '2026-01-10' })).toBe(null)
  expect(windowRefusal({ startsOn: '2026-01-10', endsOn: '2026-01-09' })).toBe('window-reversed')
})
