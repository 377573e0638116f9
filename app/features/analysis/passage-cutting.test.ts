import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointLength, codePointSlice, type PassageRange, passagesOf } from './passage.ts'
import {
  joinOf,
  marksTogether,
  placeOfWords,
  placesToSplit,
  spanOf,
  splitAt,
  taggingsBack,
  taggingsTogether,
} from './passage-cutting.ts'

const anyText = fc
  .array(fc.constantFrom('\n', ' ', 'a. ', 'Æ', '👍', 'e\u0301', 'Ord nok. ', '\t', '\u00A0'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

// Splits and joins as somebody might make them, each at whatever place its number falls on.
type Act = { split: boolean; at: number }
const acts = fc.array(fc.record({ split: fc.boolean(), at: fc.nat(200) }), { maxLength: 25 })

function reshaped(text: string, passages: PassageRange[], { split, at }: Act): PassageRange[] {
  if (passages.length === 0) return passages
  const here = at % passages.length
  const one = passages[here] as PassageRange
  const next = passages[here + 1]
  if (split) {
    const parts = splitAt(text, one, one.startCp + (at % (one.endCp - one.startCp + 1)))
    return 'refusal' in parts ? passages : passages.toSpliced(here, 1, parts.before, parts.after)
  }
  const joined = next && joinOf(text, one, next)
  return joined && 'startCp' in joined ? passages.toSpliced(here, 2, joined) : passages
}

test('however often a text is split and joined, its passages stand in order and leave out nothing but white space', () => {
  fc.assert(
    fc.property(anyText, acts, (text, all) => {
      const passages = all.reduce((now, act) => reshaped(text, now, act), passagesOf(text))
      let at = 0
      for (const { startCp, endCp, text: words } of passages) {
        expect(codePointSlice(text, at, startCp).trim()).toBe('')
        expect(codePointSlice(text, startCp, endCp)).toBe(words)
        expect(words).toBe(words.trim())
        expect(words).not.toBe('')
        at = endCp
      }
      expect(codePointSlice(text, at, codePointLength(text)).trim()).toBe('')
    }),
  )
})

test('what is split and joined again is what it was', () => {
  fc.assert(
    fc.property(anyText, fc.nat(200), (text, at) => {
      for (const passage of passagesOf(text)) {
        const parts = splitAt(text, passage, passage.startCp + at)
        if ('refusal' in parts) continue
        expect(joinOf(text, parts.after, parts.before)).toEqual(passage)
      }
    }),
  )
})

test('each side of a split has words', () => {
  const whole = { startCp: 0, endCp: 9 }
  expect(splitAt('Ja.   Nei', whole, 4)).toEqual({
    before: { startCp: 0, endCp: 3, text: 'Ja.' },
    after: { startCp: 6, endCp: 9, text: 'Nei' },
  })
  for (const at of [-5, 0, 9, 99])
    expect(splitAt('Ja.   Nei', whole, at)).toEqual({ refusal: 'nothing-on-one-side' })
})

test('only neighbours are joined, and not without end', () => {
  const text = 'En\nTo\nTre'
  const [one, two, three] = passagesOf(text) as [PassageRange, PassageRange, PassageRange]
  expect(joinOf(text, two, one)).toEqual({ startCp: 0, endCp: 5, text: 'En\nTo' })
  expect(joinOf(text, one, three)).toEqual({ refusal: 'not-beside-each-other' })
  expect(joinOf(text, { startCp: 0, endCp: 4 }, { startCp: 3, endCp: 5 })).toEqual({
    refusal: 'not-beside-each-other',
  })
  const long = `${'a'.repeat(5_000)}\n${'b'.repeat(5_000)}`
  expect(joinOf(long, { startCp: 0, endCp: 5_000 }, { startCp: 5_001, endCp: 10_001 })).toEqual({
    refusal: 'too-long',
  })
})

test('any words can be a passage of their own', () => {
  expect(spanOf('👍 ja og nei', { startCp: 1, endCp: 5 })).toEqual({ startCp: 2, endCp: 4, text: 'ja' })
  expect(spanOf('ja   nei', { startCp: 2, endCp: 4 })).toEqual({ refusal: 'nothing-chosen' })
  expect(spanOf('a'.repeat(9_000), { startCp: 0, endCp: 9_000 })).toEqual({ refusal: 'too-long' })
})

test('a passage is offered split where a sentence begins', () => {
  const text =
    '👍 Vi støtter målet. Fristen er for kort: den må flyttes.\nOg vi trenger mer tid til dette arbeidet enn så.'
  expect(placesToSplit(text).map(({ words }) => words)).toEqual([
    'Fristen er for kort: den må flyttes. …',
    'den må flyttes. Og vi trenger mer …',
    'Og vi trenger mer tid til dette …',
  ])
  for (const { atCp } of placesToSplit(text))
    expect(splitAt(text, { startCp: 0, endCp: codePointLength(text) }, atCp)).toHaveProperty('before')
  expect(placesToSplit('Bare én setning.')).toEqual([])
})

test('a place is told by its words, whatever the spaces and letters, if they stand there once', () => {
  const text = '👍 Vi støtter\nmålet (helt). Vi støtter fristen.'
  expect(placeOfWords(text, ' støtter   MÅLET (helt)')).toEqual({ startCp: 5, endCp: 25 })
  expect(placeOfWords(text, 'vi støtter')).toEqual({ refusal: 'words-twice' })
  expect(placeOfWords(text, 'motsatt')).toEqual({ refusal: 'words-not-found' })
  expect(placeOfWords(text, ' \n ')).toEqual({ refusal: 'words-missing' })
})

const tagging = (id: string, about: string, position: string | null = null) => ({
  ...{ id, about, position, taggedAt: new Date(Date.UTC(2026, 0, Number(id))) },
})
const ids = (outcome: { id: string }[] | { refusal: string }) =>
  'refusal' in outcome ? outcome.refusal : outcome.map(({ id }) => id)

test('joined, each theme stands once, with the position that was read', () => {
  expect(ids(taggingsTogether([tagging('2', 'a'), tagging('1', 'a'), tagging('3', 'b')]))).toEqual(['1', '3'])
  expect(ids(taggingsTogether([tagging('1', 'a'), tagging('2', 'a', 'against')]))).toEqual(['2'])
  expect(ids(taggingsTogether([tagging('1', 'a', 'supports'), tagging('2', 'a', 'against')]))).toBe(
    'positions-differ',
  )
})

test('no theme is lost or made when passages are put together', () => {
  const list = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 28 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(list, (given) => {
      const standing = given.map(([about, day]) => tagging(String(day), about))
      const together = taggingsTogether(standing)
      if ('refusal' in together) throw new Error(together.refusal)
      expect(together.map(({ about }) => about).sort()).toEqual(
        [...new Set(given.map(([about]) => about))].sort(),
      )
    }),
  )
})

test('what comes back has what it had, and what was added since, and not what the other had', () => {
  const standing = [tagging('1', 'own'), tagging('2', 'of-the-other'), tagging('3', 'since')]
  const had = new Set(['own', 'taken-away-since'])
  const any = new Set(['own', 'taken-away-since', 'of-the-other'])
  expect(ids(taggingsBack(standing, had, any))).toEqual(['1', '3'])
})

test('two flags are one flag, and a note that was on both parts is one note', () => {
  const at = new Date(0)
  const mark = (kind: string, text: string | null, by = 'x') => ({ kind, text, by, at })
  const [flag, note, other] = [mark('flag', null), mark('note', 'Ring dem'), mark('note', 'Ring dem', 'y')]
  expect(marksTogether([flag, note, { ...flag, by: 'y' }, { ...note }, other])).toEqual([flag, note, other])
})
