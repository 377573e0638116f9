import { type SQL, sql } from 'drizzle-orm'
import { isAskedOf } from '#app/features/questionnaires/asked.server.ts'
import type { Transaction } from '#app/platform/database.server.ts'
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
import type { Sending } from './sending.ts'
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
const reading = (adopted: boolean) => {
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
    ${adopted ? sql`exists (select from ${inputVersions} v where v.input_id = i.id and v.kind = 'adopted')` : sql`false`}
      as "adoptedBefore",
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
    from ${questionnaires} q join ${questions} on ${questions.questionnaireId} = q.id
    left join ${draftAnswers} d on d.input_id = i.id and d.question_id = ${questions.id}
    where q.round_id = i.round_id) w
  cross join lateral (
    select count(*)::integer as comments, count(*) filter (where c.digest is null)::integer as unsealed
    from ${draftComments} c where c.input_id = i.id and c.removed_at is null) c
  cross join lateral (
    select count(*)::integer as files from ${attachments} f where f.input_id = i.id and f.removed_at is null) f
  where i.id = ${uuid('inputId')}`
}

// Two statements, not a value given: a plan that hangs on what is given is made anew every time, which takes longer than
// reading does.
const readers = {
  adopted: spoken<DraftRead>(() => reading(true)),
  other: spoken<DraftRead>(() => reading(false)),
}

/** Reads the draft for what it is sent as, under the key of its form. */
export function readDraft(
  tx: Transaction | null,
  { as, ...asked }: { inputId: string; key: string; as: Sending['as'] },
): Promise<DraftRead[]> {
  return readers[as === 'adopted' ? as : 'other'](tx, asked)
}

/** Held against every other save and submission of the input. */
export const holdDraft = spoken<{ id: string }>(
  () => sql`select i.id from ${inputs} i where i.id = ${uuid('inputId')} for update`,
)

/** What of a version its receipt tells. */
export type Frozen = { at: string; receiptNumber: string }

// A new id whose time is the version's (UUID version 7) and whose chance is its own. Made here: it is one less to send.
const newId = sql`(left(${text('versionId')}, 15) || substr(gen_random_uuid()::text, 16))::uuid`

const answersOf = (input: string) => sql`from ${draftAnswers} d
  where d.input_id = ${sql.raw(input)} and d.answered and d.question_id <> all(${given('stray')}::uuid[])`
const commentsOf = (input: string) => sql`from ${draftComments} c
  where c.input_id = ${sql.raw(input)} and c.removed_at is null`
const filesOf = (input: string) => sql`from ${attachments} f
  where f.input_id = ${sql.raw(input)} and f.removed_at is null`

/** The digests of a list as its JSON has them, and how many they are. */
const digestsOf = (rows: SQL) =>
  sql`select count(*), string_agg('"' || x.digest || '"', ',' order by x.digest collate "C") as digests from (${rows}) x`

/** What is copied besides the version: everything, answers only where there is nothing else, or nothing. */
const copies = { everything: ['answers', 'comments', 'files'], answers: ['answers'], nothing: [] } as const

/**
 * Receives the draft, if what the decision rests on still holds: the input and the round are as they were read, and the
 * database's clock, read when both are held, has not passed the moment until which it was decided. Otherwise no row,
 * and nothing is written. Held are the input against every other save and submission, and the round against the closing
 * step, which takes its row for itself: what is received is received before the count.
 *
 * The statement looks at everything else as it was when it began, also where it waited for a lock. Of a draft that is at
 * the revision that was read, that is what was read: every change of any part makes another. They must also be as many.
 * What is hashed are the digests of what is copied; the text around them is given, but for the number and the moment.
 */
const freezing = (what: keyof typeof copies) => {
  const copied: readonly string[] = copies[what]
  const nothing = sql`select null::text as digest where false`
  const spokenOf = [
    copied.includes('answers') && sql`select d.digest ${answersOf('held.id')}`,
    copied.includes('comments') && sql`select c.digest ${commentsOf('held.id')}`,
  ].filter((rows) => rows !== false)
  const said = spokenOf.length > 0 ? sql.join(spokenOf, sql` union all `) : nothing
  const enclosed = copied.includes('files') ? sql`select f.sha256 as digest ${filesOf('held.id')}` : nothing
  return sql`
  with held as materialized (
    select i.id, i.strategy_id from ${inputs} i join ${rounds} r on r.id = i.round_id
    where i.id = ${uuid('inputId')} and i.draft_revision = ${given('draftRevision')}::integer
      and i.withdrawn_at is null and r.xmin::text = ${text('roundState')} for update of i for share of r),
  received as materialized (
    select numbered.*, to_char(at at time zone 'Europe/Oslo', 'YYYY') || '-'
      || repeat('0', 6 - length(sequence::text)) || sequence as receipt_number
    from (
      select held.*, said.digests as said, enclosed.digests as enclosed, nextval('receipt_sequence') as sequence
      from (select held.*, date_trunc('milliseconds', clock_timestamp()) as at from held) held
      cross join lateral (${digestsOf(said)}) said
      cross join lateral (${digestsOf(enclosed)}) enclosed
      where held.at <= ${given('until')}::timestamptz
        and said.count = ${given('answers')}::integer and enclosed.count = ${given('files')}::integer
    ) numbered),
  version as (
    insert into ${inputVersions} (id, strategy_id, round_id, input_id, number, kind, sender_name, sender_kind,
      sender_number, sender_county, lang, submitted_at, submitted_by, deadline_at, late_at, no_remarks, naming, handling,
      receipt_sequence, receipt_number, content_hash, idempotency_key)
    select ${uuid('versionId')}, strategy_id, ${uuid('roundId')}, id, ${given('number')}::integer, ${text('kind')},
      ${text('senderName')}, ${text('senderKind')}, ${text('senderNumber')}, ${text('senderCounty')}, ${text('lang')},
      at, ${uuid('submittedBy')}, ${given('deadlineAt')}::timestamptz, case when ${given('late')}::boolean then at end,
      ${given('noRemarks')}::boolean, ${text('naming')}, ${text('handling')}::jsonb, sequence, receipt_number,
      encode(sha256(convert_to(${text('beforeAnswers')} || coalesce(said, '') || ${text('beforeFiles')}
        || coalesce(enclosed, '') || ${text('beforeNumber')} || receipt_number || ${text('beforeMoment')}
        || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ${text('afterMoment')}, 'UTF8')), 'hex'),
      ${text('key')}
    from received),
  ${copied.length > 0 ? copyingSaid(copied) : sql.empty()}
  ${copied.includes('files') ? copyingFiles : sql.empty()}
  event as (
    insert into ${auditEvents} (id, at, type, actor_id, strategy_id, subject_id, data)
    select ${uuid('eventId')}, at, ${text('eventType')}, ${uuid('actorId')}, strategy_id, ${uuid('versionId')},
      jsonb_build_object('inputId', id)
    from received),
  on_its_way as (insert into ${eventOutbox} (event_id) select ${uuid('eventId')} from received)
  select at, receipt_number as "receiptNumber" from received`
}

const copyingSaid = (copied: readonly string[]) => sql`said as (
  insert into ${answers} (id, strategy_id, version_id, question_id, paragraph_id, anchor, body, choice, data,
    importance, canonical_text, digest)
  select ${newId}, received.strategy_id, ${uuid('versionId')}, d.* from received cross join lateral (
    select d.question_id, null::uuid as paragraph_id, null::jsonb as anchor, d.body, d.choice, d.data, d.importance,
      d.canonical_text, d.digest ${answersOf('received.id')}
    ${
      copied.includes('comments')
        ? sql`union all select null, c.paragraph_id, c.anchor, c.body, c.stance,
            jsonb_build_object('proposal', c.proposal, 'reason', c.reason), null, c.canonical_text, c.digest
          ${commentsOf('received.id')}`
        : sql.empty()
    }) d),`

const copyingFiles = sql`files as (
  insert into ${versionAttachments} (strategy_id, version_id, attachment_id)
  select received.strategy_id, ${uuid('versionId')}, f.id from received cross join lateral (
    select f.id ${filesOf('received.id')}) f),`

const freezers = {
  everything: spoken<Frozen>(() => freezing('everything')),
  answers: spoken<Frozen>(() => freezing('answers')),
  nothing: spoken<Frozen>(() => freezing('nothing')),
}

/** Writes the version with as much as it is sent with. */
export function freezeDraft(
  tx: Transaction | null,
  what: keyof typeof copies,
  values: Record<string, unknown>,
) {
  return freezers[what](tx, values)
}
