import { sql } from 'drizzle-orm'
import { checkCodebook } from '#app/features/analysis/codebook-health.server.ts'
import { findCodebook } from '#app/features/analysis/codebook-list.server.ts'
import { countRechecks, listRechecks } from '#app/features/analysis/codebook-rechecks.server.ts'
import { mergeTheme } from '#app/features/analysis/theme-merging.server.ts'
import { findProgress } from '#app/features/assignments/progress.server.ts'
import { listAssignments } from '#app/features/assignments/queries.server.ts'
import { findQueue, readerOf } from '#app/features/assignments/queue.server.ts'
import { listRechecks as listOwnRechecks } from '#app/features/assignments/rechecks.server.ts'
import { carryOnABit } from '#app/features/discovery/tagging-work.server.ts'
import type { Database } from '#db/client.server.ts'
import { taggingJobs } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { only } from '#tests/factories/people.ts'
import { median } from './measure.ts'
import { madeRound } from './round-corpus.ts'

const many = 20_000

/**
 * What costs most in a round of 20,000 inputs and 60,000 passages, counted anew each time: a theme on 20,000 passages
 * becomes part of another, 20,000 hits are tagged, and the pages that go through all there is.
 */
export async function measureLargeActs(db: Database): Promise<Record<string, number>> {
  const size = { inputs: many, passagesPerInput: 3, questions: 30, themes: 24 }
  const { strategy, round, staff, themes } = await madeRound(db, size)
  const [wide, late] = [await aTheme(db, strategy), await aTheme(db, strategy)]
  const some = sql`select id from passages where round_id = ${round.id} order by id limit ${many}`
  await db.execute(sql`insert into taggings (id, strategy_id, passage_id, theme_id, tagged_by)
    select gen_random_uuid(), ${strategy.id}, id, ${wide.id}, ${staff.personId} from (${some}) p`)
  await db.execute(sql`analyze taggings`)
  const ms: Record<string, number> = {}
  const timed = async (name: string, work: () => Promise<unknown>, turns = 3) => {
    const took: number[] = []
    for (let turn = 0; turn < turns; turn++) {
      const began = performance.now()
      await work()
      took.push(performance.now() - began)
    }
    ms[name] = Math.round(median(took))
  }
  const at = { id: round.id, strategyId: strategy.id }
  await timed('queueMs', () => findQueue(readerOf(staff)))
  await timed('ownRechecksMs', () => listOwnRechecks(readerOf(staff)))
  await timed('progressMs', () => findProgress(at))
  await timed('assignmentsMs', () => listAssignments(round.id, 1))
  await timed('recheckCountMs', () => countRechecks(strategy.id))
  await timed('recheckListMs', () => listRechecks(strategy.id, late.id, { page: 1, size: 50 }))
  const codebook = await findCodebook(staff, strategy.id)
  if ('refusal' in codebook) throw new Error(codebook.refusal)
  await timed('codebookHealthMs', () => checkCodebook(strategy.id, codebook.themes))

  const job = only(
    await db
      .insert(taggingJobs)
      .values({
        ...{ strategyId: strategy.id, themeId: late.id, search: { form: 1 }, total: many },
        ...{ askedAt: new Date(), askedBy: staff.personId },
      })
      .returning(),
  )
  await db.execute(
    sql`insert into tagging_job_passages (job_id, passage_id) select ${job.id}, id from (${some}) p`,
  )
  const [began, bits] = [performance.now(), [] as number[]]
  for (let more = true; more; ) {
    const here = performance.now()
    more = await carryOnABit(job.id)
    bits.push(performance.now() - here)
  }
  ms.tagHitsMs = Math.round(performance.now() - began)
  ms.tagHitsLongestLockMs = Math.round(Math.max(...bits))
  const into = themes[0]?.id ?? ''
  const form = { act: 'merge' as const, key: crypto.randomUUID(), into, reason: 'Samme sak.' }
  await timed(
    'mergeMs',
    async () => {
      const outcome = await mergeTheme(staff, strategy.id, wide.id, form)
      if ('refusal' in outcome) throw new Error(outcome.refusal)
    },
    1,
  )
  return ms
}
