/** Where a word asked for stands in a text: which word, as the whole stem or in a compound, at which place. */
export type Occurrence = { readonly word: number; readonly whole: boolean; readonly at: number }

/** What a stem of a text is to the words asked for. */
export type Likeness = readonly { readonly word: number; readonly whole: boolean }[]

/** Which stems of a text are of interest: these and no others, those that begin so, and those that hold such a part. */
export type Sought = {
  readonly wholes: readonly string[]
  readonly beginnings: readonly string[]
  readonly parts: readonly string[]
}

/**
 * Finds stems in texts given as stems between spaces, in order. Looking for a few strings in each text costs a fraction
 * of taking every text apart.
 */
export function occurrencesOf(
  sought: Sought,
  likeness: (stem: string) => Likeness,
): (stems: string) => Occurrence[] {
  const parts = [...new Set(sought.parts)].filter(
    (part, _, all) => !all.some((other) => other !== part && part.includes(other)),
  )
  const pattern = patternOf(sought, parts)
  const known = new Map<string, Likeness>()
  const likenessOf = (stem: string) => {
    const before = known.get(stem) ?? likeness(stem)
    known.set(stem, before)
    return before
  }
  return (stems) => {
    const text = ` ${stems} `
    const starts: number[] = []
    for (const part of parts) {
      for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        starts.push(text.lastIndexOf(' ', at) + 1)
      }
    }
    if (pattern) {
      pattern.lastIndex = 0
      for (let at = pattern.exec(text); at; at = pattern.exec(text)) starts.push(at.index + 1)
    }
    if (starts.length === 0) return []
    const found: Occurrence[] = []
    let place = 0
    let from = 0
    for (const start of starts.length === 1 ? starts : [...new Set(starts)].sort((a, b) => a - b)) {
      for (let at = text.indexOf(' ', from + 1); at > 0 && at < start; at = text.indexOf(' ', at + 1)) place++
      from = start
      const stem = text.slice(start, text.indexOf(' ', start))
      for (const { word, whole } of likenessOf(stem)) found.push({ word, whole, at: place })
    }
    return found
  }
}

// One pattern with the space in front: an engine of patterns looks for a single letter fastest.
function patternOf({ wholes, beginnings }: Sought, parts: readonly string[]): RegExp | null {
  const others = [...new Set(wholes)].filter(
    (stem) => stem !== '' && !parts.some((part) => stem.includes(part)),
  )
  const choices = [
    ...(others.length > 0 ? [`(?:${others.map(escaped).join('|')})(?= )`] : []),
    ...beginnings.filter((beginning) => beginning !== '').map(escaped),
  ]
  return choices.length > 0 ? new RegExp(` (?:${choices.join('|')})`, 'g') : null
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
