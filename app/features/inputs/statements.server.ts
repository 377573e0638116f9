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
  questionnaires,
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
  questions: { id: string; required: boolean; answered: boolean; digest: string | null; sealed: boolean }[]
  comments: { id: string; digest: string | null }[]
  files: { id: string; digest: string }[]
}

const list = (rows: ReturnType<typeof sql>) => sql`(select coalesce(json_agg(x), '[]') from (${rows}) x)`

/**
 * The input, its sender, its round, the database's clock, what was sent before, and of everything in the draft whether
 * it is answered and its digest: no texts. One statement, so all of it as it stood at one moment.
 */
export const readDraft = spoken<DraftRead>(
  () => sql`
  select i.strategy_id as "strategyId", i.round_id as "roundId", i.organisation_id as "organisationId",
    i.person_id as "personId", i.naming, i.withdrawn_at as "withdrawnAt", i.draft_revision as "draftRevision",
    coalesce(o.name, p.name) as "senderName", s.kind as "senderKind", o.organisation_number as "senderNumber",
    o.county_number as "senderCounty", o.written_form as "writtenForm",
    coalesce(o.approval_required, false) as "approvalRequired",
    case when o.approval_required then (
      select json_build_object('kind', g.kind, 'draftRevision', g.draft_revision) from ${signOffs} g
      where g.input_id = i.id order by g.at desc, g.id desc limit 1) end as "signOff",
    r.opens_at as "opensAt", r.deadline_at as "deadlineAt", r.accepts_late_until as "acceptsLateUntil",
    r.closed_at as "closedAt", (r.group_deadlines ->> s.kind)::timestamptz as "groupDeadlineAt",
    n.extended_until as "extendedUntil", r.allows_corrections as "allowsCorrections", r.xmin::text as "roundState",
    clock_timestamp() as now,
    coalesce((select max(v.number) from ${inputVersions} v where v.input_id = i.id), 0) as "lastNumber",
    exists (select from ${inputVersions} v where v.input_id = i.id and v.kind <> 'registered') as "sentBefore",
    ${text('as')} = 'adopted' and exists (
      select from ${inputVersions} v where v.input_id = i.id and v.kind = 'adopted') as "adoptedBefore",
    (select json_build_object('versionId', v.id, 'receiptNumber', v.receipt_number, 'submittedAt', v.submitted_at,
        'lateAt', v.late_at)
      from ${inputVersions} v where v.input_id = i.id and v.idempotency_key = ${text('key')}) as again,
    ${list(sql`
      select ${questions.id}, ${questions.required}, coalesce(d.answered, false) as answered, d.digest,
        d.digest is not null or num_nonnulls(d.body, d.choice, d.data) = 0 as sealed
      from ${questionnaires} q join ${questions} on ${questions.questionnaireId} = q.id
      left join ${draftAnswers} d on d.input_id = i.id and d.question_id = ${questions.id}
      where q.round_id = i.round_id and ${isAskedOf(sql`s.kind`)} limit 500`)} as questions,
    ${list(sql`
      select c.id, c.digest from ${draftComments} c
      where c.input_id = i.id and c.removed_at is null limit 10000`)} as comments,
    ${list(sql`
      select f.id, f.sha256 as digest from ${attachments} f
      where f.input_id = i.id and f.removed_at is null limit 1000`)} as files
  from ${inputs} i
  join ${rounds} r on r.id = i.round_id
  left join ${organisations} o on o.id = i.organisation_id
  left join ${people} p on p.id = i.person_id
  cross join lateral (select coalesce(o.kind, 'person') as kind) s
  left join ${invitations} n on n.round_id = i.round_id and n.organisation_id = i.organisation_id
  where i.id = ${uuid('inputId')}`,
)

/** Held against every other save and submission of the input. */
export const holdDraft = spoken<{ id: string }>(
  () => sql`select i.id from ${inputs} i where i.id = ${uuid('inputId')} for update`,
)

/** A list of (new id, id of what is copied, its digest), as three columns of equal length. */
const sent = (name: string) =>
  sql`unnest(${given(`${name}New`)}::uuid[], ${given(`${name}Ids`)}::uuid[], ${given(`${name}Digests`)}::text[])`

/** What of a version its receipt tells. */
export type Frozen = { at: string; receiptNumber: string; whole: number }

/**
 * Receives the draft, if what the decision rests on still holds: the input and the round are as they were read, and the
 * database's clock, read when both are held, has not passed the moment until which it was decided. Otherwise no row,
 * and nothing is written. Held are the input against every other save and submission, and the round against the closing
 * step, which takes its row for itself: what is received is received before the count.
 *
 * The statement looks at everything else as it was when it began, also where it waited for a lock. So nothing else is
 * looked at but what is copied, and that only if its digest is the one that was read: a version that is not whole is a
 * division by zero, which takes everything back. The text that is hashed is given but for the number and the moment.
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
  version as (
    insert into ${inputVersions} (id, strategy_id, round_id, input_id, number, kind, sender_name, sender_kind,
      sender_number, sender_county, lang, submitted_at, submitted_by, deadline_at, late_at, no_remarks, naming, handling,
      receipt_sequence, receipt_number, content_hash, idempotency_key)
    select ${uuid('versionId')}, strategy_id, round_id, id, ${given('number')}::integer, ${text('kind')},
      ${text('senderName')}, ${text('senderKind')}, ${text('senderNumber')}, ${text('senderCounty')}, ${text('lang')},
      at, ${uuid('submittedBy')}, ${given('deadlineAt')}::timestamptz, case when ${given('late')}::boolean then at end,
      ${given('noRemarks')}::boolean, ${text('naming')}, ${text('handling')}::jsonb, sequence, receipt_number,
      encode(sha256(convert_to(${text('before')} || receipt_number || ${text('between')}
        || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ${text('after')}, 'UTF8')), 'hex'),
      ${text('key')}
    from received
    returning id, strategy_id, input_id),
  said as (
    insert into ${answers} (id, strategy_id, version_id, question_id, paragraph_id, anchor, body, choice, data,
      importance, canonical_text, digest)
    select s.id, version.strategy_id, version.id, d.question_id, null, null, d.body, d.choice, d.data, d.importance,
      d.canonical_text, d.digest
    from version cross join ${sent('answers')} as s(id, of, digest)
    join ${draftAnswers} d on d.input_id = version.input_id and d.question_id = s.of and d.digest = s.digest
    union all
    select s.id, version.strategy_id, version.id, null, c.paragraph_id, c.anchor, c.body, c.stance,
      jsonb_build_object('proposal', c.proposal, 'reason', c.reason), null, c.canonical_text, c.digest
    from version cross join ${sent('comments')} as s(id, of, digest)
    join ${draftComments} c on c.id = s.of and c.input_id = version.input_id and c.digest = s.digest
    returning id),
  files as (
    insert into ${versionAttachments} (strategy_id, version_id, attachment_id)
    select version.strategy_id, version.id, f.id
    from version cross join unnest(${given('filesIds')}::uuid[], ${given('filesDigests')}::text[]) as s(of, digest)
    join ${attachments} f on f.id = s.of and f.input_id = version.input_id and f.sha256 = s.digest
    returning attachment_id),
  event as (
    insert into ${auditEvents} (id, at, type, actor_id, strategy_id, subject_id, data)
    select ${uuid('eventId')}, received.at, ${text('eventType')}, ${uuid('actorId')}, version.strategy_id, version.id,
      jsonb_build_object('inputId', version.input_id)
    from version cross join received
    returning id),
  on_its_way as (insert into ${eventOutbox} (event_id) select id from event)
  select at, receipt_number as "receiptNumber",
    1 / ((select count(*) from said) + (select count(*) from files) = ${given('parts')}::integer)::integer as whole
  from received`,
)
