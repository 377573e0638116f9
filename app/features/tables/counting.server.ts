import { type SQL, sql } from 'drizzle-orm'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { listedName, namesOf } from '#app/features/organisations/listed-name.server.ts'
import { database, type Reading } from '#app/platform/database.server.ts'
import { counties, inputs, inputVersions, organisations, passages, taggings } from '#db/schema/index.ts'
import type { Facts } from './note.ts'
import { type Counted, placements, tallies } from './placements.server.ts'
import { voices } from './standing.server.ts'
import type { Subject } from './subject.ts'
import { ALL, type Count } from './table.ts'

const after = (round: Counted, what: SQL): SQL => sql`with recursive ${voices(round.roundId)}, ${what}`

// A list is of one row, where the table has one for each theme or question.
function narrowed(subject: Subject, row: string): Subject {
  if (subject.kind === 'positions')
    return { ...subject, themes: subject.themes.filter(({ id }) => id === row) }
  if (subject.kind === 'questions')
    return { ...subject, questions: subject.questions.filter(({ id }) => id === row) }
  return subject
}

const ofThemes = new Set<Subject['kind']>(['themes', 'positions', 'theme-positions', 'question-positions'])

/** The numbers of a table and what they rest on, in one statement, so that they are of one moment. */
export async function countTable(subject: Subject, round: Counted, reading: Reading = database().db) {
  const tagged = ofThemes.has(subject.kind)
    ? sql`(select count(distinct c.input_id) from counting c where exists (select from ${passages} p
        join ${taggings} t on t.passage_id = p.id and t.removed_at is null
        where p.version_id = c.id and p.superseded_at is null))`
    : sql`0`
  type Row = { row: string | null; col: string; n: string }
  const found = await reading.execute<Row>(sql`${after(round, tallies(subject, round))}
    select row, col, n from tally where n > 0
    union all select null, fact, n from (
      select count(*) as senders, count(*) filter (where late) as late,
        count(*) filter (where adopted) as adopted, ${tagged} as tagged,
        (select count(*) from ${inputs} i where i.round_id = ${round.roundId}
          and exists (select from ${inputVersions} v where v.input_id = i.id)
          and (i.withdrawn_at is not null or not exists (select from ${inputVersions} v where v.input_id = i.id
            and not ${isTakenBack(sql`v.id`)}))) as withdrawn
      from voices) facts
    cross join lateral (values ('senders', senders), ('late', late), ('adopted', adopted), ('tagged', tagged),
      ('withdrawn', withdrawn)) as f (fact, n)`)
  const facts: Facts = { senders: 0, late: 0, adopted: 0, withdrawn: 0, tagged: 0 }
  const counts: Count[] = []
  for (const { row, col, n } of found) {
    if (row !== null) counts.push({ row, column: col, senders: Number(n) })
    else if (col in facts) facts[col as keyof Facts] = Number(n)
  }
  return { counts, facts }
}

/** A sender behind a number; without an input it is a body that has not answered. */
export type ListedSender = {
  key: string
  name: string
  kind: string
  county: string | null
  inputId: string | null
  organisationId: string | null
  sentAt: Date | null
  late: boolean
  adopted: boolean
}

/** One page of the senders in a cell, by name, and how many there are in all. */
export async function listSenders(
  subject: Subject,
  round: Counted,
  { row, column, page, size }: { row: string; column: string; page: number; size: number },
  reading: Reading = database().db,
): Promise<{ total: number; senders: ListedSender[] }> {
  const inCell = sql.join(
    [
      sql`true`,
      ...(row === ALL ? [] : [sql`row = ${row}`]),
      ...(column === ALL ? [] : [sql`col = ${column}`]),
    ],
    sql` and `,
  )
  type Row = Omit<ListedSender, 'sentAt'> & { sentAt: string | null; total: string }
  const body = namesOf({ name: sql`o.name`, officialName: sql`o.official_name` })
  const name = sql`coalesce(${listedName(sql`h.organisation_id`, sql`l.sender_name`)}, ${body})`
  const found = await reading.execute<Row>(sql`${after(round, placements(narrowed(subject, row), round))},
    here as (select distinct organisation_id, input_id from placed where ${inCell})
    select coalesce(h.input_id, h.organisation_id) as key, ${name} as name,
      coalesce(v.kind, o.kind) as kind, coalesce(c.name, l.sender_county) as county, h.input_id as "inputId",
      h.organisation_id as "organisationId", l.submitted_at as "sentAt", coalesce(v.late, false) as late, coalesce(v.adopted, false) as adopted,
      count(*) over () as total
    from here h left join voices v on v.input_id = h.input_id
    left join ${inputVersions} l on l.id = v.latest
    left join ${organisations} o on o.id = h.organisation_id 
    left join ${counties} c on c.number = coalesce(l.sender_county, o.county_number)
    order by ${name} collate "nb-NO-x-icu", key
    limit ${size} offset ${(page - 1) * size}`)
  return {
    total: Number(found[0]?.total ?? 0),
    senders: found.map(({ total: _, sentAt, ...sender }) => ({
      ...sender,
      sentAt: sentAt === null ? null : new Date(sentAt),
    })),
  }
}
