import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from './analyser.ts'
import { spansOf } from './highlight.ts'
import { lexemesOfDocument } from './lexemes.ts'
import { type MaskedPlace, publicStretch, signIn } from './public-text.ts'

/** Points of a text, each masked or not; neighbours with one number are one mask. */
const texts = fc.array(
  fc.record({
    point: fc.constantFrom('a', 'ø', ' ', '😀', '.', 'Q'),
    mask: fc.constantFrom(0, 0, 0, 1, 2),
  }),
  { maxLength: 40 },
)

function masked(points: { point: string; mask: number }[], sign: string) {
  const masks: MaskedPlace[] = []
  let text = ''
  points.forEach(({ point, mask }, at) => {
    const publicAt = [...text].length
    if (mask === 0) text += point
    else if (mask === points[at - 1]?.mask) masks.push({ ...(masks.pop() as MaskedPlace), endCp: at + 1 })
    else {
      masks.push({
        ...{ startCp: at, endCp: at + 1 },
        ...{ publicStartCp: publicAt, publicEndCp: publicAt + sign.length },
      })
      text += sign
    }
  })
  return { text, masks }
}

test('a stretch of the public text is its open points in order, and a sign whole for each mask that touches it', () => {
  fc.assert(
    fc.property(texts, fc.nat(40), fc.nat(40), (points, one, other) => {
      const [from, to] = [Math.min(one, other, points.length), Math.min(Math.max(one, other), points.length)]
      const sign = '[skjermet]'
      const { text, masks } = masked(points, sign)
      const expected = masked(points.slice(from, to), sign).text
      const open = points.slice(from, to).filter(({ mask }) => mask === 0)
      const wordsLeft = open.some(({ point }) => /[\p{L}\p{N}]/u.test(point))
      // Between two points of one mask there is a place, though nothing stands there.
      const inside = from > 0 && from === to && points[from - 1]?.mask === points[from]?.mask
      const touched = open.length < to - from || (inside && points[from]?.mask !== 0)
      expect(publicStretch(text, masks, from, to)).toBe(touched && !wordsLeft ? null : expected)
    }),
    { examples: [[Array(4).fill({ point: 'a', mask: 1 }), 3, 3]] },
  )
})

test('a stretch beyond the end of the public text is no stretch of it', () => {
  expect(publicStretch('Kort.', [], 0, 9)).toBeNull()
})

test.for(['nb', 'nn', 'en', 'se'])(
  'a sign is no word to those who search, and parts its neighbours: %s',
  (lang) => {
    const body = `Rektor ${signIn(lang)} sier nei til skjerm.`
    const found = [...lexemesOfDocument({ body, senderName: '', lang }).keys()]
    expect(found).not.toContain('[]')
    for (const word of ['=skjermet', '=skjerma', '=redacted', 'redact']) expect(found).not.toContain(word)
    expect(found).toContain('=skjerm')
    const places = lexemesOfDocument({ body, senderName: '', lang })
    expect(places.get('=sier')).toEqual([3])
    expect(tokensOf(body, lang)).toHaveLength(6)
    expect(spansOf(body, lang, { kind: 'phrase', words: ['rektor', 'sier'], match: 'exact' })).toEqual([])
    expect(spansOf(body, lang, { kind: 'phrase', words: ['nei', 'til'], match: 'exact' })).toHaveLength(1)
  },
)
