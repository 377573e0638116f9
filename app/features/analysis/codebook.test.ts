import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  colourOf,
  DEEPEST,
  inTreeOrder,
  lineOf,
  mergeRefusal,
  type PlacedTheme,
  placeRefusal,
  replaced,
  restoredPlace,
  retireRefusal,
  successorOf,
  under,
} from './codebook.ts'

const theme = (id: string, own: Partial<PlacedTheme> = {}): PlacedTheme => ({
  ...{ id, parentId: null, position: 1, retiredAt: null, mergedInto: null },
  ...own,
})
const day = new Date('2026-03-01T10:00Z')

// A with B under it and C under that; D beside A.
const four = [
  theme('d', { position: 2 }),
  theme('c', { parentId: 'b' }),
  theme('b', { parentId: 'a' }),
  theme('a'),
]

test('a theme is read before its sub-themes, siblings by their place', () => {
  expect(inTreeOrder(four).map(({ id, depth }) => `${id}${depth}`)).toEqual(['a1', 'b2', 'c3', 'd1'])
  expect(lineOf(four, 'c').map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  expect(under(four, 'a').map(({ id }) => id)).toEqual(['c', 'b'])
})

test('a theme does not stand under itself, under what is out of use, or too deep', () => {
  expect(placeRefusal(four, 'd', 'a')).toBe(null)
  expect(placeRefusal(four, 'd', null)).toBe(null)
  expect(placeRefusal(four, 'a', 'a')).toBe('under-itself')
  expect(placeRefusal(four, 'a', 'c')).toBe('under-itself')
  expect(placeRefusal(four, 'd', 'x')).toBe('parent-not-found')
  expect(placeRefusal(four, 'd', 'c')).toBe('too-deep')
  expect(placeRefusal(four, null, 'c')).toBe('too-deep')
  expect(placeRefusal(four, 'b', 'd')).toBe(null)
  expect(placeRefusal(four, 'a', 'd')).toBe('too-deep')
  expect(placeRefusal([theme('r', { retiredAt: day }), theme('d')], 'd', 'r')).toBe('parent-retired')
})

test('a theme is merged into another that stands, and not into itself or what stands under it', () => {
  expect(mergeRefusal(four, 'd', 'c')).toBe(null)
  expect(mergeRefusal(four, 'a', 'd')).toBe(null)
  expect(mergeRefusal(four, 'a', 'c')).toBe('into-own-sub-theme')
  expect(mergeRefusal(four, 'a', 'a')).toBe('into-itself')
  expect(mergeRefusal(four, 'a', 'x')).toBe('into-not-found')
  expect(mergeRefusal([...four, theme('e', { parentId: 'd' })], 'a', 'e')).toBe('too-deep')
})

test('of two who merge two themes into each other the second is told what the first did', () => {
  const after = [theme('a', { retiredAt: day, mergedInto: 'b' }), theme('b')]
  expect(mergeRefusal(after, 'b', 'a')).toBe('into-merged')
  expect(mergeRefusal(after, 'a', 'b')).toBe('theme-merged')
  const retired = [theme('a', { retiredAt: day }), theme('b')]
  expect(mergeRefusal(retired, 'b', 'a')).toBe('into-retired')
  expect(mergeRefusal(retired, 'a', 'b')).toBe('theme-retired')
})

test('a theme with sub-themes in use stays in use', () => {
  expect(retireRefusal(four, 'a')).toBe('has-sub-themes')
  expect(retireRefusal(four, 'c')).toBe(null)
})

test('a theme that comes back stands where it was, or at the top when that is gone', () => {
  const back = theme('x', { parentId: 'a', retiredAt: day })
  expect(restoredPlace([...four, back], back)).toBe('a')
  const gone = [theme('a', { retiredAt: day }), back]
  expect(restoredPlace(gone, back)).toBe(null)
})

test('whoever looks for a merged theme finds what it is part of now, however often that was merged', () => {
  const chain = [theme('a', { mergedInto: 'b' }), theme('b', { mergedInto: 'c' }), theme('c')]
  expect(successorOf(chain, 'a')?.id).toBe('c')
  expect(successorOf(chain, 'c')?.id).toBe('c')
  expect(successorOf(chain, 'x')).toBe(undefined)
  const round = [theme('a', { mergedInto: 'b' }), theme('b', { mergedInto: 'a' })]
  expect(['a', 'b']).toContain(successorOf(round, 'a')?.id)
})

test('a theme is put before a sibling or last, and every theme gets its place in reading order', () => {
  const placed = (moved: Parameters<typeof replaced>[1]) =>
    replaced(four, moved)
      .sort((a, b) => a.position - b.position)
      .map(({ id }) => id)
  expect(placed({ id: 'd', parentId: null, before: 'a' })).toEqual(['d', 'a', 'b', 'c'])
  expect(placed({ id: 'd', parentId: 'a', before: 'b' })).toEqual(['a', 'd', 'b', 'c'])
  expect(placed({ id: 'd', parentId: 'a', before: null })).toEqual(['a', 'b', 'c', 'd'])
})

test('a branch has one colour', () => {
  const coloured = four.map((one, at) => ({ ...one, colour: at + 1 }))
  expect(coloured.map(({ id }) => colourOf(coloured, id))).toEqual([1, 4, 4, 4])
})

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const act = fc.record({
  kind: fc.constantFrom('merge' as const, 'move' as const),
  one: fc.constantFrom(...names),
  other: fc.option(fc.constantFrom(...names)),
})

test('whatever is moved and merged, no theme stands under itself, none too deep, and each leads to one in use', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let themes = names.map((id, at) => theme(id, { position: at }))
      for (const { kind, one, other } of acts) {
        if (kind === 'move') {
          const moved = themes.find(({ id }) => id === one)
          if (moved?.retiredAt === null && placeRefusal(themes, one, other) === null)
            themes = themes.map((own) => (own.id === one ? { ...own, parentId: other } : own))
        } else if (other && mergeRefusal(themes, one, other) === null)
          themes = themes.map((own) => {
            if (own.id === one) return { ...own, retiredAt: day, mergedInto: other }
            return own.parentId === one && own.retiredAt === null ? { ...own, parentId: other } : own
          })
      }
      for (const { id, retiredAt } of themes) {
        expect(successorOf(themes, id)?.mergedInto).toBe(null)
        if (retiredAt) continue
        const line = lineOf(themes, id)
        expect(line.length).toBeLessThanOrEqual(DEEPEST)
        expect(line.at(-1)?.parentId).toBe(null)
        expect(line.every((own) => own.retiredAt === null)).toBe(true)
      }
      expect(inTreeOrder(themes)).toHaveLength(names.length)
    }),
  )
})
