import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ProgrammeItem, programmeText, programmeOf as read } from './programme.ts'

const programmeOf = (nb: string, nn: string) => read({ nb, nn })

test('a point has words, and may have a time and somebody who speaks', () => {
  expect(programmeOf('13.15 Åpning | Ingrid Dal\n\n9:00 Kaffe\nOppsummering ved bordene', '')).toEqual({
    items: [
      { clock: '13.15', title: { nb: 'Åpning' }, speaker: 'Ingrid Dal' },
      { clock: '09.00', title: { nb: 'Kaffe' }, speaker: null },
      { clock: null, title: { nb: 'Oppsummering ved bordene' }, speaker: null },
    ],
  })
})

test('the two written forms go together point by point', () => {
  expect(programmeOf('10.00 Åpning | Ingrid Dal', '10:00 Opning')).toEqual({
    items: [{ clock: '10.00', title: { nb: 'Åpning', nn: 'Opning' }, speaker: 'Ingrid Dal' }],
  })
  expect(programmeOf('', 'Opning')).toEqual({
    items: [{ clock: null, title: { nn: 'Opning' }, speaker: null }],
  })
  expect(programmeOf('10.00 Åpning\n11.00 Slutt', '10.00 Opning')).toEqual({
    refusal: 'points-differ',
    ...{ language: 'nn', line: 2 },
  })
  expect(programmeOf('10.00 Åpning', '10.30 Opning')).toEqual({
    refusal: 'points-differ',
    ...{ language: 'nn', line: 1 },
  })
})

const stored: ProgrammeItem[] = [
  { clock: '10.00', title: { nb: 'Åpning', en: 'Opening', sv: 'Öppning' }, speaker: null },
  { clock: '11.00', title: { nb: 'Slutt', sv: 'Slut' }, speaker: null },
]

test('a programme in English or Swedish goes together with the others point by point', () => {
  const nb = '10.00 Åpning\n11.00 Slutt'
  expect(read({ nb, sv: '10:00 Öppning | Ingrid Dal\n11.00 Slut' })).toMatchObject({
    items: [{ title: { nb: 'Åpning', sv: 'Öppning' }, speaker: 'Ingrid Dal' }, { title: { sv: 'Slut' } }],
  })
  expect(read({ nb, en: '10.00 Opening' })).toMatchObject({ refusal: 'points-differ', language: 'en' })
  expect(read({ nb, sv: '10.00' })).toEqual({ refusal: 'point-without-words', language: 'sv', line: 1 })
})

test('a form that has no field for a language leaves it where a point is called what it was', () => {
  expect(read({ nb: '12.00 Slutt\nKaffe', nn: '' }, stored)).toEqual({
    items: [
      { clock: '12.00', title: { nb: 'Slutt', sv: 'Slut' }, speaker: null },
      { clock: null, title: { nb: 'Kaffe' }, speaker: null },
    ],
  })
  expect(JSON.stringify(read({ nb: '10.00 Åpning', en: '', sv: '' }, stored))).not.toMatch(/Opening|Öppning/)
})

test('a line that cannot be meant is named', () => {
  expect(programmeOf('Åpning\n25.00 Slutt', '')).toMatchObject({ refusal: 'no-such-time', line: 2 })
  expect(programmeOf('12.61 Slutt', '')).toMatchObject({ refusal: 'no-such-time', line: 1 })
  expect(programmeOf('12.00', '')).toMatchObject({ refusal: 'point-without-words', line: 1 })
  expect(programmeOf('12.00 | Ingrid Dal', '')).toMatchObject({ refusal: 'point-without-words', line: 1 })
  expect(programmeOf('x'.repeat(301), '')).toMatchObject({ refusal: 'point-too-long', line: 1 })
  expect(programmeOf('x\n'.repeat(101), '')).toMatchObject({ refusal: 'too-many-points', line: 101 })
  expect(programmeOf('2030 er målet', '')).toMatchObject({ items: [{ clock: null }] })
})

test('a programme is written as it was read, and no text makes reading throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (nb, nn) => {
      const items = programmeOf(nb, nn)
      if ('refusal' in items) return true
      const again = programmeOf(programmeText(items.items, 'nb'), programmeText(items.items, 'nn'))
      return JSON.stringify(again) === JSON.stringify(items)
    }),
    { numRuns: 300 },
  )
})
