import { wordsOf } from '#search/analyser.ts'
import type { SearchDocument } from '#search/document.ts'
import type { TypedQuery } from '#search/tree.ts'
import { chance, pick } from './chance.ts'
import { words } from './speed-corpus.ts'

/** What is asked: a mix of every kind; words as people search for; words with a letter wrong, and the same as written. */
export type SpeedQueries = {
  readonly mix: readonly TypedQuery[]
  readonly usual: readonly TypedQuery[]
  readonly fuzzy: readonly TypedQuery[]
  readonly exact: readonly TypedQuery[]
  readonly commonest: TypedQuery
}

const word = (text: string): TypedQuery => ({ kind: 'term', text, match: 'inflected' })
const both = (...children: TypedQuery[]): TypedQuery => ({ kind: 'and', children })
const any = (...children: TypedQuery[]): TypedQuery => ({ kind: 'or', children })

/** Words of three degrees of rarity, alone and together; phrases as they stand in the texts; beginnings; negations. */
export function speedQueries(docs: readonly SearchDocument[]): SpeedQueries {
  const next = chance(17)
  const among = (from: number, to: number) => () => pick(words.slice(from, to), next)
  const common = among(40, 120)
  const middling = among(120, 1_000)
  const rare = among(2_000, 20_000)
  const times = (count: number, make: () => TypedQuery) => Array.from({ length: count }, make)
  const usual = times(15, () => word(middling()))
  const longer = among(300, 1_500)
  const fuzzy = Array.from({ length: 15 }, () => {
    let text = longer()
    while (text.length < 5) text = longer()
    return text
  })
  return {
    mix: [
      ...times(8, () => word(common())),
      ...usual,
      ...times(8, () => word(rare())),
      ...times(8, () => both(word(common()), word(common()))),
      ...times(6, () => both(word(common()), word(middling()))),
      ...times(4, () => both(word(common()), word(common()), word(middling()))),
      ...times(6, () => any(word(middling()), word(middling()))),
      ...times(4, () => both(word(middling()), { kind: 'not', child: word(common()) })),
      ...times(8, () => ({ kind: 'phrase', words: neighbours(pick(docs, next).body, next), match: 'exact' })),
      ...times(4, () => ({ kind: 'prefix', text: middling().slice(0, 4) })),
    ],
    usual,
    fuzzy: fuzzy.map((text) => ({ kind: 'fuzzy', text })),
    exact: fuzzy.map((text) => ({ kind: 'term', text, match: 'exact' })),
    commonest: word(words[0] ?? ''),
  }
}

function neighbours(text: string, next: () => number): string[] {
  const all = wordsOf(text).map((found) => found.text)
  const at = Math.floor(next() * (all.length - 1))
  return all.slice(at, at + 2)
}
