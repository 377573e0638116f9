import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { norwegian } from './norwegian.ts'
import { nounForms, otherForms, verbForms, wordPairs } from './norwegian-lists.ts'

const stem = (word: string) => norwegian(fold(word))

test.each(wordPairs)('%s and %s are one word', (bokmaal, nynorsk) => {
  expect(stem(nynorsk)).toBe(stem(bokmaal))
})

test('at least 400 words are written otherwise in nynorsk, each said once', () => {
  const written = wordPairs.map((pair) => pair.join('/'))
  expect(new Set(written).size).toBe(written.length)
  expect(wordPairs.length).toBeGreaterThanOrEqual(400)
  expect(wordPairs.filter(([bokmaal, nynorsk]) => bokmaal === nynorsk)).toEqual([])
})

test.each([...verbForms, ...nounForms, ...otherForms])('%s has the forms %j', (word, forms) => {
  expect(forms.filter((form) => stem(form) !== stem(word))).toEqual([])
})

test('no form stands under two words', () => {
  const owner = new Map<string, string>()
  const twice: string[] = []
  for (const [word, forms] of [...verbForms, ...nounForms, ...otherForms]) {
    for (const form of new Set([word, ...forms])) {
      const before = owner.get(form)
      if (before !== undefined && stem(before) !== stem(word)) twice.push(`${form}: ${before}, ${word}`)
      owner.set(form, word)
    }
  }
  expect(twice).toEqual([])
})
