import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adoptionObstacle, adoptionRefusal, canonicalAdoptedText, isDay } from './adoption.ts'

const adopted = {
  document: { nn: 'Plan for leseløftet', nb: 'Plan for leseløftet' },
  version: { nb: 'Vedtatt plan' },
  adoptedBy: { nb: 'utdanningsdirektøren' },
  adoptedOn: '2023-03-06',
  blocks: [
    { kind: 'heading', anchor: '1', text: { nb: 'Mål' } },
    { kind: 'paragraph', anchor: '1.1', text: { nn: 'Alle les.', nb: 'Alle leser «mer».\nHver dag.' } },
  ],
}
const ready = { publishedAt: new Date(0), adoptedAt: null, blocks: 2, adoptedLater: false }
const decision = { title: { nb: 'Vedtatt plan' }, by: { nb: 'direktøren' }, on: '2023-03-06' }

test('the canonical text is exactly what the format says', () => {
  expect(canonicalAdoptedText(adopted)).toBe(
    '{"adoptedBy":{"nb":"utdanningsdirektøren"},"adoptedOn":"2023-03-06","blocks":[' +
      '{"anchor":"1","kind":"heading","text":{"nb":"Mål"}},' +
      '{"anchor":"1.1","kind":"paragraph","text":{"nb":"Alle leser «mer».\\nHver dag.","nn":"Alle les."}}],' +
      '"document":{"nb":"Plan for leseløftet","nn":"Plan for leseløftet"},' +
      '"format":"innspill-adopted-text-1","version":{"nb":"Vedtatt plan"}}',
  )
})

test('the order in which languages happen to be stored changes nothing; a language without words is none', () => {
  const languages = fc.shuffledSubarray(['nb', 'nn', 'en', 'sv'] as const, { minLength: 1 })
  fc.assert(
    fc.property(languages, fc.string({ minLength: 1 }), (order, words) => {
      const text = Object.fromEntries(order.map((lang) => [lang, words]))
      const turned = Object.fromEntries([...order].reverse().map((lang) => [lang, words]))
      const one = canonicalAdoptedText({ ...adopted, document: text })
      expect(canonicalAdoptedText({ ...adopted, document: turned })).toBe(one)
      const more = { ...turned, ...(order.includes('sv') ? {} : { sv: '' }) }
      expect(canonicalAdoptedText({ ...adopted, document: more })).toBe(one)
    }),
  )
})

test('whatever is changed in the words, their order, kind or address, or in the decision changes the canonical text', () => {
  const [heading, paragraph] = adopted.blocks
  const texts = [
    adopted,
    { ...adopted, document: { nb: 'Plan' } },
    { ...adopted, version: { nb: 'Plan' } },
    { ...adopted, adoptedBy: { nb: 'styret' } },
    { ...adopted, adoptedOn: '2023-03-07' },
    { ...adopted, blocks: adopted.blocks.slice(1) },
    { ...adopted, blocks: [...adopted.blocks].reverse() },
    ...(heading && paragraph
      ? [
          { ...adopted, blocks: [heading, { ...paragraph, kind: 'ambition' }] },
          { ...adopted, blocks: [heading, { ...paragraph, anchor: '1.2' }] },
          { ...adopted, blocks: [heading, { ...paragraph, text: { nb: 'Alle leser mer. Hver dag.' } }] },
        ]
      : []),
  ].map(canonicalAdoptedText)
  expect(new Set(texts).size).toBe(10)
})

test('only a published version with text is adopted, once, and never behind a later adopted one', () => {
  expect(adoptionObstacle(ready)).toBe(null)
  expect(adoptionObstacle({ ...ready, publishedAt: null })).toBe('not-published')
  expect(adoptionObstacle({ ...ready, adoptedAt: new Date(0) })).toBe('already-adopted')
  expect(adoptionObstacle({ ...ready, blocks: 0 })).toBe('no-text')
  expect(adoptionObstacle({ ...ready, adoptedLater: true })).toBe('later-adopted')
})

test('a decision has a name, somebody who made it and a day that has come', () => {
  expect(adoptionRefusal(ready, decision, '2023-03-06')).toBe(null)
  expect(adoptionRefusal(ready, decision, '2023-03-05')).toBe('day-in-future')
  expect(adoptionRefusal(ready, { ...decision, by: {} }, '2023-03-06')).toBe('adopter-missing')
  expect(adoptionRefusal(ready, { ...decision, title: {} }, '2023-03-06')).toBe('title-missing')
  expect(adoptionRefusal(ready, { ...decision, on: '6.3.2023' }, '2023-03-06')).toBe('not-a-day')
  expect(adoptionRefusal({ ...ready, publishedAt: null }, decision, '2023-03-06')).toBe('not-published')
})

test('a day is one that the calendar has', () => {
  expect(['2024-02-29', '1999-12-31'].every(isDay)).toBe(true)
  const none = ['2023-02-29', '2023-13-01', '0023-03-06', '2023-3-6', '2023-03-06T00:00', '', '9999-01-01']
  expect(none.some(isDay)).toBe(false)
})
