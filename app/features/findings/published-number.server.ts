import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { listedSender } from '#app/features/inputs/listing-age.server.ts'
import { takenBackAt } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { publishedInputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { findingCounts, findings, inputPublications, inputs, inputVersions } from '#db/schema/index.ts'
import { type Ratio, sameRatio } from './count.ts'
import { listCounts, liveCounts } from './live-counts.server.ts'
import { type FindingHead, listHeads } from './published.server.ts'

/** A number as it was published, and what has become of it since. */
export type PublishedNumber = {
  id: string
  number: number
  frozen: Ratio
  frozenAt: Date
  rule: LocalisedText
  /** Null where it is the same; 'gone' where it cannot be counted so any more. */
  since: Ratio | 'gone' | null
  /** What the theme it is of has become part of since. */
  merged: LocalisedText | null
  finding: FindingHead
}

/** A published number of a published finding; null where there is none. */
export async function findPublishedNumber(
  roundId: string,
  slug: string,
  number: number,
): Promise<PublishedNumber | null> {
  const [finding] = await listHeads(and(eq(findings.roundId, roundId), eq(findings.slug, slug)), 1)
  if (!finding) return null
  const { db } = database()
  const row = (await listCounts(db, [finding.id])).find((one) => one.number === number)
  if (!row?.frozenAt || !row.frozenRule) return null
  const [live = null] = await liveCounts(db, [row])
  const frozen = { count: row.frozenCount ?? 0, of: row.frozenOf ?? 0 }
  const now = live && { count: live.count, of: live.of }
  return {
    ...{ id: row.id, number, frozen, frozenAt: row.frozenAt, rule: row.frozenRule, finding },
    since: now ? (sameRatio(now, frozen) ? null : now) : 'gone',
    merged: live?.merged ?? null,
  }
}

/** A sender behind a number whom anyone may see by name. */
export type NamedSender = { inputId: string; name: string; kind: string; withdrawn: boolean }

/**
 * One page of the senders behind a published number: by name those whose input anyone may read or could, until it was
 * withdrawn; how many of each kind the others are; and how many have withdrawn since. Judged anew at every view.
 */
export async function countSenders(
  { id, finding }: Pick<PublishedNumber, 'id' | 'finding'>,
  { page, size, now }: { page: number; size: number; now: Date },
) {
  const { db } = database()
  const shown = publishedInputsShown(finding.round, now)
  // The latest version anyone may read names the sender; what staff took back, or is withheld, names nobody.
  const behind = sql`select s.place, s.sender ->> 'kind' as kind, s.sender ->> 'inputId' as input_id, seen.name,
      gone.at is not null as withdrawn
    from ${findingCounts} cross join lateral jsonb_array_elements(${findingCounts.frozenSenders})
      with ordinality as s (sender, place)
    left join lateral (select ${inputs.withdrawnAt} as at from ${inputs}
      where ${inputs.id} = (s.sender ->> 'inputId')::uuid and ${inputs.withdrawnAt} > ${findingCounts.frozenAt}) gone on true
    left join lateral (
      select ${listedSender} as name from ${inputPublications}
      join ${inputVersions} on ${inputVersions.id} = ${inputPublications.versionId}
      join ${inputs} on ${inputs.id} = ${inputVersions.inputId}
      where ${shown} and ${inputs.id} = (s.sender ->> 'inputId')::uuid
        and not ${isWithheld(inputVersions.id)} and ${takenBackAt(inputVersions.id)} is null
      order by ${inputVersions.submittedAt} desc, ${inputVersions.number} desc limit 1) seen on true
    where ${findingCounts.id} = ${id} and ${isNotNull(findingCounts.frozenAt)}`
  type Total = { kind: string; named: string; unnamed: string; withdrawn: string }
  const [named, totals] = await Promise.all([
    db.execute<NamedSender>(sql`select input_id as "inputId", name, kind, withdrawn from (${behind}) behind
      where name is not null order by place limit ${size} offset ${(page - 1) * size}`),
    db.execute<Total>(sql`select kind, count(name) as named, count(*) - count(name) as unnamed,
        count(*) filter (where withdrawn) as withdrawn
      from (${behind}) behind group by kind order by count(*) - count(name) desc, kind limit 100`),
  ])
  const sum = (key: 'named' | 'withdrawn') => totals.reduce((all, row) => all + Number(row[key]), 0)
  return {
    named: [...named],
    ...{ totalNamed: sum('named'), withdrawn: sum('withdrawn') },
    unnamed: totals.flatMap(({ kind, unnamed }) =>
      Number(unnamed) > 0 ? [{ kind, number: Number(unnamed) }] : [],
    ),
  }
}

/** The senders behind a published number, as their page shows them. */
export type CountSenders = Awaited<ReturnType<typeof countSenders>>
