import fc from 'fast-check'
import { expect, test } from 'vitest'
import { POSITIONS } from './position.ts'
import { retagged, type StandingTagging } from './theme-merge.ts'

const tagging = (id: string, passageId: string, position: StandingTagging['position'] = null) => ({
  ...{ id, passageId, position, taggedBy: `by-${id}` },
})

test('a tagging is made anew on the other theme, by whoever made it, and follows the old one', () => {
  expect(retagged([tagging('1', 'p', 'against')], [])).toEqual({
    make: [{ passageId: 'p', position: 'against', taggedBy: 'by-1', followsId: '1' }],
    ...{ remove: ['1'], disagreeing: 0 },
  })
})

test('a passage that has the other theme already keeps its one tagging', () => {
  expect(retagged([tagging('1', 'p')], [tagging('2', 'p', 'supports')])).toEqual({
    ...{ make: [], remove: ['1'], disagreeing: 0 },
  })
})

test('a position that only the merged theme had goes along', () => {
  expect(retagged([tagging('1', 'p', 'supports')], [tagging('2', 'p')])).toEqual({
    make: [{ passageId: 'p', position: 'supports', taggedBy: 'by-2', followsId: '2' }],
    ...{ remove: ['1', '2'], disagreeing: 0 },
  })
})

test('a passage that said two things is unclear, and is counted', () => {
  const { make, disagreeing } = retagged([tagging('1', 'p', 'supports')], [tagging('2', 'p', 'against')])
  expect(make[0]?.position).toBe('unclear')
  expect(disagreeing).toBe(1)
})

const position = fc.option(fc.constantFrom(...POSITIONS))
const taggings = (name: string) =>
  fc
    .uniqueArray(fc.record({ at: fc.nat(12), position }), { selector: ({ at }) => at })
    .map((rows) => rows.map((row) => tagging(`${name}${row.at}`, `p${row.at}`, row.position)))

test('no passage loses the theme and none has it twice, whatever was tagged', () => {
  fc.assert(
    fc.property(taggings('a'), taggings('b'), (moving, there) => {
      const { make, remove } = retagged(moving, there)
      const after = [...there.filter(({ id }) => !remove.includes(id)), ...make].map((one) => one.passageId)
      const before = new Set([...moving, ...there].map((one) => one.passageId))
      expect(new Set(after)).toEqual(before)
      expect(after).toHaveLength(before.size)
      expect(new Set(remove).size).toBe(remove.length)
      expect(moving.every(({ id }) => remove.includes(id))).toBe(true)
      expect(make.every(({ followsId }) => remove.includes(followsId))).toBe(true)
    }),
  )
})

test('a position that somebody read is never lost without saying so', () => {
  fc.assert(
    fc.property(taggings('a'), taggings('b'), (moving, there) => {
      const { make, remove } = retagged(moving, there)
      const after = [...there.filter(({ id }) => !remove.includes(id)), ...make]
      for (const own of [...moving, ...there])
        if (own.position !== null)
          expect(after.find(({ passageId }) => passageId === own.passageId)?.position).not.toBe(null)
    }),
  )
})
