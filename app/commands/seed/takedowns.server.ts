import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/platform/database.server.ts'
import { inputVersions, takedownRequests } from '#db/schema/index.ts'
import { takedowns } from '#db/seed/content/takedowns.ts'
import { found, type Seeded } from './frame.server.ts'
import type { SeededAnswers } from './inputs.server.ts'
import { osloTime } from './oslo-time.ts'

/** What somebody has asked to have taken down, for the secretariat of the demo to decide. */
export async function seedTakedowns(tx: Transaction, { strategyId, today }: Seeded, answers: SeededAnswers) {
  for (const { input, question, day, time, ...request } of takedowns) {
    const { versionId } = found(answers.get(`${input}/${question}`), input)
    const [version] = await tx
      .select({ inputId: inputVersions.inputId })
      .from(inputVersions)
      .where(eq(inputVersions.id, versionId))
      .limit(1)
    await tx.insert(takedownRequests).values({
      ...{ ...request, strategyId, inputId: found(version, input).inputId },
      createdAt: osloTime(today, day, time),
    })
  }
}
