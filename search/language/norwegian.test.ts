import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { norwegian } from './norwegian.ts'
import { verbForms, wordForms, wordPairs } from './norwegian-lists.ts'

const stem = (word: string) => norwegian(fold(word))

/** The regular forms of a word that both written forms have, by the endings its last letters allow. */
function definiteForms(word: string): string[] {
  return /[aeiouyæøå]$/.test(word) ? [`${word}n`] : [`${word}en`]
}

test.each(wordPairs)('%s and %s are one word', (bokmaal, nynorsk) => {
  expect(stem(nynorsk)).toBe(stem(bokmaal))
})

test('at least 400 words are written otherwise in nynorsk, each said once', () => {
  const written = wordPairs.map((pair) => pair.join('/'))
  expect(new Set(written).size).toBe(written.length)
  expect(wordPairs.length).toBeGreaterThanOrEqual(400)
  expect(wordPairs.filter(([bokmaal, nynorsk]) => bokmaal === nynorsk)).toEqual([])
})

test.each([...verbForms, ...wordForms])('%s has the forms %j', (word, forms) => {
  expect(forms.filter((form) => stem(form) !== stem(word))).toEqual([])
})

test('no form stands under two words', () => {
  const owner = new Map<string, string>()
  const twice: string[] = []
  for (const [word, forms] of [...verbForms, ...wordForms]) {
    for (const form of new Set([word, ...forms])) {
      const before = owner.get(form)
      if (before !== undefined && stem(before) !== stem(word)) twice.push(`${form}: ${before}, ${word}`)
      owner.set(form, word)
    }
  }
  expect(twice).toEqual([])
})
