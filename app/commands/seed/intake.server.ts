import { and, eq } from 'drizzle-orm'
import { registerIn } from '#app/features/inputs/registration.server.ts'
import type { Letter } from '#app/features/inputs/registration.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { meetings } from '#db/schema/index.ts'
import { type IntakeContent, intake } from '#db/seed/content/intake.ts'
import { found, type Seeded } from './frame.server.ts'
import { osloDay } from './oslo-time.ts'

/** What came by letter, by e-mail and at a meeting, registered by the editor as staff register it. */
export async function seedIntake(tx: Transaction, seeded: Seeded) {
  const by = { actorId: found(seeded.people.get(seeded.editor), seeded.editor).id, source: 'staff' as const }
  for (const [at, content] of intake.entries()) {
    const round = found(seeded.rounds.get(content.round), content.round)
    const general = found(
      [...seeded.questions.values()].find(({ roundId, kind }) => roundId === round.id && kind === 'general'),
      'a general question',
    )
    const { strategyId, id: roundId, deadlineAt } = round
    const box = { strategyId, roundId, deadlineAt, generalQuestionId: general.id }
    await registerIn(tx, box, [await letterOf(tx, seeded, content, `demo-${at}`)], 'all', by)
  }
}

async function letterOf(
  tx: Transaction,
  seeded: Seeded,
  content: IntakeContent,
  key: string,
): Promise<Letter> {
  const { channel, day, lang, text } = content
  const { naming = null, ...sender } = content.sender
  const spoken = { meetingId: await meetingOf(tx, seeded, content), speaker: content.speaker ?? sender.name }
  return {
    ...{ externalId: null, key, sender, receivedOn: osloDay(seeded.today, day), lang },
    ...{ noRemarks: false, text, channel, naming },
    ...(channel === 'oral' && { spoken }),
  }
}

async function meetingOf(tx: Transaction, { strategyId }: Seeded, { meeting }: IntakeContent) {
  if (meeting === undefined) return null
  const [held] = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.strategyId, strategyId), eq(meetings.slug, meeting)))
  return found(held, meeting).id
}
