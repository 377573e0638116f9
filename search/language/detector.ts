import { markerForms, markerWords } from './marker-words.ts'
import { wordPairs } from './norwegian-lists.ts'
import { wordsOf } from './words.ts'

/** The written language of a text; not sure when the text speaks for another language than the one given, too faintly. */
export type DetectedLanguage = { readonly lang: string; readonly sure: boolean }

const clear = 3

// Both written forms allow "fram", "veg" and the like.
const inBoth = /fram|veg|bein|rein|grein|leik|ei[lnrst]|aft|daud|raud|laus/
const pairs: Readonly<Record<string, readonly string[]>> = {
  nb: wordPairs.filter(([, nynorsk]) => !inBoth.test(nynorsk)).map(([bokmaal]) => bokmaal),
  nn: wordPairs.map(([, nynorsk]) => nynorsk).filter((nynorsk) => !inBoth.test(nynorsk)),
}

const markers: readonly (readonly [string, ReadonlySet<string>])[] = Object.entries(markerWords).map(
  ([lang, list]) => [lang, new Set([...list.trim().split(/\s+/), ...(pairs[lang] ?? [])])],
)

/**
 * The language of a text. The one declared, usually the sender's, holds until the text speaks clearly for another: at
 * least two words of the other, and three for each of the one declared, so that a quotation does not turn a text. A
 * text that says nothing is as its sender, or as the text it is part of.
 */
export function detectLanguage(text: string, declared: string, declaredSure = true): DetectedLanguage {
  const spoken = wordsOf(text).map(({ text: word }) => languagesOf(word))
  const others = markers
    .map(([lang]) => lang)
    .filter((lang) => lang !== declared)
    .map((lang) => ({
      lang,
      other: spoken.filter((langs) => langs.has(lang) && !langs.has(declared)).length,
      own: spoken.filter((langs) => langs.has(declared) && !langs.has(lang)).length,
    }))
  const [rival] = others.toSorted((a, b) => b.other - b.own - (a.other - a.own) || b.other - a.other)
  if (!rival) return { lang: declared, sure: declaredSure }
  if (rival.other >= 2 && rival.other >= clear * rival.own) return { lang: rival.lang, sure: true }
  if (rival.other === 0 && rival.own === 0) return { lang: declared, sure: declaredSure }
  return { lang: declared, sure: rival.own >= clear * rival.other }
}

function languagesOf(word: string): ReadonlySet<string> {
  const langs = new Set(markers.flatMap(([lang, words]) => (words.has(word) ? [lang] : [])))
  if (langs.size === 0) for (const [lang, form] of markerForms) if (form.test(word)) langs.add(lang)
  return langs
}
