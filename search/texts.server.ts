import { type SQL, sql } from 'drizzle-orm'
import { searchDocuments } from '#db/schema/index.ts'
import type { Database } from './database.server.ts'
import type { FoundForms } from './found-forms.ts'
import { spansOf } from './highlight.ts'
import type { AccessScope, Expansion, SearchHit } from './port.ts'
import { scopeCondition } from './postgres/conditions.server.ts'
import type { Rankable, Scored } from './ranking.ts'
import { spellingIn } from './spelling.ts'
import type { QueryNode } from './tree.ts'

// Read under the scope again, whatever the engine said: what was withdrawn a moment ago falls out here.
/** What ranking needs of these documents, in the order of the keys. */
export async function listRankable(
  db: Database,
  keys: readonly string[],
  scope: AccessScope,
): Promise<Rankable[]> {
  if (keys.length === 0) return []
  const rows = await db.execute<{ doc_key: string; stems: string; word_count: number; input_id: string }>(sql`
    select doc_key, stems, word_count, input_id from ${searchDocuments}
    where ${scopeCondition(scope)} and doc_key = ${oneOf(keys)}`)
  const found = new Map(rows.map((row) => [row.doc_key, row]))
  return keys.flatMap((docKey) => {
    const row = found.get(docKey)
    return row ? [{ docKey, stems: row.stems, wordCount: row.word_count, inputId: row.input_id }] : []
  })
}

// As an array: for a join the planner might read every document, since it cannot know that few are asked for.
function oneOf(keys: readonly string[]): SQL {
  return sql`any (array(select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb)))`
}

/** The forms that were found, as other forms of the words typed, spelt as one of the texts spells them. */
export async function formsAsWritten(
  db: Database,
  found: readonly FoundForms[],
  scope: AccessScope,
): Promise<Expansion[]> {
  const keys = [...new Set(found.flatMap(({ forms }) => forms.map(({ docKey }) => docKey)))]
  if (keys.length === 0) return []
  const rows = await db.execute<{ doc_key: string; body: string }>(sql`
    select doc_key, body from ${searchDocuments}
    where ${scopeCondition(scope)}
      and doc_key = ${oneOf(keys)}`)
  const bodies = new Map(rows.map(({ doc_key, body }) => [doc_key, body]))
  return found.flatMap(({ text, forms, more }) => {
    const words = forms.flatMap(({ form, docKey }) => spellingIn(bodies.get(docKey) ?? '', form) ?? [])
    return words.length > 0 ? [{ text, kind: 'inflection' as const, words: [...new Set(words)], more }] : []
  })
}

/** The texts of one page of hits, with the places that matched. */
export async function hitsOf(
  db: Database,
  query: QueryNode,
  page: readonly Scored[],
  scope: AccessScope,
): Promise<SearchHit[]> {
  if (page.length === 0) return []
  const keys = page.map(({ docKey }) => docKey)
  type Row = {
    doc_key: string
    passage_id: string
    input_id: string
    version_id: string
    lang: string
    body: string
  }
  const rows = await db.execute<Row>(sql`
    select doc_key, passage_id, input_id, version_id, lang, body from ${searchDocuments}
    where ${scopeCondition(scope)}
      and doc_key = ${oneOf(keys)}`)
  const found = new Map(rows.map((row) => [row.doc_key, row]))
  return page.flatMap(({ docKey, score }) => {
    const row = found.get(docKey)
    if (!row) return []
    const { passage_id, input_id, version_id, lang, body } = row
    const spans = spansOf(body, lang, query)
    return [{ docKey, passageId: passage_id, inputId: input_id, versionId: version_id, score, body, spans }]
  })
}
