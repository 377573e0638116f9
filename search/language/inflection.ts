/** The shortest stem an ending may leave. */
const shortest = 3

const endings =
  /(?:ernes|erne|andes|endes|ande|ende|enes|anes|ene|ane|ens|ets|ers|erte|ert|aste|ast|er|ar|en|et|es|a|e)$/
const furtherEndings = /(?:er|ar|en|et|a|e)$/

// What ends like an inflection and is none: nothing of this may go.
const whole =
  /(?:(?:^|ut|for|inn|over|ned|opp|til|bort)kast|(?:^|be|over|av|ned|opp|p)last|kontrast|siast|gymnast|fast|ballast)$/
const withS = /(?:^krets|^prins|klips|^sats|els)$/
// Words in -a and -o that take an ending after it. Elsewhere "ae" and "oe" are one letter, spelt out.
const inVowel =
  /(?:klima|tema|skjema|data|firma|kollega|agenda|drama|arena|trauma|kamera|skala|propaganda|video|radio|studio|foto|konto|logo|risiko|tempo|scenario)$/
const law = /^(.*..lov)(?:a|ane|ens?|ene|enes|er|ar|s)?$/

/**
 * A folded Norwegian word without its inflection, bokmål's and nynorsk's alike. Endings go until none is left, so that
 * "lærer", "læreren" and "lærarane" meet, which one round does not do. What makes a new word of a word ("-het", "-lig",
 * "-lov") stays: the Education Act is not education.
 */
export function inflected(word: string): string {
  if (word.length <= shortest) return word
  const act = law.exec(word)?.[1]
  if (act) return act
  let stem = withoutEnding(word, endings)
  if (stem === word) stem = withoutS(word)
  for (let before = ''; before !== stem; ) {
    before = stem
    stem = withoutEnding(stem, furtherEndings)
    if (stem.length > 5) stem = withoutS(stem)
  }
  return levelled(stem)
}

function withoutEnding(word: string, endings: RegExp): string {
  if (whole.test(word)) return word
  // The longest ending may reach too far into the word; then a shorter one is tried.
  for (let at = shortest; at < word.length; at += 1) {
    const found = endings.exec(word.slice(at))
    if (!found) return word
    const stem = word.slice(0, at + found.index)
    if (/[aeiouy]/.test(stem) && !splitsLetter(stem, found[0])) return stem
    at += found.index
  }
  return word
}

function splitsLetter(stem: string, ending: string): boolean {
  return (
    (/[ao]$/.test(stem) && ending.startsWith('e') && !inVowel.test(stem)) ||
    (stem.endsWith('a') && ending.startsWith('a'))
  )
}

// A genitive or a passive; after other letters an s belongs to the word.
function withoutS(word: string): string {
  if (word.length < 5 || withS.test(word)) return word
  return /(?:[bcdfghjlmnoprtvyz]|[^aeiouy]k)s$/.test(word) ? word.slice(0, -1) : word
}

/** The same stem before different endings, written the same: "ungdomm(er)", "middel/midl(er)", "digitalt". */
function levelled(stem: string): string {
  let level = stem
    .replace(/(foer|hoer|kjoer|laer|stem|doem|gloem)d$/, '$1')
    .replace(/([dv])t$/, '$1')
    .replace(/([ie]g)s?t$/, '$1')
  if (level.length >= 5)
    level = level
      .replace(/mm$/, 'm')
      .replace(/mt$/, 'm')
      .replace(/(?<!he)vd$/, 'v')
  if (level.length >= 6)
    level = level
      .replace(/([rlkp])t$/, '$1')
      .replace(/ll$/, 'l')
      .replace(/ium$/, 'i')
  if (level.length >= 8) level = level.replace(/(?<!h)els$/, '')
  if (level.length >= 4) level = level.replace(/([gkvdt])j$/, '$1')
  if (level.length >= 5) level = level.replace(/leg$/, 'lig').replace(/heit$/, 'het')
  if (level.length >= 5 && !level.endsWith('handel'))
    level = level.replace(/([^aeiouy])\1?el$/, '$1l').replace(/tr$/, 't')
  return level
}
