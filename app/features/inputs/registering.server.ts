import { createHash } from 'node:crypto'
import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { ORGANISATION_KINDS, type OrganisationKind } from '#app/features/organisations/organisation.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { type Transaction, tx } from '#app/platform/database.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { isRefusal, type Refused, refuse } from '#app/platform/refusal.ts'
import { cleanLine, cleanText } from '#app/platform/rich-text/clean-text.ts'
import { meetings, organisations, questions, rounds } from '#db/schema/index.ts'
import { type AnswerContent, answerToRow, isAnswered } from './answers.ts'
import type { SingleChannel } from './channel.ts'
import { type ReceivedNotice, type ReceivedRefusal, receivedDay, receivedNotice } from './intake.ts'
import { anonymousName, namingAllowed, namingsAllowed, type PersonNaming } from './naming.ts'
import { registerIn, waitForOthers } from './registration.server.ts'
import type { Letter, LetterAnswer, LetterFile, LetterSender } from './registration.ts'
import type { RegisteredVersion } from './registration-versions.server.ts'
import type { WrittenLanguage } from './written-language.ts'

/** Who an input is from: a body on record, one that is not, or a private person and how that person stands. */
export type ArrivalSender =
  | { who: 'on-record'; organisationId: string }
  | { who: 'unlisted'; name: string; kind: OrganisationKind }
  | { who: 'person'; name: string; naming: PersonNaming | null }

/** One input as staff register it. */
export type Arrival = {
  channel: SingleChannel
  sender: ArrivalSender
  received: string
  meetingId: string | null
  speaker: string
  lang: WrittenLanguage
  noRemarks: boolean
  text: string
  answers: readonly { questionId: string; answer: AnswerContent }[]
  files: readonly LetterFile[]
}

/** Why an input is not registered. */
export type RegistrationRefusal =
  | ReceivedRefusal
  | 'sender-missing'
  | 'sender-unknown'
  | 'nothing-said'
  | 'no-such-meeting'
  | 'meeting-not-held'
  | 'no-general-question'
  | 'not-asked'
  | 'withdrawn'
  | 'registered-otherwise'
  | 'busy'

export type Registered = RegisteredVersion & { notice: ReceivedNotice | null; senderName: string }

/**
 * Registers one input in a round, with the same rights as one that was sent in: a frozen version with a receipt. The same
 * form twice registers once; the same form with something else in it is refused, since what is registered is never altered
 * and a second version would count beside the first.
 */
export function registerInput(
  actor: Actor,
  roundId: string,
  arrival: Arrival,
  key: string,
): Promise<Registered | Refused<RegistrationRefusal> | Refused<'not-found'>> {
  const sum = createHash('sha256').update(JSON.stringify(arrival)).digest('hex')
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId))
    if (!round || workRefusal(actor, round.strategyId)) return refuse('not-found')
    const done = await once(tx, actor.personId, key, `register ${roundId}`, async () => {
      const registered = await register(tx, actor, round, arrival, key)
      return isRefusal(registered) ? registered : { ...registered, sum }
    })
    if (isRefusal(done)) return done
    const { sum: before, ...registered } = done
    return before === sum ? registered : refuse('registered-otherwise')
  }).catch((error) => {
    if (isLockTimeout(error)) return refuse('busy')
    throw error
  })
}

/** A long import on the command line holds everybody else back. */
function isLockTimeout(error: unknown): boolean {
  const { code, cause, name } = error as { code?: string; cause?: unknown; name?: string }
  if (code === '55P03' || name === 'TransactionTimeout') return true
  return cause !== undefined && cause !== error && isLockTimeout(cause)
}

type Round = typeof rounds.$inferSelect
const lockMs = 5_000

async function register(tx: Transaction, actor: Actor, round: Round, arrival: Arrival, key: string) {
  const now = new Date()
  const { strategyId, id: roundId, deadlineAt } = round
  const [general] = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.roundId, roundId), eq(questions.kind, 'general')))
    .orderBy(asc(questions.position))
    .limit(1)
  if (!general) return refuse('no-general-question')
  const held = await heldAt(tx, strategyId, arrival, now)
  if (isRefusal(held)) return held
  const received = receivedDay(arrival.received, { now, otherwise: held.day })
  if (isRefusal(received)) return received
  const sender = await senderOf(tx, round, arrival.sender, key)
  if (isRefusal(sender)) return sender
  const said = await answersOf(roundId, sender, arrival)
  if (isRefusal(said)) return said
  const text = arrival.noRemarks ? '' : cleanText(arrival.text).trim()
  const files = arrival.noRemarks ? arrival.files.map((file) => ({ ...file, said: true })) : arrival.files
  if (!arrival.noRemarks && text === '' && said.length === 0 && files.every((file) => file.said))
    return refuse('nothing-said')
  // Whoever has not said how to stand is not named in public, where the round lets anybody stand so.
  const naming =
    arrival.sender.who === 'person' ? namingAllowed(round.naming, arrival.sender.naming ?? 'hidden') : null
  const letter: Letter = {
    ...{ externalId: null, key, sender, receivedOn: received.day, lang: arrival.lang },
    ...{ noRemarks: arrival.noRemarks, text, channel: arrival.channel, naming },
    ...{ answers: arrival.noRemarks ? [] : said, files },
    ...(arrival.channel === 'oral' && {
      spoken: { meetingId: arrival.meetingId, speaker: cleanLine(arrival.speaker) || sender.name },
    }),
  }
  await waitForOthers(tx, lockMs)
  const box = { strategyId, roundId, deadlineAt, generalQuestionId: general.id }
  const by = { actorId: actor.personId, source: 'staff' as const }
  const { faults, versions } = await registerIn(tx, box, [letter], 'all', by)
  const [registered] = versions
  if (faults.size > 0 || !registered) return refuse('withdrawn')
  return { ...registered, notice: receivedNotice(received.day, round), senderName: sender.name }
}

/** The day of the meeting where it was said; nothing where it was said elsewhere, or written. */
async function heldAt(tx: Transaction, strategyId: string, arrival: Arrival, now: Date) {
  if (arrival.channel !== 'oral' || arrival.meetingId === null) return { day: null }
  const [meeting] = await tx
    .select({ startsAt: meetings.startsAt })
    .from(meetings)
    .where(and(eq(meetings.id, arrival.meetingId), eq(meetings.strategyId, strategyId)))
  if (!meeting) return refuse('no-such-meeting')
  return meeting.startsAt > now ? refuse('meeting-not-held') : { day: osloDate(meeting.startsAt) }
}

async function senderOf(
  tx: Transaction,
  round: Round,
  sender: ArrivalSender,
  key: string,
): Promise<LetterSender | Refused<'sender-missing' | 'sender-unknown'>> {
  if (sender.who === 'on-record') {
    const [found] = await tx
      .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
      .from(organisations)
      .where(eq(organisations.id, sender.organisationId))
    if (!found) return refuse('sender-unknown')
    const kind = ORGANISATION_KINDS.find((one) => one === found.kind) ?? 'other'
    return { kind, name: found.name, organisationId: found.id }
  }
  const name = cleanLine(sender.name).slice(0, 300)
  if (sender.who === 'person' && sender.naming === 'anonymous' && mayBeNameless(round))
    return { kind: 'person', name: anonymousName, apart: key }
  if (name === '') return refuse('sender-missing')
  return { kind: sender.who === 'person' ? 'person' : sender.kind, name }
}

const mayBeNameless = ({ naming }: Round) => namingsAllowed(naming).includes('anonymous')

/** The answers as rows, where each question is put to this kind of sender. A field nobody wrote in is no answer. */
async function answersOf(
  roundId: string,
  { kind }: LetterSender,
  { answers, lang }: Arrival,
): Promise<LetterAnswer[] | Refused<'not-asked'>> {
  const given = answers.filter(({ answer }) => isAnswered(answer))
  if (given.length === 0) return []
  const asked = await listQuestions(roundId, kind)
  const rows: LetterAnswer[] = []
  for (const { questionId, answer } of given) {
    const question = asked.find(({ id }) => id === questionId)
    if (!question || question.kind === 'general' || question.kind === 'file') return refuse('not-asked')
    const row = answerToRow(answer, question, lang === 'nn' ? 'nn' : 'nb')
    rows.push({ questionId, kind: question.kind, row })
  }
  return rows
}
