import { expect, test } from 'vitest'
import { carryRefusal } from './carried.ts'

const carry = {
  disposition: null,
  already: false,
  from: { strategyId: 's', number: 1 },
  to: { strategyId: 's', number: 2 },
}

test('what nobody has answered, and what is said to be carried forward, is taken into a later round', () => {
  expect(carryRefusal(carry)).toBeNull()
  expect(carryRefusal({ ...carry, disposition: 'carried-forward' })).toBeNull()
})

test('what is settled is not taken further', () => {
  for (const disposition of ['followed', 'partly', 'not-followed', 'outside-mandate'] as const)
    expect(carryRefusal({ ...carry, disposition })).toBe('settled')
})

test('it goes to a later round of the same strategy, and to each once', () => {
  expect(carryRefusal({ ...carry, to: { strategyId: 's', number: 1 } })).toBe('not-later')
  expect(carryRefusal({ ...carry, to: { strategyId: 't', number: 2 } })).toBe('not-later')
  expect(carryRefusal({ ...carry, already: true })).toBe('already-carried')
})
