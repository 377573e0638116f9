import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedbackLetter } from '#app/features/notifications/feedback-letter.server.ts'
import { sendFeedbackOf, sendWaitingFeedback } from '#app/features/notifications/feedback-letters.server.ts'
import { findFeedback, findRoundToTell, sendFeedback } from '#app/features/responses/feedback.server.ts'
import { feedbackSums } from '#app/features/responses/feedback.ts'
import {
  findFeedbackSender,
  groupFeedbackSenders,
  listUnreachable,
} from '#app/features/responses/feedback-senders.server.ts'
import type { Letter } from '#app/platform/mail/mailer.server.ts'
import {
  auditEvents,
  eventOutbox,
  feedbackLetters,
  findings,
  inputs,
  organisations,
  publicAnswers,
  responses,
  roundFeedback,
  rounds,
} from '#db/schema/index.ts'
import { aChain, quote } from '#tests/factories/chains.ts'
import { aDraft, aVersion } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, aPerson, aStaffMember, only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()
const { DEMO } = process.env
beforeAll(() => {
  process.env.DEMO = '1'
})
afterAll(() => {
  if (DEMO === undefined) delete process.env.DEMO
  else process.env.DEMO = DEMO
})

/** A round that is over, with a chain in it, a lead, and a member of the municipality that was cited. */
async function anAnsweredRound() {
  const chain = await aChain(t.db)
  await t.db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, chain.round.id))
  const lead = await aStaffMember(t.db, chain.strategy, 'lead')
  const organisationId = chain.sent.input.organisationId ?? ''
  await aMember(t.db, { id: organisationId }, 'submitter', 'approver')
  return { ...chain, lead, organisationId }
}
type Round = Awaited<ReturnType<typeof anAnsweredRound>>

const form = (own: object = {}) => ({
  ...{
    key: v7(),
    wordsNb: 'Takk for gode svar.',
    wordsNn: 'Takk for gode svar, alle.',
    confirmed: 'yes' as const,
  },
  ...own,
})
const ask = (here: Round, own: object = {}) => sendFeedback(here.lead, here.round.id, form(own))

/** What leaves when the worker has told everybody it can. */
async function lettersOf(here: Round, send = sendFeedbackOf) {
  const left: Letter[] = []
  await send(here.round.id, async (letter) => void left.push(letter))
  return left
}

/** One more municipality with somebody to write to. */
async function another(here: Round, own: Partial<typeof organisations.$inferInsert> = {}, text?: string) {
  const sent = await here.send('Nabo kommune', text)
  const id = sent.input.organisationId ?? ''
  if (Object.keys(own).length > 0) await t.db.update(organisations).set(own).where(eq(organisations.id, id))
  return { ...sent, member: await aMember(t.db, { id }, 'contributor') }
}

const letterTo = async (here: Round, inputId: string) => {
  const round = await findRoundToTell(here.round.id)
  const sender = await findFeedbackSender(here.round.id, inputId)
  if (!round || !sender) throw new Error('Nobody to write to')
  return feedbackLetter(round, sender, round.words ?? {}, new Date())
}

test('an organisation gets one letter with its own words, the finding, what is made of it, the paragraph and the ways there', async () => {
  const here = await anAnsweredRound()
  await aMember(t.db, { id: here.organisationId }, 'contributor')
  await ask(here)
  const [letter, ...more] = await lettersOf(here)
  expect(more).toEqual([])
  expect(letter?.to.split(', ')).toHaveLength(2)
  expect(letter?.subject).toContain('Det dere sa i runde 1, og hva det ble til')
  for (const words of [
    'Til Tindås kommune.',
    'Takk for gode svar.',
    '1. Det vi hørte',
    'Dere sa: «Vi vil ha en fast kontaktperson i kommunen.»',
    'Vår vurdering: Fulgt. Vi er enige.',
    'Endret: ',
    `/documents/utkast/2#`,
    `/rounds/${here.round.slug}/findings/hjelp`,
    `/inputs/${here.sent.input.id}/outcome`,
  ])
    expect(letter?.text).toContain(words)
})

test('nobody is written to twice, however often the worker is told and however many workers there are', async () => {
  const here = await anAnsweredRound()
  for (let n = 0; n < 4; n++) await another(here)
  await ask(here)
  const left: string[] = []
  const slowly = async ({ key = '' }: Letter) => {
    await new Promise((resolve) => setTimeout(resolve, 15))
    left.push(key)
  }
  const run = () => sendFeedbackOf(here.round.id, slowly)
  await Promise.all([run(), run(), run()])
  await run()
  await sendWaitingFeedback()
  expect(left).toHaveLength(5)
  expect(new Set(left).size).toBe(5)
})

test('nynorsk goes to nynorsk, English to who wrote in English, with the words of one’s own in that form', async () => {
  const here = await anAnsweredRound()
  const other = await another(here, { writtenForm: 'nn' })
  await other.publish()
  await ask(here)
  const letter = await letterTo(here, other.input.id)
  expect(letter.subject).toContain('Det de sa i runde 1, og kva det vart til')
  expect(letter.text).toContain('Takk for gode svar, alle.')
  expect(letter.text).toContain('/nn/strategies/')
  const sums = feedbackSums(await groupFeedbackSenders(here.round.id), false)
  expect(sums.locales).toEqual({ nb: 1, nn: 1, en: 0 })
  const sender = await anOrganisation(t.db, { name: 'Foreign Foundation' })
  const input = await aDraft(t.db, here.round, sender)
  await aVersion(t.db, here.round, input.id, sender, {}, { lang: 'en', submittedAt: new Date(0) })
  expect((await letterTo(here, input.id)).subject).toContain('What you said in round 1')
})

test('what is masked is not in the letter, and that it stands on the sender’s own page is', async () => {
  const here = await anAnsweredRound()
  const mask = { startCp: 0, endCp: 43, publicStartCp: 0, publicEndCp: 10, legalBasis: 'other' }
  await t.db
    .update(publicAnswers)
    .set({ text: '[skjermet]\nFristen er for kort.', masks: [mask] })
    .where(eq(publicAnswers.answerId, only(here.sent.answers).id))
  const { text } = await letterTo(here, here.sent.input.id)
  expect(text).not.toContain(quote)
  expect(text).toContain('Ett utdrag er ikke offentlig. Det står bare på deres egen side.')
  expect(text).toContain('Vår vurdering: Fulgt.')
})

test('an input that was never published is told what became of it without its words', async () => {
  const here = await anAnsweredRound()
  const other = await another(here, {}, 'Hemmelige ord om hjelp.')
  await here.tag(only(other.passages))
  const { text } = await letterTo(here, other.input.id)
  expect(text).toContain('1. Det vi hørte')
  expect(text).not.toContain('Hemmelige')
  expect(text).not.toContain(quote)
})

test('who is in no finding is told so, and nothing of what others said', async () => {
  const here = await anAnsweredRound()
  const other = await another(here, {}, 'Noe helt annet.')
  await other.publish()
  const { text } = await letterTo(here, other.input.id)
  expect(text).toContain('Ingenting av det dere sendte, er med i et funn')
  expect(text).not.toContain(quote)
})

test('a finding without a response, and text that is promised and not shown yet, are said to be so', async () => {
  const here = await anAnsweredRound()
  await t.db
    .update(responses)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(responses.id, here.response.id))
  const { text } = await letterTo(here, here.sent.input.id)
  expect(text).toContain('Vi har ikke publisert noen vurdering av dette ennå.')
  expect(text).not.toContain('Vi er enige')
})

test('a withdrawn input gets no letter, also when it is withdrawn while the letters are sent', async () => {
  const here = await anAnsweredRound()
  const withdraw = (id: string) =>
    t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, id))
  await withdraw((await another(here)).input.id)
  const regretting = await another(here)
  await ask(here)
  const left: Letter[] = []
  await sendFeedbackOf(here.round.id, async (letter) => {
    left.push(letter)
    await withdraw(regretting.input.id)
  })
  expect(left).toHaveLength(1)
  expect(await t.db.$count(feedbackLetters, eq(feedbackLetters.roundId, here.round.id))).toBe(1)
})

test('a private person is written to where there is an address; who has none is listed by name', async () => {
  const here = await anAnsweredRound()
  const send = async (email: string | null, name: string) => {
    const person = await aPerson(t.db, { email, name, locale: 'nn' })
    const sender = { id: person.id, name, kind: 'person' }
    const input = only(
      await t.db
        .insert(inputs)
        .values({ strategyId: here.strategy.id, roundId: here.round.id, personId: person.id })
        .returning(),
    )
    await aVersion(t.db, here.round, input.id, sender, {})
  }
  await send('ola@person.example', 'Ola Vik')
  await send(null, 'Berit Brev')
  const silent = await anOrganisation(t.db, { name: 'Stille kommune' })
  await aVersion(
    t.db,
    here.round,
    (await aDraft(t.db, here.round, silent)).id,
    silent,
    {},
    { kind: 'registered' },
  )
  const before = await listUnreachable(here.round.id, false)
  expect(before.map(({ name }) => name)).toEqual(['Berit Brev', 'Stille kommune'])
  await ask(here)
  const left = await lettersOf(here)
  expect(left.map(({ to }) => to)).toContain('ola@person.example')
  expect(left.find(({ to }) => to === 'ola@person.example')?.subject).toContain('Det du sa i runde 1')
  expect(left).toHaveLength(2)
  expect((await listUnreachable(here.round.id, true)).map(({ name }) => name)).toEqual([
    'Berit Brev',
    'Stille kommune',
  ])
  expect(feedbackSums(await groupFeedbackSenders(here.round.id), true)).toMatchObject({
    ...{ organisations: 2, people: 2, nobody: 2, sent: 2, waiting: 0 },
  })
})

test('a letter the mail server does not take waits, holds up no other, and is tried again', async () => {
  const here = await anAnsweredRound()
  await another(here)
  await ask(here)
  const left: string[] = []
  const picky = async ({ to }: Letter) => {
    if (left.length === 0 && to) {
      left.push('refused')
      throw new Error('421 try later')
    }
    left.push(to)
  }
  await expect(sendFeedbackOf(here.round.id, picky)).rejects.toThrow('421')
  expect(left).toHaveLength(2)
  expect(feedbackSums(await groupFeedbackSenders(here.round.id), true)).toMatchObject({ sent: 1, waiting: 1 })
  expect(await lettersOf(here)).toHaveLength(1)
  expect(await lettersOf(here)).toEqual([])
})

test('when the mail server is away, it is not asked again for each sender of a large round', async () => {
  const here = await anAnsweredRound()
  for (let n = 0; n < 5; n++) await another(here)
  await ask(here)
  let asked = 0
  const away = async () => {
    asked += 1
    throw new Error('ECONNREFUSED')
  }
  await expect(sendFeedbackOf(here.round.id, away)).rejects.toThrow('ECONNREFUSED')
  expect(asked).toBe(3)
  expect(await lettersOf(here)).toHaveLength(6)
})

test('what the queue gave up on is tried every minute for an hour, then every hour, then no more', async () => {
  const here = await anAnsweredRound()
  await ask(here)
  const [row] = await t.db.select().from(roundFeedback).where(eq(roundFeedback.roundId, here.round.id))
  const at = new Date(Math.ceil((row?.at ?? new Date()).getTime() / 3_600_000) * 3_600_000)
  const waiting = async () => feedbackSums(await groupFeedbackSenders(here.round.id), true).waiting
  await sendWaitingFeedback(new Date(at.getTime() + 15 * 86_400_000))
  await sendWaitingFeedback(new Date(at.getTime() + 90 * 60_000))
  expect(await waiting()).toBe(1)
  await sendWaitingFeedback(new Date(at.getTime() + 2 * 3_600_000))
  expect(await waiting()).toBe(0)
})

test('a letter registered after the feedback was sent is not answered by itself', async () => {
  const here = await anAnsweredRound()
  await ask(here)
  await another(here)
  expect(await lettersOf(here)).toHaveLength(1)
})

test('it is sent once by whoever comes first, also by two at the same moment; who comes later is refused', async () => {
  const here = await anAnsweredRound()
  const other = await aStaffMember(t.db, here.strategy, 'editor')
  const key = v7()
  const both = await Promise.all([ask(here, { key }), ask(here, { key })])
  expect(both).toEqual([{ sent: true }, { sent: true }])
  expect(await sendFeedback(other, here.round.id, form())).toEqual({ refusal: 'already-sent' })
  expect(await findFeedback(here.round.id)).toMatchObject({ by: here.lead.name })
  const heard = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, here.round.id))
  const own = heard.filter(({ type }) => type === 'feedback.sent')
  expect(own).toMatchObject([{ data: { published: 1, unpublished: 0, unanswered: 0 } }])
  expect(await t.db.$count(eventOutbox, eq(eventOutbox.eventId, only(own).id))).toBe(1)
})

test('it is refused while somebody may answer, before anything is published, and unconfirmed; analysts may not', async () => {
  const here = await anAnsweredRound()
  const analyst = await aStaffMember(t.db, here.strategy, 'analyst')
  const stranger = await aStaffMember(t.db, (await aChain(t.db)).strategy, 'lead')
  expect(await sendFeedback(analyst, here.round.id, form())).toEqual({ refusal: 'forbidden' })
  expect(await sendFeedback(stranger, here.round.id, form())).toEqual({ refusal: 'not-found' })
  expect(await ask(here, { confirmed: undefined })).toEqual({ refusal: 'not-confirmed' })
  await t.db.update(rounds).set({ closedAt: null }).where(eq(rounds.id, here.round.id))
  expect(await ask(here)).toEqual({ refusal: 'round-open' })
  await t.db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, here.round.id))
  await t.db
    .update(findings)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(findings.roundId, here.round.id))
  expect(await ask(here)).toEqual({ refusal: 'no-findings' })
  expect(await t.db.$count(roundFeedback, eq(roundFeedback.roundId, here.round.id))).toBe(0)
  expect(await lettersOf(here)).toEqual([])
})
