import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { auditEvents, people, phases, strategies } from '#db/schema/index.ts'
import { outcomeCorrected, outcomeRecorded, phaseOpened, phaseWritten } from './events.ts'
import type { OutcomeFields, PhaseFields } from './forms.ts'
import { gateRefusal, outcomeRefusal, phaseStates, windowRefusal } from './phase.ts'
import { decisionRefusal, workRefusal } from './policy.ts'
import { markOf } from './seen.server.ts'
import { hasWords, lineOver, textOver } from './written.ts'

const most = 40
const opener = alias(people, 'opener')
const recorder = alias(people, 'recorder')

/** The phases of a strategy in order, where each stands, and who opened it and recorded its outcome. */
export async function listPhases(actor: Actor, strategyId: string) {
  if (workRefusal(actor, strategyId)) return refuse('not-found')
  const rows = await database()
    .db.select({ phase: phases, openedBy: opener.name, outcomeBy: recorder.name })
    .from(phases)
    .leftJoin(opener, eq(opener.id, phases.openedBy))
    .leftJoin(recorder, eq(recorder.id, phases.outcomeBy))
    .where(eq(phases.strategyId, strategyId))
    .orderBy(asc(phases.position))
    .limit(most)
  const states = phaseStates(rows.map(({ phase }) => phase))
  const list = rows.map(({ phase, openedBy, outcomeBy }, at) => {
    const { id, title, purpose, startsOn, endsOn, openedAt, outcome, outcomeAt } = phase
    return {
      ...{ id, title, purpose, startsOn, endsOn, openedAt, openedBy, outcome, outcomeAt, outcomeBy },
      ...{ state: states[at] ?? 'later', seen: { plan: planMark(phase), outcome: outcomeMark(phase) } },
      gate: gateRefusal(
        rows.map(({ phase }) => phase),
        id,
      ),
    }
  })
  return { phases: list }
}

export type StaffPhase = Exclude<
  Awaited<ReturnType<typeof listPhases>>,
  { refusal: string }
>['phases'][number]

const decisions = [phaseOpened.type, outcomeRecorded.type, outcomeCorrected.type]

/** The decisions at the gates, the latest first: what, which phase, who and when (A0.16). */
export function listDecisions(strategyId: string) {
  return database()
    .db.select({
      ...{ id: auditEvents.id, type: auditEvents.type, at: auditEvents.at, by: people.name },
      title: phases.title,
    })
    .from(auditEvents)
    .innerJoin(phases, eq(phases.id, auditEvents.subjectId))
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .where(and(eq(phases.strategyId, strategyId), inArray(auditEvents.type, decisions)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(100)
}

/** Writes what a phase is for and when it is planned; a new one comes last. */
export function writePhase(actor: Actor, strategyId: string, form: PhaseFields) {
  return inPhases(actor, strategyId, form.key, 'write-phase', async (tx, all, at) => {
    const stored = form.phase ? all.find(({ id }) => id === form.phase) : null
    if (form.phase && !stored) return refuse('not-found')
    if (stored && planMark(stored) !== form.seen) return refuse('stale')
    const title = lineOver(stored?.title ?? null, form.titleNb, form.titleNn, form.titleEn, form.titleSv)
    if (!hasWords(title)) return refuse('phase-title-missing')
    const purpose = textOver(
      stored?.purpose ?? null,
      form.purposeNb,
      form.purposeNn,
      form.purposeEn,
      form.purposeSv,
    )
    const [startsOn, endsOn] = [form.startsOn.trim(), form.endsOn.trim()]
    const reversed = windowRefusal({ startsOn, endsOn })
    if (reversed) return refuse(reversed)
    if (!stored && all.length >= most) return refuse('too-many')
    const values = { title, purpose, startsOn, endsOn }
    const phaseId = stored
      ? await changePhase(tx, stored.id, values)
      : await addPhase(tx, { ...values, strategyId, position: (all.at(-1)?.position ?? -1) + 1 })
    await record(tx, {
      ...{ kind: phaseWritten, actorId: actor.personId, subjectId: phaseId, strategyId, at },
    })
    return { phaseId }
  })
}

/** Opens a phase. Refused while one before it has no outcome on record (A0.2), and when it is open already. */
export function openPhase(actor: Actor, strategyId: string, form: { key: string; phase: string }) {
  return inPhases(actor, strategyId, form.key, 'open-phase', async (tx, all, at) => {
    const gate = gateRefusal(all, form.phase)
    if (gate) return refuse(gate.refusal)
    await changePhase(tx, form.phase, { openedAt: at, openedBy: actor.personId })
    await record(tx, {
      ...{ kind: phaseOpened, actorId: actor.personId, subjectId: form.phase, strategyId, at },
    })
    return { phaseId: form.phase }
  })
}

/** Records what came of a phase, or corrects the words; what was corrected stays in the audit log. */
export function recordOutcome(actor: Actor, strategyId: string, form: OutcomeFields) {
  return inPhases(actor, strategyId, form.key, 'record-outcome', async (tx, all, at) => {
    const phase = all.find(({ id }) => id === form.phase)
    if (!phase) return refuse('not-found')
    const outcome = textOver(phase.outcome, form.outcomeNb, form.outcomeNn, form.outcomeEn, form.outcomeSv)
    const reason = outcomeRefusal(phase, outcome)
    if (reason) return refuse(reason)
    if (outcomeMark(phase) !== form.seen) return refuse('stale')
    if (JSON.stringify(outcome) === JSON.stringify(phase.outcome)) return { phaseId: phase.id }
    await changePhase(
      tx,
      phase.id,
      phase.outcome ? { outcome } : { outcome, outcomeAt: at, outcomeBy: actor.personId },
    )
    await record(tx, {
      ...{ kind: phase.outcome ? outcomeCorrected : outcomeRecorded, actorId: actor.personId },
      ...{ subjectId: phase.id, strategyId, at, data: phase.outcome ? { before: phase.outcome } : {} },
    })
    return { phaseId: phase.id }
  })
}

type Phase = typeof phases.$inferSelect

const planMark = ({ title, purpose, startsOn, endsOn }: Phase) => markOf({ title, purpose, startsOn, endsOn })

const outcomeMark = ({ outcome }: Phase) => markOf({ outcome })

// One decision at a time, so that a gate is judged by what stands.
function inPhases<T extends object>(
  actor: Actor,
  strategyId: string,
  key: string,
  operation: string,
  work: (tx: Transaction, all: Phase[], at: Date) => Promise<T>,
) {
  return tx(async (tx) => {
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const [held] = await tx
      .select({ id: strategies.id })
      .from(strategies)
      .where(eq(strategies.id, strategyId))
      .for('no key update')
    if (!held) return refuse('not-found')
    return once(tx, actor.personId, key, operation, async () => {
      const all = await tx
        .select()
        .from(phases)
        .where(eq(phases.strategyId, strategyId))
        .orderBy(asc(phases.position))
        .limit(most)
      return work(tx, all, await databaseNow(tx))
    })
  })
}

async function changePhase(tx: Transaction, phaseId: string, values: Partial<Phase>) {
  await tx.update(phases).set(values).where(eq(phases.id, phaseId))
  return phaseId
}

async function addPhase(tx: Transaction, values: typeof phases.$inferInsert) {
  const [made] = await tx.insert(phases).values(values).returning({ id: phases.id })
  if (!made) throw new Error('The phase was not written')
  return made.id
}
