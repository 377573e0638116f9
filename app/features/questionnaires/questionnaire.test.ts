import fc from 'fast-check'
import { expect, test } from 'vitest'
import { additionRefusal, copied, frozenSince, moved, removalRefusal, withAdded } from './questionnaire.ts'

const at = (day: number) => new Date(Date.UTC(2026, 8, day, 6))
const round = { opensAt: at(10), publishedAt: at(8), frozenAt: null }

test('questions stand as they are from the moment a published round opens', () => {
  expect(frozenSince(round, new Date(at(10).getTime() - 1))).toBe(null)
  expect(frozenSince(round, at(10))).toEqual(at(10))
  expect(frozenSince({ ...round, publishedAt: null }, at(20))).toBe(null)
})

test('a round published after it was to open opened when it was published', () => {
  expect(frozenSince({ ...round, publishedAt: at(12) }, at(13))).toEqual(at(12))
})

test('what somebody has answered stands, whatever became of the time of opening', () => {
  expect(frozenSince({ opensAt: at(25), publishedAt: null, frozenAt: at(10) }, at(11))).toEqual(at(10))
})

test('a question goes one place up or down, or right after a number', () => {
  const ids = ['a', 'b', 'c', 'd']
  expect(moved(ids, 'c', 'up')).toEqual(['a', 'c', 'b', 'd'])
  expect(moved(ids, 'b', 'down')).toEqual(['a', 'c', 'b', 'd'])
  expect(moved(ids, 'd', 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(moved(ids, 'a', 3)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(ids, 'd', 1)).toEqual(['a', 'd', 'b', 'c'])
  expect(moved(ids, 'b', 2)).toEqual(ids)
  expect(moved(ids, 'a', 'up')).toEqual(ids)
  expect(moved(ids, 'd', 'down')).toEqual(ids)
})

test('there is nothing after a number that no question has', () => {
  for (const number of [-1, 4.5, 5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(moved(['a', 'b', 'c', 'd'], 'a', number)).toEqual({ refusal: 'no-such-number' })
  expect(moved(['a'], 'b', 'up')).toEqual({ refusal: 'gone' })
})

test('moving loses no question and doubles none, and a question moved after a number stands right after it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.oneof(fc.constantFrom('up' as const, 'down' as const), fc.nat({ max: 12 })),
      (ids, which, to) => {
        const id = ids[which % ids.length] ?? ''
        const after = moved(ids, id, to)
        if (!Array.isArray(after)) {
          expect(Number(to)).toBeGreaterThan(ids.length)
          return
        }
        expect([...after].sort()).toEqual([...ids].sort())
        const neighbour = typeof to === 'number' ? ids[to - 1] : undefined
        if (neighbour !== undefined && neighbour !== id)
          expect(after.indexOf(id)).toBe(after.indexOf(neighbour) + 1)
      },
    ),
  )
})

const text = (id: string) => ({ id, kind: 'rich-text', copiedFromId: null })
const general = { id: 'g', kind: 'general', copiedFromId: null }

test('what is added comes last, but before a general question that closes the list', () => {
  expect(withAdded([text('a'), general], ['n', 'm'])).toEqual(['a', 'n', 'm', 'g'])
  expect(withAdded([general, text('a')], ['n'])).toEqual(['g', 'a', 'n'])
  expect(withAdded([], ['n'])).toEqual(['n'])
})

test('there is exactly one general question, always', () => {
  expect(additionRefusal([general], 'general')).toBe('two-general-questions')
  expect(additionRefusal([text('a')], 'general')).toBe(null)
  expect(removalRefusal(general)).toBe('general-stays')
  expect(removalRefusal(text('a'))).toBe(null)
})

test('the list ends somewhere', () => {
  const many = Array.from({ length: 100 }, (_, place) => text(String(place)))
  expect(additionRefusal(many, 'rich-text')).toBe('too-many')
  expect(copied([text('x')], ['x'], many)).toEqual({ refusal: 'too-many' })
})

test('copying takes what was chosen in its own order, and the words of a general question', () => {
  const from = [text('a'), text('b'), general, text('c')]
  expect(copied(from, ['c', 'a', 'g', 'unknown'], [general])).toEqual({
    added: [from[0], from[3]],
    general: from[2],
  })
  expect(copied(from, ['b'], [])).toEqual({ added: [from[1]], general: null })
})

test('what is a copy here already is not copied again', () => {
  const from = [text('a'), text('b')]
  expect(copied(from, ['a', 'b'], [{ kind: 'rich-text', copiedFromId: 'a' }])).toEqual({
    added: [from[1]],
    general: null,
  })
  expect(copied(from, ['a'], [{ kind: 'rich-text', copiedFromId: 'a' }])).toEqual({
    refusal: 'nothing-chosen',
  })
})
