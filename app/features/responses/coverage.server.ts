import { type SQL, sql } from 'drizzle-orm'
import { standingThemeId, themeAbove } from '#app/features/analysis/theme-line.server.ts'
import { nameListed } from '#app/features/inputs/listing-age.server.ts'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { listedName } from '#app/features/organisations/listed-name.server.ts'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { keptUntilChanged } from '#app/platform/changes/kept.server.ts'
import { database } from '#app/platform/database.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { inOrderOf } from '#app/platform/name-order.server.ts'
import {
  citations,
  findings,
  findingVersions,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  organisations,
  passages,
  readings,
  responses,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { type Coverage, type CoverageBy, type CoverageCounts, SIZE_CLASSES } from './coverage.ts'

/** Which findings cover: those anyone may read, or those that staff are writing too. */
export type CoverageScope = 'published' | 'written'

const { middle, large } = SIZE_CLASSES

/**
 * `parts`: a row per passage of the versions that count, of inputs that are not withdrawn, with how far it has come.
 * `voices`: a row per input with something to read. Nothing here is anybody's words: these are numbers of everything that
 * was received, published or not, because a number of what was read is honest only over all there was to read.
 */
const covering = (rounds: SQL, scope: CoverageScope): SQL => sql`
  counted as (
    select f.id, f.round_id, about.theme_id, about.question_id, f.published_at, exists (
      select from ${responses} r where r.finding_id = f.id and r.citation_id is null
        and r.published_at is not null) as answered
    from ${findings} f
    ${
      scope === 'published'
        ? sql`join ${findingVersions} about on about.finding_id = f.id and about.revision = f.published_revision`
        : sql`cross join lateral (select f.theme_id, f.question_id) about`
    }
    where f.round_id in (${rounds})
  ),
  line (finding_id, theme_id, step) as (
    select counted.id, ${standingThemeId(sql`counted.theme_id`)}, 0 from counted where counted.theme_id is not null
    union
    select line.finding_id, t.id, line.step + 1
    from line join ${themes} t on ${themeAbove(sql`t`)} = line.theme_id where line.step < 20
  ),
  themed as (
    select distinct t.passage_id, f.round_id from counted f
    join line on line.finding_id = f.id
    join ${taggings} t on t.theme_id = line.theme_id and t.removed_at is null
    where f.answered
  ),
  quoted as (
    select c.answer_id, c.start_cp, c.end_cp, f.answered or exists (
      select from ${responses} r where r.citation_id = c.id and r.published_at is not null) as answered
    from counted f join ${citations} c on c.finding_id = f.id
    ${scope === 'published' ? sql`where c.published_at is not null` : sql``}
  ),
  parts as materialized (
    select p.id, p.input_id, p.round_id,
      p.answer_id in (select answer_id from ${readings}) as read,
      p.id in (select passage_id from ${taggings} where removed_at is null) as tagged,
      coalesce(q.cited, false) as cited,
      coalesce(q.answered, false) or (p.id, p.round_id) in (select passage_id, round_id from themed)
        or p.question_id in (select question_id from counted where answered and question_id is not null) as answered
    from ${passages} p
    join ${inputVersions} on ${inputVersions.id} = p.version_id
    join ${inputs} i on i.id = p.input_id and i.withdrawn_at is null
    left join lateral (
      select true as cited, bool_or(quoted.answered) as answered from quoted
      where quoted.answer_id = p.answer_id and quoted.start_cp < p.end_cp and quoted.end_cp > p.start_cp
      having count(*) > 0
    ) q on true
    where p.round_id in (${rounds}) and p.superseded_at is null and p.origin <> 'span' and ${versionCounts()}
  ),
  heard as materialized (
    select round_id, input_id, bool_and(read) as read, bool_or(tagged) as tagged, bool_or(cited) as cited,
      bool_or(answered) as answered
    from parts group by round_id, input_id
  )`

const sums = sql`count(*)::int as inputs, (count(*) filter (where read))::int as read,
  (count(*) filter (where tagged))::int as tagged, (count(*) filter (where cited))::int as cited,
  (count(*) filter (where answered))::int as answered`

const nothing: CoverageCounts = { inputs: 0, read: 0, tagged: 0, cited: 0, answered: 0 }

type Row = CoverageCounts & {
  by: CoverageBy | 'all' | 'passages' | 'findings' | 'without'
  key: string | null
}

// What coverage in published findings rests on; a version that is taken back is noted as one. Of what is only written nothing
// is noted, so that is counted each time.
const restsOn = [
  ...[findings, responses, citations, themes, taggings, passages, readings],
  ...[inputs, inputVersions, organisations],
]

type Counted = { id: string; strategyId: string }

/**
 * How much of what was said in a round has come how far; of published findings one count for every language and page that
 * tells of it, until something changes. The caller has asked whether it may be told.
 */
export function coverageOf({ id, strategyId }: Counted, scope: CoverageScope): Promise<Coverage> {
  if (scope === 'written') return countCoverage(id, scope)
  const grounds = { strategyIds: [strategyId], tables: restsOn }
  return keptUntilChanged(`coverage ${id}`, grounds, () => countCoverage(id, scope))
}

/** The same, counted now; one query. */
export async function countCoverage(roundId: string, scope: CoverageScope): Promise<Coverage> {
  const rows = await database().db.execute<Row>(sql`
    with recursive ${covering(sql`select ${roundId}::uuid`, scope)},
    senders as (
      select heard.*, latest.sender_kind as kind, latest.lang, coalesce(latest.sender_county, '') as county,
        case when latest.sender_kind <> 'municipality' then null
          when o.inhabitants is null then 'unknown' when o.inhabitants >= ${large} then 'large'
          when o.inhabitants >= ${middle} then 'middle' else 'small' end as size
      from heard
      join ${inputs} i on i.id = heard.input_id
      left join ${organisations} o on o.id = i.organisation_id
      join lateral (
        select ${inputVersions.senderKind}, ${inputVersions.lang}, ${inputVersions.senderCounty} from ${inputVersions}
        where ${inputVersions.inputId} = heard.input_id and ${versionCounts()}
        order by ${inputVersions.submittedAt} desc, ${inputVersions.number} desc limit 1
      ) latest on true
    )
    select 'all' as by, null as key, ${sums} from senders
    union all select 'kind', kind, ${sums} from senders group by kind
    union all select 'size', size, ${sums} from senders where size is not null group by size
    union all select 'lang', lang, ${sums} from senders group by lang
    union all select 'county', county, ${sums} from senders where county <> '' group by county
    union all select 'passages', null, ${sums} from parts
    union all select 'findings', null, count(*)::int, 0, 0, 0, (count(*) filter (where answered))::int from counted
    union all select 'without', null, count(*)::int, 0, 0, 0, 0 from ${inputs} i
      where i.round_id = ${roundId} and i.withdrawn_at is null and i.id not in (select input_id from heard)
        and exists (select from ${inputVersions} where ${inputVersions.inputId} = i.id and ${versionCounts()})
    limit 500`)
  const of = (by: Row['by']) => rows.find((row) => row.by === by) ?? { ...nothing, by, key: null }
  const { inputs: passageCount, ...passageSums } = counts(of('passages'))
  return {
    inputs: counts(of('all')),
    withoutText: of('without').inputs,
    passages: { passages: passageCount, ...passageSums },
    groups: rows.flatMap((row) =>
      row.by === 'kind' || row.by === 'size' || row.by === 'lang' || row.by === 'county'
        ? [{ by: row.by, key: row.key ?? '', ...counts(row) }]
        : [],
    ),
    findings: { all: of('findings').inputs, answered: of('findings').answered },
  }
}

const counts = ({ inputs, read, tagged, cited, answered }: Row): CoverageCounts => ({
  ...{ inputs, read, tagged, cited, answered },
})

/** The same of the inputs of several rounds of a strategy, in a line for each: for pages that name many. Kept like it. */
export async function coverageLines(
  strategyId: string,
  roundIds: readonly string[],
): Promise<Map<string, CoverageCounts>> {
  if (roundIds.length === 0) return new Map()
  const grounds = { strategyIds: [strategyId], tables: restsOn }
  const name = `coverage-lines ${roundIds.join(' ')}`
  return new Map(await keptUntilChanged(name, grounds, () => countLines(roundIds)))
}

async function countLines(roundIds: readonly string[]) {
  const these = sql`select unnest(${sql.param(`{${roundIds.join(',')}}`)}::uuid[])`
  const rows = await database().db.execute<CoverageCounts & { roundId: string }>(sql`
    with recursive ${covering(these, 'published')}
    select round_id as "roundId", ${sums} from heard group by round_id limit ${roundIds.length}`)
  return rows.map(({ roundId, ...line }) => [roundId, line] as const)
}

/** Inputs to which nothing is answered yet, on one page of their list. */
export const unansweredPerPage = 25

/** An input that anyone may read and that nothing is answered to. */
export type Unanswered = { id: string; sender: { name: string | null; kind: string }; cited: boolean }

type Round = RoundWindow & Counted & { inputsShown: InputsShown }

/**
 * One page of the published inputs that no answered finding cites or is about, by name; how many they are, and how many
 * more there are among those that are not published. Before the round shows its inputs, none is named.
 */
export function listUnanswered(round: Round, now: Date, page: number, locale: Locale = 'nb') {
  const shown = publishedInputsShown(round, now)
  const tables = [...restsOn, inputPublications, inputWithholdings]
  return keptUntilChanged(
    `unanswered ${round.id} ${shown} ${page} ${locale}`,
    { strategyIds: [round.strategyId], tables },
    () => findUnanswered(round.id, shown, page, locale),
  )
}

/** The same, looked up now; one query. */
export async function findUnanswered(roundId: string, shown: boolean, page: number, locale: Locale = 'nb') {
  type Found = {
    id: string | null
    name: string | null
    kind: string
    cited: boolean
    total: string
    others: string
  }
  const rows = await database().db.execute<Found>(sql`
    with recursive ${covering(sql`select ${roundId}::uuid`, 'published')},
    open as (
      select distinct on (heard.input_id) heard.input_id as id, heard.cited, ${inputVersions.senderKind} as kind,
        case when i.organisation_id is not null
            or ${inputVersions.naming} = 'named' and ${nameListed(inputVersions.submittedAt)}
          then ${listedName(sql`i.organisation_id`, inputVersions.senderName)} end as name
      from heard join ${inputs} i on i.id = heard.input_id
      join ${inputVersions} on ${inputVersions.inputId} = heard.input_id
      join ${inputPublications} pub on pub.version_id = ${inputVersions.id}
      where not heard.answered and ${shown} and not ${isWithheld(inputVersions.id)}
        and not ${isTakenBack(inputVersions.id)}
      order by heard.input_id, ${inputVersions.kind} = 'adopted' desc, ${inputVersions.number} desc
    ),
    totals as (select (select count(*) from open) as total,
      (select count(*) from heard where not answered) - (select count(*) from open) as others),
    page as (select * from open order by name ${inOrderOf(locale)} nulls last, id
      limit ${unansweredPerPage} offset ${(page - 1) * unansweredPerPage})
    select page.id, page.name, page.kind, page.cited, totals.* from totals left join page on true
    order by page.name ${inOrderOf(locale)} nulls last, page.id`)
  return {
    inputs: rows.flatMap(({ id, name, kind, cited }): Unanswered[] =>
      id === null ? [] : [{ id, sender: { name, kind }, cited }],
    ),
    ...{ total: Number(rows[0]?.total ?? 0), others: Number(rows[0]?.others ?? 0) },
  }
}
