import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { receiptPath } from '#app/features/inputs/address.ts'
import { groupedHash } from '#app/features/inputs/receipt.ts'
import { checkPath } from '#app/features/inputs/receipt-check.ts'
import { personalSlug } from '#app/features/organisations/organisation.ts'
import { mailboxOf } from '#app/features/strategies/round-revision.ts'
import { translator } from '#app/messages/translator.ts'
import { database } from '#app/platform/database.server.ts'
import { dateWords } from '#app/platform/date-words.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { localeOf, pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { sendLetter } from '#app/platform/mail/mailer.server.ts'
import {
  inputs,
  inputVersions,
  memberships,
  organisations,
  people,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { siteOrigin, workLink } from './site-origin.server.ts'

/**
 * The receipt by mail, to whoever sent the input and to the others who may send for the organisation: proof that lies
 * with one person alone is lost with that person. What the input says is not in the letter.
 */
export async function sendReceipts({ id, subjectId }: HeardEvent): Promise<void> {
  const sent = await findSent(subjectId)
  if (!sent) return
  for (const recipient of await listRecipients(sent)) {
    const { email, name } = recipient
    if (!email) continue
    const locale = localeOf(recipient.locale)
    const t = translator(locale, 'auth')
    const dates = dateWords(locale)
    const { receiptNumber: number, number: version } = sent
    await sendLetter({
      key: `receipt ${id} ${recipient.id}`,
      to: email,
      replyTo: mailboxOf(sent.contact, sent.contactEmail),
      subject: t('receiptLetter.subject', { number }),
      text: t(sent.lateAt ? 'receiptLetter.textLate' : 'receiptLetter.text', {
        ...{ name, number, version, moment: dates.second(sent.submittedAt) },
        round: `${pick(sent.strategyTitle, locale).text}, ${pick(sent.roundTitle, locale).text}`,
        sum: groupedHash(sent.contentHash),
        receipt: workLink(receiptPath(sent.slug ?? personalSlug, sent.inputId, version), locale),
        check: siteOrigin() + pathIn(locale, checkPath(number)),
      }),
    })
  }
}

type Sent = NonNullable<Awaited<ReturnType<typeof findSent>>>

async function findSent(versionId: string) {
  const [sent] = await database()
    .db.select({
      ...{ inputId: inputVersions.inputId, number: inputVersions.number, lateAt: inputVersions.lateAt },
      ...{ receiptNumber: inputVersions.receiptNumber, contentHash: inputVersions.contentHash },
      ...{ submittedAt: inputVersions.submittedAt, submittedBy: inputVersions.submittedBy },
      ...{ organisationId: inputs.organisationId, slug: organisations.slug },
      ...{ roundTitle: rounds.title, strategyTitle: strategies.title },
      ...{ contact: rounds.contact, contactEmail: strategies.contactEmail },
    })
    .from(inputVersions)
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .innerJoin(rounds, eq(rounds.id, inputVersions.roundId))
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .leftJoin(organisations, eq(organisations.id, inputs.organisationId))
    .where(eq(inputVersions.id, versionId))
  return sent
}

function listRecipients({ submittedBy, organisationId }: Sent) {
  const { db } = database()
  const submitters = db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        organisationId === null ? undefined : eq(memberships.organisationId, organisationId),
        eq(memberships.role, 'submitter'),
        isNull(memberships.endedAt),
      ),
    )
  return db
    .select({ id: people.id, email: people.email, name: people.name, locale: people.locale })
    .from(people)
    .where(
      and(
        isNotNull(people.email),
        or(
          submittedBy === null ? undefined : eq(people.id, submittedBy),
          organisationId === null ? undefined : inArray(people.id, submitters),
        ),
      ),
    )
    .limit(50)
}
