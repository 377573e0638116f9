import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import {
  listDecisions,
  listPhases,
  openPhase,
  recordOutcome,
  writePhase,
} from '#app/features/strategies/phases.server.ts'
import { auditEvents, phases } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aLedStrategy, made } from './registrar.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const plan = (titleNb: string, own = {}) => ({
  ...{ key: v7(), seen: '', titleNb, titleNn: '', purposeNb: 'Få fram hva som mangler.', purposeNn: '' },
  ...{ startsOn: '2026-01-10', endsOn: '2026-03-10', ...own },
})

/** A strategy with three phases, none of them open. */
async function aPlannedStrategy() {
  const { strategy, lead } = await aLedStrategy(t)
  const ids: string[] = []
  for (const title of ['Kunnskap', 'Innspill', 'Vedtak'])
    ids.push(made(await writePhase(lead, strategy.id, plan(title))).phaseId)
  const [first = '', second = '', third = ''] = ids
  return { strategy, lead, first, second, third }
}

const open = (actor: Actor, strategyId: string, phase: string) =>
  openPhase(actor, strategyId, { key: v7(), phase })

async function seenOf(actor: Actor, strategyId: string, phase: string) {
  const listed = made(await listPhases(actor, strategyId)).phases.find(({ id }) => id === phase)
  return listed?.seen ?? { plan: '', outcome: '' }
}

async function record(actor: Actor, strategyId: string, phase: string, outcomeNb: string, seen?: string) {
  const mark = seen ?? (await seenOf(actor, strategyId, phase)).outcome
  return recordOutcome(actor, strategyId, { key: v7(), seen: mark, phase, outcomeNb, outcomeNn: '' })
}

test('a phase does not open before the one before it has its outcome on record', async () => {
  const { strategy, lead, first, second } = await aPlannedStrategy()
  const id = strategy.id
  expect(await open(lead, id, second)).toEqual({ refusal: 'earlier-without-outcome' })
  made(await open(lead, id, first))
  expect(await open(lead, id, second)).toEqual({ refusal: 'earlier-without-outcome' })
  made(await record(lead, id, first, 'Sju områder.'))
  made(await open(lead, id, second))
  const { phases: listed } = made(await listPhases(lead, id))
  expect(listed.map(({ state }) => state)).toEqual(['done', 'now', 'next'])
})

test('who decided at each gate, and when, is on record', async () => {
  const { strategy, lead, first, second } = await aPlannedStrategy()
  made(await open(lead, strategy.id, first))
  made(await record(lead, strategy.id, first, 'Sju områder.'))
  made(await open(lead, strategy.id, second))
  const decisions = await listDecisions(strategy.id)
  expect(decisions.map(({ type, title, by }) => [type, title.nb, by])).toEqual([
    ['phase.opened', 'Innspill', lead.name],
    ['phase.outcome-recorded', 'Kunnskap', lead.name],
    ['phase.opened', 'Kunnskap', lead.name],
  ])
})

test('two who open the same phase at once open it once', async () => {
  const { strategy, lead, first } = await aPlannedStrategy()
  const outcomes = await Promise.all([open(lead, strategy.id, first), open(lead, strategy.id, first)])
  expect(outcomes).toContainEqual({ phaseId: first })
  expect(outcomes).toContainEqual({ refusal: 'already-open' })
})

test('an outcome is corrected, and what it said stays in the log', async () => {
  const { strategy, lead, first } = await aPlannedStrategy()
  made(await open(lead, strategy.id, first))
  made(await record(lead, strategy.id, first, 'Sju områder.'))
  const [before] = await t.db.select().from(phases).where(eq(phases.id, first))
  made(await record(lead, strategy.id, first, 'Åtte områder.'))
  const [after] = await t.db.select().from(phases).where(eq(phases.id, first))
  expect(after?.outcome).toEqual({ nb: 'Åtte områder.' })
  expect(after?.outcomeAt).toEqual(before?.outcomeAt)
  const [event] = await t.db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, first), eq(auditEvents.type, 'phase.outcome-corrected')))
  expect(event?.data).toEqual({ before: { nb: 'Sju områder.' } })
})

test('who corrects an outcome from an older page is told', async () => {
  const { strategy, lead, first } = await aPlannedStrategy()
  made(await open(lead, strategy.id, first))
  const { outcome: seen } = await seenOf(lead, strategy.id, first)
  made(await record(lead, strategy.id, first, 'Sju områder.', seen))
  expect(await record(lead, strategy.id, first, 'Ni områder.', seen)).toEqual({ refusal: 'stale' })
})

test('what is not open has no outcome, and an outcome has words', async () => {
  const { strategy, lead, first } = await aPlannedStrategy()
  expect(await record(lead, strategy.id, first, 'Sju områder.')).toEqual({ refusal: 'not-open' })
  made(await open(lead, strategy.id, first))
  expect(await record(lead, strategy.id, first, ' \u0000 ')).toEqual({ refusal: 'outcome-missing' })
})

test('a plan has a name and does not end before it begins; what was planned can be planned again', async () => {
  const { strategy, lead, third } = await aPlannedStrategy()
  const id = strategy.id
  expect(await writePhase(lead, id, plan(' '))).toEqual({ refusal: 'phase-title-missing' })
  const reversed = plan('Feil', { endsOn: '2026-01-09' })
  expect(await writePhase(lead, id, reversed)).toEqual({ refusal: 'window-reversed' })
  const { plan: seen } = await seenOf(lead, id, third)
  made(await writePhase(lead, id, plan('Vedtatt', { phase: third, seen })))
  expect(await writePhase(lead, id, plan('Vedtak', { phase: third, seen }))).toEqual({ refusal: 'stale' })
})

test('analysts read phases and decide nothing; a phase of another strategy is not there', async () => {
  const { strategy, first } = await aPlannedStrategy()
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  expect(made(await listPhases(analyst, strategy.id)).phases).toHaveLength(3)
  expect(await open(analyst, strategy.id, first)).toEqual({ refusal: 'forbidden' })
  const elsewhere = await aStrategy(t.db)
  const other = await aStaffMember(t.db, elsewhere, 'lead')
  expect(await open(other, strategy.id, first)).toEqual({ refusal: 'not-found' })
  expect(await open(other, elsewhere.id, first)).toEqual({ refusal: 'not-found' })
  expect(await listPhases(other, strategy.id)).toEqual({ refusal: 'not-found' })
})
