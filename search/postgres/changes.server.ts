import { gt, sql } from 'drizzle-orm'
import { searchDocuments, searchIndexes, searchIndexQueue, searchOutbox } from '#db/schema/index.ts'
import { tokensOf } from '../analyser.ts'
import type { Database } from '../database.server.ts'
import type { SearchDocument } from '../document.ts'
import { lexemesOfDocument } from '../lexemes.ts'
import type { IndexChange, SearchIndexPort } from '../port.ts'
import { rankedText } from '../ranked-text.ts'
import { forgetWords, learnWords } from '../vocabulary.server.ts'
import { tsvectorText } from './tsvector.ts'

/** Changing the index. A change is done when `apply` returns, and older revs change nothing. */
export function postgresIndex(db: Database): SearchIndexPort {
  return {
    async apply(changes) {
      const docs = changes.flatMap((change) => (change.op === 'put' ? [change.doc] : []))
      const gone = changes.flatMap((change) => (change.op === 'delete' ? [change] : []))
      const rows = docs.map(row)
      const left = await wordsLeaving(db, rows, gone)
      await put(db, rows)
      await remove(db, gone)
      // After the documents: what another writer forgets meanwhile is then either seen to be held, or learnt again.
      await learnWords(db, docs)
      await forgetWords(db, 'public', left)
    },
    async listKeys(after, limit) {
      const { docKey, strategyId, rev } = searchDocuments
      return db
        .select({ docKey, strategyId, rev })
        .from(searchDocuments)
        .where(gt(docKey, after))
        .orderBy(docKey)
        .limit(limit)
    },
    async count() {
      return db.$count(searchDocuments)
    },
  }
}

// What changed is put in the queue of every other index in the same statement, so that none can miss it.
const passOn = sql`
  insert into ${searchIndexQueue} (uid, doc_key, rev)
  select uid, doc_key, rev from changed cross join ${searchIndexes} where role <> 'old'
  order by uid, doc_key
  on conflict (uid, doc_key) do update set rev = excluded.rev, batch = null, attempts = 0, next_attempt_at = now(),
    last_error = null, dead_at = null`

// What the public could read may be masked meanwhile: a key that has changed since waits for its own turn, which is near.
// One JSON parameter for all rows: the statement stays the same, and prepared, for any number of them.
async function put(db: Database, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  await db.execute(sql`
    with changed as (insert into ${searchDocuments} (doc_key, rev, audience, strategy_id, round_id, question_id, input_id, version_id,
      passage_id, organisation_id, organisation_kind, county_number, lang, theme_ids, positions, sender_name, start_cp, end_cp,
      submitted_at, body, stems, word_count, tsv)
    select doc_key, rev, audience, strategy_id, round_id, question_id, input_id, version_id,
      passage_id, organisation_id, organisation_kind, county_number, lang, theme_ids, positions, sender_name, start_cp, end_cp,
      submitted_at, body, stems, word_count, tsv::tsvector
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as d(doc_key text, rev bigint,
      audience text, strategy_id uuid, round_id uuid, question_id uuid, input_id uuid, version_id uuid,
      passage_id uuid, organisation_id uuid, organisation_kind text, county_number text, lang text, theme_ids uuid[],
      positions text[], sender_name text, start_cp int, end_cp int, submitted_at timestamptz, body text,
      stems text, word_count int, tsv text)
    where not (audience = 'public' and exists (
      select from ${searchOutbox} changed_since where changed_since.doc_key = d.doc_key and changed_since.rev > d.rev))
    on conflict (doc_key) do update set rev = excluded.rev, audience = excluded.audience,
      strategy_id = excluded.strategy_id, round_id = excluded.round_id, question_id = excluded.question_id,
      input_id = excluded.input_id, version_id = excluded.version_id, passage_id = excluded.passage_id,
      organisation_id = excluded.organisation_id, organisation_kind = excluded.organisation_kind,
      county_number = excluded.county_number, lang = excluded.lang, theme_ids = excluded.theme_ids, positions = excluded.positions,
      sender_name = excluded.sender_name, start_cp = excluded.start_cp, end_cp = excluded.end_cp,
      submitted_at = excluded.submitted_at, body = excluded.body, stems = excluded.stems,
      word_count = excluded.word_count, tsv = excluded.tsv
    where ${searchDocuments.rev} <= excluded.rev
    returning doc_key, rev)
    ${passOn}`)
}

async function remove(db: Database, keys: readonly Extract<IndexChange, { op: 'delete' }>[]): Promise<void> {
  if (keys.length === 0) return
  const gone = keys.map(({ docKey, rev }) => ({ doc_key: docKey, rev }))
  await db.execute(sql`
    with changed as (delete from ${searchDocuments} using jsonb_to_recordset(${JSON.stringify(gone)}::text::jsonb)
      as d(doc_key text, rev bigint)
    where ${searchDocuments.docKey} = d.doc_key and ${searchDocuments.rev} <= d.rev
    returning d.doc_key, d.rev)
    ${passOn}`)
}

type Row = ReturnType<typeof row>

// What the public could read and will not any more, when a text is masked, withheld or withdrawn. Staff keep all texts.
async function wordsLeaving(
  db: Database,
  rows: readonly Row[],
  gone: readonly { docKey: string }[],
): Promise<string[]> {
  const changing = [
    ...rows.map(({ doc_key, tsv }) => ({ doc_key, tsv })),
    ...gone.map(({ docKey }) => ({ doc_key: docKey, tsv: '' })),
  ].filter(({ doc_key }) => doc_key.startsWith('public/'))
  if (changing.length === 0) return []
  const left = await db.execute<{ lexeme: string }>(sql`
    with changing as materialized (
      select doc_key, tsv::tsvector as tsv
      from jsonb_to_recordset(${JSON.stringify(changing)}::text::jsonb) as c(doc_key text, tsv text))
    select distinct lexeme from changing join ${searchDocuments} as held using (doc_key)
    cross join unnest(tsvector_to_array(held.tsv)) as lexeme
    where held.tsv <> changing.tsv and not lexeme = any (tsvector_to_array(changing.tsv)) and lexeme !~ '^[@#]'`)
  return left.map(({ lexeme }) => lexeme)
}

function row(doc: SearchDocument) {
  const words = tokensOf(doc.body, doc.lang)
  return {
    doc_key: doc.docKey,
    rev: doc.rev,
    audience: doc.audience,
    strategy_id: doc.strategyId,
    round_id: doc.roundId,
    question_id: doc.questionId,
    input_id: doc.inputId,
    version_id: doc.versionId,
    passage_id: doc.passageId,
    organisation_id: doc.organisationId,
    organisation_kind: doc.organisationKind,
    county_number: doc.countyNumber,
    lang: doc.lang,
    theme_ids: [...new Set(doc.themeIds)],
    positions: [...new Set(doc.positions)],
    sender_name: doc.senderName,
    start_cp: doc.startCp,
    end_cp: doc.endCp,
    submitted_at: doc.submittedAt,
    body: doc.body,
    stems: rankedText(words),
    word_count: words.length,
    tsv: tsvectorText(lexemesOfDocument(doc)),
  }
}
