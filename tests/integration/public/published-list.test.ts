import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loader } from '#app/routes/public/published-inputs.tsx'
import { counties, inputs, inputWithholdings, publicAnswers, rounds, strategies } from '#db/schema/index.ts'
import { type Answers, aSubmittedInput, aVersion, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'

const t = appDatabase()

/** A round with its questions, and what it takes to publish in it. */
async function aReadableRound(own: Parameters<typeof aRound>[1] = {}) {
  const round = await aRound(t.db, own)
  const [important, choice] = await aQuestionnaire(t.db, round)
  if (!important || !choice) throw new Error('too few questions')
  const editor = await aPerson(t.db)
  const [strategy] = await t.db.select().from(strategies).where(eq(strategies.id, round.strategyId))
  const params = { strategy: strategy?.slug ?? '', round: round.slug }
  const yes = { kind: 'single-choice' as const, choice: 'yes' }
  return {
    ...{ round, important: important.id, choice: choice.id, yes, editor },
    /** An input by a new body, published. */
    async published(name: string, answers: Answers, body = {}, version = {}) {
      const organisation = await anOrganisation(t.db, { name, ...body })
      const more = { senderCounty: organisation.countyNumber, ...version }
      const sent = await aSubmittedInput(t.db, round, organisation, answers, more)
      await publish(t.db, sent, editor.id)
      return { ...sent, organisation }
    },
    async page(search = '') {
      const request = new Request(
        `http://x/strategies/${params.strategy}/rounds/${params.round}/inputs${search}`,
      )
      return loader({ request, params, context: {} as never })
    },
  }
}
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof aReadableRound>>['page']>>

const names = ({ inputs: listed }: Page) => listed.map(({ senderName }) => senderName)

test('a list is narrowed to a kind of sender, a county and a question, each with its number', async () => {
  const { important, choice, yes, published, page } = await aReadableRound()
  await t.db.insert(counties).values([
    { number: '97', name: 'Nordfylket' },
    { number: '98', name: 'Sørfylket' },
  ])
  await published('A kommune', { [important]: 'Ja.', [choice]: yes }, { countyNumber: '97' })
  await published('B kommune', { [important]: 'Nei.' }, { countyNumber: '98' })
  await published('Laget', { [choice]: yes }, { kind: 'organisation' })
  const whole = await page()
  expect([whole.all, whole.matching]).toEqual([3, 3])
  expect(whole.questions.map(({ inputs: n }) => n)).toEqual([2, 2, 0, 0])
  expect(names(await page('?kind=organisation'))).toEqual(['Laget'])
  expect(names(await page('?county=98'))).toEqual(['B kommune'])
  const answering = await page('?question=2')
  expect(names(answering).sort()).toEqual(['A kommune', 'Laget'])
  expect([answering.all, answering.matching]).toEqual([3, 2])
  const both = await page('?question=2&county=97')
  expect([names(both), both.matching]).toEqual([['A kommune'], 1])
  expect(both.questions.map(({ inputs: n }) => n)).toEqual([1, 1, 0, 0])
})

test('what no input has matches none, and is no error', async () => {
  const { important, published, page } = await aReadableRound()
  await published('A kommune', { [important]: 'Ja.' })
  const strange = [
    'kind=x',
    'kind=%00',
    'county=%ED%A0%80',
    'question=99',
    'question=0',
    'question=%00',
    'question=1;',
  ]
  for (const search of [...strange, `county=${'9'.repeat(9_000)}`]) {
    const found = await page(`?${search}`)
    expect([found.inputs, found.matching, found.all, found.narrowed], search).toEqual([[], 0, 1, true])
  }
  for (const search of ['page=x', 'page=-3', 'order=x', 'order=%00', 'kind=', 'other=%00'])
    expect(names(await page(`?${search}`)), search).toEqual(['A kommune'])
  expect(names(await page('?page=1e9'))).toEqual(['A kommune'])
  expect(names(await page('?page=77'))).toEqual([])
})

test('the newest stands first, or the names stand as in Norwegian', async () => {
  const { important, published, page } = await aReadableRound()
  const bodies = ['Øyer kommune', 'Ås kommune', 'Bø kommune', 'Ærfjord kommune', 'aure kommune']
  for (const [at, name] of bodies.entries())
    await published(name, { [important]: 'Ja.' }, {}, { submittedAt: daysFromNow(at - 9) })
  expect(names(await page())).toEqual(bodies.toReversed())
  const byName = ['aure kommune', 'Bø kommune', 'Ærfjord kommune', 'Øyer kommune', 'Ås kommune']
  expect(names(await page('?order=name'))).toEqual(byName)
})

test('a line says what it must: no remarks, late, masked, two editions', async () => {
  const { round, important, editor, published, page } = await aReadableRound()
  const plain = { noRemarks: false, masked: false, twoEditions: false, lateAt: null }
  await published('Stille', {}, {}, { noRemarks: true, lateAt: new Date() })
  const hidden = await published('Skjermet', { [important]: 'Ring [skjermet].' })
  const masks = [{ startCp: 5, endCp: 9, publicStartCp: 5, publicEndCp: 15, legalBasis: 'personal-matters' }]
  await t.db.update(publicAnswers).set({ masks }).where(eq(publicAnswers.versionId, hidden.version.id))
  const { input, organisation } = await published('Vedtak', { [important]: 'Administrativt.' })
  const adopted = await aVersion(t.db, round, input.id, organisation, {}, { number: 2, kind: 'adopted' })
  const line = async (name: string) => (await page()).inputs.find(({ senderName }) => senderName === name)
  expect(await line('Vedtak')).toMatchObject({ ...plain, kind: 'administrative' })
  await publish(t.db, adopted, editor.id)
  expect(await line('Vedtak')).toMatchObject({ ...plain, kind: 'adopted', twoEditions: true })
  expect(await line('Skjermet')).toMatchObject({ ...plain, masked: true })
  expect(await line('Stille')).toMatchObject({ ...plain, noRemarks: true, lateAt: expect.any(Date) })
})

test('a withdrawn input keeps its line and answers nothing; one that is withheld has none, and is counted', async () => {
  const { round, important, editor, published, page } = await aReadableRound()
  const regretted = await published('Angrer', { [important]: 'Ja.' })
  const kept = await published('Holdt', { [important]: 'Hemmelig.' })
  await published('Lagt ut', { [important]: 'Nei.' })
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, regretted.input.id))
  await t.db.insert(inputWithholdings).values({
    ...{ strategyId: round.strategyId, inputId: kept.input.id, versionId: kept.version.id },
    ...{
      legalBasis: 'personal-matters',
      reason: 'Navngir et barn',
      withheldAt: new Date(),
      withheldBy: editor.id,
    },
  })
  await t.db.delete(publicAnswers).where(eq(publicAnswers.versionId, kept.version.id))
  const whole = await page()
  expect(names(whole).sort()).toEqual(['Angrer', 'Lagt ut'])
  expect(whole).toMatchObject({
    all: 2,
    withdrawn: 1,
    withheld: [{ legalBasis: 'personal-matters', inputs: 1 }],
  })
  expect(JSON.stringify(whole)).not.toMatch(/Navngir|Holdt|Hemmelig/)
  const answering = await page('?question=1')
  expect([names(answering), answering.matching, answering.questions[0]?.inputs]).toEqual([['Lagt ut'], 1, 1])
  await t.db.update(inputWithholdings).set({ liftedAt: new Date() })
  expect((await page()).withheld).toEqual([])
})

test('an input whose versions are withheld by different laws is counted once, by that of the latest', async () => {
  const { round, important, editor, published, page } = await aReadableRound()
  const first = await published('Holdt', { [important]: 'Hemmelig.' })
  const more = { number: 2, kind: 'adopted' }
  const second = await aVersion(
    ...([t.db, round, first.input.id, first.organisation, { [important]: 'Vedtatt.' }, more] as const),
  )
  await publish(t.db, second, editor.id)
  const { strategyId } = round
  const withheld = (versionId: string, legalBasis: string) => ({
    ...{ strategyId, inputId: first.input.id, versionId, legalBasis, reason: 'Navngir et barn' },
    ...{ withheldAt: new Date(), withheldBy: editor.id },
  })
  await t.db
    .insert(inputWithholdings)
    .values([withheld(first.version.id, 'unlawful'), withheld(second.version.id, 'personal-matters')])
  expect(await page()).toMatchObject({ all: 0, withheld: [{ legalBasis: 'personal-matters', inputs: 1 }] })
})

test('before inputs may show nothing of them is told, not even how many', async () => {
  const { round, important, published, page } = await aReadableRound({ inputsShown: 'after-closing' })
  await published('A kommune', { [important]: 'Ja.' })
  const before = await page()
  expect(before).toMatchObject({ shown: false, all: 0, inputs: [], groups: [], withheld: [] })
  expect(before.questions.every(({ inputs: n }) => n === 0)).toBe(true)
  await t.db
    .update(rounds)
    .set({ deadlineAt: daysFromNow(-0.1) })
    .where(eq(rounds.id, round.id))
  expect((await page()).all).toBe(1)
})
