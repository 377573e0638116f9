import { expect, test } from 'vitest'
import { findPublishedReport } from '#app/features/exports/reports.server.ts'
import { inputWithholdings, registrationWithdrawals, reports } from '#db/schema/index.ts'
import { aChain } from '#tests/factories/chains.ts'
import { only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

/** A report that everyone may have, and who sent what it quotes. */
async function aPublishedReport() {
  const { round, reader, sent } = await aChain(t.db)
  const [at, own] = [new Date(), { strategyId: round.strategyId, roundId: round.id }]
  const asked = { format: 'pdf', lang: 'nb', scope: 'published', askedAt: at, askedBy: reader }
  const made = { finishedAt: at, sha256: 'a'.repeat(64), size: 1, publishedAt: at, publishedBy: reader }
  const report = only(
    await t.db
      .insert(reports)
      .values({ ...own, ...asked, ...made })
      .returning(),
  )
  const { id: versionId, strategyId, inputId } = sent.version
  return { report, reader, of: { versionId, strategyId, inputId } }
}

test('once something is withheld, no report made before that is handed to anybody', async () => {
  const { report, reader, of } = await aPublishedReport()
  expect(await findPublishedReport(report.id)).toMatchObject({ id: report.id })
  const why = { legalBasis: 'unlawful', reason: 'Trusler' }
  await t.db.insert(inputWithholdings).values({ ...of, ...why, withheldAt: new Date(), withheldBy: reader })
  expect(await findPublishedReport(report.id)).toBeNull()
})

test('nor once staff take back what they had registered', async () => {
  const { report, reader, of } = await aPublishedReport()
  await t.db
    .insert(registrationWithdrawals)
    .values({ ...of, at: new Date(), by: reader, reason: 'Ført på feil kommune.' })
  expect(await findPublishedReport(report.id)).toBeNull()
})
