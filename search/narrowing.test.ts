import { expect, test } from 'vitest'
import { stemsOf } from './analyser.ts'
import { narrowed } from './narrowing.ts'
import type { QueryNode } from './tree.ts'

const term = (text: string): QueryNode => ({ kind: 'term', text, match: 'inflected' })
const or = (...children: QueryNode[]): QueryNode => ({ kind: 'or', children })
const holding = new Map(
  Object.entries({ kommune: 5_000, skole: 800, personvern: 30, dømmekraft: 4 }).flatMap(([word, held]) =>
    stemsOf(word).map((stem) => [stem, held] as const),
  ),
)

test('of words any of which would do, those are ranked that few documents hold', () => {
  expect(narrowed(or(term('kommune'), term('skole'), term('dømmekraft')), holding, 1_000)).toEqual(
    or(term('dømmekraft'), term('skole')),
  )
})

test('the rarest is ranked even when it alone matches more than can be ranked', () => {
  expect(narrowed(or(term('kommune'), term('skole')), holding, 500)).toEqual(or(term('skole')))
})

test('when all of them can be ranked, or all must be there, the query is itself', () => {
  const few = or(term('personvern'), term('dømmekraft'))
  expect(narrowed(few, holding, 1_000)).toBe(few)
  const both: QueryNode = { kind: 'and', children: [term('kommune'), term('skole')] }
  expect(narrowed(both, holding, 10)).toBe(both)
})

test('a choice among words stands narrowed inside what must be there', () => {
  const query: QueryNode = { kind: 'and', children: [term('skole'), or(term('kommune'), term('personvern'))] }
  expect(narrowed(query, holding, 1_000)).toEqual({
    kind: 'and',
    children: [term('skole'), or(term('personvern'))],
  })
})

test('what is not wanted is never narrowed, for that would widen', () => {
  const query: QueryNode = { kind: 'not', child: or(term('kommune'), term('skole')) }
  expect(narrowed(query, holding, 10)).toBe(query)
})

test('a word and the forms it stands for are one, and not narrowed', () => {
  const exact = (text: string): QueryNode => ({ kind: 'term', text, match: 'exact' })
  const query = or(term('kommune'), or(exact('komune'), exact('kommuna')))
  expect(narrowed(query, holding, 10)).toBe(query)
  const choice = or(query, term('dømmekraft'))
  expect(narrowed(choice, holding, 100)).toEqual(or(term('dømmekraft')))
})
