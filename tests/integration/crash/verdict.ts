import type { Sql } from 'postgres'

/** One will to submit: the input, every key it was tried under, and where the receipt was said to be. */
export type Sending = { inputId: string; keys: string[]; receipt?: string }

/** A version as it lies in the database, with what must lie beside it. */
export type Stored = {
  inputId: string
  key: string
  receiptNumber: string
  whole: boolean
}

/** What became of what was sent. Only `acknowledged` may be other than zero. */
export type Verdict = {
  acknowledged: number
  lost: number
  duplicated: number
  partial: number
  unasked: number
}

/** Holds what the senders heard against what is stored. The one judge of the trial and of its controls. */
export function judge(sendings: Sending[], stored: Stored[]): Verdict {
  const place = (inputId: string, key: string) => `${inputId} ${key}`
  const versionsAt = new Map<string, number>()
  for (const { inputId, key } of stored)
    versionsAt.set(place(inputId, key), 1 + (versionsAt.get(place(inputId, key)) ?? 0))
  const counted = sendings.map(({ inputId, keys, receipt }) => ({
    acknowledged: receipt !== undefined,
    versions: keys.reduce((sum, key) => sum + (versionsAt.get(place(inputId, key)) ?? 0), 0),
  }))
  const asked = new Set(sendings.flatMap(({ inputId, keys }) => keys.map((key) => place(inputId, key))))
  return {
    acknowledged: counted.filter(({ acknowledged }) => acknowledged).length,
    lost: counted.filter(({ acknowledged, versions }) => acknowledged && versions === 0).length,
    duplicated: counted.filter(({ versions }) => versions > 1).length,
    partial: stored.filter(({ whole }) => !whole).length,
    unasked: stored.filter(({ inputId, key }) => !asked.has(place(inputId, key))).length,
  }
}

/**
 * Every version received since `since`. Whole is: each answer of the draft, word for word, no other,
 * one audit event, and that on its way to the worker or in its queue, once.
 */
export async function listStored(sql: Sql, since: string): Promise<Stored[]> {
  return sql<Stored[]>`
    with versions as (select id, input_id, idempotency_key, receipt_number from input_versions
                      where submitted_at >= ${since}::timestamptz),
    frozen as (
      select a.version_id, count(*) as answers, count(d.question_id) as as_written
      from answers a join versions v on v.id = a.version_id
      left join draft_answers d on d.input_id = v.input_id and d.question_id = a.question_id
        and d.body is not distinct from a.body and d.choice is not distinct from a.choice
      group by a.version_id),
    written as (select input_id, count(*) as answers from draft_answers group by input_id),
    events as (select subject_id, count(*) as events from audit_events
               where type = 'input.submitted' group by subject_id),
    jobs as (select subject_id, count(*) as jobs from (
               select data->>'subjectId' as subject_id from pgboss.job where name = 'events' and data->>'type' = 'input.submitted'
               union all
               select e.subject_id::text from event_outbox o join audit_events e on e.id = o.event_id
               where e.type = 'input.submitted') heard group by 1)
    select v.input_id as "inputId", v.idempotency_key as key, v.receipt_number as "receiptNumber",
      coalesce(f.answers = w.answers and f.as_written = w.answers and e.events = 1 and j.jobs = 1, false) as whole
    from versions v
    left join frozen f on f.version_id = v.id
    left join written w on w.input_id = v.input_id
    left join events e on e.subject_id = v.id
    left join jobs j on j.subject_id = v.id::text`
}

/** The database's clock, in the steps that versions are stamped with: what is received from now on is not older. */
export async function momentNow(sql: Sql): Promise<string> {
  const [row] = await sql<
    { now: string }[]
  >`select date_trunc('milliseconds', clock_timestamp())::text as now`
  if (!row) throw new Error('The database has no clock')
  return row.now
}
