import { type SQL, sql } from 'drizzle-orm'
import { themeAbove } from '#app/features/analysis/theme-line.server.ts'
import {
  answers,
  invitations,
  organisations,
  passages,
  questions,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { type AskedQuestion, NO_COUNTY } from './layout.ts'
import { ids, knownKind, words } from './standing.server.ts'
import type { Subject } from './subject.ts'

/** Which round is counted, of which strategy. */
export type Counted = { roundId: string; strategyId: string }

/**
 * Who stands where in a table: `placed (organisation_id, input_id, row, col)`, each sender at most once in a cell, after
 * `counting` and `voices`. The numbers of a table and the list behind each are read from the same rows, so they cannot
 * disagree. The rules in words are those of placing.ts.
 */
export function placements(subject: Subject, round: Counted): SQL {
  switch (subject.kind) {
    case 'received':
      return received(round)
    case 'counties':
      return counties(round, subject.day)
    case 'questions':
      return ofQuestions(idsOf(subject.questions))
    case 'question':
      return ofQuestion(subject.question)
    case 'question-positions':
      return ofAnswers(subject.question)
    case 'themes':
      return ofThemes(round)
    case 'positions':
      return ofPositions(round, idsOf(subject.themes), sql`theme_id::text`)
    case 'theme-positions':
      return ofPositions(round, [subject.theme.id], sql`kind`)
  }
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

const invited = (roundId: string) => sql`(select n.organisation_id from ${invitations} n
  where n.round_id = ${roundId} and n.invited_at is not null)`

// A column for each condition that holds.
const columnsWhere = (conditions: Record<string, SQL>) =>
  sql`cross join lateral (values ${sql.join(
    Object.entries(conditions).map(([column, holds]) => sql`(${column}::text, ${holds})`),
    sql`, `,
  )}) as c (col, here)`

const received = ({ roundId }: Counted) => sql`
  bodies as (
    select coalesce(v.organisation_id, n.organisation_id) as organisation_id, v.input_id,
      coalesce(v.kind, ${knownKind(sql`o.kind`)}) as kind, n.organisation_id is not null as invited,
      v.input_id is not null as heard, v.no_remarks, v.late
    from voices v full join ${invited(roundId)} n on n.organisation_id = v.organisation_id
    left join ${organisations} o on o.id = n.organisation_id),
  placed as (
    select organisation_id, input_id, kind as row, col from bodies ${columnsWhere({
      invited: sql`invited`,
      answered: sql`invited and heard`,
      'with-remarks': sql`invited and heard and not no_remarks`,
      'no-remarks': sql`invited and no_remarks`,
      late: sql`invited and late`,
      silent: sql`invited and not heard`,
      uninvited: sql`not invited`,
    })} where here)`

const counties = ({ roundId }: Counted, day: string) => sql`
  bodies as (
    select o.id as organisation_id, v.input_id, coalesce(o.county_number, ${NO_COUNTY}) as row,
      n.organisation_id is not null as invited, v.input_id is not null as heard, v.no_remarks, v.late
    from ${organisations} o left join voices v on v.organisation_id = o.id
    left join ${invited(roundId)} n on n.organisation_id = o.id
    where o.kind = 'municipality' and (v.input_id is not null or n.organisation_id is not null or (o.listed
      and (o.valid_from is null or o.valid_from <= ${day}::date)
      and (o.valid_to is null or o.valid_to >= ${day}::date)))),
  placed as (
    select organisation_id, input_id, row, col from bodies ${columnsWhere({
      municipalities: sql`true`,
      invited: sql`invited`,
      'with-remarks': sql`heard and not no_remarks`,
      'no-remarks': sql`no_remarks`,
      'not-heard': sql`not heard`,
      late: sql`late`,
    })} where here)`

// Whether an answer says anything: a row may stand without.
const says = sql`(a.choice is not null or a.data is not null or coalesce(a.canonical_text, '') <> '')`

const asks = (kind: SQL, askedOf: SQL, given: SQL) =>
  sql`(${given} or ${askedOf} is null or ${kind} = any(${askedOf}))`

const givenTo = (listed: readonly string[]) => sql`
  given as (
    select distinct c.input_id, a.question_id from counting c join ${answers} a on a.version_id = c.id
    where a.question_id = any(${ids(listed)}) and ${says})`

const ofQuestions = (listed: readonly string[]) => sql`${givenTo(listed)},
  placed as (
    select v.organisation_id, v.input_id, q.id::text as row, col
    from voices v cross join ${questions} q
    left join given g on g.input_id = v.input_id and g.question_id = q.id
    cross join lateral (values ('asked'), (case when g.input_id is not null then 'answered'
      when v.no_remarks then 'no-remarks' else 'unanswered' end)) as c (col)
    where q.id = any(${ids(listed)})
      and ${asks(sql`v.kind`, sql`q.asked_of`, sql`g.input_id is not null`)})`

// Each sender that was asked a question, with the answer that counts. Whoever answered was asked.
const asked = ({ id, askedOf }: AskedQuestion) => sql`
  given as (
    select distinct on (c.input_id) c.input_id, a.choice, a.data
    from counting c join ${answers} a on a.version_id = c.id
    where a.question_id = ${id} and ${says}
    order by c.input_id, (c.kind = 'adopted') desc, c.submitted_at desc, c.number desc),
  asked as (
    select v.*, g.input_id is not null as answered, g.choice, g.data
    from voices v left join given g on g.input_id = v.input_id
    where ${asks(sql`v.kind`, askedOf === null ? sql`null::text[]` : words(askedOf), sql`g.input_id is not null`)})`

function ofQuestion(question: AskedQuestion): SQL {
  return sql`${asked(question)},
  placed as (
    select organisation_id, input_id, kind as row, col from asked cross join lateral (
      select 'asked' as col
      union all select case when no_remarks then 'no-remarks' else 'unanswered' end where not answered
      union all ${columnsOfAnswer(question)}) as c)`
}

function columnsOfAnswer({ kind, options }: AskedQuestion): SQL {
  if (options === null) return sql`select 'answered' where answered`
  const known = words([...options.map(({ key }) => key), ...(kind === 'scale' ? ['no-opinion'] : [])])
  const chosen =
    kind === 'multiple-choice'
      ? sql`select distinct jsonb_array_elements_text(data -> 'choices') as key where answered`
      : sql`select ${kind === 'ranking' ? sql`data -> 'order' ->> 0` : sql`choice`} as key where answered`
  return sql`select 'o-' || key from (${chosen}) chosen where key = any(${known})
    union all select 'without-choice' where answered
      and not exists (select from (${chosen}) chosen where key = any(${known}))`
}

// The same as standingOf of the analysis room, of what a sender's passages say between them.
const standing = sql`case
  when taken is null then null
  when (said && '{supports,supports-with-remarks}')::int + ('against' = any(said))::int
    + ('unclear' = any(said))::int > 1 then 'unclear'
  when 'against' = any(said) then 'against'
  when 'supports-with-remarks' = any(said) then 'supports-with-remarks'
  when 'supports' = any(said) then 'supports'
  when 'unclear' = any(said) then 'unclear'
  when 'neutral' = any(said) then 'neutral'
  else 'mentioned' end`

const taggingsOf = (narrowed: SQL) => sql`counting c
  join ${passages} p on p.version_id = c.id and p.superseded_at is null
  join ${taggings} t on t.passage_id = p.id and t.removed_at is null ${narrowed}`

const said = sql`true as taken, array_agg(distinct coalesce(t.position, '')) as said`

function ofAnswers(question: AskedQuestion): SQL {
  return sql`${asked(question)},
  taken as (
    select c.input_id, ${said} from ${taggingsOf(sql``)} where p.question_id = ${question.id} group by c.input_id),
  placed as (
    select organisation_id, input_id, kind as row, col from asked left join taken using (input_id)
    cross join lateral (values ('asked'), (coalesce(${standing}, case when answered then 'mentioned'
      when no_remarks then 'no-remarks' else 'unanswered' end))) as c (col))`
}

// Every theme with itself and all it belongs to: who took up a theme also took up the one above it, or the one that it
// became part of.
const lineage = ({ strategyId }: Counted) => sql`
  lineage as (
    select h.id as under_id, h.id as theme_id, ${themeAbove(sql`h`)} as above from ${themes} h
      where h.strategy_id = ${strategyId}
    union select l.under_id, h.id, ${themeAbove(sql`h`)} from lineage l join ${themes} h on h.id = l.above)`

const withLineage = sql`and t.theme_id is not null join lineage l on l.under_id = t.theme_id`

const ofThemes = (round: Counted) => sql`${lineage(round)},
  taken as materialized (
    select distinct v.organisation_id, v.input_id, v.kind, l.theme_id
    from ${taggingsOf(withLineage)} join voices v on v.input_id = c.input_id),
  placed as (
    select organisation_id, input_id, 'answered' as row, kind as col from voices
    union all select organisation_id, input_id, theme_id::text, kind from taken
    union all select organisation_id, input_id, case when no_remarks then 'no-remarks' else 'none' end, kind
      from voices v where not exists (select from taken t where t.input_id = v.input_id))`

const takenOf = (round: Counted, listed: readonly string[]) => sql`${lineage(round)},
  said as (
    select c.input_id, l.theme_id, ${said} from ${taggingsOf(withLineage)}
    where l.theme_id = any(${ids(listed)}) group by c.input_id, l.theme_id),
  taken as materialized (select input_id, theme_id, ${standing} as col from said)`

const ofPositions = (round: Counted, listed: readonly string[], row: SQL) => sql`${takenOf(round, listed)},
  placed as (
    select v.organisation_id, v.input_id, ${row} as row, c.col
    from voices v cross join unnest(${ids(listed)}) as theme_id
    left join taken t using (input_id, theme_id)
    cross join lateral (values ('answered'),
      (coalesce(t.col, case when no_remarks then 'no-remarks' else 'not-touched' end))) as c (col))`

/**
 * The numbers of a table, `tally (row, col, n)`. Two tables have a place for every sender in every row, which few have
 * said anything about: there the rest is what is left of all, and nobody is placed to be counted.
 */
export function tallies(subject: Subject, round: Counted): SQL {
  if (subject.kind === 'positions') return tallyOfPositions(round, idsOf(subject.themes))
  if (subject.kind === 'questions') return tallyOfQuestions(idsOf(subject.questions))
  return sql`${placements(subject, round)},
  tally as (select row, col, count(*) as n from placed group by row, col)`
}

const tallyOfPositions = (round: Counted, listed: readonly string[]) => sql`${takenOf(round, listed)},
  stood as (
    select theme_id, t.col, count(*) as n, count(*) filter (where v.no_remarks) as no_remarks
    from taken t join voices v using (input_id) group by theme_id, t.col),
  everybody as (select count(*) as n, count(*) filter (where no_remarks) as no_remarks from voices),
  lines as (
    select theme_id, e.n, e.no_remarks - coalesce(sum(s.no_remarks), 0) as no_remarks,
      e.n - coalesce(sum(s.n), 0) as left_over
    from unnest(${ids(listed)}) as theme_id cross join everybody e left join stood s using (theme_id)
    group by theme_id, e.n, e.no_remarks),
  tally as (
    select theme_id::text as row, col, n from stood
    union all select theme_id::text, c.col, c.n from lines cross join lateral (values ('answered', n),
      ('no-remarks', no_remarks), ('not-touched', left_over - no_remarks)) as c (col, n))`

const tallyOfQuestions = (listed: readonly string[]) => sql`${givenTo(listed)},
  answered as (
    select g.question_id, v.kind, count(*) as n, count(*) filter (where v.no_remarks) as no_remarks
    from given g join voices v using (input_id) group by g.question_id, v.kind),
  kinds as (select kind, count(*) as n, count(*) filter (where no_remarks) as no_remarks from voices group by kind),
  lines as (
    select q.id, sum(case when here.asked then k.n else coalesce(a.n, 0) end) as asked, coalesce(sum(a.n), 0) as answered,
      coalesce(sum(k.no_remarks - coalesce(a.no_remarks, 0)) filter (where here.asked), 0) as no_remarks
    from ${questions} q cross join kinds k
    cross join lateral (select q.asked_of is null or k.kind = any(q.asked_of) as asked) here
    left join answered a on a.question_id = q.id and a.kind = k.kind
    where q.id = any(${ids(listed)}) group by q.id),
  tally as (
    select id::text as row, c.col, c.n from lines cross join lateral (values ('asked', asked), ('answered', answered),
      ('no-remarks', no_remarks), ('unanswered', asked - answered - no_remarks)) as c (col, n))`
