import { type SQL, sql } from 'drizzle-orm'
import { SENDER_KINDS } from '#app/features/organisations/sender-kind.ts'
import { inputs, inputVersions } from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'

/** A list of words for SQL; of none, it is still a list. */
export const words = (list: readonly string[]): SQL =>
  sql`${sql.param(`{${list.map(quoted).join(',')}}`)}::text[]`

/** A list of ids for SQL. */
export const ids = (list: readonly string[]): SQL => sql`${sql.param(`{${list.join(',')}}`)}::uuid[]`

const quoted = (word: string) => `"${word.replace(/[\\"]/g, '\\$&')}"`

/** A kind of sender as the tables have it: one that nobody knows is another. */
export const knownKind = (kind: SQL): SQL =>
  sql`case when ${kind} = any(${words(SENDER_KINDS)}) then ${kind} else 'other' end`

/**
 * `counting`: the versions of a round that count, of inputs that are not withdrawn. `voices`: one row per sender, as it
 * was in the latest of them. An organisation has one input to a round, so these are the voices of voices.ts and the
 * private persons.
 */
export const voices = (roundId: string): SQL => sql`
  counting as materialized (
    select ${inputVersions.id} as id, ${inputVersions.inputId} as input_id, ${inputs.organisationId} as organisation_id,
      ${inputVersions.kind} as kind, ${inputVersions.senderKind} as sender_kind,
      ${inputVersions.submittedAt} as submitted_at, ${inputVersions.number} as number,
      ${inputVersions.noRemarks} as no_remarks, ${inputVersions.lateAt} is not null as late
    from ${inputVersions} join ${inputs} on ${inputs.id} = ${inputVersions.inputId}
    where ${inputVersions.roundId} = ${roundId} and ${inputs.withdrawnAt} is null and ${versionCounts()}),
  voices as materialized (
    select input_id, organisation_id,
      ${knownKind(sql`(array_agg(sender_kind order by submitted_at desc, number desc))[1]`)} as kind,
      (array_agg(id order by submitted_at desc, number desc))[1] as latest,
      bool_and(no_remarks) as no_remarks, bool_or(late) as late, bool_or(kind = 'adopted') as adopted
    from counting group by input_id, organisation_id)`
