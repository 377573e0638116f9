/** The words of a text in lower case, signs left out. */
export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** How much a word tells: much when few blocks use it, little when most do. */
export type WordWeight = (word: string) => number

/** A block's words with how often each stands there, and what they weigh together. */
export type Bag = { counts: ReadonlyMap<string, number>; weight: number }

/** Weighs words by how many of the texts use them. A word that none uses weighs most. */
export function weighWords(texts: readonly (readonly string[])[]): WordWeight {
  const uses = new Map<string, number>()
  for (const words of texts) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + texts.length / (uses.get(word) ?? 1))
}

/** A block's words, counted and weighed. */
export function bagOf(words: readonly string[], weightOf: WordWeight): Bag {
  const counts = new Map<string, number>()
  let weight = 0
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
    weight += weightOf(word)
  }
  return { counts, weight }
}

/** What two bags have in common. */
export function sharedWeight(one: Bag, other: Bag, weightOf: WordWeight): number {
  const [fewer, more] = one.counts.size < other.counts.size ? [one, other] : [other, one]
  let shared = 0
  for (const [word, count] of fewer.counts)
    shared += Math.min(count, more.counts.get(word) ?? 0) * weightOf(word)
  return shared
}

/** Dice's measure on weighed words: 1 for the same words in any order, 0 for none in common. */
export function resemblance(one: Bag, other: Bag, weightOf: WordWeight): number {
  const both = one.weight + other.weight
  return both === 0 ? 0 : (2 * sharedWeight(one, other, weightOf)) / both
}

/** What is left of a bag when the words of others are taken out of it. */
export function remainder(bag: Bag, taken: readonly Bag[], weightOf: WordWeight): Bag {
  const counts = new Map<string, number>()
  let weight = 0
  for (const [word, count] of bag.counts) {
    const left = count - taken.reduce((sum, other) => sum + (other.counts.get(word) ?? 0), 0)
    if (left <= 0) continue
    counts.set(word, left)
    weight += left * weightOf(word)
  }
  return { counts, weight }
}

/** More blocks than this with a word or a pair of words, and it points nowhere in particular. */
const mostUses = 40

/** Most blocks worth a closer look for one block. */
const mostCandidates = 12

const traitsOf = (words: readonly string[]) =>
  new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])

/**
 * Finds the blocks that have most rare words and pairs of words in common with another. Looking up instead of
 * comparing all with all is what keeps two versions of 2,000 blocks within reach.
 */
export function indexOfTraits(texts: readonly (readonly string[])[]) {
  const places = new Map<string, number[]>()
  texts.forEach((words, at) => {
    for (const trait of traitsOf(words)) {
      const known = places.get(trait)
      if (known) known.push(at)
      else places.set(trait, [at])
    }
  })
  return (words: readonly string[]): number[] => {
    const hits = new Map<number, number>()
    for (const trait of traitsOf(words)) {
      const at = places.get(trait)
      if (!at || at.length > mostUses) continue
      for (const place of at) hits.set(place, (hits.get(place) ?? 0) + 1 / at.length)
    }
    return [...hits]
      .sort(([a, one], [b, other]) => other - one || a - b)
      .slice(0, mostCandidates)
      .map(([place]) => place)
  }
}
