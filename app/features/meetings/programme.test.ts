import fc from 'fast-check'
import { expect, test } from 'vitest'
import { programmeOf, programmeText } from './programme.ts'

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
    line: 2,
  })
  expect(programmeOf('10.00 Åpning', '10.30 Opning')).toEqual({ refusal: 'points-differ', line: 1 })
})

test('a line that cannot be meant is named', () => {
  expect(programmeOf('Åpning\n25.00 Slutt', '')).toEqual({ refusal: 'no-such-time', line: 2 })
  expect(programmeOf('12.61 Slutt', '')).toEqual({ refusal: 'no-such-time', line: 1 })
  expect(programmeOf('12.00', '')).toEqual({ refusal: 'point-without-words', line: 1 })
  expect(programmeOf('12.00 | Ingrid Dal', '')).toEqual({ refusal: 'point-without-words', line: 1 })
  expect(programmeOf('x'.repeat(301), '')).toEqual({ refusal: 'point-too-long', line: 1 })
  expect(programmeOf('x\n'.repeat(101), '')).toEqual({ refusal: 'too-many-points', line: 101 })
  expect(programmeOf('2030 er målet', '')).toMatchObject({ items: [{ clock: null }] })
})

test('a programme is written as it was read, and no text makes reading throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (nb, nn) => {
      const read = programmeOf(nb, nn)
      if ('refusal' in read) return true
      const again = programmeOf(programmeText(read.items, 'nb'), programmeText(read.items, 'nn'))
      return JSON.stringify(again) === JSON.stringify(read)
    }),
    { numRuns: 300 },
  )
})
