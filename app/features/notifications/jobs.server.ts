import { eq } from 'drizzle-orm'
import { digestsDue } from '#app/features/assignments/events.ts'
import { linkRequested, newcomerLinkRequested } from '#app/features/identity/events.ts'
import { createLink } from '#app/features/identity/sign-in.server.ts'
import { signInPath } from '#app/features/identity/sign-in.ts'
import {
  inputSubmitted,
  signOffApproved,
  signOffAsked,
  signOffSentBack,
  takedownDecided,
  takedownRequested,
} from '#app/features/inputs/events.ts'
import { membershipAsked, membershipInvited, requestDecided } from '#app/features/organisations/events.ts'
import { feedbackSent } from '#app/features/responses/events.ts'
import { organisationsInvited } from '#app/features/strategies/events.ts'
import { translator } from '#app/messages/translator.ts'
import { database, tx } from '#app/platform/database.server.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { localeOf } from '#app/platform/locale.ts'
import { sendLetter } from '#app/platform/mail/mailer.server.ts'
import { people } from '#db/schema/index.ts'
import { sendDigests } from './digest-letters.server.ts'
import { sendFeedbackLetters } from './feedback-letters.server.ts'
import { sendInvitations } from './invitation-letters.server.ts'
import {
  answerMembershipRequest,
  sendMembershipInvitation,
  sendNewcomerLink,
  tellOfMembershipRequest,
} from './membership-letters.server.ts'
import { sendReceipts } from './receipt-letters.server.ts'
import { tellOfSignOff } from './sign-off-letters.server.ts'
import { siteOrigin } from './site-origin.server.ts'
import { answerTakedown, tellOfTakedown } from './takedown-letters.server.ts'

/** Which letters leave the house when something has happened. */
export const notificationHandlers: Record<string, (event: HeardEvent) => Promise<void>> = {
  [linkRequested.type]: sendSignInLink,
  [newcomerLinkRequested.type]: sendNewcomerLink,
  [membershipInvited.type]: sendMembershipInvitation,
  [membershipAsked.type]: tellOfMembershipRequest,
  [requestDecided.type]: answerMembershipRequest,
  [organisationsInvited.type]: sendInvitations,
  [inputSubmitted.type]: sendReceipts,
  [signOffAsked.type]: tellOfSignOff,
  [signOffApproved.type]: tellOfSignOff,
  [signOffSentBack.type]: tellOfSignOff,
  [takedownRequested.type]: tellOfTakedown,
  [takedownDecided.type]: answerTakedown,
  [feedbackSent.type]: sendFeedbackLetters,
  [digestsDue.type]: (event) => sendDigests(event),
}

/** The token is made here, when the letter leaves: no queue and no log ever holds a link that works. */
async function sendSignInLink({ subjectId, data }: HeardEvent) {
  const [person] = await database()
    .db.select({ email: people.email, name: people.name, locale: people.locale })
    .from(people)
    .where(eq(people.id, subjectId))
  if (!person?.email) return
  const token = await tx((tx) => createLink(tx, subjectId))
  const locale = localeOf(person.locale)
  const to = typeof data.to === 'string' ? data.to : null
  const t = translator(locale, 'auth')
  await sendLetter({
    to: person.email,
    subject: t('letter.subject'),
    text: t('letter.text', { name: person.name, link: siteOrigin() + signInPath(locale, token, to) }),
  })
}
