import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameListed } from '#app/features/inputs/listing-age.server.ts'
import { isNameListed } from '#app/features/inputs/listing-age.ts'
import { meta, loader as pageLoader } from '#app/routes/public/published-input.tsx'
import { loader as listLoader } from '#app/routes/public/published-inputs.tsx'
import { strategies } from '#db/schema/index.ts'
import { aPersonalInput, aSubmittedInput, publish } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase } from './room.ts'

const t = appDatabase()

const MINUTE = 60_000
const years = { min: new Date('2019-01-01T00:00:00Z'), max: new Date('2033-01-01T00:00:00Z') }

test('the database and the rule agree on whether a name stands, to the minute about midnight a year on', async () => {
  const pairs = fc
    .sample(
      fc.tuple(
        fc.date({ ...years, noInvalidDate: true }),
        fc.oneof(fc.integer({ min: -3_000, max: 3_000 }), fc.integer({ min: -1_000_000, max: 1_000_000 })),
        fc.constantFrom(365, 366),
      ),
      2_000,
    )
    .map(([sent, minutes, days]) => ({
      sent,
      now: new Date(sent.getTime() + days * 1_440 * MINUTE + minutes * MINUTE),
    }))
  const leap = { sent: new Date('2028-02-29T11:00:00Z'), now: new Date('2029-02-28T22:59:00Z') }
  const all = [...pairs, leap, { ...leap, now: new Date('2029-02-28T23:00:00Z') }]
  const [sent, now] = [all.map((pair) => pair.sent), all.map((pair) => pair.now)].map((moments) =>
    sql.param(`{${moments.map((moment) => moment.toISOString()).join(',')}}`),
  )
  const rows = await t.db.execute<{ listed: boolean }>(sql`
    select ${nameListed(sql`sent`, sql`now`)} as listed
    from unnest(${sent}::timestamptz[], ${now}::timestamptz[]) with ordinality as given (sent, now, place)
    order by place`)
  expect([...rows].map(({ listed }) => listed)).toEqual(all.map(({ sent, now }) => isNameListed(sent, now)))
})

test('after a year lists name a private person no more, the own page does and asks not to be searched', async () => {
  const round = await aRound(t.db)
  const [question] = await aQuestionnaire(t.db, round)
  const [strategy] = await t.db.select().from(strategies).where(eq(strategies.id, round.strategyId))
  const asked = { [question?.id ?? '']: 'Det trengs to år.' }
  const person = await aPerson(t.db, { name: 'Eva Strand' })
  const old = await aPersonalInput(t.db, round, person, asked, { submittedAt: daysFromNow(-367) })
  const other = await aPerson(t.db, { name: 'Ola Vik' })
  const fresh = await aPersonalInput(t.db, round, other, asked, { submittedAt: daysFromNow(-364) })
  const body = await anOrganisation(t.db, { name: 'Lyngstrand kommune' })
  const sent = await aSubmittedInput(t.db, round, body, asked, { submittedAt: daysFromNow(-800) })
  await publish(t.db, sent, person.id)
  const params = { strategy: strategy?.slug ?? '', round: round.slug }
  const context = {} as never
  const listed = await listLoader({ request: new Request('http://x/'), params, context })
  const names = listed.inputs.map(({ senderName }) => senderName)
  expect(names).toEqual(['Ola Vik', null, 'Lyngstrand kommune'])
  expect(JSON.stringify(listed)).not.toContain('Eva')
  const robots = async (input: { id: string }) => {
    const request = new Request('http://x/')
    const { data } = await pageLoader({ request, params: { ...params, input: input.id }, context })
    const said = meta({ data, matches: [] } as never) as { name?: string }[]
    return [data.input.sender.name, said.some(({ name }) => name === 'robots')]
  }
  expect(await robots(old.input)).toEqual(['Eva Strand', true])
  expect(await robots(fresh.input)).toEqual(['Ola Vik', false])
  expect(await robots(sent.input)).toEqual(['Lyngstrand kommune', false])
})
