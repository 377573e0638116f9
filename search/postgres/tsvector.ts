import type { Lexemes } from '../lexemes.ts'

/** A lexeme as tsvector and tsquery text spell it. The only place where text becomes Postgres search syntax. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
}

/** The tsvector of a document: its lexemes with their places, a keyword without. */
export function tsvectorText(lexemes: Lexemes): string {
  return Array.from(
    lexemes,
    ([lexeme, at]) => quoteLexeme(lexeme) + (at.length > 0 ? `:${at.join(',')}` : ''),
  ).join(' ')
}
