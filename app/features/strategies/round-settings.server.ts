import { and, eq, ne, or } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { databaseNow, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { phases, rounds, strategies } from '#db/schema/index.ts'
import { decisionRefusal } from './policy.ts'
import { addressRefusal } from './register.ts'
import { roundSettingsChanged } from './round-events.ts'
import type { SettingsFields } from './round-forms.ts'
import { type RoundContact, reasonRefusal } from './round-revision.ts'
import { keepRoundRevision } from './round-revisions.server.ts'
import { hasOpened } from './round-rules.ts'
import { markOf } from './seen.server.ts'
import { hasWords, lineOrNull, lineOver, orNone, textOver } from './written.ts'

type RoundRow = typeof rounds.$inferSelect

const settingsOf = ({ title, intro, slug, number, phaseId, purpose, contact }: RoundRow) => ({
  ...{ title, intro, slug, number, phaseId, purpose, contact },
})

/** What the form shows of a round. */
export const settledRound = (round: RoundRow) => ({
  ...settingsOf(round),
  ...{ id: round.id, isPublic: round.publishedAt !== null },
})

export type SettledRound = ReturnType<typeof settledRound>

/** A mark of the settings when a form was drawn: settings changed since are not written over. */
export const settingsSeen = (round: RoundRow): string => markOf(settingsOf(round))

/**
 * Sets what a round is called, says and is for, and whom to ask about it. What others have in hand stays: the address and
 * the number once it is public, the purpose once it has opened. After the opening it takes a reason ('why-missing').
 */
export function saveSettings(actor: Actor, roundId: string, form: SettingsFields) {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update')
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'save-round-settings', async () => {
      // One at a time in a strategy, so that numbers and addresses stay apart.
      await tx
        .select({ id: strategies.id })
        .from(strategies)
        .where(eq(strategies.id, strategyId))
        .for('no key update')
      const at = await databaseNow(tx)
      const opened = hasOpened(round, at)
      if (form.seen !== settingsSeen(round)) return refuse('stale')
      const settings = {
        title: lineOver(round.title, form.titleNb, form.titleNn, form.titleEn, form.titleSv),
        intro: textOver(round.intro, form.introNb, form.introNn, form.introEn, form.introSv),
        slug: form.slug.trim() || round.slug,
        number: form.number.trim() === '' ? round.number : Number(form.number),
        ...{ phaseId: form.phase, purpose: form.purpose, contact: contactOf(form) },
      }
      if (!hasWords(settings.title)) return refuse('title-missing')
      const isPublic = round.publishedAt !== null
      if (isPublic && !hasWords(settings.intro)) return refuse('intro-missing')
      if (settings.slug !== round.slug) {
        if (isPublic) return refuse('address-fixed')
        if (addressRefusal(settings.slug)) return refuse('address-unusable')
      }
      if (settings.number !== round.number && isPublic) return refuse('number-fixed')
      if (settings.number < 1) return refuse('number-taken')
      if (settings.purpose !== round.purpose && opened) return refuse('purpose-fixed')
      const [other] = await tx
        .select({ slug: rounds.slug })
        .from(rounds)
        .where(
          and(
            ...[eq(rounds.strategyId, strategyId), ne(rounds.id, roundId)],
            or(eq(rounds.slug, settings.slug), eq(rounds.number, settings.number)),
          ),
        )
        .limit(1)
      if (other) return refuse(other.slug === settings.slug ? 'address-taken' : 'number-taken')
      const [phase] = await tx
        .select({ id: phases.id })
        .from(phases)
        .where(and(eq(phases.id, settings.phaseId), eq(phases.strategyId, strategyId)))
      if (!phase) return refuse('phase-unknown')
      const after = { ...round, ...settings }
      const changed = changedSettings(round, after)
      if (changed.length === 0) return { changed: 0 }
      const why = textOver(null, form.whyNb, form.whyNn, form.whyEn, form.whySv)
      const unexplained = reasonRefusal(opened, why)
      if (unexplained) return unexplained
      await tx.update(rounds).set(settings).where(eq(rounds.id, roundId))
      await keepRoundRevision(tx, { before: round, after }, { at, by: actor.personId, reason: orNone(why) })
      await record(tx, {
        ...{ kind: roundSettingsChanged, actorId: actor.personId, subjectId: roundId, strategyId, at },
        // Only the names: a contact is somebody's name and number.
        data: { changed },
      })
      return { changed: changed.length }
    })
  })
}

function contactOf(form: SettingsFields): RoundContact | null {
  const [name, phone, mailbox] = [form.contactName, form.contactPhone, form.mailbox].map(lineOrNull)
  if (!name && !phone && !mailbox) return null
  return { ...(name && { name }), ...(phone && { phone }), ...(mailbox && { mailbox }) }
}

function changedSettings(before: RoundRow, after: RoundRow): string[] {
  const [stood, stands] = [settingsOf(before), settingsOf(after)]
  const names = Object.keys(stands) as (keyof typeof stands)[]
  return names.filter((name) => markOf({ at: stood[name] }) !== markOf({ at: stands[name] }))
}
