import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { feedbackLetter } from '#app/features/notifications/feedback-letter.server.ts'
import { sendFeedbackOf } from '#app/features/notifications/feedback-letters.server.ts'
import { findRoundToTell, sendFeedback } from '#app/features/responses/feedback.server.ts'
import { findFeedbackSender } from '#app/features/responses/feedback-senders.server.ts'
import type { Letter } from '#app/platform/mail/mailer.server.ts'
import type { Database } from '#db/client.server.ts'
import { organisations, rounds } from '#db/schema/index.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aMember, aStaffMember } from '#tests/factories/people.ts'

/** A round that is over, with a chain in it, a lead, and a member of the municipality that was cited. */
export async function anAnsweredRound(db: Database) {
  const chain = await aChain(db)
  await db.update(rounds).set({ closedAt: new Date() }).where(eq(rounds.id, chain.round.id))
  const lead = await aStaffMember(db, chain.strategy, 'lead')
  const organisationId = chain.sent.input.organisationId ?? ''
  await aMember(db, { id: organisationId }, 'submitter', 'approver')
  return { ...chain, db, lead, organisationId }
}
export type Round = Awaited<ReturnType<typeof anAnsweredRound>>

/** The form as it is sent. */
export const form = (own: object = {}) => ({
  ...{
    key: v7(),
    wordsNb: 'Takk for gode svar.',
    wordsNn: 'Takk for gode svar, alle.',
    confirmed: 'yes' as const,
  },
  ...own,
})
export const ask = (here: Round, own: object = {}) => sendFeedback(here.lead, here.round.id, form(own))

/** What leaves when the worker has told everybody it can. */
export async function lettersOf(here: Round, send = sendFeedbackOf) {
  const left: Letter[] = []
  await send(here.round.id, async (letter) => void left.push(letter))
  return left
}

/** One more municipality with somebody to write to. */
export async function another(
  here: Round,
  own: Partial<typeof organisations.$inferInsert> = {},
  text?: string,
) {
  const sent = await here.send('Nabo kommune', text)
  const id = sent.input.organisationId ?? ''
  if (Object.keys(own).length > 0)
    await here.db.update(organisations).set(own).where(eq(organisations.id, id))
  return { ...sent, member: await aMember(here.db, { id }, 'contributor') }
}

/** The letter to a sender as it would be now. */
export const letterTo = async (here: Round, inputId: string) => {
  const round = await findRoundToTell(here.round.id)
  const sender = await findFeedbackSender(here.round.id, inputId)
  if (!round || !sender) throw new Error('Nobody to write to')
  return feedbackLetter(round, sender, round.words ?? {}, new Date())
}
