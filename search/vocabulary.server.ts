import { type SQL, sql } from 'drizzle-orm'
import { searchCorpora, searchDocuments, searchVocabulary } from '#db/schema/index.ts'
import { exactLexeme, isWord, tokensOf } from './analyser.ts'
import type { Database } from './database.server.ts'
import type { Audience, SearchDocument } from './document.ts'
import { quoteLexeme } from './postgres/tsvector.ts'
import type { Rarity } from './ranking.ts'

/** Sees to it that every word of these documents stands in the vocabulary of their audience. */
export async function learnWords(db: Database, docs: readonly SearchDocument[]): Promise<void> {
  const rows = new Map<string, { audience: string; lexeme: string; stem: string }>()
  for (const { audience, body, lang } of docs) {
    for (const { stem, exact } of tokensOf(body, lang).filter(isWord)) {
      rows.set(`${audience} ${stem}`, { audience, lexeme: stem, stem: '' })
      rows.set(`${audience} ${exactLexeme(exact)} ${stem}`, { audience, lexeme: exactLexeme(exact), stem })
    }
  }
  if (rows.size === 0) return
  // A word nobody held when last counted is held again: counting must not take it away.
  await db.execute(sql`
    with learnt as materialized (
      select audience, lexeme, stem from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::text::jsonb)
        as d(audience text, lexeme text, stem text)),
    held_again as (
      update ${searchVocabulary} v set documents = 1 from learnt l
      where v.documents = 0 and (v.audience, v.lexeme, v.stem) = (l.audience, l.lexeme, l.stem))
    insert into ${searchVocabulary} (audience, lexeme, stem)
    select audience, lexeme, stem from learnt
    order by audience, lexeme collate "C", stem collate "C"
    on conflict do nothing`)
}

/** A word that more documents held when last counted is left to the next count: looking for it would take long. */
const mostHolding = 200

/**
 * Takes words out of an audience's vocabulary that no document of it holds any more. They are not shown in any case,
 * for each word shown stands in a document the reader may find; but what is masked should not stay behind as a word.
 */
export async function forgetWords(
  db: Database,
  audience: Audience,
  lexemes: readonly string[],
): Promise<void> {
  if (lexemes.length === 0) return
  const asked = lexemes.map((lexeme) => ({ lexeme, asked: quoteLexeme(lexeme) }))
  // The second statement sees what was written while the first looked: a word it took that is held comes back.
  const gone = await db.execute<{ lexeme: string; stem: string }>(sql`
    with asked as materialized (
      select lexeme, asked from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as a(lexeme text, asked text)),
    known as materialized (
      select distinct lexeme, asked from asked join ${searchVocabulary} using (lexeme)
      where audience = ${audience} and documents <= ${mostHolding}),
    free as materialized (
      select lexeme from known where not exists (${holding(audience)}))
    delete from ${searchVocabulary} v using free where v.audience = ${audience} and v.lexeme = free.lexeme
    returning v.lexeme, v.stem`)
  if (gone.length === 0) return
  const taken = gone.map(({ lexeme, stem }) => ({ lexeme, stem, asked: quoteLexeme(lexeme) }))
  await db.execute(sql`
    insert into ${searchVocabulary} (audience, lexeme, stem)
    select ${audience}, lexeme, stem
    from jsonb_to_recordset(${JSON.stringify(taken)}::text::jsonb) as known(lexeme text, stem text, asked text)
    where exists (${holding(audience)})
    order by lexeme collate "C", stem collate "C"
    on conflict do nothing`)
}

// Materialised, so that documents are looked for by the word and not one by one.
function holding(audience: Audience): SQL {
  return sql`
    with holding as materialized (
      select audience from ${searchDocuments} where tsv @@ known.asked::tsquery)
    select from holding where audience = ${audience}`
}

/** How rare these lexemes are among an audience's documents, as last counted. */
export async function rarityOf(db: Database, audience: string, lexemes: readonly string[]): Promise<Rarity> {
  const rows = await db.execute<{ lexeme: string | null; documents: number; mean_length: number }>(sql`
    select null as lexeme, documents, mean_length from search_corpora where audience = ${audience}
    union all
    select lexeme, max(documents), 0 from ${searchVocabulary}
    where audience = ${audience} and lexeme = any (array(select jsonb_array_elements_text(${JSON.stringify([...new Set(lexemes)])}::text::jsonb)))
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

const minutesToCount = 10

/**
 * Counts an audience's documents, and for every lexeme those that hold it. A word no document holds gets the number 0,
 * and goes the next time if still none does: it may have been learnt for a document that is just being written.
 * Does nothing while somebody else counts.
 */
export async function countWords(db: Database, audience: Audience): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local statement_timeout = '${minutesToCount}min'`))
    const [lock] = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('search_vocabulary'), hashtext(${audience})) as mine`,
    )
    if (!lock?.mine) return
    await tx.execute(sql`
      with counted as materialized (
        select word, ndoc from ts_stat(format('select tsv from search_documents where audience = %L', ${audience}::text))),
      held as (
        update ${searchVocabulary} v set documents = ndoc from counted
        where v.audience = ${audience} and v.lexeme = word and v.documents <> ndoc),
      not_held as (
        update ${searchVocabulary} v set documents = 0
        where v.audience = ${audience} and v.documents <> 0 and not exists (select from counted where word = v.lexeme)),
      gone as (
        delete from ${searchVocabulary} v
        where v.audience = ${audience} and v.documents = 0 and not exists (select from counted where word = v.lexeme))
      insert into ${searchCorpora} (audience, documents, mean_length, counted_at)
      select ${audience}, count(*), coalesce(avg(word_count), 0), now() from ${searchDocuments}
      where audience = ${audience}
      on conflict (audience) do update set documents = excluded.documents, mean_length = excluded.mean_length,
        counted_at = excluded.counted_at`)
  })
}

const manyChanges = 200
const shareOfChanges = 0.05
const longAgoMs = 3_600_000
const leastPauseMs = 30_000

/**
 * Counts both audiences when much was written since it last did (200 changes or one document in twenty), or anything
 * an hour ago. Counting takes at most a twentieth of the time. A new process counts once at its first call.
 */
export function wordCounter(db: Database): () => Promise<boolean> {
  let last: { rev: number; endedAt: number; tookMs: number } | undefined
  return async () => {
    const [seen] = await db.execute<{ rev: string; documents: string }>(sql`
      select (select last_value from search_rev) as rev,
        (select coalesce(sum(documents), 0) from ${searchCorpora}) as documents`)
    const began = performance.now()
    const rev = Number(seen?.rev)
    if (last) {
      const changes = rev - last.rev
      const pause = began - last.endedAt
      const many = changes >= Math.min(manyChanges, Number(seen?.documents) * shareOfChanges)
      if (changes === 0 || pause < Math.max(leastPauseMs, 20 * last.tookMs)) return false
      if (!many && pause < longAgoMs) return false
    }
    await countWords(db, 'staff')
    await countWords(db, 'public')
    const endedAt = performance.now()
    last = { rev, endedAt, tookMs: endedAt - began }
    return true
  }
}
