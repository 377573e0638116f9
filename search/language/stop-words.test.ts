import { expect, test } from 'vitest'
import { isStopWord } from './stop-words.ts'

test('words that only build a question are left out, in any case and spelling', () => {
  for (const word of ['Hva', 'kva', 'hvordan', 'korleis', 'vad', 'what', 'mikä', 'OG', 'är', 'för', 'foer'])
    expect([word, isStopWord(word)]).toEqual([word, true])
})

test('negations and words of substance are kept', () => {
  for (const word of ['ikke', 'ikkje', 'inte', 'not', 'ei', 'ingen', 'uten', 'utan', 'skole', 'mange'])
    expect([word, isStopWord(word)]).toEqual([word, false])
})
