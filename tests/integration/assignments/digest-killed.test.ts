import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { assignments } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { anInputToRead, aRoundToRead } from './room.ts'

const t = await appDatabase()
const children: ChildProcess[] = []
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await t.end()
})

const file = path.join(mkdtempSync(path.join(tmpdir(), 'digests-')), 'letters.txt')
const letters = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])

function aWorker() {
  const child = fork(path.join(import.meta.dirname, 'children/sending-worker.ts'), [file, '2026-11-23'], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: t.url },
  })
  children.push(child)
  return child
}

test('two workers send at once and one is killed: nobody gets two letters, and at most one letter is lost', async () => {
  const here = await aRoundToRead(t.db)
  await anInputToRead(t.db, here)
  const readers = 24
  const { round, lead } = here
  for (let reader = 0; reader < readers; reader++) {
    const { personId } = await aStaffMember(t.db, { id: round.strategyId }, 'analyst')
    const place = { strategyId: round.strategyId, roundId: round.id, personId }
    await t.db.insert(assignments).values({ ...place, kind: 'round', at: new Date(), by: lead.personId })
  }
  const [killed, other] = [aWorker(), aWorker()]
  await once(killed, 'message')
  // Ready, and then a few letters.
  for (let sent = 0; sent < 4; sent++) await once(killed, 'message')
  killed.kill('SIGKILL')
  await once(other, 'exit')
  const next = aWorker()
  await once(next, 'exit')
  expect(new Set(letters()).size).toBe(letters().length)
  expect(letters().length).toBeGreaterThanOrEqual(readers - 1)
  expect(letters().length).toBeLessThanOrEqual(readers)
}, 60_000)
