import { expect, test } from 'vitest'
import {
  measureRefusal,
  normalisedMeasureCode,
  reportingYears,
  servingMission,
  statusRefusal,
  stretches,
} from './measures.ts'

test('a code is letters and a number, and none is used twice', () => {
  const refusal = (code: string) =>
    measureRefusal({ code: normalisedMeasureCode(code), title: { nb: 'x' } }, ['T1'])
  expect(['T2', 't 2', 'M1.2', 'ØK-'].map(refusal)).toEqual([null, null, null, 'code-not-a-code'])
  expect(refusal('t1')).toBe('code-taken')
  expect(['', '1', 'TILTAK1', 'T', 'T1234567890123', 'T1 <b>'].map(refusal)).toEqual(
    Array(6).fill('code-not-a-code'),
  )
  expect(measureRefusal({ code: 'T2', title: {} }, [])).toBe('title-missing')
})

test('measures are reported for each year of the period that has begun, and for what is reported beside it', () => {
  const plan = { periodFrom: 2023, periodTo: 2026, adoptedOn: null }
  expect(reportingYears(plan, [], 2024)).toEqual([2023, 2024])
  expect(reportingYears(plan, [], 2030)).toEqual([2023, 2024, 2025, 2026])
  expect(reportingYears(plan, [2028], 2030)).toEqual([2023, 2024, 2025, 2026, 2028])
  expect(reportingYears(plan, [], 2022)).toEqual([])
  const open = { periodFrom: null, periodTo: null, adoptedOn: '2024-03-06' }
  expect(reportingYears(open, [], 2025)).toEqual([2024, 2025])
  expect(reportingYears({ ...open, adoptedOn: null }, [2025], 2025)).toEqual([2025])
  expect(reportingYears({ ...open, periodFrom: 1000 }, [], 2026)).toHaveLength(12)
})

test('only a measure in use has a status, for a year that has begun', () => {
  const measure = { kind: 'measure', retiredAt: null }
  expect(statusRefusal(measure, 2026, 2026)).toBe(null)
  expect(statusRefusal(measure, 2027, 2026)).toBe('year-in-future')
  expect(statusRefusal(measure, 26, 2026)).toBe('year-too-early')
  expect(statusRefusal({ ...measure, kind: 'mission' }, 2026, 2026)).toBe('not-reported-on')
  expect(statusRefusal({ ...measure, retiredAt: new Date(0) }, 2026, 2026)).toBe('not-reported-on')
})

test('a text leads to the missions it names and to its documentation, and loses no word by it', () => {
  const codes = new Set(['M1', 'M2.1'])
  const text = 'Bidrar til M1 og M2.1 (ikke M3, XM1 eller M1b). Se https://plan.example/r?a=1.'
  const found = stretches(text, codes)
  expect(found.map((stretch) => stretch.text).join('')).toBe(text)
  expect(found.flatMap(({ code }) => code ?? [])).toEqual(['M1', 'M2.1'])
  expect(found.flatMap(({ href }) => href ?? [])).toEqual(['https://plan.example/r?a=1'])
  expect(stretches('javascript:alert(1) ftp://x.example', codes).some(({ href }) => href)).toBe(false)
  expect(stretches('', codes)).toEqual([])
})

test('a mission knows the measures that serve it', () => {
  const measure = (code: string, nb: string) => ({ code, kind: 'measure', goal: { nb } })
  const all = [
    measure('T1', 'Bidrar til M1'),
    measure('T2', 'Bidrar til M10'),
    { ...measure('M1', 'M1'), kind: 'mission' },
  ]
  expect(servingMission({ code: 'M1' }, all, 'nn').map(({ code }) => code)).toEqual(['T1'])
})
