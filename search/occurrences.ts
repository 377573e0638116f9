/** What a word of a text is to one of the words asked for: the same form, another form of it, or akin in a compound. */
export type Likeness = { readonly word: number; readonly as: 'form' | 'stem' | 'part' }

/** Where a word asked for stands in a text, and as it is written there. */
export type Occurrence = Likeness & { readonly at: number; readonly written: string }

/** Which stems of a text are of interest: these and no others, those that begin so, and those that hold such a part. */
export type Sought = {
  readonly wholes: readonly string[]
  readonly beginnings: readonly string[]
  readonly parts: readonly string[]
}

/**
 * Finds words in texts written for ranking. Looking for a few strings in each text costs a fraction of taking every text
 * apart.
 */
export function occurrencesOf(
  sought: Sought,
  likeness: (word: string) => readonly Likeness[],
): (text: string) => Occurrence[] {
  const parts = [...new Set(sought.parts)].filter(
    (part, _, all) => !all.some((other) => other !== part && part.includes(other)),
  )
  const pattern = patternOf(sought, parts)
  const known = new Map<string, readonly Likeness[]>()
  const likenessOf = (word: string) => {
    const before = known.get(word) ?? likeness(word)
    known.set(word, before)
    return before
  }
  return (words) => {
    const text = ` ${words} `
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
      const word = text.slice(start, text.indexOf(' ', start))
      for (const like of likenessOf(word)) found.push({ ...like, at: place, written: word })
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
    ...(others.length > 0 ? [`(?:${others.map(escaped).join('|')})(?=[ ~=])`] : []),
    ...beginnings.filter((beginning) => beginning !== '').map(escaped),
  ]
  return choices.length > 0 ? new RegExp(` (?:${choices.join('|')})`, 'g') : null
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
