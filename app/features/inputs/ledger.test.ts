import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cameLate,
  LEDGER_CHOICES,
  LEDGER_STATES,
  type LedgerGroup,
  ledgerMatches,
  ledgerState,
  ledgerTotal,
  ledgerTotalsBy,
  stillAwaited,
} from './ledger.ts'

const remarks = { noRemarks: false, lateAt: null }
const none = { noRemarks: true, lateAt: null }
const late = { noRemarks: false, lateAt: new Date('2026-09-16T08:00Z') }
const day = new Date('2026-09-17T08:00Z')

test('a body that sent nothing, only drafts, or took it back, is silent', () => {
  expect(ledgerState(null)).toBe('silent')
  expect(ledgerState({ withdrawnAt: null, counting: [] })).toBe('silent')
  expect(ledgerState({ withdrawnAt: day, counting: [remarks] })).toBe('silent')
})

test('no remarks is an answer of its own, until there are remarks as well', () => {
  expect(ledgerState({ withdrawnAt: null, counting: [none, none] })).toBe('no-remarks')
  expect(ledgerState({ withdrawnAt: null, counting: [none, remarks] })).toBe('answered')
  expect(ledgerState({ withdrawnAt: null, counting: [remarks] })).toBe('answered')
})

test('an answer is late when any of what counts came late, and a withdrawn one is nothing any more', () => {
  expect(cameLate({ withdrawnAt: null, counting: [remarks, late] })).toBe(true)
  expect(cameLate({ withdrawnAt: null, counting: [remarks] })).toBe(false)
  expect(cameLate({ withdrawnAt: day, counting: [late] })).toBe(false)
  expect(cameLate(null)).toBe(false)
})

test('a silent body is awaited as long as it could still be heard', () => {
  const deadlineAt = new Date('2026-09-15T10:00Z')
  const round = { opensAt: new Date('2026-06-01T00:00Z'), deadlineAt, acceptsLateUntil: null, closedAt: null }
  const after = new Date('2026-09-15T10:00:01Z')
  expect(stillAwaited(round, null, new Date('2026-05-01T00:00Z'))).toBe(true)
  expect(stillAwaited(round, null, deadlineAt)).toBe(true)
  expect(stillAwaited(round, null, after)).toBe(false)
  expect(stillAwaited(round, new Date('2026-09-29T10:00Z'), after)).toBe(true)
  expect(stillAwaited({ ...round, acceptsLateUntil: new Date('2026-09-20T10:00Z') }, null, after)).toBe(true)
  expect(stillAwaited({ ...round, closedAt: after }, new Date('2026-09-29T10:00Z'), after)).toBe(false)
})

const group = fc.record<LedgerGroup>({
  invited: fc.boolean(),
  kind: fc.constantFrom('municipality', 'network'),
  county: fc.constantFrom('03', '18', null),
  state: fc.constantFrom(...LEDGER_STATES),
  bodies: fc.nat(400),
  late: fc.constant(0),
})

test('those who answered, those without remarks and the silent are all who were asked, in every table', () => {
  fc.assert(
    fc.property(fc.array(group), (groups) => {
      const whole = ledgerTotal(groups)
      const parts = (['kind', 'county'] as const).map((by) => ledgerTotalsBy(groups, by))
      const adding = [whole, ...parts.flat()].every(
        ({ invited, answered, noRemarks, silent }) => answered + noRemarks + silent === invited,
      )
      return (
        adding && parts.every((rows) => rows.reduce((n, { invited }) => n + invited, 0) === whole.invited)
      )
    }),
  )
})

test('the uninvited are counted apart', () => {
  const own = { kind: 'municipality', county: '03', state: 'answered', late: 1 } as const
  const groups: LedgerGroup[] = [
    { ...own, invited: true, bodies: 3 },
    { ...own, invited: false, bodies: 2 },
  ]
  expect(ledgerTotal(groups)).toEqual({ invited: 3, answered: 3, noRemarks: 0, silent: 0, late: 1 })
  const any = { kind: null, county: null }
  const counts = [null, ...LEDGER_CHOICES].map((state) => ledgerMatches(groups, { ...any, state }))
  expect(counts).toEqual([3, 3, 0, 0, 1, 2])
  expect(ledgerMatches(groups, { state: null, kind: 'network', county: null })).toBe(0)
  expect(ledgerMatches(groups, { state: 'answered', kind: null, county: '18' })).toBe(0)
})
