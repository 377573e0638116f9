import { elementId, shownNumber } from '#app/features/documents/paragraph.ts'
import { findingHref } from '#app/features/findings/published-text.ts'
import { ownOutcomePath } from '#app/features/inputs/address.ts'
import { chainOfInput, type InputChain } from '#app/features/responses/chain.server.ts'
import {
  awaitsChange,
  type ChainPlace,
  type ChainResponse,
  changesOf,
} from '#app/features/responses/chain.ts'
import type { RoundToTell } from '#app/features/responses/feedback.server.ts'
import { beginningOf, feedbackLocale, responsesToSender } from '#app/features/responses/feedback.ts'
import type { FeedbackSender } from '#app/features/responses/feedback-senders.server.ts'
import { documentPath, findingsPath } from '#app/features/strategies/address.ts'
import { mailboxOf } from '#app/features/strategies/round-revision.ts'
import { translator } from '#app/messages/translator.ts'
import { type Locale, pathIn } from '#app/platform/locale.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { siteOrigin, workLink } from './site-origin.server.ts'

// A letter is read on a phone; the page has the rest.
const mostFindings = 8
const mostPassages = 2
const longestPassage = 240
const longestReason = 600

type Finding = InputChain['findings'][number]

/**
 * What one sender is told: its own words as anyone may read them, which finding they stand behind, what is made of it and
 * which paragraphs changed, with the ways there. Words that are masked or not public stay on its own page: letters go astray.
 */
export async function feedbackLetter(
  round: RoundToTell,
  sender: FeedbackSender,
  words: LocalisedText,
  now: Date,
) {
  const chain = await chainOfInput(round.id, sender.inputId, now, { own: true })
  const locale = feedbackLocale(sender)
  const t = translator(locale, 'auth')
  const you = sender.person ? 'person' : 'organisation'
  const strategy = pick(round.strategy.title, locale).text
  const shown = chain.findings.slice(0, mostFindings)
  const more = chain.findings.length - shown.length
  const about = { you, strategy, number: round.number }
  const mailbox = mailboxOf(round.contact, round.contactEmail)
  const own = pick(words, locale).text.trim()
  const parts = [
    t('feedbackLetter.greeting', { name: sender.name }),
    t('feedbackLetter.intro', about),
    own,
    shown.length === 0 && t('feedbackLetter.nothing', about),
    ...shown.map((finding, at) => findingText(finding, at + 1, { locale, you })),
    more > 0 && t('feedbackLetter.moreFindings', { count: more }),
    t('feedbackLetter.page', { you, link: workLink(ownOutcomePath(sender.slug, sender.inputId), locale) }),
    t('feedbackLetter.all', {
      number: round.number,
      link: siteOrigin() + pathIn(locale, findingsPath(round.strategy.slug, round.slug)),
    }),
    t('feedbackLetter.contact', { you, contact: mailbox }),
  ]
  return {
    locale,
    replyTo: mailbox,
    subject: t('feedbackLetter.subject', about),
    text: parts.filter((part) => part).join('\n\n'),
  }
}

type Reader = { locale: Locale; you: 'person' | 'organisation' }

function findingText(finding: Finding, number: number, { locale, you }: Reader): string {
  const t = translator(locale, 'auth')
  const heard = translator(locale, 'public')
  const responses = responsesToSender(finding)
  const whole = responses.filter(({ citationId }) => citationId === null)
  const single = responses.filter(({ citationId }) => citationId !== null)
  const title = pick(finding.title, locale).text
  const place = { strategy: finding.strategy.slug, locale }
  return [
    `${number}. ${title}`,
    ...saidIn(finding, { locale, you }),
    ...whole.map((response) => judged('feedbackLetter.judged', response)),
    ...single.map((response) => judged('feedbackLetter.judgedOwn', response)),
    whole.length === 0 && t('feedbackLetter.unanswered'),
    ...changedIn(responses, locale),
    awaitsChange(responses) && heard('heard.awaits'),
    t('feedbackLetter.finding', { link: siteOrigin() + findingHref(finding, place) }),
  ]
    .filter((line) => line)
    .join('\n')

  function judged(key: 'feedbackLetter.judged' | 'feedbackLetter.judgedOwn', response: ChainResponse) {
    const disposition = heard(`heard.disposition.${response.disposition}`)
    const reason = beginningOf(pick(response.reason, locale).text.split(/\n\s*\n/)[0] ?? '', longestReason)
    return t(key, { you, disposition, reason })
  }
}

// Only what anyone may read is quoted; what it says in the letter is what its page says to all.
function saidIn({ passages }: Finding, { locale, you }: Reader): string[] {
  const t = translator(locale, 'auth')
  const readable = passages.flatMap(({ words }) => words ?? [])
  const quoted = readable
    .slice(0, mostPassages)
    .map((words) => t('feedbackLetter.said', { you, words: beginningOf(words, longestPassage) }))
  const hidden = passages.length - readable.length
  const more = readable.length - quoted.length
  return [
    ...quoted,
    ...(more > 0 ? [t('feedbackLetter.moreSaid', { count: more })] : []),
    ...(hidden > 0 ? [t('feedbackLetter.hidden', { count: hidden, you })] : []),
  ]
}

function changedIn(responses: readonly ChainResponse[], locale: Locale): string[] {
  const t = translator(locale, 'auth')
  const changes = changesOf(responses)
  const after = new Map(changes.flatMap(({ after: one }) => (one ? [[one.id, one] as const] : [])))
  const gone = changes.flatMap(({ kind, before }) => (kind === 'removed' && before ? [before] : []))
  return [
    ...[...after.values()].map((one) => t('feedbackLetter.changed', told(one, locale))),
    ...gone.map((one) => t('feedbackLetter.removed', told(one, locale))),
  ]
}

function told({ strategy, document, version, anchor }: ChainPlace, locale: Locale) {
  const t = translator(locale, 'public')
  const number = shownNumber(anchor)
  const named = pick(version.title, locale).text
  return {
    place: number ? t.markup('heard.place', { version: () => named, number }) : named,
    link: `${siteOrigin()}${pathIn(locale, documentPath(strategy, document.slug, version.number))}#${elementId(anchor)}`,
  }
}
