import { isTakedownDecision, takedownReference } from '#app/features/inputs/takedown.ts'
import { findTakedownLetter } from '#app/features/inputs/takedowns.server.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { sendLetter } from '#app/platform/mail/mailer.server.ts'
import { siteOrigin } from './site-origin.server.ts'

/** Tells the strategy's contact that a request has come, and nothing of what it says: letters go astray. */
export async function tellOfTakedown({ subjectId }: HeardEvent) {
  const request = await findTakedownLetter(subjectId)
  if (!request) return
  const t = translator('nb', 'auth')
  const reference = takedownReference(request.id)
  await sendLetter({
    to: request.contactEmail,
    subject: t('takedownLetter.staffSubject', { reference }),
    text: t('takedownLetter.staffText', {
      reference,
      link: `${siteOrigin()}/workbench/takedowns/${request.id}`,
    }),
  })
}

/** Answers whoever asked, in the language of the form, if an address was given. */
export async function answerTakedown({ subjectId }: HeardEvent) {
  const request = await findTakedownLetter(subjectId)
  const { email, decision } = request ?? {}
  if (!request || !email || !decision || !isTakedownDecision(decision)) return
  const locale = localeOfPath(`/${request.lang}`)
  const t = translator(locale, 'auth')
  const reference = takedownReference(request.id)
  const open = pathIn(locale, inputPath(request.strategySlug, request.roundSlug, request.inputId))
  await sendLetter({
    to: email,
    subject: t('takedownLetter.answerSubject', { reference }),
    text: t('takedownLetter.answerText', {
      ...{ reference, decision: t(`takedownLetter.decision.${decision}`), answer: request.answer ?? '' },
      link: siteOrigin() + open,
    }),
  })
}
