import { newcomerLetter } from '#app/features/identity/newcomers.server.ts'
import { signInPath } from '#app/features/identity/sign-in.ts'
import { joinPath, membersPath } from '#app/features/organisations/address.ts'
import { invitationLetter } from '#app/features/organisations/invitations.server.ts'
import { requestLetter } from '#app/features/organisations/requests.server.ts'
import { translator } from '#app/messages/translator.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { localeOf, localeOfPath } from '#app/platform/locale.ts'
import { sendLetter } from '#app/platform/mail/mailer.server.ts'
import { siteOrigin, workLink } from './site-origin.server.ts'

/** Sends somebody who may be new here the link they asked for, in the language of the form. */
export async function sendNewcomerLink({ subjectId, data }: HeardEvent) {
  const letter = await newcomerLetter(subjectId)
  if (!letter) return
  const locale = localeOfPath(`/${data.locale}`)
  const to = typeof data.to === 'string' ? data.to : null
  const t = translator(locale, 'auth')
  await sendLetter({
    to: letter.email,
    subject: t('letter.newcomerSubject'),
    // Nothing of what was typed: anyone can write anything beside somebody else's address.
    text: t('letter.newcomerText', { link: siteOrigin() + signInPath(locale, letter.token, to) }),
  })
}

/** Sends an invitation to work for an organisation, in its written form. */
export async function sendMembershipInvitation({ subjectId }: HeardEvent) {
  const letter = await invitationLetter(subjectId)
  if (!letter) return
  const { organisation, by, token, roles } = letter
  const form = localeOf(letter.writtenForm)
  const t = translator(form, 'auth')
  await sendLetter({
    to: letter.email,
    subject: t('membershipLetter.invitedSubject', { organisation }),
    text: t('membershipLetter.invitedText', {
      ...{ organisation, by, link: workLink(joinPath(token), form) },
      roles: roles.map((role) => `– ${t(`membershipLetter.role.${role}`)}`).join('\n'),
    }),
  })
}

/** Tells an organisation's approvers that somebody asks to work for it. What they wrote stands only in Innspill. */
export async function tellOfMembershipRequest({ subjectId }: HeardEvent) {
  const letter = await requestLetter(subjectId)
  if (!letter || letter.decidedAt) return
  const { organisation, name, slug } = letter
  for (const { email, locale } of letter.approvers) {
    if (!email) continue
    const own = localeOf(locale)
    const t = translator(own, 'auth')
    await sendLetter({
      to: email,
      subject: t('membershipLetter.askedSubject', { organisation }),
      text: t('membershipLetter.askedText', {
        ...{ organisation, name, link: workLink(`${membersPath(slug)}#requests`, own) },
      }),
    })
  }
}

/** Tells whoever asked to work for an organisation what was decided. */
export async function answerMembershipRequest({ subjectId }: HeardEvent) {
  const letter = await requestLetter(subjectId)
  if (!letter?.email || !letter.decidedAt) return
  const { organisation, roles, slug } = letter
  const own = localeOf(letter.locale)
  const t = translator(own, 'auth')
  const consented = roles.length > 0
  await sendLetter({
    to: letter.email,
    subject: t('membershipLetter.decidedSubject', { organisation }),
    text: t(consented ? 'membershipLetter.consentedText' : 'membershipLetter.declinedText', {
      organisation,
      roles: roles.map((role) => `– ${t(`membershipLetter.role.${role}`)}`).join('\n'),
      link: workLink(consented ? `/workspace/${slug}` : joinPath(), own),
    }),
  })
}
