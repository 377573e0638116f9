import fc from 'fast-check'
import { expect, test } from 'vitest'
import { osloMoment } from '../../platform/oslo-time.ts'
import {
  changedRules,
  daysOfNotice,
  needsReason,
  ordinaryDeadline,
  ROUND_NAMINGS,
  type RoundRules,
  rulesRefusal,
  type StandingRules,
} from './round-rules.ts'

const at = (day: string, clock = '12:00') => osloMoment(day, clock) ?? new Date(Number.NaN)

const rules: StandingRules = {
  legalForm: 'innspill',
  opensAt: at('2026-09-01', '08:00'),
  deadlineAt: at('2026-10-20'),
  acceptsLateUntil: at('2026-10-27'),
  inputsShown: 'as-checked',
  naming: 'may-hide',
  allowsCorrections: true,
  allowsWithdrawal: true,
  groupDeadlines: { municipality: at('2026-11-10') },
  shortNoticeReason: null,
  publishedAt: at('2026-08-25'),
  closedAt: null,
}
const before = at('2026-08-30')
const after = at('2026-09-15')

const refused = (own: Partial<RoundRules>, now: Date, standing: Partial<StandingRules> = {}) =>
  rulesRefusal({ ...rules, ...standing }, { ...rules, ...standing, ...own }, now)

test('before the opening any rules that hang together can be set', () => {
  const own = {
    legalForm: 'innspill' as const,
    opensAt: at('2026-09-05'),
    deadlineAt: at('2026-09-20'),
    acceptsLateUntil: null,
    groupDeadlines: {},
    naming: 'named' as const,
    allowsCorrections: false,
    allowsWithdrawal: false,
    inputsShown: 'after-closing' as const,
  }
  expect(refused(own, before)).toBe(null)
  expect(refused(own, after, { publishedAt: null })).toBe(null)
})

test('a deadline comes after the opening, for everybody, and late input after the deadline', () => {
  expect(refused({ deadlineAt: rules.opensAt }, before)).toEqual({ refusal: 'deadline-before-opening' })
  expect(refused({ groupDeadlines: { union: at('2026-08-31') } }, before)).toEqual({
    refusal: 'deadline-before-opening',
    kind: 'union',
  })
  expect(refused({ acceptsLateUntil: rules.deadlineAt }, before)).toEqual({ refusal: 'late-before-deadline' })
})

test('after the opening no deadline comes earlier, for anybody', () => {
  expect(refused({ deadlineAt: at('2026-10-20', '11:59') }, after)).toEqual({ refusal: 'deadline-earlier' })
  expect(refused({ groupDeadlines: {} }, after)).toEqual({
    refusal: 'deadline-earlier',
    kind: 'municipality',
  })
  const shorter = { ...rules.groupDeadlines, union: at('2026-10-01') }
  expect(refused({ groupDeadlines: shorter }, after)).toEqual({ refusal: 'deadline-earlier', kind: 'union' })
  expect(refused({ acceptsLateUntil: null }, after)).toEqual({ refusal: 'late-earlier' })
})

test('after the opening deadlines may come later', () => {
  const own = { deadlineAt: at('2026-11-20'), acceptsLateUntil: null, groupDeadlines: {} }
  expect(refused(own, after)).toBe(null)
  expect(refused({ groupDeadlines: { ...rules.groupDeadlines, union: at('2026-10-21') } }, after)).toBe(null)
})

test('after the opening nobody loses a right or learns that inputs show at another time', () => {
  expect(refused({ naming: 'named' }, after)).toEqual({ refusal: 'naming-narrower' })
  expect(refused({ naming: 'may-be-anonymous' }, after)).toBe(null)
  expect(refused({ allowsCorrections: false }, after)).toEqual({ refusal: 'corrections-taken-back' })
  expect(refused({ allowsWithdrawal: false }, after)).toEqual({ refusal: 'withdrawal-taken-back' })
  expect(refused({ allowsWithdrawal: true }, after, { allowsWithdrawal: false })).toBe(null)
  expect(refused({ inputsShown: 'after-closing' }, after)).toEqual({ refusal: 'inputs-shown-fixed' })
  expect(refused({ opensAt: at('2026-09-02') }, after)).toEqual({ refusal: 'opening-fixed' })
  expect(refused({ legalForm: 'høring' }, after)).toEqual({ refusal: 'form-fixed' })
})

test('a round that was closed stays as it was', () => {
  expect(refused({}, after, { closedAt: after })).toEqual({ refusal: 'round-closed' })
})

test('a hearing of less than six weeks takes a reason; it is no stop', () => {
  const hearing = { legalForm: 'høring' as const, groupDeadlines: {}, acceptsLateUntil: null }
  const short = { ...hearing, deadlineAt: at('2026-10-12') }
  expect(refused(short, before)).toEqual({ refusal: 'reason-missing' })
  expect(refused({ ...short, shortNoticeReason: { nb: 'Fristen følger av EØS-avtalen.' } }, before)).toBe(
    null,
  )
  expect(refused({ ...hearing, deadlineAt: at('2026-10-13') }, before)).toBe(null)
  expect(refused({ ...short, legalForm: 'innspill' }, before)).toBe(null)
})

test('six weeks are counted in days of the calendar, also over the end of summer time, and for those with the least', () => {
  const hearing = { ...rules, legalForm: 'høring' as const, groupDeadlines: {} }
  const over = { ...hearing, opensAt: at('2026-10-01', '12:00'), deadlineAt: at('2026-11-12', '11:00') }
  expect(daysOfNotice(over)).toBe(42)
  expect(needsReason(over)).toBe(false)
  expect(needsReason({ ...over, groupDeadlines: { union: at('2026-11-11') } })).toBe(true)
})

test('a kind of sender without a deadline of its own has the deadline of the round', () => {
  expect(ordinaryDeadline(rules, 'municipality')).toEqual(at('2026-11-10'))
  expect(ordinaryDeadline(rules, 'union')).toEqual(rules.deadlineAt)
  expect(ordinaryDeadline(rules, 'constructor')).toEqual(rules.deadlineAt)
})

test('what was changed is named', () => {
  const own = { ...rules, deadlineAt: at('2026-10-21'), groupDeadlines: { municipality: at('2026-11-10') } }
  expect(changedRules(rules, own)).toEqual(['deadlineAt'])
  expect(changedRules(rules, { ...rules, naming: 'named', groupDeadlines: {} })).toEqual([
    'groupDeadlines',
    'naming',
  ])
})

const kinds = ['municipality', 'union', 'person']
const moment = fc
  .integer({ min: 1, max: 400 })
  .map((days) => new Date(rules.opensAt.getTime() + days * 86_400_000))
const someRules = fc.record({
  deadlineAt: moment,
  acceptsLateUntil: fc.option(moment),
  groupDeadlines: fc.dictionary(fc.constantFrom(...kinds), moment),
  naming: fc.constantFrom(...ROUND_NAMINGS),
  allowsCorrections: fc.boolean(),
})

test('whatever is changed after the opening, nobody has less time than before', () => {
  fc.assert(
    fc.property(someRules, someRules, (one, other) => {
      const from = { ...rules, ...one }
      const to = { ...rules, ...other }
      if (rulesRefusal(from, to, after) !== null) return
      for (const kind of [...kinds, 'other']) {
        expect(ordinaryDeadline(to, kind) >= ordinaryDeadline(from, kind)).toBe(true)
        const last = (r: RoundRules) =>
          Math.max(ordinaryDeadline(r, kind).getTime(), r.acceptsLateUntil?.getTime() ?? 0)
        expect(last(to)).toBeGreaterThanOrEqual(last(from))
      }
    }),
    { numRuns: 2_000 },
  )
})
