import { fold, stemsOf, wordsOf } from './analyser.ts'
import { FormsNoted, type FoundForms } from './found-forms.ts'
import { type Likeness, occurrencesOf } from './occurrences.ts'
import { stemOf, writtenAs } from './ranked-text.ts'
import type { QueryNode } from './tree.ts'

/**
 * A word a query asks for, for ranking: the stems it may stand as, or what they begin with, and its forms as asked for.
 * `typed` is the word itself where any form of it will do.
 */
export type RankedWord = {
  readonly stems: readonly string[]
  readonly forms: readonly string[]
  readonly typed?: string
  readonly beginning?: string
}

/** A document as ranking sees it: its words in order as `rankedText` writes them, and how many they are. */
export type RankedDocument = { readonly docKey: string; readonly stems: string; readonly wordCount: number }

/** A document to be ranked, and the input it is of. */
export type Rankable = RankedDocument & { readonly inputId: string }

/** What is known of a corpus: its documents, their mean length in words, and how many hold a lexeme. */
export type Rarity = {
  readonly documents: number
  readonly meanLength: number
  readonly holding: ReadonlyMap<string, number>
}

export type Scored = { readonly docKey: string; readonly score: number }

// BM25 (Robertson & Zaragoza 2009). Passages are short: saying a word once nearly says it all, so k1 is low.
const k1 = 0.5
const b = 0.5

/** What a word counts for where it only stands as part of a compound, or a part of it does: "skole" in "grunnskole". */
const partWeight = 0.4
const shortestPart = 5

/** What a word counts for beside this where it stands just as it was typed, and not only in another form. */
const formWeight = 0.3

/** What two of the words standing close together, in the order asked, count for beside the rarer of them. */
const closeness = 0.5
const closeWithin = 3

/** The words a query looks for in the text, in order; negated ones count for nothing. */
export function rankedWords(query: QueryNode): RankedWord[] {
  switch (query.kind) {
    case 'term':
      return query.field === 'sender' ? [] : wordsIn([query.text], query.match === 'inflected')
    case 'phrase':
      return query.field === 'sender' ? [] : wordsIn(query.words)
    case 'near':
      return wordsIn(query.words)
    case 'prefix':
      return query.field === 'sender' ? [] : [{ stems: [], forms: [], beginning: fold(query.text) }]
    case 'or': {
      // Words as written that stand for one another, such as the words a fuzzy one stood for, are one word.
      const words = query.children.flatMap(rankedWords)
      const same = query.children.every((child) => child.kind === 'term' && child.match === 'exact')
      return same ? [asOne(words)] : words
    }
    case 'and':
      return query.children.flatMap(rankedWords)
    default:
      return []
  }
}

/** The documents with their scores, the best first, equals in the order given; and the forms the words were found in. */
export type Ranking = { readonly scored: readonly Scored[]; readonly found: readonly FoundForms[] }

/** Puts documents in order by the words asked for. */
export function rank(
  documents: readonly RankedDocument[],
  words: readonly RankedWord[],
  rarity: Rarity,
): Ranking {
  const weights = words.map((word) => weightOf(word, rarity))
  const meanLength = rarity.meanLength || meanOf(documents)
  const find = finderOf(words)
  const noted = new FormsNoted(words)
  const scored = documents.map(({ docKey, stems, wordCount }) => {
    const seen = words.map(() => ({ ...unseen }))
    for (const { word, as, at, written } of find(stems)) {
      const own = seen[word]
      if (!own) continue
      if (as === 'part') own.part = true
      else {
        noted.note(word, written, docKey)
        own.times++
        own.form ||= as === 'form'
        own.lastAt = at
        const before = seen[word - 1]
        if (before && at - before.lastAt <= closeWithin && at > before.lastAt)
          own.close = Math.max(own.close, 1 / (at - before.lastAt))
      }
    }
    const length = 1 - b + (b * wordCount) / meanLength
    const score = seen.reduce((sum, { times, form, part, close }, at) => {
      const weight = weights[at] ?? 0
      if (times === 0) return part ? sum + weight * partWeight : sum
      const pair = close * closeness * Math.min(weight, weights[at - 1] ?? 0)
      return (
        sum + (weight * times * (k1 + 1)) / (times + k1 * length) + (form ? weight * formWeight : 0) + pair
      )
    }, 0)
    return { docKey, score }
  })
  return { scored: scored.sort((one, other) => other.score - one.score), found: noted.named() }
}

const unseen = { times: 0, form: false, part: false, lastAt: Number.NEGATIVE_INFINITY, close: 0 }

function wordsIn(texts: readonly string[], inAnyForm = false): RankedWord[] {
  return texts.flatMap(wordsOf).map(({ text }) => ({
    stems: stemsOf(text),
    forms: [fold(text)],
    ...(inAnyForm ? { typed: text } : {}),
  }))
}

function asOne(words: readonly RankedWord[]): RankedWord {
  const all = (of: (word: RankedWord) => readonly string[]) => [...new Set(words.flatMap(of))]
  return { stems: all(({ stems }) => stems), forms: all(({ forms }) => forms) }
}

// A beginning stands for words nobody has counted: it weighs as a word that every twentieth document holds.
function weightOf({ stems, beginning }: RankedWord, { documents, holding }: Rarity): number {
  const held =
    beginning === undefined ? Math.max(1, ...stems.map((stem) => holding.get(stem) ?? 0)) : documents / 20
  const all = Math.max(documents, held)
  return Math.log(1 + (all - held + 0.5) / (held + 0.5))
}

function meanOf(documents: readonly RankedDocument[]): number {
  return documents.reduce((sum, { wordCount }) => sum + wordCount, 0) / documents.length || 1
}

function finderOf(words: readonly RankedWord[]) {
  const stems = words.flatMap((word) => word.stems)
  const beginnings = words.flatMap(({ beginning }) => beginning ?? [])
  const sought = {
    wholes: [...stems, ...[...stems, ...beginnings].flatMap(partsOf)],
    beginnings,
    parts: stems.filter((stem) => stem.length >= shortestPart),
  }
  return occurrencesOf(sought, (written) => {
    const stem = stemOf(written)
    return words.flatMap((asked, word): Likeness[] => {
      if (isWhole(stem, asked)) return [{ word, as: isForm(written, stem, asked) ? 'form' : 'stem' }]
      return asked.stems.some((one) => isPart(stem, one) || isPart(one, stem)) ? [{ word, as: 'part' }] : []
    })
  })
}

function isForm(written: string, stem: string, { forms }: RankedWord): boolean {
  return forms.some((form) => writtenAs(stem, form) === written)
}

// What a word asked for begins or ends with, where that is long enough to stand for it in a text.
function partsOf(stem: string): string[] {
  const lengths = Array.from(
    { length: Math.max(0, stem.length - shortestPart) },
    (_, at) => at + shortestPart,
  )
  return lengths.flatMap((length) => [stem.slice(0, length), stem.slice(-length)])
}

function isWhole(stem: string, { stems, beginning }: RankedWord): boolean {
  if (beginning === undefined) return stems.includes(stem)
  return stem.startsWith(beginning) || (stem.length >= shortestPart && beginning.startsWith(stem))
}

function isPart(whole: string, part: string): boolean {
  return (
    part.length >= shortestPart && /\p{L}/u.test(part) && (whole.startsWith(part) || whole.endsWith(part))
  )
}
