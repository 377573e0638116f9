import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { startPath } from '#app/features/inputs/address.ts'
import { roundPath } from '#app/features/strategies/address.ts'
import { mailboxOf } from '#app/features/strategies/round-revision.ts'
import { ordinaryDeadline, type StandingRules } from '#app/features/strategies/round-rules.ts'
import { rulesOf } from '#app/features/strategies/standing-rules.server.ts'
import { translator } from '#app/messages/translator.ts'
import { database } from '#app/platform/database.server.ts'
import { dateWords } from '#app/platform/date-words.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { localeOf, pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { sendLetter } from '#app/platform/mail/mailer.server.ts'
import { invitations, memberships, organisations, people, rounds, strategies } from '#db/schema/index.ts'
import { siteOrigin, workLink } from './site-origin.server.ts'

const batch = 50

/**
 * Writes to the people of every invited body that has not been written to, in the body's own written form. Each body is
 * ticked off when its letters have left, so that what was cut short goes on where it stopped.
 */
export async function sendInvitations({ subjectId }: HeardEvent): Promise<void> {
  const [found] = await database()
    .db.select({
      round: rounds,
      ...{ strategySlug: strategies.slug, strategyTitle: strategies.title, email: strategies.contactEmail },
    })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(eq(rounds.id, subjectId))
  if (!found) return
  const { round: row, email, ...strategy } = found
  const { id, slug, title } = row
  const mailbox = mailboxOf(row.contact, email)
  const round = { ...{ id, slug, title, mailbox, rules: rulesOf(row) }, ...strategy }
  for (;;) {
    const untold = await listUntold(round.id)
    if (untold.length === 0) return
    for (const body of untold) await tellOne(round, body)
  }
}

type Round = {
  id: string
  slug: string
  title: Record<string, string | undefined>
  rules: StandingRules
  strategySlug: string
  strategyTitle: Record<string, string | undefined>
  mailbox: string
}

function listUntold(roundId: string) {
  return database()
    .db.select({
      ...{ id: organisations.id, name: organisations.name, slug: organisations.slug },
      ...{ writtenForm: organisations.writtenForm, kind: organisations.kind },
      extendedUntil: invitations.extendedUntil,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .where(
      and(eq(invitations.roundId, roundId), isNotNull(invitations.invitedAt), isNull(invitations.toldAt)),
    )
    .orderBy(organisations.id)
    .limit(batch)
}

async function tellOne(round: Round, body: Awaited<ReturnType<typeof listUntold>>[number]) {
  const { db } = database()
  const members = db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, body.id), isNull(memberships.endedAt)))
  const readers = await db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(inArray(people.id, members), isNotNull(people.email)))
    .limit(100)
  const locale = localeOf(body.writtenForm)
  const t = translator(locale, 'auth')
  const dates = dateWords(locale)
  for (const { id, name, email } of readers)
    await sendLetter({
      key: `invitation ${round.id} ${body.id} ${id}`,
      to: email ?? '',
      replyTo: round.mailbox,
      subject: t('invitationLetter.subject', { strategy: pick(round.strategyTitle, locale).text }),
      text: t('invitationLetter.text', {
        ...{ name, organisation: body.name, contact: round.mailbox },
        strategy: pick(round.strategyTitle, locale).text,
        round: pick(round.title, locale).text,
        deadline: dates.moment(body.extendedUntil ?? ordinaryDeadline(round.rules, body.kind)),
        read: siteOrigin() + pathIn(locale, roundPath(round.strategySlug, round.slug)),
        answer: workLink(startPath(body.slug, round.id), locale),
      }),
    })
  await db
    .update(invitations)
    .set({ toldAt: sql`clock_timestamp()` })
    .where(and(eq(invitations.roundId, round.id), eq(invitations.organisationId, body.id)))
}
