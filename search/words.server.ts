/**
 * Words of the vocabulary that a typed word may stand for. The vocabulary is one per audience, so each word found is
 * looked up among the documents of the access scope before anyone hears of it.
 */
import { type SQL, sql } from 'drizzle-orm'
import { searchDocuments, searchVocabulary } from '#db/schema/index.ts'
import { exactLexeme, fold, stemsOf } from './analyser.ts'
import type { Database } from './database.server.ts'
import type { Audience } from './document.ts'
import { editDistance, isSwapOf, misspellingsOf, piecesOf } from './edit-distance.ts'
import type { AccessScope } from './port.ts'
import { scopeCondition } from './postgres/conditions.server.ts'
import { quoteLexeme } from './postgres/tsvector.ts'
import { spellingIn } from './spelling.ts'

/** A word as indexed (`form`), and as a text spells it if it is among the first of its list. */
export type WrittenWord = { readonly form: string; readonly spelt: string }

/** Words that may be written, the likeliest first; `cut` says that there were more. */
export type Candidates = { readonly forms: readonly string[]; readonly cut: boolean }

/** Words that are written, and whether there may be more of them. */
export type Written = { readonly words: readonly WrittenWord[]; readonly cut: boolean }

/** How many words are taken from the vocabulary for one part of words, and how many of any are tried. */
const maxListed = 2_000
const maxTried = 200

/** How many documents that hold a word are looked at one by one for one in scope. */
const maxLookedAt = 200

type Row = { at: number; lexeme: string; documents: number }

// As one list, for a join the planner reads the whole vocabulary: it cannot know that few words are asked for.
/** The forms that share a stem with each of these words, the commonest first; not the word itself. */
export async function listForms(
  db: Database,
  audience: Audience,
  words: readonly string[],
): Promise<Candidates[]> {
  const asked = words.flatMap((word, at) =>
    stemsOf(word).flatMap((stem) => (stem === '' ? [] : [{ at, stem }])),
  )
  const rows = await rowsFor(
    db,
    asked,
    sql`
    with asked as materialized (
      select at, stem from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as asked(at int, stem text)),
    held as materialized (
      select stem, lexeme, documents from ${searchVocabulary}
      where audience = ${audience} and stem <> '' and stem = any (array(select stem from asked)))
    select at, lexeme, max(documents) as documents from asked join held using (stem)
    where starts_with(lexeme, '=') group by at, lexeme`,
  )
  return words.map((word, at) => likeliest(rows, at, (form) => (form === fold(word) ? null : 0)))
}

/** Words a letter or two away from each of these: one up to six letters, two above; the closest first. */
export async function listSimilar(
  db: Database,
  audience: Audience,
  words: readonly string[],
): Promise<Candidates[]> {
  // Only letters the folding gives: in other scripts a letter may be half a letter to what follows.
  const folded = words.map((word) => {
    const form = fold(word)
    return { form: /^[a-z0-9]+$/.test(form) ? form : '', most: mostWrong(word) }
  })
  const spelt = folded.flatMap(({ form, most }, at) =>
    most === 1 && form !== '' ? misspellingsOf(form).map((one) => ({ at, lexeme: exactLexeme(one) })) : [],
  )
  const pieces = folded.flatMap(({ form, most }, at) =>
    most === 2 && form !== ''
      ? piecesOf(form).map((one) => ({ at, pattern: exactLexeme(one), long: form.length + 1 }))
      : [],
  )
  const [near, far] = await Promise.all([
    rowsFor(
      db,
      spelt,
      sql`
      select at, lexeme, max(documents) as documents
      from jsonb_to_recordset(${JSON.stringify(spelt)}::text::jsonb) as asked(at int, lexeme text)
      join ${searchVocabulary} using (lexeme)
      where audience = ${audience} group by at, lexeme`,
    ),
    rowsFor(
      db,
      pieces,
      sql`
      select at, lexeme, max(documents) as documents
      from jsonb_to_recordset(${JSON.stringify(pieces)}::text::jsonb) as asked(at int, pattern text, long int)
      join ${searchVocabulary} on lexeme like pattern and length(lexeme) between long - 2 and long + 2
      where audience = ${audience} group by at, lexeme`,
    ),
  ])
  return folded.map(({ form: asked, most }, at) =>
    most === 1
      ? likeliest(near, at, () => 0)
      : likeliest(far, at, (form) => {
          const distance = editDistance(form, asked, most)
          if (distance === 0 || distance > most) return null
          return isSwapOf(form, asked) ? 1 : distance
        }),
  )
}

/** A place to look for words: those that contain one of these parts, all or the `wanted` ones. */
export type Containing = {
  readonly parts: readonly string[]
  readonly wanted?: (form: string) => boolean
}

/** The words that are asked for, the commonest first. */
export async function listContaining(
  db: Database,
  audience: Audience,
  places: readonly Containing[],
): Promise<Candidates[]> {
  const asked = places.flatMap(({ parts }, at) =>
    parts.flatMap((part) => (fold(part) === '' ? [] : [{ at, pattern: exactLexeme(`%${fold(part)}%`) }])),
  )
  const rows = await rowsFor(
    db,
    asked,
    sql`
    select distinct at, lexeme, documents
    from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as asked(at int, pattern text)
    cross join lateral (
      select lexeme, max(documents) as documents from ${searchVocabulary}
      where audience = ${audience} and lexeme like pattern
      group by lexeme order by max(documents) desc, lexeme limit ${maxListed}) as found`,
  )
  return places.map(({ wanted }, at) => likeliest(rows, at, (form) => (wanted && !wanted(form) ? null : 0)))
}

/** Of each list the first `most` words that a document of the scope holds, the first of them `spelt` as there. */
export async function writtenOf(
  db: Database,
  scope: AccessScope,
  lists: readonly Candidates[],
  { most, spelt }: { readonly most: number; readonly spelt: number },
): Promise<Written[]> {
  const asked = lists.map(({ forms }, at) => ({
    at,
    words: forms.map((form) => ({ form, asked: quoteLexeme(exactLexeme(form)) })),
  }))
  if (lists.every(({ forms }) => forms.length === 0)) return lists.map(({ cut }) => ({ words: [], cut }))
  const rows = await db.execute<{ at: number; form: string; body: string | null }>(sql`
    select at, form, case when row_number() over (partition by at order by place) <= ${spelt} then body end as body
    from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as lists(at int, words jsonb)
    cross join lateral (
      select place, word ->> 'form' as form, body
      from jsonb_array_elements(words) with ordinality as tried(word, place)
      cross join lateral (${oneHolding(sql`(word ->> 'asked')::tsquery`, scope)}) as held
      limit ${most + 1}) as found
    order by at, place`)
  return lists.map(({ cut }, at) => {
    const found = rows.filter((row) => row.at === at)
    const words = found
      .slice(0, most)
      .map(({ form, body }) => ({ form, spelt: spellingIn(body ?? '', form) ?? form }))
    return { words, cut: cut || found.length > most }
  })
}

/** Which of these words no document of the scope holds in any form; signs are no words. */
export async function unwrittenOf(
  db: Database,
  scope: AccessScope,
  words: readonly string[],
): Promise<string[]> {
  const asked = words.flatMap((word, at) => {
    const stems = stemsOf(word).filter((stem) => stem !== '')
    return stems.length === 0 ? [] : [{ at, asked: stems.map(quoteLexeme).join(' | ') }]
  })
  if (asked.length === 0) return []
  const rows = await db.execute<{ at: number }>(sql`
    select at from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as words(at int, asked text)
    where not exists (${oneHolding(sql`asked::tsquery`, scope)})`)
  return rows.flatMap(({ at }) => words[at] ?? [])
}

// A document in scope is mostly among the first that hold a word; only if none is and there are more, the scope is
// looked through. Materialised, so that documents are looked for by their words even though one is enough.
function oneHolding(asked: SQL, scope: AccessScope): SQL {
  return sql`
    with holding as materialized (
      select audience, strategy_id, body from ${searchDocuments} where tsv @@ ${asked}),
    firsts as materialized (select * from holding limit ${maxLookedAt})
    select body from (
      (select body from firsts as search_documents where ${scopeCondition(scope)} limit 1)
      union all
      (with scoped as materialized (
        select body from ${searchDocuments} where ${scopeCondition(scope)} and tsv @@ ${asked})
      select body from scoped where (select count(*) from firsts) = ${maxLookedAt} limit 1)) as found
    limit 1`
}

function mostWrong(word: string): 1 | 2 {
  return Array.from(word).length > 6 && fold(word).length > 6 ? 2 : 1
}

async function rowsFor(db: Database, asked: readonly unknown[], query: SQL): Promise<Row[]> {
  return asked.length === 0 ? [] : await db.execute<Row>(query)
}

// Nearest first, then commonest; null leaves a word out.
function likeliest(
  rows: readonly Row[],
  at: number,
  distanceOf: (form: string) => number | null,
): Candidates {
  const listed = rows.filter((row) => row.at === at)
  const found = listed.flatMap(({ lexeme, documents }) => {
    const form = lexeme.slice(1)
    const distance = distanceOf(form)
    return distance === null ? [] : [{ form, distance, documents }]
  })
  found.sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.form < b.form ? -1 : 1))
  const forms = found.slice(0, maxTried).map(({ form }) => form)
  return { forms, cut: found.length > maxTried || listed.length >= maxListed }
}
