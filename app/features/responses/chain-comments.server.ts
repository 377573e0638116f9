import { type SQL, sql } from 'drizzle-orm'
import { themesOf } from '#app/features/analysis/theme-line.server.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { type SaidTo, saidToId } from '#app/features/inputs/said-to.ts'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import {
  answers,
  citations,
  findings,
  findingVersions,
  inputPublications,
  inputs,
  inputVersions,
  passages,
  publicAnswers,
  responses,
  responseVersions,
  rounds,
  taggings,
} from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { readableOnes } from './chain-passages.server.ts'
import type { Disposition } from './disposition.ts'

/** Comments on one page of those on a paragraph. */
export const commentsPerPage = 10

/** A published finding that a comment is in: cited, or tagged with its theme; and what is made of it. */
type Fate = { slug: string; title: LocalisedText; disposition: Disposition | null }

/** A comment on a paragraph as anyone may read it; without words it only takes a stand, or is masked as a whole. */
export type ChainComment = {
  id: string
  words: string | null
  masked: string[]
  lang: string
  sender: { name: string | null; kind: string }
  input: { id: string; round: string }
  said: SaidTo
  anchor: string
  fates: Fate[]
}

type Row = Omit<ChainComment, 'words' | 'masked' | 'sender' | 'input' | 'anchor'> & {
  total: string
  text: string | null
  masks: { legalBasis: string }[]
  name: string | null
  kind: string
  inputId: string
  round: string
  version: number
}

/** The answers `a` that are comments anyone may read, with version, input `i` and round `r`: from where to where. */
export function readableComments(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`
  // publishedInputsShown of round.ts, said in SQL.
  const shown = sql`(r.inputs_shown = 'as-checked' or r.closed_at <= ${at} or (r.opens_at <= ${at}
    and r.deadline_at < ${at} and coalesce(r.accepts_late_until < ${at}, true)))`
  return sql`from ${answers} a
    join ${inputVersions} on input_versions.id = a.version_id and ${versionCounts(readableOnes)}
    join ${inputPublications} pub on pub.version_id = a.version_id
    join ${inputs} i on i.id = input_versions.input_id and i.withdrawn_at is null
    join ${rounds} r on r.id = i.round_id and ${shown}
    where a.paragraph_id is not null
      and not ${isWithheld(sql`a.version_id`)} and not ${isTakenBack(sql`a.version_id`)}`
}

/**
 * One page of the published comments on some paragraphs (one and all that it came from), by sender, and what became of each;
 * in one query. What was withdrawn, taken back, withheld or replaced is not there, nor what its round does not show yet.
 */
export async function commentsOn(paragraphIds: readonly string[], now: Date, page: number) {
  const rows = await database().db.execute<Row & { id: string | null }>(sql`
    with told as materialized (
      select a.id, i.id as input_id, i.round_id, r.slug as round, input_versions.number, input_versions.lang,
        input_versions.sender_kind as kind, case when i.organisation_id is not null or input_versions.naming = 'named'
          then input_versions.sender_name end as name
      ${readableComments(now)} and a.paragraph_id = any(${sql.param(`{${paragraphIds.join(',')}}`)}::uuid[])
    ),
    page as (
      select told.*, open.text, open.masks, ${saidTo(sql`told.id`)} as said from told
      join ${publicAnswers} open on open.answer_id = told.id
      order by name collate "nb-NO-x-icu" nulls last, told.id
      limit ${commentsPerPage} offset ${(page - 1) * commentsPerPage}
    )
    select (select count(*) from told) as total, page.id, page.text, page.masks, page.lang, page.name, page.kind,
      page.input_id as "inputId", page.round, page.number as version, page.said, coalesce((
        select jsonb_agg(jsonb_build_object('slug', f.slug, 'title', fv.title, 'disposition', rv.disposition)
          order by f.position, f.id)
        from ${findings} f
        join ${findingVersions} fv on fv.finding_id = f.id and fv.revision = f.published_revision
        left join ${responses} whole on whole.finding_id = f.id and whole.citation_id is null
          and whole.published_at is not null
        left join ${responseVersions} rv on rv.response_id = whole.id and rv.revision = whole.published_revision
        where f.round_id = page.round_id and f.published_at is not null and (
          exists (select from ${citations} c where c.finding_id = f.id and c.answer_id = page.id
            and c.published_at is not null)
          or exists (select from ${passages} p join ${taggings} t on t.passage_id = p.id and t.removed_at is null
            where p.answer_id = page.id and p.superseded_at is null and t.theme_id in (${themesOf(sql`fv.theme_id`)})))
      ), '[]'::jsonb) as fates
    from (select) one left join page on true
    order by page.name collate "nb-NO-x-icu" nulls last, page.id`)
  return {
    total: Number(rows[0]?.total ?? 0),
    comments: rows.flatMap((row): ChainComment[] => (row.id === null ? [] : [commentOf(row)])),
  }
}

function commentOf({ id, text, masks, lang, name, kind, inputId, round, said, version, fates }: Row) {
  const masked = [...new Set(masks.map(({ legalBasis }) => legalBasis))]
  return {
    ...{ id, lang, said, fates, masked, words: text?.trim() ? text : null },
    ...{ sender: { name, kind }, input: { id: inputId, round }, anchor: saidToId(said, version) },
  }
}
