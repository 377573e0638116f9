import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { sendReceipts } from '#app/features/notifications/receipt-letters.server.ts'
import { listDemoLetters } from '#app/platform/mail/mailer.server.ts'
import { memberships } from '#db/schema/index.ts'
import { aPerson } from '#tests/factories/people.ts'
import { daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()
const { DEMO } = process.env
beforeAll(() => {
  process.env.DEMO = '1'
})
afterAll(() => {
  if (DEMO === undefined) delete process.env.DEMO
  else process.env.DEMO = DEMO
})

async function aSentOne(own: Parameters<typeof aReadyDraft>[1] = {}) {
  const draft = await aReadyDraft(t.db, own)
  const other = await aPerson(t.db, { name: 'Ola Vik', locale: 'nn' })
  const organisationId = draft.organisation.id
  await t.db.insert(memberships).values({ organisationId, personId: other.id, role: 'submitter' })
  const outcome = await submitInput(draft.submitter, draft.input.id, v7())
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  const { versionId, receiptNumber } = outcome.receipt
  const event = { id: v7(), type: 'input.submitted', subjectId: versionId, data: {} }
  const letters = async () =>
    (await listDemoLetters()).filter(({ subject }) => subject.includes(receiptNumber))
  return { event, letters, other, receiptNumber }
}

test('everyone who may send for the organisation gets the receipt, each in the form they read', async () => {
  const { event, letters, other, receiptNumber } = await aSentOne()
  await sendReceipts(event)
  const sent = await letters()
  expect(sent).toHaveLength(2)
  const theirs = sent.find(({ to }) => to === other.email)
  expect(theirs?.text).toContain('Innspelet er motteke')
  for (const { text } of sent) {
    expect(text).toContain(receiptNumber)
    expect(text).toContain(`/check?number=${receiptNumber}`)
    expect(text).not.toContain('Bistanden')
  }
})

test('an event that is told twice sends no second letter', async () => {
  const { event, letters } = await aSentOne()
  await sendReceipts(event)
  await sendReceipts(event)
  expect(await letters()).toHaveLength(2)
})

test('a letter says that what came late came late', async () => {
  const { event, letters } = await aSentOne({ deadlineAt: daysFromNow(-1), acceptsLateUntil: daysFromNow(1) })
  await sendReceipts(event)
  const texts = (await letters()).map(({ text }) => text)
  expect(texts.some((text) => text.includes('Det kom etter fristen'))).toBe(true)
})
