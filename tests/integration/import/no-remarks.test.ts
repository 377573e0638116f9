import { createHash } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { receiptPayload } from '#app/features/inputs/receipt.ts'
import { queue } from '#app/platform/jobs/queue.server.ts'
import { answers, inputVersions } from '#db/schema/index.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { aLetterRound, aLine, importing } from './letter-box.ts'

const t = await appDatabase()
afterAll(async () => {
  await (await queue()).stop({ graceful: false })
  await t.end()
})

const versionsIn = (round: { id: string }) =>
  t.db
    .select()
    .from(inputVersions)
    .where(eq(inputVersions.roundId, round.id))
    .orderBy(asc(inputVersions.receiptSequence))

test('a letter with nothing to remark is a version without answers, and is not registered twice', async () => {
  const { round } = await aLetterRound(t.db)
  const line = aLine({ noRemarks: true, text: '' })
  const other = aLine({ noRemarks: true, text: 'Vi har lest utkastet og har ingen merknader.' })
  expect((await importing(round, [line, other])).code).toBe(0)
  const [version, worded] = await versionsIn(round)
  if (!version || !worded) throw new Error('No version')
  expect([version.noRemarks, worded.noRemarks]).toEqual([true, true])
  expect(await t.db.$count(answers, eq(answers.versionId, version.id))).toBe(0)
  expect(await t.db.$count(answers, eq(answers.versionId, worded.id))).toBe(1)
  const payload = receiptPayload({ ...version, kind: 'registered', answers: [] })
  expect(version.contentHash).toBe(createHash('sha256').update(payload).digest('hex'))
  expect((await importing(round, [line, other])).said[0]).toContain('0 registered, 2 already there')
  const changed = await importing(round, [
    { ...other, noRemarks: false },
    { ...line, text: 'Nei.' },
  ])
  expect(changed.complaints.slice(0, 2)).toEqual([
    expect.stringContaining('line 1, noRemarks: not what was registered'),
    expect.stringContaining('line 2, text: not what was registered'),
  ])
  expect(await versionsIn(round)).toHaveLength(2)
})
