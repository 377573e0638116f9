import { type SQL, sql } from 'drizzle-orm'
import { isTakenBack } from '#app/features/inputs/taken-back.server.ts'
import { personalSlug } from '#app/features/organisations/organisation.ts'
import { database } from '#app/platform/database.server.ts'
import {
  feedbackLetters,
  inputs,
  inputVersions,
  memberships,
  organisations,
  people,
  roundFeedback,
} from '#db/schema/index.ts'
import type { SenderGroup, Writing } from './feedback.ts'

/** Somebody whose input became part of a round, and where they are written to. */
export type FeedbackSender = Writing & {
  inputId: string
  name: string
  /** Of its workspace. */
  slug: string
  /** Those who read the letter: an organisation's members, or the person. Empty: nobody can be written to. */
  recipients: string[]
}

/** Most of an organisation's members that one letter goes to. */
const mostRecipients = 100

type State = SenderGroup['state']

// Whose input stands: sent, not withdrawn, not taken back as a whole, and not later than the feedback was asked for, so
// that a letter registered afterwards is not answered by itself.
const senders = (roundId: string, condition: SQL = sql`true`): SQL => sql`
  select i.id as "inputId", i.organisation_id is null as person, o.written_form as "writtenForm", p.locale,
    coalesce(o.name, latest.sender_name) as name, coalesce(o.slug, ${personalSlug}) as slug, latest.lang,
    case when i.organisation_id is null then array_remove(array[p.email], null) else array(
      select distinct reader.email from ${memberships} m join ${people} reader on reader.id = m.person_id
      where m.organisation_id = i.organisation_id and m.ended_at is null and reader.email is not null
      order by 1 limit ${mostRecipients}) end as recipients,
    case when l.input_id is null then 'waiting' when l.sent_at is null then 'nobody' else 'sent' end as state
  from ${inputs} i
  join lateral (
    select v.sender_name, v.lang from ${inputVersions} v
    left join ${roundFeedback} asked on asked.round_id = v.round_id
    where v.input_id = i.id and not ${isTakenBack(sql`v.id`)}
      and (asked.at is null or v.submitted_at <= asked.at)
    order by v.number desc limit 1
  ) latest on true
  left join ${organisations} o on o.id = i.organisation_id
  left join ${people} p on p.id = i.person_id
  left join ${feedbackLetters} l on l.round_id = i.round_id and l.input_id = i.id
  where i.round_id = ${roundId} and i.withdrawn_at is null and ${condition}`

/** The senders of a round, alike ones together; one query whatever their number. */
export async function groupFeedbackSenders(roundId: string): Promise<SenderGroup[]> {
  const rows = await database().db.execute<SenderGroup>(sql`
    select person, "writtenForm", locale, lang, cardinality(recipients) > 0 as reachable, state, count(*)::int as count
    from (${senders(roundId)}) sender group by 1, 2, 3, 4, 5, 6 limit 1000`)
  return [...rows]
}

type Row = FeedbackSender & { state: State }

const senderOf = ({ state: _, ...row }: Row): FeedbackSender => ({ ...row })

/** The next senders that are to be written to, in a settled order. */
export async function listWaitingSenders(roundId: string, after: string | null, limit: number) {
  const next = after === null ? undefined : sql`i.id > ${after}`
  const rows = await database().db.execute<Row>(sql`
    ${senders(roundId, sql`l.input_id is null and ${next ?? sql`true`}`)} order by i.id limit ${limit}`)
  return rows.map(senderOf)
}

/** A sender of a round by its input; null when there is none. */
export async function findFeedbackSender(roundId: string, inputId: string): Promise<FeedbackSender | null> {
  const [row] = await database().db.execute<Row>(sql`${senders(roundId, sql`i.id = ${inputId}`)} limit 1`)
  return row ? senderOf(row) : null
}

/** Most senders one can choose a preview among, and that are named as those nobody can write to. */
const mostChoices = 500
export const mostNamed = 200

/** The senders somebody can look at the letter of, by name. */
export async function listFeedbackSenders(roundId: string) {
  const rows = await database().db.execute<Row>(sql`select * from (${senders(roundId)}) sender
    order by name collate "nb-NO-x-icu", "inputId" limit ${mostChoices}`)
  return rows.map(({ inputId, name }) => ({ inputId, name }))
}

/** The names of those that no letter goes to; `begun`: those there was nobody to write to when their turn came. */
export async function listUnreachable(roundId: string, begun: boolean) {
  const which = begun ? sql`state = 'nobody'` : sql`cardinality(recipients) = 0`
  const rows = await database().db.execute<Row>(sql`select * from (${senders(roundId)}) sender where ${which}
    order by name collate "nb-NO-x-icu", "inputId" limit ${mostNamed}`)
  return rows.map(({ inputId, name }) => ({ inputId, name }))
}
