import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { feedbackLetters, roundFeedback } from '#db/schema/index.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aMember } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'

const t = await appDatabase()
const children: ChildProcess[] = []
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await t.end()
})

const file = path.join(mkdtempSync(path.join(tmpdir(), 'feedback-')), 'letters.txt')
const letters = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])

function aWorker(roundId: string) {
  const child = fork(path.join(import.meta.dirname, 'children/feedback-worker.ts'), [file, roundId], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: t.url },
  })
  children.push(child)
  return child
}

test('a worker is killed with a letter in its hand while another waits: the others go on, everybody gets one', async () => {
  const { round, send, strategy, reader, sent } = await aChain(t.db)
  const senders = [sent]
  for (let n = 0; n < 12; n++) senders.push(await send(`Kommune ${n}`))
  for (const { input } of senders) await aMember(t.db, { id: input.organisationId ?? '' }, 'submitter')
  const asked = { roundId: round.id, strategyId: strategy.id, words: {}, at: new Date(), by: reader }
  await t.db.insert(roundFeedback).values(asked)
  const [killed, other] = [aWorker(round.id), aWorker(round.id)]
  await once(killed, 'message')
  // Ready, and then in the middle of a letter.
  for (let letter = 0; letter < 3; letter++) await once(killed, 'message')
  killed.kill('SIGKILL')
  await once(other, 'exit')
  expect(new Set(letters()).size).toBe(letters().length)
  expect(letters()).toHaveLength(senders.length)
  expect(await t.db.$count(feedbackLetters, eq(feedbackLetters.roundId, round.id))).toBe(senders.length)
}, 120_000)
