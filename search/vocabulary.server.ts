import { sql } from 'drizzle-orm'
import { searchVocabulary } from '#db/schema/index.ts'
import { exactLexeme, tokensOf } from './analyser.ts'
import type { Database } from './database.server.ts'
import type { SearchDocument } from './document.ts'

/** Sees to it that every word of these documents stands in the vocabulary of their audience. */
export async function learnWords(db: Database, docs: readonly SearchDocument[]): Promise<void> {
  const rows = new Map<string, { audience: string; lexeme: string; stem: string }>()
  for (const { audience, body, lang } of docs) {
    for (const { stem, exact } of tokensOf(body, lang)) {
      rows.set(`${audience} ${stem}`, { audience, lexeme: stem, stem: '' })
      rows.set(`${audience} ${exactLexeme(exact)} ${stem}`, { audience, lexeme: exactLexeme(exact), stem })
    }
  }
  if (rows.size === 0) return
  await db.execute(sql`
    insert into ${searchVocabulary} (audience, lexeme, stem)
    select audience, lexeme, stem from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::text::jsonb)
      as d(audience text, lexeme text, stem text)
    order by audience, lexeme collate "C", stem collate "C"
    on conflict do nothing`)
}

/** What is known of an audience's documents: their number, their mean length in words, and how many hold a lexeme. */
export type Rarity = {
  readonly documents: number
  readonly meanLength: number
  readonly holding: ReadonlyMap<string, number>
}

/** How rare these lexemes are among an audience's documents, as last counted. */
export async function rarityOf(db: Database, audience: string, lexemes: readonly string[]): Promise<Rarity> {
  const rows = await db.execute<{ lexeme: string | null; documents: number; mean_length: number }>(sql`
    select null as lexeme, documents, mean_length from search_corpora where audience = ${audience}
    union all
    select lexeme, max(documents), 0 from ${searchVocabulary}
    where audience = ${audience} and lexeme in (select jsonb_array_elements_text(${JSON.stringify([...new Set(lexemes)])}::text::jsonb))
    group by lexeme`)
  const corpus = rows.find(({ lexeme }) => lexeme === null)
  return {
    documents: Number(corpus?.documents ?? 0),
    meanLength: Number(corpus?.mean_length ?? 0),
    holding: new Map(
      rows.flatMap(({ lexeme, documents }) => (lexeme === null ? [] : [[lexeme, Number(documents)]])),
    ),
  }
}
