const room = 50_000
const longest = 64

/** The same rule of a word, remembering its answers: texts say few words often. Forgets all of them when full. */
export function remembered<Answer>(rule: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const answer = rule(word)
    if (word.length > longest) return answer
    if (known.size >= room) known.clear()
    known.set(word, answer)
    return answer
  }
}
