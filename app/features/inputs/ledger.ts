import type { RoundWindow } from '#app/features/strategies/round.ts'
import { submissionRefusal } from './input.ts'

/** What came of asking a body: it answered, it answered that it has no remarks, or nothing that counts has come. */
export const LEDGER_STATES = ['answered', 'no-remarks', 'silent'] as const

export type LedgerState = (typeof LEDGER_STATES)[number]

/** A body's input as the ledger sees it; `counting` are its effective versions. */
export type LedgerInput = {
  withdrawnAt: Date | null
  counting: readonly { noRemarks: boolean; lateAt: Date | null }[]
}

/**
 * The rule of counting: a body has one voice in a round, however much it sent. A draft is no answer, a withdrawn input
 * is none either. No remarks is an answer of its own, until the body sends remarks as well. Whether an answer is
 * published has no part in this: what was received was answered.
 */
export function ledgerState(input: LedgerInput | null): LedgerState {
  if (!input || input.withdrawnAt !== null || input.counting.length === 0) return 'silent'
  return input.counting.every(({ noRemarks }) => noRemarks) ? 'no-remarks' : 'answered'
}

/** Whether something that counts came after the deadline the body had. */
export function cameLate(input: LedgerInput | null): boolean {
  return ledgerState(input) !== 'silent' && (input?.counting ?? []).some(({ lateAt }) => lateAt !== null)
}

/** Whether a silent body can still answer: by the round's deadline, or by its own where it was given a later one. */
export function stillAwaited(round: RoundWindow, extendedUntil: Date | null, now: Date): boolean {
  const ready = { withdrawnAt: null, unansweredRequired: 0, anythingWritten: true }
  return submissionRefusal({ ...ready, sender: { extendedUntil } }, round, now) !== 'round-closed'
}

/** So many bodies of one kind in one county, by what came of asking them. The uninvited have answered all. */
export type LedgerGroup = {
  invited: boolean
  kind: string
  county: string | null
  state: LedgerState
  bodies: number
  late: number
}

/** Those who were asked, and what they did: the three add up to `invited`. Late is part of the first two. */
export type LedgerTotal = {
  invited: number
  answered: number
  noRemarks: number
  silent: number
  late: number
}

/** The total of the invited among some groups. */
export function ledgerTotal(groups: readonly LedgerGroup[]): LedgerTotal {
  const asked = groups.filter(({ invited }) => invited)
  const of = (...states: LedgerState[]) =>
    sum(asked.filter(({ state }) => states.includes(state)).map(({ bodies }) => bodies))
  return {
    invited: of(...LEDGER_STATES),
    answered: of('answered'),
    noRemarks: of('no-remarks'),
    silent: of('silent'),
    late: sum(asked.map(({ late }) => late)),
  }
}

/** The same for each kind, or each county. */
export function ledgerTotalsBy<Key extends 'kind' | 'county'>(groups: readonly LedgerGroup[], by: Key) {
  const keys = [...new Set(groups.filter(({ invited }) => invited).map((group) => group[by]))]
  return keys.map((key) => ({ key, ...ledgerTotal(groups.filter((group) => group[by] === key)) }))
}

/** How a list of bodies is narrowed; `late` and `uninvited` go across the states. */
export const LEDGER_CHOICES = [...LEDGER_STATES, 'late', 'uninvited'] as const

export type LedgerChoice = (typeof LEDGER_CHOICES)[number]

export type LedgerFilter = { state: LedgerChoice | null; kind: string | null; county: string | null }

/** How many bodies a filter leaves. Without a choice of state those are the invited. */
export function ledgerMatches(groups: readonly LedgerGroup[], { state, kind, county }: LedgerFilter): number {
  return sum(
    groups
      .filter((group) => group.invited === (state !== 'uninvited'))
      .filter((group) => kind === null || group.kind === kind)
      .filter((group) => county === null || group.county === county)
      .map(({ state: found, bodies, late }) => {
        if (state === 'late') return late
        return state === null || state === 'uninvited' || state === found ? bodies : 0
      }),
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
