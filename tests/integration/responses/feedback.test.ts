import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedbackSums } from '#app/features/responses/feedback.ts'
import { groupFeedbackSenders, listUnreachable } from '#app/features/responses/feedback-senders.server.ts'
import { inputs, publicAnswers, responses } from '#db/schema/index.ts'
import { quote } from '#tests/factories/chains.ts'
import { aDraft, aVersion } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { appDatabase } from '../inputs/room.ts'
import { anAnsweredRound, another, ask, lettersOf, letterTo } from './feedback-room.ts'

const t = appDatabase()
const { DEMO } = process.env
beforeAll(() => {
  process.env.DEMO = '1'
})
afterAll(() => {
  if (DEMO === undefined) delete process.env.DEMO
  else process.env.DEMO = DEMO
})

test('an organisation gets one letter with its own words, the finding, what is made of it, the paragraph and the ways there', async () => {
  const here = await anAnsweredRound(t.db)
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

test('nynorsk goes to nynorsk, English to who wrote in English, with the words of one’s own in that form', async () => {
  const here = await anAnsweredRound(t.db)
  const other = await another(here, { writtenForm: 'nn' })
  await other.publish()
  await ask(here)
  const letter = await letterTo(here, other.input.id)
  expect(letter.subject).toContain('Det de sa i runde 1, og kva det blei til')
  expect(letter.text).toContain('Takk for gode svar, alle.')
  expect(letter.text).toContain('/nn/strategies/')
  const sums = feedbackSums(await groupFeedbackSenders(here.round.id), false)
  expect(sums.locales).toEqual({ nb: 1, nn: 1, en: 0, sv: 0 })
  const sender = await anOrganisation(t.db, { name: 'Foreign Foundation' })
  const input = await aDraft(t.db, here.round, sender)
  await aVersion(t.db, here.round, input.id, sender, {}, { lang: 'en', submittedAt: new Date(0) })
  expect((await letterTo(here, input.id)).subject).toContain('What you said in round 1')
})

test('what is masked is not in the letter, and that it stands on the sender’s own page is', async () => {
  const here = await anAnsweredRound(t.db)
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
  const here = await anAnsweredRound(t.db)
  const other = await another(here, {}, 'Hemmelige ord om hjelp.')
  await here.tag(only(other.passages))
  const { text } = await letterTo(here, other.input.id)
  expect(text).toContain('1. Det vi hørte')
  expect(text).not.toContain('Hemmelige')
  expect(text).not.toContain(quote)
})

test('who is in no finding is told so, and nothing of what others said', async () => {
  const here = await anAnsweredRound(t.db)
  const other = await another(here, {}, 'Noe helt annet.')
  await other.publish()
  const { text } = await letterTo(here, other.input.id)
  expect(text).toContain('Ingenting av det dere sendte, er med i et funn')
  expect(text).not.toContain(quote)
})

test('a finding without a response, and text that is promised and not shown yet, are said to be so', async () => {
  const here = await anAnsweredRound(t.db)
  await t.db
    .update(responses)
    .set({ publishedAt: null, publishedRevision: null })
    .where(eq(responses.id, here.response.id))
  const { text } = await letterTo(here, here.sent.input.id)
  expect(text).toContain('Vi har ikke publisert noen vurdering av dette ennå.')
  expect(text).not.toContain('Vi er enige')
})

test('a private person is written to where there is an address; who has none is listed by name', async () => {
  const here = await anAnsweredRound(t.db)
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
