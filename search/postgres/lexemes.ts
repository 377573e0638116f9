import { exactLexeme, type Token } from '../analyser.ts'

/** A lexeme as tsvector and tsquery text spell it. The only place where text becomes Postgres search syntax. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
}

/** The tsvector of a text: each word's stem and form as written, both at the word's place. */
export function tsvectorText(tokens: readonly Token[]): string {
  const places = new Map<string, number[]>()
  tokens.forEach((token, at) => {
    for (const lexeme of [token.stem, exactLexeme(token.exact)]) {
      const known = places.get(lexeme)
      if (known) known.push(at + 1)
      else places.set(lexeme, [at + 1])
    }
  })
  return Array.from(places, ([lexeme, at]) => `${quoteLexeme(lexeme)}:${at.join(',')}`).join(' ')
}
