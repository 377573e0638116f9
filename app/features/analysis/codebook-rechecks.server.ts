import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { inputVersions, themeRechecks, themes } from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { taggingRefusal } from './policy.ts'
import { themeRechecked } from './theme-events.ts'

const counts = versionCounts()

// Of each version that counts: when the answer that was read longest ago was last read. Nobody has looked for a theme
// that came after that, unless somebody tagged with it there, or says to have looked. What has been looked through is
// put beside the rest and grouped away: looked for text by text, a theme on 20,000 passages took minutes.
const readBefore = (strategyId: string) => sql`
  last_read as (
    select version_id, min(at) as at from (
      select version_id, answer_id, max(at) as at from readings where strategy_id = ${strategyId}
      group by version_id, answer_id) as answers
    group by version_id),
  late as materialized (
    select id, created_at from themes where strategy_id = ${strategyId} and retired_at is null
    and created_at > (select min(at) from last_read)),
  waiting as (
    select theme_id, version_id, max(read_at) as read_at from (
      select late.id as theme_id, last_read.version_id, last_read.at as read_at
      from late join last_read on last_read.at < late.created_at
      join input_versions on input_versions.id = last_read.version_id
      join inputs on inputs.id = input_versions.input_id and inputs.withdrawn_at is null
      where ${counts}
      union all select theme_id, version_id, null from theme_rechecks where theme_id in (select id from late)
      union all select taggings.theme_id, passages.version_id, null
      from taggings join passages on passages.id = taggings.passage_id
      where taggings.theme_id in (select id from late)) as standing
    group by theme_id, version_id having bool_and(read_at is not null))`

/** The themes that came after something was read, with how many versions nobody has looked through for them since. */
export async function countRechecks(strategyId: string): Promise<Map<string, number>> {
  const rows = await database().db.execute<{ theme_id: string; left: string }>(sql`
    with ${readBefore(strategyId)}
    select theme_id, count(*) as left from waiting group by theme_id limit 500`)
  return new Map(rows.map(({ theme_id, left }) => [theme_id, Number(left)]))
}

type Waiting = {
  version_id: string
  input_id: string
  number: number
  sender_name: string
  round: Record<string, string>
  read_at: string
  total: string
}

/** One page of the versions that wait for a theme, those read longest ago first. */
export async function listRechecks(
  strategyId: string,
  themeId: string,
  { page, size }: { page: number; size: number },
) {
  const rows = await database().db.execute<Waiting>(sql`
    with ${readBefore(strategyId)}
    select version_id, ${inputVersions.inputId}, ${inputVersions.number}, ${inputVersions.senderName},
      rounds.title as round, read_at, count(*) over () as total
    from waiting join ${inputVersions} on ${inputVersions.id} = version_id
    join rounds on rounds.id = ${inputVersions.roundId}
    where theme_id = ${themeId} order by read_at, version_id
    limit ${size} offset ${(page - 1) * size}`)
  return {
    total: Number(rows[0]?.total ?? 0),
    versions: rows.map((row) => ({
      ...{ id: row.version_id, inputId: row.input_id, number: row.number, senderName: row.sender_name },
      ...{ round: row.round, readAt: new Date(row.read_at) },
    })),
  }
}

type Rechecked = { key: string; theme: string; versions: readonly string[] }

/** Somebody has looked through versions for a theme that came after they were read. Said twice it stands as first said. */
export function recheck(actor: Actor, strategyId: string, { key, theme, versions }: Rechecked) {
  return tx(async (tx) => {
    const refusal = taggingRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'recheck-theme', async () => {
      const [own] = await tx
        .select({ id: themes.id })
        .from(themes)
        .where(and(eq(themes.id, theme), eq(themes.strategyId, strategyId)))
        .for('share')
      if (!own) return refuse('not-found')
      const known = await tx
        .select({ versionId: inputVersions.id })
        .from(inputVersions)
        .where(and(inArray(inputVersions.id, [...versions]), eq(inputVersions.strategyId, strategyId)))
        .limit(200)
      if (known.length === 0) return refuse('not-found')
      const at = await databaseNow(tx)
      const made = await tx
        .insert(themeRechecks)
        .values(
          known.map(({ versionId }) => ({ strategyId, themeId: theme, versionId, at, by: actor.personId })),
        )
        .onConflictDoNothing()
        .returning({ versionId: themeRechecks.versionId })
      if (made.length > 0)
        await record(tx, {
          ...{ kind: themeRechecked, actorId: actor.personId, subjectId: theme },
          ...{ strategyId, at, data: { versions: made.length } },
        })
      return { themeId: theme, versions: made.length }
    })
  })
}
