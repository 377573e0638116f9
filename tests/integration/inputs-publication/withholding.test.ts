import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSentVersions } from '#app/features/inputs/drafts.server.ts'
import { maskVersion } from '#app/features/inputs/masking.server.ts'
import { rangesOfWords } from '#app/features/inputs/masking.ts'
import { publicationOf, publishVersion, publishVersions } from '#app/features/inputs/publication.server.ts'
import { listPublishedInputs } from '#app/features/inputs/published-list.server.ts'
import { listOwnInputs } from '#app/features/inputs/queries.server.ts'
import { liftWithholding, withholdVersion } from '#app/features/inputs/withholding.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { loader } from '#app/routes/public/published-input.tsx'
import { auditEvents, inputs, inputWithholdings, publicAnswers, strategies } from '#db/schema/index.ts'
import { aSubmittedInput, aVersion } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember, only, senderOf } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

const text = 'Rektor Ola Nes er udugelig.'
const everything = { kind: null, county: null, question: null, order: 'newest', page: 1 } as const
const grounds = { legalBasis: 'unlawful', reason: 'Ærekrenkende om rektor' }

async function anInput() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [written] = await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db, { name: 'Tindås kommune' })
  const sent = await aSubmittedInput(t.db, round, organisation, { [written?.id ?? '']: text })
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const [{ slug } = { slug: '' }] = await t.db
    .select({ slug: strategies.slug })
    .from(strategies)
    .where(eq(strategies.id, strategy.id))
  const params = { strategy: slug, round: round.slug, input: sent.input.id }
  const page = async () => {
    const answer = await loader({ request: new Request('http://x/'), params, context: {} as never })
    return { status: answer.init?.status, ...answer.data }
  }
  const texts = () => t.db.select().from(publicAnswers).where(eq(publicAnswers.versionId, sent.version.id))
  return { ...sent, strategy, round, organisation, written, editor, page, texts }
}

test('a version that is withheld is not published, alone or among others', async () => {
  const { version, round, editor, texts } = await anInput()
  await withholdVersion(editor, version.id, grounds, v7())
  expect(await publishVersion(editor, version.id, v7())).toEqual({ refusal: 'withheld' })
  expect(await publishVersions(editor, round.id, [version.id], v7())).toEqual({
    ...{ published: 0, withdrawn: 0, withheld: 1 },
  })
  expect(await texts()).toEqual([])
})

test('a version withheld before publication has no page; nobody learns that it is there', async () => {
  const { version, editor, page } = await anInput()
  await withholdVersion(editor, version.id, grounds, v7())
  await expect(page()).rejects.toMatchObject({ status: 404 })
})

test('of a published version that is withheld the address, the date and the law stay; the text, the reason and the sender go', async () => {
  const { version, editor, page, texts } = await anInput()
  await publishVersion(editor, version.id, v7())
  await withholdVersion(editor, version.id, grounds, v7())
  expect(await texts()).toEqual([])
  const shown = await page()
  expect(shown).toMatchObject({ status: 410, input: { withheld: [{ basis: 'unlawful' }], versions: [] } })
  expect(JSON.stringify(shown)).not.toMatch(/rektor|udugelig|Tindås|Ærekrenk|municipality/i)
  const found = await publicationOf(editor, version.id)
  expect(found).toMatchObject({ withholding: { ...grounds, withheldBy: expect.any(String) } })
})

test('what was withheld as a whole stays so when its sender takes it back: neither the name nor the reason comes out', async () => {
  const { input, version, round, editor, page } = await anInput()
  await publishVersion(editor, version.id, v7())
  await withholdVersion(editor, version.id, grounds, v7())
  await t.db
    .update(inputs)
    .set({ withdrawnAt: new Date(), withdrawalReason: 'Vi i Tindås angrer på rektor.' })
    .where(eq(inputs.id, input.id))
  const shown = await page()
  expect(shown).toMatchObject({ status: 410, input: { withdrawn: { reason: null }, versions: [] } })
  expect(JSON.stringify(shown)).not.toMatch(/rektor|udugelig|Tindås|municipality/i)
  expect(await listPublishedInputs({ ...round, inputsShown: 'as-checked' }, everything, new Date())).toEqual(
    [],
  )
})

test('lifting gives the text back, with the masks that stand', async () => {
  const { version, editor, answers, page, texts } = await anInput()
  await publishVersion(editor, version.id, v7())
  await withholdVersion(editor, version.id, grounds, v7())
  const answerId = only(answers).id
  const ranges = rangesOfWords(text, 'Ola Nes').map((range) => ({ ...range, answerId }))
  const masking = { ranges, legalBasis: 'personal-matters', reason: '' }
  expect(await maskVersion(editor, version.id, masking, v7())).toMatchObject({ isPublic: false })
  expect(await texts()).toEqual([])
  expect(await liftWithholding(editor, version.id, v7())).toMatchObject({ isPublic: true })
  expect((await texts()).map((row) => row.text)).toEqual(['Rektor [skjermet] er udugelig.'])
  const shown = await page()
  expect(shown.status).toBe(200)
  expect(shown.input.versions[0]?.answers[0]?.masks).toEqual([{ basis: 'personal-matters', count: 1 }])
  expect(JSON.stringify(shown)).not.toContain('Nes')
})

test('lifting what was never published publishes nothing', async () => {
  const { version, editor, texts } = await anInput()
  await withholdVersion(editor, version.id, grounds, v7())
  expect(await liftWithholding(editor, version.id, v7())).toMatchObject({ isPublic: false })
  expect(await texts()).toEqual([])
})

test('another version of the input that is public stays public, and the page says that one is withheld', async () => {
  const { input, version, round, organisation, written, editor, page } = await anInput()
  const adopted = await aVersion(
    t.db,
    round,
    input.id,
    organisation,
    { [written?.id ?? '']: 'Vedtatt.' },
    { number: 2, kind: 'adopted' },
  )
  await publishVersion(editor, version.id, v7())
  await publishVersion(editor, adopted.version.id, v7())
  const both = await page()
  expect(both.input.versions.map(({ kind }) => kind)).toEqual(['adopted'])
  expect(both.input.replaced.map(({ kind }) => kind)).toEqual(['administrative'])
  await withholdVersion(editor, version.id, grounds, v7())
  const rest = await page()
  expect(rest).toMatchObject({ status: 200, input: { replaced: [], withheld: [{ kind: 'administrative' }] } })
  expect(JSON.stringify(rest)).not.toContain('udugelig')
  await liftWithholding(editor, version.id, v7())
  await withholdVersion(editor, adopted.version.id, grounds, v7())
  expect((await page()).input.versions.map(({ kind }) => kind)).toEqual(['administrative'])
})

test('a version is withheld once at a time, with a law and a reason, and lifted once', async () => {
  const { version, editor } = await anInput()
  const withhold = (own: Partial<typeof grounds> = {}, key = v7()) =>
    withholdVersion(editor, version.id, { ...grounds, ...own }, key)
  expect(await withhold({ reason: ' ' })).toEqual({ refusal: 'reason-missing' })
  expect(await withhold({ legalBasis: 'nei' })).toEqual({ refusal: 'unknown-basis' })
  expect(await liftWithholding(editor, version.id, v7())).toEqual({ refusal: 'not-withheld' })
  const key = v7()
  const [one, other] = await Promise.all([withhold({}, key), withhold({}, key)])
  expect(one).toEqual(other)
  expect(await withhold()).toEqual({ refusal: 'already-withheld' })
  const lifted = await Promise.all([
    liftWithholding(editor, version.id, v7()),
    liftWithholding(editor, version.id, v7()),
  ])
  expect(lifted).toContainEqual({ refusal: 'not-withheld' })
  expect(await withhold()).not.toHaveProperty('refusal')
  expect(await t.db.$count(inputWithholdings, eq(inputWithholdings.versionId, version.id))).toBe(2)
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, version.id))
  expect(events.map(({ type }) => type).sort()).toEqual([
    'input.released',
    'input.withheld',
    'input.withheld',
  ])
  expect(JSON.stringify(events)).not.toMatch(/krenk/)
})

test('only editors and leads of the strategy withhold and lift', async () => {
  const { version, strategy } = await anInput()
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await withholdVersion(analyst, version.id, grounds, v7())).toEqual({ refusal: 'forbidden' })
  expect(await withholdVersion(stranger, version.id, grounds, v7())).toEqual({ refusal: 'not-found' })
  expect(await liftWithholding(analyst, version.id, v7())).toEqual({ refusal: 'forbidden' })
  expect(await liftWithholding(stranger, version.id, v7())).toEqual({ refusal: 'not-found' })
})

test('withheld and published at the same moment, nothing is left to read', async () => {
  for (let run = 0; run < 6; run += 1) {
    const { version, editor, texts } = await anInput()
    const both = [
      () => withholdVersion(editor, version.id, grounds, v7()),
      () => publishVersion(editor, version.id, v7()),
    ]
    if (run % 2 === 1) both.reverse()
    await Promise.all(both.map((act) => act()))
    expect(await texts()).toEqual([])
  }
})

test('what the sender has withdrawn is not withheld as well', async () => {
  const { input, version, editor } = await anInput()
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await withholdVersion(editor, version.id, grounds, v7())).toEqual({ refusal: 'withdrawn' })
  expect(await liftWithholding(editor, version.id, v7())).toEqual({ refusal: 'withdrawn' })
})

test('the sender is not told that a withheld version is public', async () => {
  const { input, version, organisation, editor } = await anInput()
  await publishVersion(editor, version.id, v7())
  const told = async () => ({
    list: (await listOwnInputs(senderOf(organisation), 1)).inputs[0]?.publishedAt ?? null,
    version: (await listSentVersions(input.id))[0]?.publishedAt ?? null,
  })
  expect(await told()).toEqual({ list: expect.anything(), version: expect.anything() })
  await withholdVersion(editor, version.id, grounds, v7())
  expect(await told()).toEqual({ list: null, version: null })
})
