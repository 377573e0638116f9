import { type SQL, sql } from 'drizzle-orm'
import { themeAbove } from '#app/features/analysis/theme-line.server.ts'
import type { FindingHead } from '#app/features/findings/published.server.ts'
import { nameListed } from '#app/features/inputs/listing-age.server.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { type SaidTo, saidToId } from '#app/features/inputs/said-to.ts'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { publishedInputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import {
  citations,
  inputPublications,
  inputs,
  inputVersions,
  passages,
  publicAnswers,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { masksWithin, publicStretch } from '#search/public-text.ts'

/** Passages of one page of what stands behind something. */
export const passagesPerPage = 50

/** A passage behind a finding, as anyone may read it; without words it is masked as a whole. */
export type ChainPassage = {
  id: string
  findingIds: string[]
  /** A published text cites words of it. */
  cited: boolean
  words: string | null
  /** The words as they were sent, where it is the sender who asks; null for everybody else. */
  own: string | null
  /** The laws by which something in it is masked. */
  masked: string[]
  lang: string
  sender: { name: string | null; kind: string }
  input: { id: string; round: string }
  said: SaidTo
  /** The id of the answer's element on the input's page. */
  anchor: string
}

/**
 * One page of the passages behind some findings, and of how many. `withdrawn` and `withheld` could be read once, and are
 * no longer to be; what was never published is not there at all, not even as a number.
 */
export type ChainPassages = {
  passages: ChainPassage[]
  total: number
  inputs: number
  withdrawn: number
  withheld: number
  /** Of one input: all of its passages that anyone may read, behind a finding or not. */
  of: number
}

const none: ChainPassages = { passages: [], total: 0, inputs: 0, withdrawn: 0, withheld: 0, of: 0 }

type Row = {
  id: string
  findingIds: string[]
  cited: boolean
  publicText: string | null
  ownText: string | null
  maskedText: string | null
  masks: { startCp: number; endCp: number; publicStartCp: number; publicEndCp: number; legalBasis: string }[]
  startCp: number
  endCp: number
  lang: string
  senderName: string | null
  senderKind: string
  inputId: string
  roundId: string
  version: number
  said: SaidTo
}
type Sought = {
  page?: number
  size?: number
  inputId?: string
  /** The sender asks: nothing it sent is kept from it, public or not. With `inputId`, whose policy the caller has asked. */
  own?: boolean
}
type Sums = { total: string; inputs: string; withdrawn: string; withheld: string; of: string }

/**
 * One page of the published passages behind some findings, the cited first, in one query: those cited, those tagged with a
 * finding's theme (today's, where it became part of another), with one that became part of it or lies under it, and the answers to its question. Of one input only, if told.
 */
export async function passagesBehind(
  findings: readonly FindingHead[],
  now: Date,
  { page = 1, size = passagesPerPage, inputId, own = false }: Sought = {},
): Promise<ChainPassages> {
  const open = findings.filter(({ round }) => publishedInputsShown(round, now))
  const shown = own ? findings : open
  if (shown.length === 0) return none
  const rows = await database().db.execute<Row & Sums & { none: boolean }>(sql`
    with recursive ${behind(shown, inputId, own)},
    sums as (
      select count(*) filter (where readable) as total, count(distinct input_id) filter (where readable) as inputs,
        count(*) filter (where withdrawn and not withheld) as withdrawn,
        count(*) filter (where withheld) as withheld, ${inputId ? readableOf(inputId, own) : sql`0`} as "of"
      from told
    ),
    page as (
      select * from told where readable
      order by cited desc, sender_name collate "nb-NO-x-icu" nulls last, version_id, position, start_cp, id
      limit ${size} offset ${(page - 1) * size}
    )
    select page.id is null as none, sums.*, page.id, page.finding_ids as "findingIds", page.cited,
      page.start_cp as "startCp", page.end_cp as "endCp", page.lang, page.sender_name as "senderName",
      page.sender_kind as "senderKind", page.input_id as "inputId", page.round_id as "roundId",
      page.number as version, ${saidTo(sql`page.answer_id`)} as said, coalesce(pa.masks, '[]'::jsonb) as masks,
      ${own ? sql`(select sent.text from ${passages} sent where sent.id = page.id)` : sql`null`} as "ownText",
      case when pa.masks = '[]'::jsonb
        then substring(pa.text from page.start_cp + 1 for page.end_cp - page.start_cp) end as "publicText",
      case when pa.masks <> '[]'::jsonb then pa.text end as "maskedText"
    from sums left join page on true left join ${publicAnswers} pa
      on pa.answer_id = page.answer_id and not page.withheld
    order by page.cited desc, page.sender_name collate "nb-NO-x-icu" nulls last, page.version_id, page.position,
      page.start_cp, page.id`)
  const [first] = rows
  if (!first) return none
  const rounds = new Map(shown.map(({ round }) => [round.id, round.slug]))
  const told = new Set(open.map(({ round }) => round.id))
  const passageIn = (row: Row) => passageOf(row, rounds.get(row.roundId) ?? '', told.has(row.roundId))
  return {
    passages: rows.flatMap((row) => (row.none ? [] : [passageIn(row)])),
    ...{ total: Number(first.total), inputs: Number(first.inputs) },
    ...{ withdrawn: Number(first.withdrawn), withheld: Number(first.withheld), of: Number(first.of) },
  }
}

function passageOf(row: Row, round: string, told: boolean): ChainPassage {
  const { id, findingIds, cited, lang, said, masks, startCp, endCp } = row
  const open = row.maskedText === null ? row.publicText : publicStretch(row.maskedText, masks, startCp, endCp)
  const words = told ? open : null
  const touching = told ? masksWithin(masks, startCp, endCp) : []
  return {
    ...{ id, findingIds, cited, words, lang, said, own: row.ownText },
    masked: [...new Set(touching.map(({ legalBasis }) => legalBasis))],
    sender: { name: row.senderName, kind: row.senderKind },
    input: { id: row.inputId, round },
    anchor: saidToId(said, row.version),
  }
}

const uuids = (values: readonly (string | null)[]) =>
  sql`${sql.param(`{${values.map((value) => value ?? 'null').join(',')}}`)}::uuid[]`

// Words that staff drew a line round stand in their paragraph already, so only what is tagged may be a span.
const behind = (findings: readonly FindingHead[], inputId: string | undefined, own: boolean): SQL => {
  const ofInput = inputId ? sql`and p.input_id = ${inputId}` : sql``
  const columns = sql`p.id, p.answer_id, p.version_id, p.input_id, p.round_id, p.start_cp, p.end_cp, p.lang,
    p.position, s.finding_id`
  const ids = findings.map(({ id }) => id)
  const rounds = findings.map(({ round }) => round.id)
  const themeIds = findings.map(({ themeNow }) => themeNow?.id ?? null)
  const questions = findings.map(({ question }) => question?.id ?? null)
  return sql`sought as (
      select * from unnest(${uuids(ids)}, ${uuids(rounds)}, ${uuids(themeIds)}, ${uuids(questions)})
        as s (finding_id, round_id, theme_id, question_id)
    ),
    reach (finding_id, round_id, theme_id, step) as (
      select finding_id, round_id, theme_id, 0 from sought where theme_id is not null
      union
      select reach.finding_id, reach.round_id, h.id, reach.step + 1
      from reach join ${themes} h on ${themeAbove(sql`h`)} = reach.theme_id where reach.step < 20
    ),
    behind as materialized (
      select id, answer_id, version_id, input_id, round_id, start_cp, end_cp, lang, position,
        bool_or(cited) as cited, array_agg(distinct finding_id::text) as finding_ids
      from (
        select ${columns}, false as cited from reach s
        join ${taggings} t on t.theme_id = s.theme_id and t.removed_at is null
        join ${passages} p on p.id = t.passage_id and p.round_id = s.round_id and p.superseded_at is null ${ofInput}
        union all
        select ${columns}, true from sought s
        join ${citations} c on c.finding_id = s.finding_id and c.published_at is not null
        join ${passages} p on p.answer_id = c.answer_id and p.superseded_at is null and p.origin <> 'span'
          and p.start_cp < c.end_cp and p.end_cp > c.start_cp ${ofInput}
        union all
        select ${columns}, false from sought s
        join ${passages} p on p.question_id = s.question_id and p.round_id = s.round_id
          and p.superseded_at is null and p.origin <> 'span' ${ofInput}
      ) found
      group by id, answer_id, version_id, input_id, round_id, start_cp, end_cp, lang, position
    ),
    told as materialized (
      select standing.*, not withdrawn and (${own} or not withheld and exists (
          select from ${publicAnswers} open where open.answer_id = standing.answer_id)) as readable
      from (
        select behind.*, input_versions.number, input_versions.sender_kind,
          case when i.organisation_id is not null
              or input_versions.naming = 'named' and ${nameListed(inputVersions.submittedAt)}
            then input_versions.sender_name end as sender_name,
          i.withdrawn_at is not null or ${isTakenBack(sql`behind.version_id`)} as withdrawn, ${isWithheld(sql`behind.version_id`)} as withheld
        from behind
        join ${inputVersions} on input_versions.id = behind.version_id
        ${own ? sql`left join` : sql`join`} ${inputPublications} pub on pub.version_id = behind.version_id
        join ${inputs} i on i.id = behind.input_id
        where behind.cited or ${own ? versionCounts() : versionCounts(readableOnes)}
      ) standing
    )`
}

/** Among which versions it is judged what counts for readers: what replaced one and may not be read does not take it away. */
export const readableOnes = sql`exists (select from ${inputPublications} lets where lets.version_id = other.id)
  and not ${isWithheld(sql`other.id`)}`

// All that anyone may read of one input, by the passages it is cut into; to its sender, all that counts.
const readableOf = (inputId: string, own: boolean): SQL =>
  own
    ? sql`(select count(*) from ${passages} p join ${inputVersions} on input_versions.id = p.version_id
        where p.input_id = ${inputId} and p.superseded_at is null and p.origin <> 'span' and ${versionCounts()})`
    : sql`(select count(*) from ${passages} p
  join ${inputVersions} on input_versions.id = p.version_id
  join ${inputPublications} pub on pub.version_id = p.version_id
  join ${publicAnswers} open on open.answer_id = p.answer_id
  where p.input_id = ${inputId} and p.superseded_at is null and p.origin <> 'span'
    and not ${isWithheld(sql`p.version_id`)} and ${versionCounts(readableOnes)})`
