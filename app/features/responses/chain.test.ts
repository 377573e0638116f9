import { expect, test } from 'vitest'
import { aPagesEffort } from '../documents/word-changes.ts'
import {
  answersEarlierText,
  awaitsChange,
  type ChainChange,
  type ChainPlace,
  changesOf,
  drawChanges,
  placesByVersion,
} from './chain.ts'

const place = (id: string, version: number, nb: string, nn?: string): ChainPlace => ({
  ...{ id, strategy: 's', document: { slug: 'utkast', title: { nb: 'Utkast' } }, anchor: id },
  version: { number: version, title: { nb: `Utkast ${version}` }, publishedAt: new Date() },
  text: { nb, ...(nn && { nn }) },
})

const change = (
  kind: ChainChange['kind'],
  before: ChainPlace | null,
  after: ChainPlace | null,
): ChainChange => ({
  ...{ id: `${before?.id} ${after?.id}`, kind, before, after, version: null, note: null },
})

const draw = (...changes: ChainChange[]) => drawChanges(changes, 'nb', aPagesEffort())
const marked = (words: { kind: string; text: string }[]) =>
  words.map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}${text}`)).join('|')

test('a changed paragraph stands before and after, with what went out in one and what came in in the other', () => {
  const [drawn] = draw(
    change(
      'changed',
      place('a', 1, 'Kommunene skal bruke katalogen.'),
      place('b', 2, 'Kommunene kan bruke katalogen.'),
    ),
  )
  expect(marked(drawn?.before[0]?.words ?? [])).toBe('Kommunene |-skal| bruke katalogen.')
  expect(marked(drawn?.after[0]?.words ?? [])).toBe('Kommunene |+kan| bruke katalogen.')
})

test('places are told version by version, each once', () => {
  const [a, b, c] = [place('4.2', 2, 'A'), place('6.6', 1, 'B'), place('4.4', 2, 'C')]
  expect(placesByVersion([a, b, a, c])).toEqual([[a, c], [b]])
})

test('a new paragraph is all put in, one that is gone all taken out', () => {
  const [added, removed] = draw(
    change('added', null, place('b', 2, 'Nytt.')),
    change('removed', place('a', 1, 'Gammelt.'), null),
  )
  expect([added?.before, marked(added?.after[0]?.words ?? [])]).toEqual([[], '+Nytt.'])
  expect([removed?.after, marked(removed?.before[0]?.words ?? [])]).toEqual([[], '-Gammelt.'])
})

test('several changes from one paragraph are one that was split, several to one are merged', () => {
  const whole = place('a', 1, 'Læreren avgjør. Data slettes.')
  const parts = [place('b', 2, 'Læreren avgjør.'), place('c', 2, 'Data slettes.')]
  const split = draw(...parts.map((part) => change('changed', whole, part)))
  expect(split).toMatchObject([
    { kind: 'split', before: [{ place: whole }], after: parts.map((place) => ({ place })) },
  ])
  const merged = draw(...parts.map((part) => change('changed', part, whole)))
  expect(merged).toMatchObject([{ kind: 'merged', before: parts.map((place) => ({ place })) }])
})

test('what was only moved has no word marked', () => {
  const [drawn] = draw(change('moved', place('a', 1, 'Likt.'), place('b', 2, 'Likt.')))
  expect([marked(drawn?.before[0]?.words ?? []), marked(drawn?.after[0]?.words ?? [])]).toEqual([
    'Likt.',
    'Likt.',
  ])
})

test('two paragraphs are compared in a language both have', () => {
  const [drawn] = drawChanges(
    [change('changed', place('a', 1, 'Ikke nå.'), place('b', 2, 'Ikke ennå.', 'Ikkje enno.'))],
    'nn',
    aPagesEffort(),
  )
  expect(drawn?.after[0]).toMatchObject({ lang: 'nb', fallback: true })
})

test('only what promises a change and shows none waits for one', () => {
  const none = change('none', null, null)
  expect(awaitsChange([{ disposition: 'partly', changes: [] }])).toBe(true)
  expect(awaitsChange([{ disposition: 'not-followed', changes: [] }])).toBe(false)
  expect(awaitsChange([{ disposition: 'followed', changes: [none] }])).toBe(false)
  const others = { disposition: 'followed' as const, changes: [none] }
  expect(awaitsChange([others, { disposition: 'partly', changes: [] }])).toBe(false)
})

test('what two responses did to the same paragraph is told once', () => {
  const [before, after] = [place('a', 1, 'Før.'), place('b', 2, 'Etter.')]
  const [one, other] = [
    change('changed', before, after),
    { ...change('changed', before, after), id: 'other' },
  ]
  expect(changesOf([{ changes: [one] }, { changes: [other] }])).toHaveLength(1)
})

test('a response answers an earlier text when the finding was written anew after it', () => {
  const [before, after] = [new Date('2026-05-01'), new Date('2026-06-01')]
  expect(answersEarlierText({ writtenAt: after }, { publishedAt: before })).toBe(true)
  expect(answersEarlierText({ writtenAt: before }, { publishedAt: after })).toBe(false)
})
