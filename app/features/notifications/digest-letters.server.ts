import { queuePath } from '#app/features/assignments/address.ts'
import {
  claimDigest,
  type DigestReader,
  listDigestReaders,
  releaseDigest,
} from '#app/features/assignments/digest.server.ts'
import { letterDay, standingOf } from '#app/features/assignments/due.ts'
import { nameWords } from '#app/features/assignments/named.ts'
import { findQueue, type OwnAssignment } from '#app/features/assignments/queue.server.ts'
import { countRechecks } from '#app/features/assignments/rechecks.server.ts'
import { translator } from '#app/messages/translator.ts'
import { dateWords } from '#app/platform/date-words.ts'
import type { HeardEvent } from '#app/platform/events/event.ts'
import { type Locale, localeOf } from '#app/platform/locale.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { type Letter, sendLetter } from '#app/platform/mail/mailer.server.ts'
import { workLink } from './site-origin.server.ts'

// A letter is read on a phone on the way to work; the queue has the rest.
const mostLines = 15
// So many in a row that no letter leaves: the mail server is away, and the queue tries again later.
const mostFailures = 3

/** The letters of the day, as the queue asks for them: only while it is still that day's time for them. */
export async function sendDigests({ data }: HeardEvent, now = new Date()): Promise<void> {
  const day = letterDay(now)
  if (day !== null && data.day === day) await sendDigestsOf(day)
}

/**
 * Sends the letter of a day to everyone who has something waiting and has not been sent it. A letter that the mail
 * server does not take is left to the next attempt, and does not stand in the way of the others.
 */
export async function sendDigestsOf(day: string, send: (letter: Letter) => Promise<void> = sendLetter) {
  const failures: unknown[] = []
  for (const reader of await listDigestReaders(day)) {
    const letter = await digestLetter(reader, day)
    if (!letter || !(await claimDigest(reader.personId, day))) continue
    try {
      await send({ key: `digest ${day} ${reader.personId}`, to: reader.email, ...letter })
    } catch (error) {
      await releaseDigest(reader.personId, day)
      failures.push(error)
      if (failures.length === mostFailures) break
    }
  }
  if (failures.length > 0) throw failures[0]
}

/** What somebody's letter of a day says; null when nothing waits for them. */
export async function digestLetter(reader: DigestReader, day: string) {
  const [{ assignments, inputsLeft }, rechecks] = await Promise.all([
    findQueue(reader),
    countRechecks(reader),
  ])
  const waiting = assignments.filter(({ answers, read }) => read < answers)
  if (waiting.length === 0 && rechecks === 0) return null
  const locale = localeOf(reader.locale)
  const t = translator(locale, 'workbench')
  const overdue = waiting.some((one) => standingOf(one, day) === 'overdue')
  const lines = waiting.slice(0, mostLines).map((one) => lineOf(one, day, locale))
  if (waiting.length > mostLines) lines.push(t('digest.more', { count: waiting.length - mostLines }))
  if (rechecks > 0) lines.push(t('digest.rechecks', { count: rechecks }))
  return {
    subject:
      waiting.length === 0
        ? t('digest.subjectRechecks', { count: rechecks })
        : t(overdue ? 'digest.subjectOverdue' : 'digest.subject', { count: inputsLeft }),
    text: t('digest.text', {
      ...{ name: reader.name, link: workLink(queuePath, locale) },
      lines: lines.map((line) => `– ${line}`).join('\n'),
    }),
  }
}

function lineOf(one: OwnAssignment, day: string, locale: Locale): string {
  const t = translator(locale, 'workbench')
  const inLocale = (text: LocalisedText) => pick(text, locale).text
  const { key, values } = nameWords(one, inLocale)
  const line = t('digest.line', {
    ...{
      strategy: inLocale(one.strategyTitle),
      round: one.roundNumber,
      of: t(`assignments.of.${key}`, values),
    },
    ...{ left: one.inputsLeft, all: one.inputs },
  })
  if (one.dueOn === null) return line
  const due = { day: dateWords(locale).day(new Date(`${one.dueOn}T12:00:00Z`)) }
  return `${line} ${t(standingOf(one, day) === 'overdue' ? 'digest.wasDue' : 'digest.due', due)}`
}
