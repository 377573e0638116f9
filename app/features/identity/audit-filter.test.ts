import { expect, test } from 'vitest'
import { auditFilterOf, auditParameters, auditSpanOf, isFiltered } from './audit-filter.ts'

const filterOf = (query: string) => auditFilterOf(new URLSearchParams(query))

test('an address without parameters looks for everything', () => {
  expect(isFiltered(filterOf(''))).toBe(false)
  expect(auditSpanOf(filterOf(''))).toEqual({ since: null, until: null })
})

test('a span has all of its last day, also when that day has 23 or 25 hours', () => {
  const span = (day: string) => auditSpanOf(filterOf(`from=${day}&to=${day}`))
  expect(span('2026-03-29')).toEqual({
    since: new Date('2026-03-28T23:00:00Z'),
    until: new Date('2026-03-29T22:00:00Z'),
  })
  expect(span('25.10.2026')).toEqual({
    since: new Date('2026-10-24T22:00:00Z'),
    until: new Date('2026-10-25T23:00:00Z'),
  })
})

test('what is no day is said of the field it stands in, and is kept as it was typed', () => {
  const filter = filterOf('from=i går&to=31.2.2026')
  expect(auditSpanOf(filter)).toEqual({ problems: ['from', 'to'] })
  expect([filter.from, filter.to]).toEqual(['i går', '31.2.2026'])
})

test('what cannot be an id or a kind looks for nothing in particular', () => {
  expect(filterOf("strategy=1'--&subject=x&kind=input%25")).toMatchObject({
    strategy: '',
    subject: '',
    kind: 'input',
  })
})

test('a filter written to an address is read back as it was', () => {
  const filter = filterOf('who=Marit&kind=input&from=1.5.2026')
  expect(auditFilterOf(auditParameters(filter, 3))).toEqual(filter)
})
