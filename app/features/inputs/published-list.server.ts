import { and, count, desc, eq, sql } from 'drizzle-orm'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import { inputPublications, inputs, inputVersions } from '#db/schema/index.ts'
import { shownVersion } from './published.server.ts'

// The list of what a round has published. Like the page of one input, it gives nothing of the frozen answers.

type Round = RoundWindow & { id: string; inputsShown: InputsShown }

export const inputsPerPage = 25

/** Which published inputs of a round to list. */
export type InputFilter = { kind: string | null; county: string | null; page: number }

/** One page of a round's published inputs, withdrawn ones among them, newest first. Nothing before they may show. */
export function listPublishedInputs(round: Round, filter: InputFilter, now: Date) {
  if (!publishedInputsShown(round, now)) return Promise.resolve([])
  const { db } = database()
  const latest = latestPublished()
  return db
    .select({
      id: inputs.id,
      withdrawnAt: inputs.withdrawnAt,
      senderName: latest.senderName,
      senderKind: latest.senderKind,
      senderCounty: latest.senderCounty,
      lang: latest.lang,
      kind: latest.kind,
      submittedAt: latest.submittedAt,
      receivedOn: latest.receivedOn,
      lateAt: latest.lateAt,
    })
    .from(inputs)
    .innerJoinLateral(latest, sql`true`)
    .where(
      and(
        eq(inputs.roundId, round.id),
        filter.kind === null ? undefined : eq(latest.senderKind, filter.kind),
        filter.county === null ? undefined : eq(latest.senderCounty, filter.county),
      ),
    )
    .orderBy(desc(latest.submittedAt), desc(inputs.id))
    .limit(inputsPerPage)
    .offset((filter.page - 1) * inputsPerPage)
}

/** How many published inputs a round has by kind and county of sender; small, whatever the number of inputs. */
export function countPublishedInputs(round: Round, now: Date) {
  if (!publishedInputsShown(round, now)) return Promise.resolve([])
  const latest = latestPublished()
  return database()
    .db.select({
      kind: latest.senderKind,
      county: latest.senderCounty,
      inputs: count(),
      withdrawn: count(inputs.withdrawnAt),
    })
    .from(inputs)
    .innerJoinLateral(latest, sql`true`)
    .where(eq(inputs.roundId, round.id))
    .groupBy(latest.senderKind, latest.senderCounty)
    .limit(1_000)
}

/** The published version of an input that stands for it in a list: the adopted one, else the latest. */
function latestPublished() {
  return database()
    .db.select(shownVersion)
    .from(inputVersions)
    .innerJoin(inputPublications, eq(inputPublications.versionId, inputVersions.id))
    .where(eq(inputVersions.inputId, inputs.id))
    .orderBy(sql`(${inputVersions.kind} = 'adopted') desc`, desc(inputVersions.number))
    .limit(1)
    .as('latest')
}
