import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { POSITIONS } from '#app/features/analysis/position.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { readSenders, readTable } from '#app/features/tables/counted.server.ts'
import { countTable, listSenders } from '#app/features/tables/counting.server.ts'
import { layoutOf } from '#app/features/tables/subject.ts'
import { tableOf } from '#app/features/tables/table.ts'
import { OWN_TABLES, tableAddress, tableKey } from '#app/features/tables/table-key.ts'
import { findSubject, findTableRound } from '#app/features/tables/tables.server.ts'
import { writtenTable } from '#app/features/tables/wording.ts'
import { sweepChanges } from '#app/platform/changes/kept.server.ts'
import { inputs, invitations, organisations, passages, taggings, themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aDraft, aSubmittedInput, aVersion } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { statementsOf } from '#tests/setup/statements.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const now = new Date('2026-03-02T10:00:00Z')
const cell = { row: 'municipality', column: 'answered', page: 1, size: 100 }
const words = 'Vi støtter målet.\nFristen er for kort.'

/** A round with three senders, two themes and one tagging, and what may happen to it. */
async function aBusyRound() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [question] = await aQuestionnaire(t.db, round)
  const said = { [question?.id ?? '']: words }
  const staff: Actor = await aStaffMember(t.db, strategy, 'analyst')
  const [first, second] = [await aTheme(t.db, strategy), await aTheme(t.db, strategy)]
  const senders: Awaited<ReturnType<typeof anOrganisation>>[] = []
  for (let at = 0; at < 3; at++) senders.push(await anOrganisation(t.db, { listed: false }))
  const sent: Awaited<ReturnType<typeof aSubmittedInput>>[] = []
  for (const sender of senders) sent.push(await aSubmittedInput(t.db, round, sender, said))
  const held = sent.flatMap(({ passages }) => passages)
  if (held[0]) await aTagging(t.db, held[0], first, staff.personId)
  const one = <T>(list: readonly T[], at: number) => list[at % list.length] as T
  let versions = 1
  const acts: Record<string, (at: number) => Promise<unknown>> = {
    'a tagging is made': async (at) => {
      const position = one([null, ...POSITIONS], at)
      const values = { passageId: one(held, at).id, themeId: one([first, second], at).id, position }
      const place = { strategyId: strategy.id, taggedBy: staff.personId }
      await t.db
        .insert(taggings)
        .values({ ...place, ...values })
        .onConflictDoNothing()
    },
    'a tagging is removed': (at) =>
      t.db
        .update(taggings)
        .set({ removedAt: now })
        .where(eq(taggings.passageId, one(held, at).id)),
    'an input is withdrawn or comes back': (at) =>
      t.db
        .update(inputs)
        .set({ withdrawnAt: at % 2 ? now : null })
        .where(eq(inputs.id, one(sent, at).input.id)),
    'a new version comes': (at) => {
      const sender = { ...one(senders, at), kind: at % 2 ? 'union' : 'municipality' }
      return aVersion(t.db, round, one(sent, at).input.id, sender, said, { number: ++versions })
    },
    'somebody answers for the first time': async () => {
      const sender = await anOrganisation(t.db, { listed: false })
      await aVersion(t.db, round, (await aDraft(t.db, round, sender)).id, sender, said)
    },
    'a theme is moved': (at) =>
      t.db
        .update(themes)
        .set({ parentId: at % 2 ? first.id : null })
        .where(eq(themes.id, second.id)),
    'a theme is called something else': (at) =>
      t.db
        .update(themes)
        .set({ title: { nb: `Tema ${at}` } })
        .where(eq(themes.id, first.id)),
    'a theme becomes part of another': async (at) => {
      await t.db
        .update(taggings)
        .set({ removedAt: now })
        .where(eq(taggings.themeId, at % 2 ? second.id : first.id))
      await t.db.update(themes).set({ retiredAt: now, mergedInto: first.id }).where(eq(themes.id, second.id))
    },
    'somebody is invited': async (at) => {
      const of = { strategyId: strategy.id, roundId: round.id, organisationId: one(senders, at).id }
      await t.db.insert(invitations).values(of).onConflictDoNothing()
    },
    'a body is of another kind, and in the register': (at) =>
      t.db
        .update(organisations)
        .set({ kind: at % 2 ? 'union' : 'municipality', listed: at % 3 === 0 })
        .where(eq(organisations.id, one(senders, at).id)),
    'a passage is no more': (at) =>
      t.db
        .update(passages)
        .set({ supersededAt: at % 2 ? now : null })
        .where(eq(passages.id, one(held, at).id)),
  }
  const themeTable = tableAddress({ kind: 'theme-positions', themeId: second.id })
  const ofAnswers = tableAddress({ kind: 'question-positions', questionId: question?.id ?? '' })
  return { strategy, round, staff, acts, first, held, tables: [...OWN_TABLES, themeTable, ofAnswers] }
}

type BusyRound = Awaited<ReturnType<typeof aBusyRound>>

const kept = async ({ staff, round, tables }: BusyRound) => [
  ...(await Promise.all(tables.map((address) => readTable(staff, round.id, address, now)))),
  await readSenders(staff, round.id, 'received', cell),
]

/** The same, counted from the rows each time. */
async function fresh({ staff, round, tables }: BusyRound) {
  const found = await findTableRound(staff, round.id)
  if (!('id' in found)) throw new Error('No round')
  const place = { roundId: found.id, strategyId: found.strategyId }
  const all = []
  for (const address of tables) {
    const key = tableKey(address)
    const subject = key ? await findSubject(found, key) : { refusal: 'not-found' as const }
    if (!key || 'refusal' in subject || 'mergedInto' in subject) {
      all.push('mergedInto' in subject && subject.mergedInto)
      continue
    }
    const { counts, facts } = await countTable(subject, place)
    const table = tableOf(layoutOf(subject), counts)
    all.push(writtenTable({ key, subject, table, facts }, found, staff.locale, now))
  }
  return [...all, await listSenders({ kind: 'received' }, place, cell)]
}

/** What both ways say, in the same form. */
const said = (shown: Awaited<ReturnType<typeof kept>>) =>
  shown.map((one) => {
    if ('movedTo' in one) return tableKey(one.movedTo)?.kind === 'theme-positions' && one.movedTo.slice(-36)
    if ('table' in one) return one.table
    return 'total' in one ? { total: one.total, senders: one.senders } : one
  })

test('whatever happens, a table that was kept says what one counted anew says', async () => {
  const names = Object.keys((await aBusyRound()).acts)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(11)), { minLength: 4, maxLength: 12 }),
      async (happening) => {
        const here = await aBusyRound()
        await kept(here)
        for (const [name, at] of happening) {
          await here.acts[name]?.(at)
          expect([name, said(await kept(here))]).toEqual([name, await fresh(here)])
        }
      },
    ),
    { numRuns: 12 },
  )
}, 300_000)

test('each thing that happens makes the tables be counted once, and no more until the next', async () => {
  const here = await aBusyRound()
  const counted = async () =>
    (await statementsOf(() => kept(here))).filter((text) => text.includes('counting as materialized')).length
  // A theme that is part of another has no numbers of its own.
  const { 'a theme becomes part of another': last, ...acts } = here.acts
  const all = await counted()
  for (const act of [...Object.values(acts), last]) {
    expect(await counted()).toBe(0)
    await act?.(3)
    expect(await counted()).toBeGreaterThanOrEqual(all - 1)
  }
}, 60_000)

test('what happens in another strategy does not make a table be counted', async () => {
  const [here, there] = [await aBusyRound(), await aBusyRound()]
  await kept(here)
  for (const [name, act] of Object.entries(there.acts)) if (!name.startsWith('a body')) await act(1)
  const said = await statementsOf(() => kept(here))
  expect(said.filter((text) => text.includes('counting as materialized'))).toEqual([])
})

test('what was begun before a table was counted and is committed after it is in the next one', async () => {
  const here = await aBusyRound()
  const slow = await t.sql.reserve()
  try {
    await slow`begin`
    await slow`update taggings set removed_at = now() where strategy_id = ${here.strategy.id}`
    // Others come and go meanwhile, so that its number is no longer among the newest.
    await here.acts['a theme is moved']?.(1)
    const before = said(await kept(here))
    expect(before).toEqual(await fresh(here))
    await slow`commit`
    const after = said(await kept(here))
    expect(after).toEqual(await fresh(here))
    expect(after).not.toEqual(before)
  } finally {
    slow.release()
  }
})

test('what is swept away is only what every table that is kept has seen', async () => {
  const here = await aBusyRound()
  const noted = async () => {
    const [row] = await t.sql<{ n: number }[]>`
      select count(*)::int as n from noted_changes where strategy_id = ${here.strategy.id}`
    return row?.n ?? 0
  }
  const slow = await t.sql.reserve()
  try {
    await slow`begin`
    await slow`update taggings set removed_at = now() where strategy_id = ${here.strategy.id}`
    await sweepChanges()
    const before = await noted()
    expect(before).toBeGreaterThan(0)
    // An hour goes by, and the slow one is committed at its end.
    await t.sql`update noted_changes set at = at - interval '2 hours'`
    await kept(here)
    await slow`commit`
    await t.sql`update noted_changes set at = at - interval '2 hours' where what = 'taggings'`
    await sweepChanges()
    expect(said(await kept(here))).toEqual(await fresh(here))
    // Other databases of the server have slow ones too; when they are done, all is swept.
    await expect
      .poll(async () => {
        await t.sql`update noted_changes set at = at - interval '2 hours'`
        await sweepChanges()
        return noted()
      })
      .toBe(0)
  } finally {
    slow.release()
  }
})

test('a change of the draft, which nobody counts, is not noted', async () => {
  const here = await aBusyRound()
  const noted = async () => Number((await t.sql`select count(*) as n from noted_changes`)[0]?.n)
  const before = await noted()
  await t.db.update(inputs).set({ draftRevision: 7 }).where(eq(inputs.roundId, here.round.id))
  await t.db.update(organisations).set({ approvalRequired: true })
  expect(await noted()).toBe(before)
})
