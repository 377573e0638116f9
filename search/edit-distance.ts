const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')

/** Every way to spell a folded word with one letter wrong, missing or too many, or with two neighbours swapped. */
export function misspellingsOf(word: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
    for (const letter of letters) {
      found.add(before + letter + after)
      found.add(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  found.delete('')
  return [...found]
}

/** How many letters must be put in, taken out or changed to make one word the other; anything above `most` is most + 1. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const change = one.charAt(row - 1) === other.charAt(column - 1) ? 0 : 1
      current.push(
        Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + change),
      )
    }
    if (Math.min(...current) > most) return most + 1
    above = current
  }
  return Math.min(above[other.length] ?? 0, most + 1)
}

/** Whether one word is the other with two neighbouring letters swapped, which is one slip of the fingers. */
export function isSwapOf(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const at = one.split('').findIndex((_, place) => one.charAt(place) !== other.charAt(place))
  const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2)
  return at !== -1 && swapped === other
}

/**
 * A word in three pieces as patterns of LIKE: two letters wrong leave one of the pieces whole, so every word that is
 * two letters away fits one of them.
 */
export function piecesOf(word: string): string[] {
  const first = Math.floor(word.length / 3)
  const last = word.length - Math.floor((word.length - first) / 2)
  return [`${word.slice(0, first)}%`, `%${word.slice(first, last)}%`, `%${word.slice(last)}`]
}
