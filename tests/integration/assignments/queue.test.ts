import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { countRechecks as countAll } from '#app/features/analysis/codebook-rechecks.server.ts'
import { findProgress } from '#app/features/assignments/progress.server.ts'
import { listAssignments } from '#app/features/assignments/queries.server.ts'
import { findQueue, readerOf } from '#app/features/assignments/queue.server.ts'
import { countRechecks, listRechecks } from '#app/features/assignments/rechecks.server.ts'
import { assignments, passageMarks, strategyStaff, themeRechecks, themes } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { anInputToRead, aRoundToRead, haveRead, type RoundToRead } from './room.ts'

const t = await appDatabase()
afterAll(() => t.end())

type Own = Partial<typeof assignments.$inferInsert>
const give = async (here: RoundToRead, own: Own = {}) => {
  const { round, ingrid, lead } = here
  const place = { strategyId: round.strategyId, roundId: round.id, personId: ingrid.personId }
  await t.db
    .insert(assignments)
    .values({ ...place, kind: 'round', at: new Date('2026-02-01'), by: lead.personId, ...own })
}
const at = (day: number) => new Date(Date.UTC(2026, 5, day, 10))
const sent = (here: RoundToRead, name: string, day: number) =>
  anInputToRead(t.db, here, { name, submittedAt: at(day) })

test('the queue goes by the nearest day, then as the inputs came in, and leads to the first passage that is not read', async () => {
  const here = await aRoundToRead(t.db)
  const early = await sent(here, 'Tidlig', 1)
  const late = await sent(here, 'Sen', 2)
  const urgent = await sent(here, 'Haster', 3)
  await give(here)
  await give(here, { kind: 'organisation', organisationId: urgent.sender.id, dueOn: '2026-06-10' })
  await haveRead(t.db, here.ingrid, early.answers.slice(0, 1))
  const { next, inputs, inputsLeft, assignments: own } = await findQueue(readerOf(here.ingrid))
  expect(next.map(({ senderName, left, answers }) => [senderName, left, answers])).toEqual([
    ['Haster', 2, 2],
    ['Tidlig', 1, 2],
    ['Sen', 2, 2],
  ])
  expect({ inputs, inputsLeft }).toEqual({ inputs: 3, inputsLeft: 3 })
  expect(next[1]?.passageId).toBe(
    early.passages.find(({ answerId }) => answerId === early.answers[1]?.id)?.id,
  )
  expect(next[2]?.inputId).toBe(late.input.id)
  expect(own.map(({ kind, answers, read }) => [kind, answers, read])).toEqual([
    ['organisation', 2, 0],
    ['round', 6, 1],
  ])
})

test('whoever goes past one that is not read is led on, and at the end begins anew', async () => {
  const here = await aRoundToRead(t.db)
  const [first, second, third] = [
    await sent(here, 'A', 1),
    await sent(here, 'B', 2),
    await sent(here, 'C', 3),
  ]
  await give(here)
  const after = async (inputId: string) =>
    (await findQueue(readerOf(here.ingrid), inputId)).next[0]?.senderName
  expect(await after(first.input.id)).toBe('B')
  expect(await after(second.input.id)).toBe('C')
  expect(await after(third.input.id)).toBe('A')
  await haveRead(t.db, here.ingrid, second.answers)
  expect(await after(first.input.id)).toBe('C')
  expect(await after(second.input.id)).toBe('C')
})

test('when all is read the queue is empty and says how much that was', async () => {
  const here = await aRoundToRead(t.db)
  const one = await sent(here, 'A', 1)
  await give(here)
  await haveRead(t.db, here.mads, one.answers)
  expect(await findQueue(readerOf(here.ingrid))).toMatchObject({ inputs: 1, inputsLeft: 1 })
  await haveRead(t.db, here.ingrid, one.answers)
  expect(await findQueue(readerOf(here.ingrid))).toMatchObject({ inputs: 1, inputsLeft: 0, next: [] })
})

test('whoever works on a strategy no more has nothing of it in the queue', async () => {
  const here = await aRoundToRead(t.db)
  await sent(here, 'A', 1)
  await give(here)
  const left = { ...here.ingrid, staff: [] }
  expect(await findQueue(readerOf(left))).toMatchObject({ assignments: [], next: [] })
  await t.db
    .update(strategyStaff)
    .set({ endedAt: new Date() })
    .where(eq(strategyStaff.personId, here.ingrid.personId))
  const { assignments: listed } = await listAssignments(here.round.id, 1)
  expect(listed).toMatchObject([{ isStaff: false, inputsLeft: 1 }])
})

test('what was read before a theme was there waits to be looked through for it, until somebody has', async () => {
  const here = await aRoundToRead(t.db)
  const { ingrid, mads } = here
  const [old, tagged, fresh] = [await sent(here, 'A', 1), await sent(here, 'B', 2), await sent(here, 'C', 3)]
  await haveRead(t.db, ingrid, [...old.answers, ...tagged.answers], at(5))
  await haveRead(t.db, ingrid, fresh.answers, at(9))
  await aTheme(t.db, { id: here.round.strategyId }, { createdAt: at(1) })
  const late = await aTheme(t.db, { id: here.round.strategyId }, { createdAt: at(7) })
  const passage = tagged.passages[0]
  if (!passage) throw new Error('no passage')
  const waiting = async (who = ingrid) => [
    ...(await listRechecks(readerOf(who))).map(({ themeId, count }) => ({ themeId, count })),
    await countRechecks(readerOf(who)),
  ]
  expect(await waiting()).toEqual([{ themeId: late.id, count: 2 }, 2])
  // Where one has read it all, it is the codebook's own list.
  expect((await countAll(here.round.strategyId)).get(late.id)).toBe(2)
  expect(await waiting(mads)).toEqual([0])
  await aTagging(t.db, passage, late, mads.personId)
  expect(await waiting()).toEqual([{ themeId: late.id, count: 1 }, 1])
  await t.db.insert(themeRechecks).values({
    ...{ strategyId: here.round.strategyId, themeId: late.id },
    ...{ versionId: old.version.id, by: mads.personId },
  })
  expect(await waiting()).toEqual([0])
  await t.db.delete(themeRechecks).where(eq(themeRechecks.themeId, late.id))
  await t.db.update(themes).set({ retiredAt: new Date() }).where(eq(themes.id, late.id))
  expect(await waiting()).toEqual([0])
})

test('progress counts what is read, tagged and flagged of what there is, for the round and for each', async () => {
  const here = await aRoundToRead(t.db)
  const { round, ingrid, mads, lead, first } = here
  const [one, two] = [await sent(here, 'A', 1), await sent(here, 'B', 2)]
  await give(here, { kind: 'question', questionId: first, dueOn: '2026-06-20' })
  await give(here, { kind: 'organisation', organisationId: one.sender.id, dueOn: '2026-06-30' })
  await haveRead(t.db, ingrid, one.answers)
  await haveRead(t.db, mads, two.answers.slice(1))
  const theme = await aTheme(t.db, { id: round.strategyId })
  const [tagged, flagged] = one.passages
  if (!tagged || !flagged) throw new Error('no passages')
  await aTagging(t.db, tagged, theme, mads.personId)
  await aTagging(t.db, flagged, theme, mads.personId, { removedAt: new Date(), removedBy: mads.personId })
  const mark = { strategyId: round.strategyId, passageId: flagged.id, by: mads.personId }
  await t.db.insert(passageMarks).values([
    { ...mark, kind: 'flag' },
    { ...mark, kind: 'note', text: 'Se på denne.' },
  ])
  const progress = await findProgress(round)
  expect(progress.round).toEqual({
    ...{ inputs: 2, inputsRead: 1, answers: 4, answersRead: 3, answersUnassigned: 1 },
    ...{ passages: 4, tagged: 1, flagged: 1 },
  })
  const of = (who: typeof ingrid) => progress.people.find(({ personId }) => personId === who.personId)
  expect(of(ingrid)).toMatchObject({
    ...{ assignments: 2, answers: 3, read: 2, passages: 3, tagged: 1, flagged: 1, readInAll: 2 },
    dueOn: '2026-06-20',
  })
  expect(of(mads)).toMatchObject({
    assignments: 0,
    answers: 0,
    read: 0,
    passages: 0,
    readInAll: 1,
    dueOn: null,
  })
  expect(of(lead)).toMatchObject({ assignments: 0, readInAll: 0, isStaff: true })
})

test('the pages of the work ask as often of a thousand inputs as of ten', async () => {
  const asked = async (inputs: number) => {
    const here = await aRoundToRead(t.db)
    const one = await sent(here, 'A', 1)
    await multiply(here, one, inputs - 1)
    await give(here)
    for (let share = 1; share <= Math.min(50, inputs); share++)
      await give(here, { kind: 'share', shareNumber: share, shareOf: 50 })
    const counts = []
    counts.push(await statementsOf(() => findQueue(readerOf(here.ingrid))))
    counts.push(await statementsOf(() => listRechecks(readerOf(here.ingrid))))
    counts.push(await statementsOf(() => listAssignments(here.round.id, 1)))
    counts.push(await statementsOf(() => findProgress(here.round)))
    expect((await findQueue(readerOf(here.ingrid))).inputs).toBe(inputs)
    return counts.map((said) => said.length)
  }
  const few = await asked(10)
  expect(await asked(1_000)).toEqual(few)
  expect(few).toEqual([1, 1, 1, 1])
})

type Sent = Awaited<ReturnType<typeof sent>>

/** So many more inputs like one that was sent, put straight into the tables. */
async function multiply({ round }: RoundToRead, one: Sent, more: number) {
  const { sql } = t
  await sql`with senders as (
      insert into organisations (id, slug, name, kind)
      select gen_random_uuid(), 'mange-' || gen_random_uuid(), 'Kommune ' || n, 'municipality'
      from generate_series(1, ${more}::int) n returning id, name
    ), sent as (
      insert into inputs (id, strategy_id, round_id, organisation_id)
      select gen_random_uuid(), ${round.strategyId}, ${round.id}, id from senders returning id, organisation_id
    ), frozen as (
      insert into input_versions (id, strategy_id, round_id, input_id, number, kind, sender_name, sender_kind, lang,
        submitted_at, deadline_at, receipt_sequence, receipt_number, content_hash, idempotency_key)
      select gen_random_uuid(), ${round.strategyId}, ${round.id}, sent.id, 1, 'administrative', senders.name,
        'municipality', 'nb', now(), now(), 900000 + row_number() over (), gen_random_uuid()::text, 'hash',
        gen_random_uuid()::text
      from sent join senders on senders.id = sent.organisation_id returning id, input_id
    ), said as (
      insert into answers (id, strategy_id, version_id, question_id, canonical_text)
      select gen_random_uuid(), ${round.strategyId}, frozen.id, ${one.answers[0]?.questionId ?? null}::uuid, 'Ja.'
      from frozen returning id, version_id
    )
    insert into passages (id, strategy_id, round_id, input_id, version_id, answer_id, position, start_cp, end_cp, text, lang)
    select gen_random_uuid(), ${round.strategyId}, ${round.id}, frozen.input_id, frozen.id, said.id, 0, 0, 3, 'Ja.', 'nb'
    from said join frozen on frozen.id = said.version_id`
  await sql`analyze`
}
