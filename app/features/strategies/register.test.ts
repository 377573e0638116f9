import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressRefusal,
  citation,
  dayKept,
  groupMembers,
  isRegisterDay,
  mandatePassed,
  mandateRefusal,
  missingForPublic,
  numberRefusal,
  registerKey,
  wouldCircle,
} from './register.ts'

test('a number is the same with its signs, with others, and with none', () => {
  const key = 'OKM071002021'
  for (const written of ['OKM071:00/2021', 'okm071 00 2021', 'OKM071002021', ' Okm071.00-2021 '])
    expect(registerKey(written)).toBe(key)
})

test('numbers of several registers live beside each other', () => {
  const numbers = ['21/4454', 'U2023/01234', '2025-2245', 'VN/24284/2021', 'OKM071:00/2021']
  for (const number of numbers) expect(numberRefusal(number)).toBe(null)
  expect(new Set(numbers.map(registerKey)).size).toBe(numbers.length)
})

test('a key is its own key, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(registerKey(registerKey(text))).toBe(registerKey(text))
    }),
  )
})

test('signs, spaces and case make no difference to a key', () => {
  const part = fc.stringMatching(/^[a-z0-9]{1,6}$/)
  const sign = fc.constantFrom(':', '/', '-', ' ', '.', '–', '\u00a0')
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), sign, (parts, between) => {
      expect(registerKey(parts.join(between).toUpperCase())).toBe(registerKey(parts.join('')))
    }),
  )
})

test('a number without a digit, and one without end, is no number', () => {
  for (const text of ['', '///', 'skole', '–', `1${'0'.repeat(60)}`])
    expect(numberRefusal(text)).toBe('number-unusable')
})

test('a day is one of the calendar', () => {
  for (const day of ['2021-10-13', '2024-02-29', '1899-12-31']) expect(isRegisterDay(day)).toBe(true)
  for (const day of ['2023-02-29', '2021-13-01', '0000-01-01', '20211-1-1', '13.10.2021', ''])
    expect(isRegisterDay(day)).toBe(false)
})

test('a mandate does not end before it begins, and either end may be open', () => {
  const mandate = (mandateFrom: string | null, mandateTo: string | null) => ({ mandateFrom, mandateTo })
  expect(mandateRefusal(mandate('2021-10-13', '2021-10-13'))).toBe(null)
  expect(mandateRefusal(mandate('2021-10-13', null))).toBe(null)
  expect(mandateRefusal(mandate(null, '2021-10-13'))).toBe(null)
  expect(mandateRefusal(mandate('2021-10-13', '2021-10-12'))).toBe('mandate-reversed')
})

test('staff are warned from the day after the mandate while the status says otherwise', () => {
  const record = (status: string) => ({ mandateTo: '2022-09-30', status })
  expect(mandatePassed(record('ongoing'), '2022-09-30')).toBe(false)
  expect(mandatePassed(record('ongoing'), '2022-10-01')).toBe(true)
  expect(mandatePassed(record('planned'), '2022-10-01')).toBe(true)
  expect(mandatePassed(record('ended'), '2022-10-01')).toBe(false)
  expect(mandatePassed(record('discontinued'), '2022-10-01')).toBe(false)
  expect(mandatePassed({ mandateTo: null, status: 'ongoing' }, '2022-10-01')).toBe(false)
})

test('goals and results keep the day they came, until they are taken away', () => {
  expect(dayKept({ nb: 'Mål' }, null, '2021-10-13')).toBe('2021-10-13')
  expect(dayKept({ nb: 'Nytt mål' }, '2021-10-13', '2022-10-20')).toBe('2021-10-13')
  expect(dayKept(null, '2021-10-13', '2022-10-20')).toBe(null)
})

test('what others read has a summary, rules and somebody to write to', () => {
  const whole = { summary: { nb: 'Kort' }, legalRegime: { nb: 'Offentleglova' }, contactEmail: 'a@b.example' }
  expect(missingForPublic(whole)).toBe(null)
  expect(missingForPublic({ ...whole, summary: {} })).toBe('summary')
  expect(missingForPublic({ ...whole, legalRegime: {} })).toBe('legalRegime')
  expect(missingForPublic({ ...whole, contactEmail: '' })).toBe('contactEmail')
})

test('an address is small letters, digits and hyphens', () => {
  expect(addressRefusal('digital-kompetanse-2032')).toBe(null)
  for (const word of ['', 'Stor', 'med mellomrom', 'blåbær', '-kant', 'a--b', '../x', 'a/b'])
    expect(addressRefusal(word)).toBe('address-unusable')
})

test('a line to cite by has organisers, title, type with number, address and the day it was read', () => {
  const page = {
    ...{ organisers: ['Departementet', 'Fellesorganet'], title: 'Lik tilgang', kind: 'Prosjekt' },
    ...{ number: 'DEP042:00/2026', address: 'https://innspill.example/strategies/lik-tilgang' },
    read: 'Lest 15. september 2026',
  }
  expect(citation(page)).toBe(
    'Departementet, Fellesorganet. Lik tilgang. Prosjekt DEP042:00/2026. https://innspill.example/strategies/lik-tilgang. Lest 15. september 2026.',
  )
  expect(citation({ ...page, organisers: [], number: null })).toMatch(/^Lik tilgang\. Prosjekt\. https/)
})

test('somebody with several roles is named once, and those who have left stand apart', () => {
  const row = (name: string, role: string, until: string | null = null) => ({
    ...{ name, role, until, organisation: 'Departementet' },
  })
  const { now, before } = groupMembers(
    [row('Kari', 'chair'), row('Ola', 'member', '2022-01-31'), row('Kari', 'contact', '2022-02-01')],
    '2022-02-01',
  )
  expect(now.map(({ name, rows }) => [name, rows.map(({ role }) => role)])).toEqual([
    ['Kari', ['chair', 'contact']],
  ])
  expect(before.map(({ name }) => name)).toEqual(['Ola'])
})

test('a strategy never comes under itself, however far up', () => {
  expect(wouldCircle('a', 'a', [])).toBe(true)
  expect(wouldCircle('a', 'b', ['c', 'a'])).toBe(true)
  expect(wouldCircle('a', 'b', ['c'])).toBe(false)
})
