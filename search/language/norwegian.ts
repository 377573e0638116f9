import { fold } from './fold.ts'
import { inflected } from './inflection.ts'
import {
  bokmaalParts,
  nounForms,
  nynorskPart,
  otherForms,
  verbForms,
  wholeForms,
  wordPairs,
} from './norwegian-lists.ts'

type Stems = ReadonlyMap<string, string>

const verbs = stemsOfForms(verbForms)
const nouns = stemsOfForms(nounForms)
const others = new Map([...stemsOfForms(otherForms), ...stemsOfForms(wholeForms, fold)])
// What a verb may begin with and still be inflected as the verb alone.
const prefixes: ReadonlySet<string> = new Set(
  `an av be bort del etter fast for fore forut fra frem gjen gjennom god igjen imøte inn inne ivare iverk klar kunn
   med mot mulig ned offentlig om opp opprett over på rede sam sammen synlig til tilbake tilrette tydelig under unn unna
   ut vare ved vedlike videre`
    .split(/\s+/)
    .map(fold),
)

const pairs: Stems = new Map(
  wordPairs
    .map(([bokmaal, nynorsk]) => [unpaired(fold(nynorsk)), unpaired(fold(bokmaal))] as const)
    .filter(([nynorsk, bokmaal]) => nynorsk !== bokmaal),
)

/**
 * What a folded Norwegian word is indexed under: the same for all its inflections, in bokmål and in nynorsk. It looks
 * like bokmål but need not be a word.
 */
export function norwegian(word: string): string {
  const stem = unpaired(word)
  return pairs.get(stem) ?? compound(stem, pairs) ?? stem
}

function unpaired(word: string): string {
  const known = irregular(word)
  if (known) return known
  const bokmaal = word
    .replace(nynorskPart, (part) => bokmaalParts.get(part) ?? part)
    // "forvaltning", "forvalting": one word, two ways to make it of a verb.
    .replace(/([^aeiouyn])ning/g, '$1ing')
  return irregular(bokmaal) ?? prefixed(bokmaal) ?? compound(bokmaal, nouns) ?? inflected(bokmaal)
}

function irregular(word: string): string | undefined {
  return verbs.get(word) ?? nouns.get(word) ?? others.get(word)
}

function prefixed(word: string): string | undefined {
  for (let at = 2; at < word.length - 1; at += 1) {
    const verb = verbs.get(word.slice(at))
    if (verb && prefixes.has(word.slice(0, at))) return word.slice(0, at) + verb
  }
  return undefined
}

/** A compound is written as its last part is, when that is long enough to be told from the end of another word. */
function compound(word: string, lasts: Stems): string | undefined {
  for (let at = 3; at <= word.length - 5; at += 1) {
    const last = lasts.get(word.slice(at))
    if (last) return word.slice(0, at) + last
  }
  return undefined
}

function stemsOfForms(
  list: readonly [string, string[]][],
  stemOf = (word: string) => inflected(fold(word)),
): Stems {
  return new Map(
    list.flatMap(([word, forms]) => {
      const stem = stemOf(word)
      return [word, ...forms].map((form) => [fold(form), stem] as const)
    }),
  )
}
