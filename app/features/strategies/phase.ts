import { type Refused, refuse } from '../../platform/refusal.ts'

/** What decides where a phase stands: when it was opened, and what came of it. */
export type PhaseSteps = { id: string; openedAt: Date | null; outcome: object | null }

/** Done, being done, the one that comes next, or one after that. */
export type PhaseState = 'done' | 'now' | 'next' | 'later'

/**
 * Where each phase stands, in order. A phase is done when its outcome is on record, or when a later one is open; its
 * dates are plans and decide nothing (A0.1).
 */
export function phaseStates(phases: readonly PhaseSteps[]): PhaseState[] {
  const lastOpened = phases.findLastIndex(({ openedAt }) => openedAt !== null)
  const waiting = phases.findIndex(({ openedAt, outcome }, at) => !openedAt && !outcome && at > lastOpened)
  return phases.map(({ openedAt, outcome }, at) => {
    if (outcome || at < lastOpened) return 'done'
    if (openedAt) return 'now'
    return at === waiting ? 'next' : 'later'
  })
}

/** Why a phase cannot be opened, with the first phase that stands in the way. */
export type GateRefusal = Refused<'not-found' | 'already-open' | 'earlier-without-outcome'> & {
  phaseId?: string
}

/** The gate: a phase opens when every phase before it has its outcome on record (A0.2). Null lets it open. */
export function gateRefusal(phases: readonly PhaseSteps[], phaseId: string): GateRefusal | null {
  const at = phases.findIndex(({ id }) => id === phaseId)
  const phase = phases[at]
  if (!phase) return refuse('not-found')
  if (phase.openedAt) return refuse('already-open')
  const open = phases.slice(0, at).find(({ outcome }) => !outcome)
  return open ? { ...refuse('earlier-without-outcome'), phaseId: open.id } : null
}

/** Why no outcome can be recorded: what has not been opened has none, and an outcome has words. */
export function outcomeRefusal(
  phase: Pick<PhaseSteps, 'openedAt'>,
  outcome: object,
): 'not-open' | 'outcome-missing' | null {
  if (!phase.openedAt) return 'not-open'
  return Object.keys(outcome).length === 0 ? 'outcome-missing' : null
}

/** Why a phase cannot have these days: it would end before it begins. */
export function windowRefusal(phase: { startsOn: string; endsOn: string }): 'window-reversed' | null {
  return phase.endsOn < phase.startsOn ? 'window-reversed' : null
}
