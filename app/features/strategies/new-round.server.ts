import { and, asc, eq, max } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { phases, rounds, strategies } from '#db/schema/index.ts'
import { decisionRefusal } from './policy.ts'
import { addressRefusal } from './register.ts'
import { momentOf } from './round-clock.ts'
import { roundCreated } from './round-events.ts'
import type { NewRound } from './round-forms.ts'
import { type RoundRules, type RulesRefusal, rulesRefusal } from './round-rules.ts'
import { hasWords, lineOver, orNone, textOver } from './written.ts'

/** As many rounds as a strategy's page shows. */
const most = 50

/** What the form for a new round starts from: the phases to choose between, and the number that comes next. */
export async function findPlaceForRound(strategyId: string) {
  const { db } = database()
  const [steps, [last]] = await Promise.all([
    db
      .select({ id: phases.id, title: phases.title, outcomeAt: phases.outcomeAt, openedAt: phases.openedAt })
      .from(phases)
      .where(eq(phases.strategyId, strategyId))
      .orderBy(asc(phases.position))
      .limit(40),
    db
      .select({ number: max(rounds.number) })
      .from(rounds)
      .where(eq(rounds.strategyId, strategyId)),
  ])
  return { phases: steps, number: (last?.number ?? 0) + 1 }
}

type NotCreated =
  | RulesRefusal
  | (Refused<'moment-unusable'> & { field: string })
  | Refused<'title-missing' | 'address-unusable' | 'address-taken' | 'number-taken' | 'phase-unknown'>
  | Refused<'too-many'>

/** Starts a round nobody else sees yet. Its questions, rules and contact are written afterwards. */
export function createRound(actor: Actor, strategyId: string, form: NewRound) {
  return tx(async (tx) => {
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    // One at a time, so that numbers and addresses stay apart.
    const [held] = await tx
      .select({ id: strategies.id })
      .from(strategies)
      .where(eq(strategies.id, strategyId))
      .for('no key update')
    if (!held) return refuse('not-found')
    return once(
      tx,
      actor.personId,
      form.key,
      'create-round',
      async (): Promise<{ roundId: string } | NotCreated> => {
        const title = lineOver(null, form.titleNb, form.titleNn, form.titleEn, form.titleSv)
        if (!hasWords(title)) return refuse('title-missing')
        const stored = await tx
          .select({ number: rounds.number, slug: rounds.slug })
          .from(rounds)
          .where(eq(rounds.strategyId, strategyId))
          .limit(most)
        if (stored.length >= most) return refuse('too-many')
        const next = Math.max(0, ...stored.map(({ number }) => number)) + 1
        const number = form.number.trim() === '' ? next : Number(form.number)
        if (number < 1 || stored.some((round) => round.number === number)) return refuse('number-taken')
        const slug = form.slug.trim() || `runde-${number}`
        if (addressRefusal(slug)) return refuse('address-unusable')
        if (stored.some((round) => round.slug === slug)) return refuse('address-taken')
        const [phase] = await tx
          .select({ id: phases.id })
          .from(phases)
          .where(and(eq(phases.id, form.phase), eq(phases.strategyId, strategyId)))
        if (!phase) return refuse('phase-unknown')
        const rules = rulesOfNew(form)
        if ('field' in rules) return { ...refuse('moment-unusable'), field: rules.field }
        const at = await databaseNow(tx)
        const no = rulesRefusal({ ...rules, publishedAt: null, closedAt: null }, rules, at)
        if (no) return no
        const { groupDeadlines: _, ...chosen } = rules
        const [made] = await tx
          .insert(rounds)
          .values({
            ...{ strategyId, phaseId: phase.id, slug, number, title, purpose: form.purpose, createdAt: at },
            ...{ ...chosen, intro: textOver(null, form.introNb, form.introNn, form.introEn, form.introSv) },
          })
          .returning({ id: rounds.id })
        if (!made) throw new Error('The round was not written')
        await record(tx, {
          ...{ kind: roundCreated, actorId: actor.personId, subjectId: made.id, strategyId, at },
          data: { number, slug },
        })
        return { roundId: made.id }
      },
    )
  })
}

/** The rules a new round begins with; what the form does not ask about can be set before it opens. */
function rulesOfNew(form: NewRound): RoundRules | { field: string } {
  const opensAt = momentOf({ day: form.opensDay, clock: form.opensClock })
  if (!(opensAt instanceof Date)) return { field: 'opensDay' }
  const deadlineAt = momentOf({ day: form.deadlineDay, clock: form.deadlineClock })
  if (!(deadlineAt instanceof Date)) return { field: 'deadlineDay' }
  return {
    ...{ opensAt, deadlineAt, acceptsLateUntil: null, groupDeadlines: {}, legalForm: form.legalForm },
    ...{ naming: 'may-hide', inputsShown: 'as-checked', allowsCorrections: true, allowsWithdrawal: true },
    shortNoticeReason: orNone(textOver(null, form.reason, form.reasonNn, form.reasonEn, form.reasonSv)),
  }
}
