import type { Actor } from '#app/features/identity/actor.ts'
import type { Database } from '#db/client.server.ts'
import { readings } from '#db/schema/index.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'

/** A round with two questions of text, somebody who decides and two who read. */
export async function aRoundToRead(db: Database) {
  const round = await aRound(db)
  const questions = await aQuestionnaire(db, round, [{ kind: 'rich-text' }, { kind: 'general' }])
  const lead = await aStaffMember(db, { id: round.strategyId }, 'lead')
  const ingrid = await aStaffMember(db, { id: round.strategyId }, 'analyst')
  const mads = await aStaffMember(db, { id: round.strategyId }, 'analyst')
  const [first, general] = [only(questions.slice(0, 1)).id, only(questions.slice(1, 2)).id]
  return { round, lead, ingrid, mads, first, general }
}

export type RoundToRead = Awaited<ReturnType<typeof aRoundToRead>>

/** A municipality's input that answers both questions. */
export async function anInputToRead(
  db: Database,
  { round, first, general }: Pick<RoundToRead, 'round' | 'first' | 'general'>,
  own: { name?: string; submittedAt?: Date } = {},
) {
  const { name = 'Solvær kommune', ...version } = own
  const sender = await anOrganisation(db, { name })
  const words = { [first]: 'Bistanden må vare i to år.', [general]: 'Vi vil ha mer tid.' }
  return { sender, ...(await aSubmittedInput(db, round, sender, words, version)) }
}

/** Somebody has read these answers. */
export async function haveRead(
  db: Database,
  { personId }: Pick<Actor, 'personId'>,
  answers: readonly { id: string; versionId: string; strategyId: string }[],
  at = new Date(),
) {
  const rows = answers.map(({ id, versionId, strategyId }) => ({
    ...{ strategyId, versionId, answerId: id, personId, at },
  }))
  if (rows.length > 0) await db.insert(readings).values(rows).onConflictDoNothing()
}
