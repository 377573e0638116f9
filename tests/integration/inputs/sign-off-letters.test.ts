import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeSignOffStep } from '#app/features/inputs/sign-off.server.ts'
import { tellOfSignOff } from '#app/features/notifications/sign-off-letters.server.ts'
import { listDemoLetters } from '#app/platform/mail/mailer.server.ts'
import { inputs, people } from '#db/schema/index.ts'
import { aMember, aPerson } from '#tests/factories/people.ts'
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

async function revision(inputId: string) {
  const [input] = await t.db.select().from(inputs).where(eq(inputs.id, inputId))
  return input?.draftRevision ?? 0
}

test('approvers are told that somebody asks, and who asked is told what became of it', async () => {
  const { organisation, writer, input } = await aReadyDraft(t.db)
  const approver = await aMember(t.db, organisation, 'approver')
  await aPerson(t.db)
  const addressOf = async (personId: string) =>
    (await t.db.select().from(people).where(eq(people.id, personId)))[0]?.email
  const step = async (actor: typeof writer, act: Parameters<typeof takeSignOffStep>[2], type: string) => {
    const outcome = await takeSignOffStep(actor, input.id, act, v7())
    expect(outcome).not.toHaveProperty('refusal')
    const event = { id: v7(), type, subjectId: input.id, data: {} }
    const before = (await listDemoLetters()).length
    await tellOfSignOff(event)
    await tellOfSignOff(event)
    const letters = await listDemoLetters()
    expect(letters).toHaveLength(before + 1)
    return letters[0]
  }
  const asked = await step(writer, { kind: 'asked' }, 'sign-off.asked')
  expect(asked?.to).toBe(await addressOf(approver.personId))
  expect(asked?.text).toContain(`/inputs/${input.id}/sign-off`)
  const back = await step(approver, { kind: 'sent-back', reason: 'Tallene må med.' }, 'sign-off.sent-back')
  expect(back?.to).toBe(await addressOf(writer.personId))
  expect(back?.text).not.toContain('Tallene')
  await step(writer, { kind: 'asked' }, 'sign-off.asked')
  const approved = await step(
    approver,
    { kind: 'approved', readRevision: await revision(input.id) },
    'sign-off.approved',
  )
  expect(approved?.to).toBe(await addressOf(writer.personId))
})
