import { expect, test } from 'vitest'
import { stemsOf, tokensOf } from '../analyser.ts'
import { fold } from './fold.ts'
import { norwegian } from './norwegian.ts'
import { nounForms, otherForms, pairsIn, verbForms, wholeForms, wordPairs } from './norwegian-lists.ts'
import { nounPairs, otherPairs, verbPairs } from './word-pairs.ts'

const stem = (word: string) => norwegian(fold(word))
const finds = (asked: string, written: string, lang: string) =>
  stemsOf(asked).includes(tokensOf(written, lang)[0]?.stem ?? '')
const forms = [...verbForms, ...nounForms, ...otherForms, ...wholeForms]

/** The first of the rules that fits a word gives its endings, the last e of the word gone. */
const inflect = (word: string, rules: readonly (readonly [RegExp, string])[]) => {
  const endings = rules.find(([end]) => end.test(word))?.[1].split(' ') ?? []
  return endings.map((ending) => `${word.replace(/e$/, '')}${ending}`)
}

const ofNouns = [
  [/(?:ar|nad|skap)$/, 'en ar ane'],
  [/ing$/, 'a ar ane en er ene'],
  [/heit$/, 'a er ene'],
  [/er$/, 'en e ne ens'],
  [/(?:het|else|sjon)$/, 'en er ene'],
  [/(?<!sl|nd|auk)e$/, 'a er ene'],
] as const
const ofVerbs = [[/[^aeiouyæøå]e$/, 'er es ast']] as const
const ofAdjectives = [[/[ie]g$/, 'e ere are']] as const

/** The regular inflections of a list's pairs, and those of them that do not share a stem. */
function inflected(list: string, rules: readonly (readonly [RegExp, string])[]) {
  const irregular = verbForms.map(([word]) => word)
  const all = pairsIn(list)
    .filter(([bokmaal]) => !irregular.some((word) => bokmaal.endsWith(word)))
    .flatMap((pair) => pair.flatMap((word) => inflect(word, rules)).map((form) => [pair[0], form] as const))
  return { all, stray: all.filter(([word, form]) => stem(form) !== stem(word)).map(String) }
}

test('asked in bokmål one finds nynorsk, and the other way round, for every pair of the list', () => {
  const missed = wordPairs.filter(
    ([bokmaal, nynorsk]) => !finds(bokmaal, nynorsk, 'nn') || !finds(nynorsk, bokmaal, 'nb'),
  )
  expect(missed).toEqual([])
})

test('the list has at least 400 pairs, each once, and none of the same word twice', () => {
  expect(wordPairs.length).toBeGreaterThanOrEqual(400)
  expect(new Set(wordPairs.map((pair) => pair.join('/'))).size).toBe(wordPairs.length)
  expect(wordPairs.filter(([bokmaal, nynorsk]) => bokmaal === nynorsk)).toEqual([])
})

test.each([
  ['nouns', nounPairs, ofNouns, 1_000],
  ['verbs', verbPairs, ofVerbs, 250],
  ['adjectives', otherPairs, ofAdjectives, 300],
] as const)('%s of the list meet in their regular inflections too', (_, list, rules, atLeast) => {
  const { all, stray } = inflected(list, rules)
  expect(stray).toEqual([])
  expect(all.length).toBeGreaterThanOrEqual(atLeast)
})

test('every form of an irregular word is found by every other', () => {
  const stray = forms.flatMap(([word, others]) =>
    others.filter((form) => stem(form) !== stem(word)).map((form) => `${word}: ${form}`),
  )
  expect(stray).toEqual([])
})

test('no form stands under two words', () => {
  const owner = new Map<string, string>()
  const twice = forms.flatMap(([word, others]) =>
    [word, ...others].flatMap((form) => {
      const before = owner.get(form)
      owner.set(form, word)
      return before !== undefined && stem(before) !== stem(word) ? [`${form}: ${before}, ${word}`] : []
    }),
  )
  expect(twice).toEqual([])
})

test('a compound is found whichever written form its parts are in', () => {
  for (const [bokmaal, nynorsk] of [
    ['skoleeier', 'skuleeigar'],
    ['høringsfristen', 'høyringsfristen'],
    ['virksomhetsplan', 'verksemdsplan'],
    ['brukermedvirkning', 'brukarmedverknad'],
    ['hjemmetjenester', 'heimetenester'],
    ['forvaltningslovens', 'forvaltingslova'],
    ['lærerutdanningen', 'lærarutdanninga'],
    ['vannforsyningen', 'vassforsyninga'],
  ] as const)
    expect([bokmaal, stem(bokmaal)]).toEqual([bokmaal, stem(nynorsk)])
})

test('a word may be asked for with å, ø and æ spelt out', () => {
  expect(stem('hoeyringar')).toBe(stem('høring'))
  expect(stem('raadgjevar')).toBe(stem('rådgiver'))
})

test('a query word stands under at most five stems', () => {
  for (const [bokmaal, nynorsk] of wordPairs)
    for (const word of [bokmaal, nynorsk]) expect(stemsOf(word).length).toBeLessThanOrEqual(5)
})
