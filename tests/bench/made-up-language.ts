import { chance, pick } from './chance.ts'

// The commonest words of any Norwegian text, the commonest first; the words behind them are made up.
const small =
  'og i er det som på til av for at en med de har å ikke den om et var fra kan skal vi men seg så ved eller må bli være disse hvor også'.split(
    ' ',
  )
const beginnings =
  'b br d dr f fl fr g gr h hj k kj kl kr kv l m n p pl r s sk skj sl sn sp st str t tr v'.split(' ')
const middles = 'a e i o u y æ ø å au ei øy'.split(' ')
const ends = 'd g k l ld ll m mn n nd ng nn r rd rg rk rn rs rt s sk st t tt v'.split(' ')
const nounEndings = ['', '', 'en', 'en', 'er', 'ene', 'et', 'ens', 'a']
const otherEndings = ['e', 'er', 'te', 'et', 'ig', 'ige', 'lig', 'lige', 'het', 'ing', 'ingen', 'else']

/**
 * A made-up language with the build of Norwegian: stems with endings, compounds, few words that are very common and very
 * many that are rare. Words stand by how common they are.
 */
export function madeUpWords(size: number, seed = 7): string[] {
  const next = chance(seed)
  const syllable = () => pick(beginnings, next) + pick(middles, next) + pick(ends, next)
  const stems = Array.from({ length: Math.ceil(size / 6) }, () =>
    next() < 0.5 ? syllable() : `${syllable()}${pick(middles, next)}${pick(ends, next)}`,
  )
  const words = new Set(small)
  while (words.size < size) {
    const stem = pick(stems, next)
    const kind = next()
    if (kind < 0.5) words.add(stem + pick(nounEndings, next))
    else if (kind < 0.75) words.add(stem + pick(otherEndings, next))
    else words.add(`${stem}${next() < 0.5 ? 's' : ''}${pick(stems, next)}${pick(nounEndings, next)}`)
  }
  // Short words are common, long ones rare; the small ones commonest of all.
  const made = [...words].slice(small.length)
  const rarity = new Map(made.map((word) => [word, word.length + next() * 12]))
  return [...small, ...made.sort((one, other) => (rarity.get(one) ?? 0) - (rarity.get(other) ?? 0))]
}

/** Draws words as often as their place in the list says: the n-th about 1/n as often as the first (Zipf). */
export function zipf(words: readonly string[], seed: number): () => string {
  const next = chance(seed)
  const upTo: number[] = []
  let sum = 0
  for (const at of words.keys()) {
    sum += 1 / (at + 2.7)
    upTo.push(sum)
  }
  return () => {
    const target = next() * sum
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  }
}
