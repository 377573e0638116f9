import { type SQL, sql } from 'drizzle-orm'
import { namesOf } from '#app/features/organisations/listed-name.server.ts'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { inOrderOf } from '#app/platform/name-order.server.ts'
import {
  inputPublications,
  inputs,
  inputVersions,
  invitations,
  organisations,
  rounds,
} from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { type LedgerFilter, type LedgerGroup, type LedgerState, stillAwaited } from './ledger.ts'
import { isTakenBack } from './taken-back.server.ts'
import { isWithheld } from './withheld.server.ts'

/**
 * Who was asked in a round and who has sent something that has not been withdrawn, whether it is published or not.
 * Those who answered are with those who had no remarks. `others` are county municipalities, networks and the like.
 */
export type Ledger = {
  roundId: string
  invitedMunicipalities: number
  answeredMunicipalities: number
  noRemarksMunicipalities: number
  uninvitedMunicipalities: number
  others: number
  persons: number
}

// What counts of an input, in one row: the rule of ledger.ts, said in SQL.
const counting = (
  input: SQL,
) => sql`(select count(*) > 0 as sent, bool_and(${inputVersions.noRemarks}) as no_remarks,
  bool_or(${inputVersions.lateAt} is not null) as late
  from ${inputVersions} where ${inputVersions.inputId} = ${input} and ${versionCounts()})`

/**
 * The ledgers of a strategy's published rounds. An organisation has one input to a round, so counting inputs counts
 * the voices of voices.ts.
 */
export async function listLedgers(strategyId: string): Promise<Ledger[]> {
  const municipality = sql`o.kind = 'municipality'`
  const rows = await database().db.execute<Record<keyof Ledger, string>>(sql`
    select r.id as "roundId", invited.municipalities as "invitedMunicipalities",
      sent.invited as "answeredMunicipalities", sent.no_remarks as "noRemarksMunicipalities",
      sent.uninvited as "uninvitedMunicipalities", sent.others as "others", sent.persons as "persons"
    from ${rounds} r
    cross join lateral (
      select count(*) as municipalities from ${invitations} n join ${organisations} o on o.id = n.organisation_id
      where n.round_id = r.id and n.invited_at is not null and ${municipality}) invited
    cross join lateral (
      select count(*) filter (where ${municipality} and n.organisation_id is not null) as invited,
        count(*) filter (where ${municipality} and n.organisation_id is not null and what.no_remarks) as no_remarks,
        count(*) filter (where ${municipality} and n.organisation_id is null) as uninvited,
        count(*) filter (where o.kind <> 'municipality') as others,
        count(*) filter (where i.person_id is not null) as persons
      from ${inputs} i
      cross join lateral ${counting(sql`i.id`)} what
      left join ${organisations} o on o.id = i.organisation_id
      left join ${invitations} n on n.round_id = i.round_id and n.organisation_id = i.organisation_id
        and n.invited_at is not null
      where i.round_id = r.id and i.withdrawn_at is null and what.sent) sent
    where r.strategy_id = ${strategyId} and r.published_at is not null
    order by r.number desc limit 50`)
  return rows.map(({ roundId, ...counts }) => ({ ...numbers(counts), roundId }))
}

function numbers<Key extends string>(counts: Record<Key, string>): Record<Key, number> {
  return Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, Number(value)])) as Record<
    Key,
    number
  >
}

// Every body that was asked in a round, and every one that answered without being asked. Private persons are none.
const bodies = (roundId: string) => sql`
  select true as invited, n.organisation_id, n.extended_until, i.id as input_id
    from ${invitations} n left join ${inputs} i
      on i.round_id = n.round_id and i.organisation_id = n.organisation_id and i.withdrawn_at is null
    where n.round_id = ${roundId} and n.invited_at is not null
  union all
  select false, i.organisation_id, n.extended_until, i.id from ${inputs} i left join ${invitations} n
      on n.round_id = i.round_id and n.organisation_id = i.organisation_id
    where i.round_id = ${roundId} and i.withdrawn_at is null and i.organisation_id is not null
      and n.invited_at is null`

const entries = (roundId: string) => sql`
  select b.*, ${namesOf({ name: sql`o.name`, officialName: sql`o.official_name` })} as name, o.kind,
    o.county_number as county, coalesce(what.late, false) as late,
    case when not coalesce(what.sent, false) then 'silent' when what.no_remarks then 'no-remarks'
      else 'answered' end as state
  from (${bodies(roundId)}) b
  join ${organisations} o on o.id = b.organisation_id
  left join lateral ${counting(sql`b.input_id`)} what on b.input_id is not null
  where b.invited or what.sent`

/** How many bodies of each kind and county did what; small, whatever the number of bodies. */
export async function countLedger(roundId: string): Promise<LedgerGroup[]> {
  const rows = await database().db.execute<
    Omit<LedgerGroup, 'bodies' | 'late'> & { n: string; late: string }
  >(
    sql`select invited, kind, county, state, count(*) as n, count(*) filter (where late) as late
      from (${entries(roundId)}) entry group by invited, kind, county, state limit 5000`,
  )
  return rows.map(({ n, late, ...group }) => ({ ...group, bodies: Number(n), late: Number(late) }))
}

/** Private persons who sent something that counts: they are counted, and never listed. */
export async function countPersons(roundId: string): Promise<number> {
  const [row] = await database().db.execute<{ n: string }>(sql`
    select count(*) as n from ${inputs} i where i.round_id = ${roundId} and i.person_id is not null
      and i.withdrawn_at is null and exists (select from ${inputVersions} v
        where v.input_id = i.id and not ${isTakenBack(sql`v.id`)})`)
  return Number(row?.n ?? 0)
}

export const bodiesPerPage = 100

/** A body in the ledger. `inputId` only where there is an input that anyone may read; `awaited` only of the silent. */
export type LedgerEntry = {
  id: string
  name: string
  /** Another body of the ledger is called the same. */
  namesake: boolean
  kind: string
  county: string | null
  state: LedgerState
  late: boolean
  awaited: boolean
  extendedUntil: Date | null
  inputId: string | null
}

/** Whether an input has a page: a version of it is published and not withheld. */
const readableInput = (input: SQL) => sql`exists (select from ${inputPublications} p
  where p.input_id = ${input} and not ${isWithheld(sql`p.version_id`)})`

type LedgerRound = RoundWindow & { id: string; inputsShown: InputsShown }

/** One page of a round's bodies by name: the invited, or with the choice of the uninvited those. */
export async function listLedgerEntries(
  round: LedgerRound,
  { state, kind, county, page, size }: LedgerFilter & { page: number; size: number },
  now: Date,
  locale: Locale = 'nb',
): Promise<LedgerEntry[]> {
  const narrowed = sql.join(
    [
      sql`invited = ${state !== 'uninvited'}`,
      ...(state === 'late' ? [sql`late`] : []),
      ...(state !== null && state !== 'late' && state !== 'uninvited' ? [sql`state = ${state}`] : []),
      ...(kind === null ? [] : [sql`kind = ${kind}`]),
      ...(county === null ? [] : [sql`county = ${county}`]),
    ],
    sql` and `,
  )
  const readable = publishedInputsShown(round, now) ? readableInput(sql`entry.input_id`) : sql`false`
  type Found = Omit<LedgerEntry, 'awaited' | 'extendedUntil'> & { extendedUntil: string | null }
  const rows = await database().db.execute<Found>(sql`
    select entry.organisation_id as id, name, namesake, kind, county, state, late,
      extended_until as "extendedUntil", case when ${readable} then input_id end as "inputId"
    from (select *, count(*) over (partition by name) > 1 as namesake from (${entries(round.id)}) every) entry
    where ${narrowed}
    order by name ${inOrderOf(locale)}, county, organisation_id
    limit ${size} offset ${(page - 1) * size}`)
  return rows.map((row) => {
    const extendedUntil = row.extendedUntil === null ? null : new Date(row.extendedUntil)
    const awaited = row.state === 'silent' && stillAwaited(round, extendedUntil, now)
    return { ...row, extendedUntil, awaited }
  })
}
