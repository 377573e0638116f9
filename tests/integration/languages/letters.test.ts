import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requireActor } from '#app/features/identity/access.server.ts'
import { sendMembershipInvitation } from '#app/features/notifications/membership-letters.server.ts'
import { workLink } from '#app/features/notifications/site-origin.server.ts'
import { inviteMember } from '#app/features/organisations/invitations.server.ts'
import { translator } from '#app/messages/translator.ts'
import { listDemoLetters } from '#app/platform/mail/mailer.server.ts'
import { unique } from '#tests/factories/people.ts'
import { aBody } from '#tests/integration/organisations/room.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase
const { DEMO } = process.env

beforeAll(async () => {
  process.env.DEMO = '1'
  t = await appDatabase()
})
afterAll(async () => {
  if (DEMO === undefined) delete process.env.DEMO
  else process.env.DEMO = DEMO
  await t.end()
})

// Letters to bodies asked for input and to senders of a round are held to the same in strategies/ and responses/.
test('an invitation to work for an organisation is in its written form, whoever sends it', async () => {
  for (const [writtenForm, locale] of [
    ['nn', 'nn'],
    ['nb', 'nb'],
    ['neutral', 'nb'],
  ] as const) {
    const name = `Guovdageainnu suohkan – Østre Dal kommune ${unique()}`
    const { organisation, approver } = await aBody(t.db, { name, writtenForm })
    const email = `${unique()}@example.test`
    const outcome = await inviteMember(approver, organisation.id, { key: v7(), email, roles: ['submitter'] })
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    const event = { id: v7(), type: 'membership.invited', subjectId: outcome.invitationId, data: {} }
    await sendMembershipInvitation(event)
    const letter = (await listDemoLetters()).find(({ to }) => to === email)
    const words = translator(locale, 'auth')
    expect(letter?.subject).toBe(words('membershipLetter.invitedSubject', { organisation: name }))
    expect(letter?.text).toContain(words('membershipLetter.role.submitter'))
    expect(letter?.text).toContain(locale === 'nn' ? 'rundar' : 'runder')
    expect(letter?.text).toMatch(locale === 'nn' ? /\/join\/[^/\s]+\?lang=nn\s/ : /\/join\/[^/\s?]+\s/)
  }
})

test('whoever comes to a page for work and is nobody signs in in the letter’s language, else in their browser’s', async () => {
  const led = async (path: string, languages?: string) => {
    const headers = languages ? { 'Accept-Language': languages } : undefined
    const request = new Request(`http://x${path}`, { headers })
    const thrown = await requireActor({ request, context: {} }).catch((answer: unknown) => answer)
    return thrown instanceof Response ? thrown.headers.get('Location') : thrown
  }
  const from = '/workspace/fjordvik/inputs'
  const { pathname, search } = new URL(workLink(from, 'nn'))
  expect(await led(pathname + search, 'en-GB')).toBe(
    `/nn/sign-in?to=${encodeURIComponent(`${from}?lang=nn`)}`,
  )
  expect(await led(from, 'nn-NO, nb;q=0.5')).toBe(`/nn/sign-in?to=${encodeURIComponent(from)}`)
  expect(await led(from)).toBe(`/sign-in?to=${encodeURIComponent(from)}`)
  expect(await led(new URL(workLink(from, 'nb')).pathname, 'nb')).toBe(
    `/sign-in?to=${encodeURIComponent(from)}`,
  )
  expect(new URL(workLink('/workspace/x/members#requests', 'sv')).hash).toBe('#requests')
})
