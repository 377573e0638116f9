import { sql } from 'drizzle-orm'
import { isAskedOf } from '#app/features/questionnaires/asked.server.ts'
import { spoken } from '#app/platform/prepared.server.ts'
import {
  answers,
  attachments,
  auditEvents,
  draftAnswers,
  draftComments,
  eventOutbox,
  inputs,
  inputVersions,
  invitations,
  organisations,
  people,
  questions,
  rounds,
  signOffs,
  versionAttachments,
} from '#db/schema/index.ts'
import type { SignOff } from './sign-off.ts'

// What submitting says to the database: two statements, because everybody submits in the last hour before a deadline.

const given = sql.placeholder
const uuid = (name: string) => sql`${given(name)}::uuid`
const text = (name: string) => sql`${given(name)}::text`

/** A version that was received under the same key before. */
type Received = { versionId: string; receiptNumber: string; submittedAt: string; lateAt: string | null }

/** What deciding about a submission rests on. Times are as the database writes them. */
export type DraftRead = {
  strategyId: string
  roundId: string
  organisationId: string | null
  personId: string | null
  naming: string | null
  withdrawnAt: string | null
  draftRevision: number
  senderName: string
  senderKind: string
  senderNumber: string | null
  senderCounty: string | null
  writtenForm: string | null
  approvalRequired: boolean
  signOff: SignOff | null
  opensAt: string
  deadlineAt: string
  acceptsLateUntil: string | null
  closedAt: string | null
  groupDeadlineAt: string | null
  extendedUntil: string | null
  allowsCorrections: boolean
  roundState: string
  now: string
  lastNumber: number
  sentBefore: boolean
  adoptedBefore: boolean
  again: Received | null
  /** Required questions without an answer, and answers that say something: of the questions this sender is asked. */
  missing: number
  answered: number
  /** Answered questions that this sender is not asked; they are not sent. */
  stray: string[] | null
  comments: number
  files: number
  /** Answers and comments saved before saving made their digests. */
  unsealed: number
}

/**
 * The input, its sender, its round, the database's clock, what was sent before, and how much is written: no texts. One
 * statement, so all of it as it stood at one moment. Few steps: starting each costs more than what it finds.
 */
export const readDraft = spoken<DraftRead>(() => {
  const kind = sql`coalesce(o.kind, 'person')`
  const answered = sql`coalesce(d.answered, false)`
  const asked = isAskedOf(kind)
  return sql`
  select i.strategy_id as "strategyId", i.round_id as "roundId", i.organisation_id as "organisationId",
    i.person_id as "personId", i.naming, i.withdrawn_at as "withdrawnAt", i.draft_revision as "draftRevision",
    coalesce(o.name, (select p.name from ${people} p where p.id = i.person_id)) as "senderName",
    ${kind} as "senderKind", o.organisation_number as "senderNumber", o.county_number as "senderCounty",
    o.written_form as "writtenForm", coalesce(o.approval_required, false) as "approvalRequired",
    case when o.approval_required then (
      select json_build_object('kind', g.kind, 'draftRevision', g.draft_revision) from ${signOffs} g
      where g.input_id = i.id order by g.at desc, g.id desc limit 1) end as "signOff",
    r.opens_at as "opensAt", r.deadline_at as "deadlineAt", r.accepts_late_until as "acceptsLateUntil",
    r.closed_at as "closedAt", (r.group_deadlines ->> ${kind})::timestamptz as "groupDeadlineAt",
    (select n.extended_until from ${invitations} n
      where n.round_id = i.round_id and n.organisation_id = i.organisation_id) as "extendedUntil",
    r.allows_corrections as "allowsCorrections", r.xmin::text as "roundState", clock_timestamp() as now,
    coalesce((select max(v.number) from ${inputVersions} v where v.input_id = i.id), 0) as "lastNumber",
    exists (select from ${inputVersions} v where v.input_id = i.id and v.kind <> 'registered') as "sentBefore",
    ${text('as')} = 'adopted' and exists (
      select from ${inputVersions} v where v.input_id = i.id and v.kind = 'adopted') as "adoptedBefore",
    (select json_build_object('versionId', v.id, 'receiptNumber', v.receipt_number, 'submittedAt', v.submitted_at,
        'lateAt', v.late_at)
      from ${inputVersions} v where v.input_id = i.id and v.idempotency_key = ${text('key')}) as again,
    w.missing, w.answered, w.stray, c.comments, f.files, w.unsealed + c.unsealed as unsealed
  from ${inputs} i
  join ${rounds} r on r.id = i.round_id
  left join ${organisations} o on o.id = i.organisation_id
  cross join lateral (
    select count(*) filter (where ${questions.required} and ${asked} and not ${answered})::integer as missing,
      count(*) filter (where ${answered} and ${asked})::integer as answered,
      json_agg(${questions.id}) filter (where ${answered} and not ${asked}) as stray,
      count(*) filter (where d.digest is null and num_nonnulls(d.body, d.choice, d.data) > 0)::integer as unsealed
    from ${questions} left join ${draftAnswers} d on d.input_id = i.id and d.question_id = ${questions.id}
    where ${questions.roundId} = i.round_id) w
  cross join lateral (
    select count(*)::integer as comments, count(*) filter (where c.digest is null)::integer as unsealed
    from ${draftComments} c where c.input_id = i.id and c.removed_at is null) c
  cross join lateral (
    select count(*)::integer as files from ${attachments} f where f.input_id = i.id and f.removed_at is null) f
  where i.id = ${uuid('inputId')}`
})

/** Held against every other save and submission of the input. */
export const holdDraft = spoken<{ id: string }>(
  () => sql`select i.id from ${inputs} i where i.id = ${uuid('inputId')} for update`,
)

/** What of a version its receipt tells. */
export type Frozen = { at: string; receiptNumber: string; whole: number }

// A new id whose time is the version's (UUID version 7) and whose chance is its own. Made here: it is one less to send.
const newId = sql`(left(${text('versionId')}, 15) || substr(gen_random_uuid()::text, 16))::uuid`

/** The digests of a list as its JSON has them. */
const digests = (from: string) =>
  sql`coalesce((select string_agg('"' || x.digest || '"', ',' order by x.digest collate "C") from ${sql.raw(from)} x), '')`

/**
 * Receives the draft, if what the decision rests on still holds: the input and the round are as they were read, and the
 * database's clock, read when both are held, has not passed the moment until which it was decided. Otherwise no row,
 * and nothing is written. Held are the input against every other save and submission, and the round against the closing
 * step, which takes its row for itself: what is received is received before the count.
 *
 * The statement looks at everything else as it was when it began, also where it waited for a lock. Of a draft that is at
 * the revision that was read, that is what was read: every change of any part makes another. What is copied and what is
 * hashed are the same rows; the text that is hashed is given but for their digests, the number and the moment. If they
 * are not as many as was decided on, a division by zero takes everything back.
 */
export const freezeDraft = spoken<Frozen>(
  () => sql`
  with held as materialized (
    select i.id, i.strategy_id, i.round_id from ${inputs} i
    where i.id = ${uuid('inputId')} and i.draft_revision = ${given('draftRevision')}::integer
      and i.withdrawn_at is null for update),
  kept as materialized (
    select r.id from ${rounds} r where r.id = ${uuid('roundId')} and r.xmin::text = ${text('roundState')}
      and exists (select from held) for share),
  moment as materialized (
    select held.*, date_trunc('milliseconds', clock_timestamp()) as at from held cross join kept),
  numbered as materialized (
    select moment.*, nextval('receipt_sequence') as sequence from moment
    where moment.at <= ${given('until')}::timestamptz),
  received as materialized (
    select numbered.*, to_char(at at time zone 'Europe/Oslo', 'YYYY') || '-'
      || repeat('0', 6 - length(sequence::text)) || sequence as receipt_number from numbered),
  written as materialized (
    select d.question_id, null::uuid as paragraph_id, null::jsonb as anchor, d.body, d.choice, d.data, d.importance,
      d.canonical_text, d.digest
    from received join ${draftAnswers} d on d.input_id = received.id
    where d.answered and not ${given('noRemarks')}::boolean and d.question_id <> all(${given('stray')}::uuid[])
    union all
    select null, c.paragraph_id, c.anchor, c.body, null, null, null, c.canonical_text, c.digest
    from received join ${draftComments} c on c.input_id = received.id
    where c.removed_at is null and not ${given('noRemarks')}::boolean),
  enclosed as materialized (
    select f.id, f.sha256 as digest from received join ${attachments} f on f.input_id = received.id
    where f.removed_at is null and not ${given('noRemarks')}::boolean),
  version as (
    insert into ${inputVersions} (id, strategy_id, round_id, input_id, number, kind, sender_name, sender_kind,
      sender_number, sender_county, lang, submitted_at, submitted_by, deadline_at, late_at, no_remarks, naming, handling,
      receipt_sequence, receipt_number, content_hash, idempotency_key)
    select ${uuid('versionId')}, strategy_id, round_id, id, ${given('number')}::integer, ${text('kind')},
      ${text('senderName')}, ${text('senderKind')}, ${text('senderNumber')}, ${text('senderCounty')}, ${text('lang')},
      at, ${uuid('submittedBy')}, ${given('deadlineAt')}::timestamptz, case when ${given('late')}::boolean then at end,
      ${given('noRemarks')}::boolean, ${text('naming')}, ${text('handling')}::jsonb, sequence, receipt_number,
      encode(sha256(convert_to(${text('beforeAnswers')} || ${digests('written')} || ${text('beforeFiles')}
        || ${digests('enclosed')} || ${text('beforeNumber')} || receipt_number || ${text('beforeMoment')}
        || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ${text('afterMoment')}, 'UTF8')), 'hex'),
      ${text('key')}
    from received),
  said as (
    insert into ${answers} (id, strategy_id, version_id, question_id, paragraph_id, anchor, body, choice, data,
      importance, canonical_text, digest)
    select ${newId}, received.strategy_id, ${uuid('versionId')}, written.* from received cross join written
    returning id),
  files as (
    insert into ${versionAttachments} (strategy_id, version_id, attachment_id)
    select received.strategy_id, ${uuid('versionId')}, enclosed.id from received cross join enclosed
    returning attachment_id),
  event as (
    insert into ${auditEvents} (id, at, type, actor_id, strategy_id, subject_id, data)
    select ${uuid('eventId')}, at, ${text('eventType')}, ${uuid('actorId')}, strategy_id, ${uuid('versionId')},
      jsonb_build_object('inputId', id)
    from received),
  on_its_way as (insert into ${eventOutbox} (event_id) select ${uuid('eventId')} from received)
  select at, receipt_number as "receiptNumber",
    1 / ((select count(*) from said) + (select count(*) from files) = ${given('parts')}::integer)::integer as whole
  from received`,
)
