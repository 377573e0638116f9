import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { signOffPath } from '#app/features/inputs/address.ts'
import { signOffApproved, signOffAsked, signOffSentBack } from '#app/features/inputs/events.ts'
import { translator } from '#app/messages/translator.ts'
import { database } from '#app/platform/database.server.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { localeOf } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { sendLetter } from '#app/platform/mail/mailer.server.ts'
import { inputs, memberships, organisations, people, rounds, signOffs, strategies } from '#db/schema/index.ts'
import { workLink } from './site-origin.server.ts'

const letterOf = {
  [signOffAsked.type]: 'asked',
  [signOffApproved.type]: 'approved',
  [signOffSentBack.type]: 'sentBack',
} as const

/**
 * Tells the organisation's approvers that they are asked to look, and whoever asked what became of it. The reason is
 * read on the page: letters go astray.
 */
export async function tellOfSignOff({ id, type, subjectId }: HeardEvent): Promise<void> {
  const letter = letterOf[type as keyof typeof letterOf]
  const [draft] = await database()
    .db.select({
      ...{ organisationId: organisations.id, slug: organisations.slug, organisation: organisations.name },
      ...{ roundTitle: rounds.title, strategyTitle: strategies.title },
    })
    .from(inputs)
    .innerJoin(organisations, eq(organisations.id, inputs.organisationId))
    .innerJoin(rounds, eq(rounds.id, inputs.roundId))
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(eq(inputs.id, subjectId))
  if (!letter || !draft) return
  const steps = await database()
    .db.select({ kind: signOffs.kind, by: signOffs.by, name: people.name })
    .from(signOffs)
    .innerJoin(people, eq(people.id, signOffs.by))
    .where(eq(signOffs.inputId, subjectId))
    .orderBy(desc(signOffs.at), desc(signOffs.id))
    .limit(20)
  const kind = letter === 'sentBack' ? 'sent-back' : letter
  const step = steps.find((one) => one.kind === kind)
  const asker = steps.find((one) => one.kind === 'asked')
  if (!step || !asker) return
  const approvers = database()
    .db.select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, draft.organisationId),
        eq(memberships.role, 'approver'),
        isNull(memberships.endedAt),
      ),
    )
  const readers = await database()
    .db.select({ id: people.id, name: people.name, email: people.email, locale: people.locale })
    .from(people)
    .where(
      and(
        isNotNull(people.email),
        letter === 'asked' ? inArray(people.id, approvers) : eq(people.id, asker.by),
      ),
    )
    .limit(50)
  // Nobody is written to about what they did themselves.
  for (const reader of readers.filter((one) => one.id !== step.by)) {
    const locale = localeOf(reader.locale)
    const t = translator(locale, 'auth')
    const strategy = pick(draft.strategyTitle, locale).text
    await sendLetter({
      key: `sign-off ${id} ${reader.id}`,
      to: reader.email ?? '',
      subject: t(`signOffLetter.${letter}Subject`, { strategy }),
      text: t(`signOffLetter.${letter}Text`, {
        ...{ name: reader.name, by: step.name, organisation: draft.organisation, strategy },
        round: pick(draft.roundTitle, locale).text,
        link: workLink(signOffPath(draft.slug, subjectId), locale),
      }),
    })
  }
}
