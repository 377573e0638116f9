import type { SearchDocument } from '#search/document.ts'
import { chance, pick } from './chance.ts'
import { benchDocument, numberedId } from './documents.ts'
import { madeUpWords, zipf } from './made-up-language.ts'

export const words = madeUpWords(60_000)
export const strategyIds = [1, 2, 3].map((number) => numberedId(1, number))
const kinds = ['municipality', 'municipality', 'municipality', 'county', 'network', 'organisation', 'person']
const questions = 40
const senders = 357
const counties = 15
const themes = 24

/** Passages as after a large consultation: 357 senders in 15 counties, 40 questions, themes, three strategies. */
export function speedCorpus(size: number): SearchDocument[] {
  const next = chance(11)
  const draw = zipf(words, 13)
  return Array.from({ length: size }, (_, number) => {
    const sender = Math.floor(next() * senders)
    const strategy = next() < 0.6 ? 0 : next() < 0.75 ? 1 : 2
    const input = strategy * senders + sender
    return benchDocument(number, {
      body: passage(draw, next),
      strategyId: strategyIds[strategy] ?? '',
      roundId: numberedId(2, strategy),
      questionId: numberedId(3, strategy * questions + Math.floor(next() * questions)),
      inputId: numberedId(4, input),
      versionId: numberedId(5, input),
      organisationId: numberedId(6, sender),
      organisationKind: pick(kinds, next),
      countyNumber: String(1 + (sender % counties)).padStart(2, '0'),
      lang: sender % 6 === 0 ? 'nn' : 'nb',
      themeIds: Array.from({ length: Math.floor(next() * 4) }, () =>
        numberedId(8, Math.floor(next() ** 2 * themes)),
      ),
      // Whole inputs arrive, so their passages share a moment; most come in the last days.
      submittedAt: new Date(Date.UTC(2030, 2, 31) - Math.floor(((input * 7919) % 1071) ** 1.5) * 60_000),
    })
  })
}

function passage(draw: () => string, next: () => number): string {
  const length = 30 + Math.floor(next() * 70)
  const sentences: string[] = []
  for (let left = length; left > 0; ) {
    const size = Math.min(left, 6 + Math.floor(next() * 14))
    const [first = '', ...rest] = Array.from({ length: size }, draw)
    sentences.push(`${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')}.`)
    left -= size
  }
  return sentences.join(' ')
}
