import { sql } from 'drizzle-orm'
import { database } from '#app/platform/database.server.ts'
import { inputs, inputVersions, invitations, organisations, rounds } from '#db/schema/index.ts'

/**
 * Who was asked in a round and who has sent something that has not been withdrawn, whether it is published or not.
 * `others` are county municipalities, networks, organisations and the like.
 */
export type Ledger = {
  roundId: string
  invitedMunicipalities: number
  answeredMunicipalities: number
  uninvitedMunicipalities: number
  others: number
  persons: number
}

/**
 * The ledgers of a strategy's published rounds. An organisation has one input to a round, so counting inputs counts
 * the voices of voices.ts.
 */
export async function listLedgers(strategyId: string): Promise<Ledger[]> {
  const municipality = sql`o.kind = 'municipality'`
  const rows = await database().db.execute<Record<keyof Ledger, string>>(sql`
    select r.id as "roundId", invited.municipalities as "invitedMunicipalities",
      sent.invited as "answeredMunicipalities", sent.uninvited as "uninvitedMunicipalities",
      sent.others as "others", sent.persons as "persons"
    from ${rounds} r
    cross join lateral (
      select count(*) as municipalities from ${invitations} n join ${organisations} o on o.id = n.organisation_id
      where n.round_id = r.id and ${municipality}) invited
    cross join lateral (
      select count(*) filter (where ${municipality} and n.organisation_id is not null) as invited,
        count(*) filter (where ${municipality} and n.organisation_id is null) as uninvited,
        count(*) filter (where o.kind <> 'municipality') as others,
        count(*) filter (where i.person_id is not null) as persons
      from ${inputs} i
      left join ${organisations} o on o.id = i.organisation_id
      left join ${invitations} n on n.round_id = i.round_id and n.organisation_id = i.organisation_id
      where i.round_id = r.id and i.withdrawn_at is null
        and exists (select 1 from ${inputVersions} v where v.input_id = i.id)) sent
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
