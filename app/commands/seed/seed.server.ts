import { eq } from 'drizzle-orm'
import { closeDatabase, database, tx } from '#app/platform/database.server.ts'
import { strategies } from '#db/schema/index.ts'
import { strategy } from '#db/seed/content/strategy.ts'
import { seedAnalysis } from './analysis.server.ts'
import { seedCodebookChanges } from './codebook.server.ts'
import { seedDocuments } from './documents.server.ts'
import { seedFrame } from './frame.server.ts'
import { seedInputs } from './inputs.server.ts'
import { seedIntake } from './intake.server.ts'
import { seedLineage } from './lineage.server.ts'
import { seedExtension, seedMeetings } from './meetings.server.ts'
import { seedPositions } from './positions.server.ts'
import { seedRegister } from './register.server.ts'
import { seedResponses } from './responses.server.ts'
import { seedRoundVersions } from './round-versions.server.ts'
import { seedSearches } from './searches.server.ts'
import { seedTakedowns } from './takedowns.server.ts'
import { seedWork } from './work.server.ts'

/** Loads the demo, all or nothing. Returns false, and changes nothing, when it is there already. */
export async function seedDemo(today = new Date()): Promise<boolean> {
  const { db } = database()
  if ((await db.$count(strategies, eq(strategies.slug, strategy.slug))) > 0) return false
  await tx(
    async (tx) => {
      const seeded = await seedFrame(tx, today)
      await seedRegister(tx, seeded)
      await seedRoundVersions(tx, seeded)
      await seedLineage(tx, seeded)
      await seedDocuments(tx, seeded)
      const answers = await seedInputs(tx, seeded)
      await seedAnalysis(tx, seeded, answers)
      await seedPositions(tx, seeded, answers)
      await seedExtension(tx, seeded)
      await seedMeetings(tx, seeded, answers)
      await seedIntake(tx, seeded)
      await seedTakedowns(tx, seeded, answers)
      await seedSearches(tx, seeded)
      await seedWork(tx, seeded, answers)
      await seedCodebookChanges(tx, seeded, answers)
      await seedResponses(tx, seeded, answers)
    },
    { attemptMs: 60_000, limitMs: 60_000 },
  )
  await closeDatabase()
  return true
}
