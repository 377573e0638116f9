import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { seeCount } from '#app/features/findings/counts.server.ts'
import { freezeCounts } from '#app/features/findings/frozen-counts.server.ts'
import { mostCounts } from '#app/features/findings/live-counts.server.ts'
import { countSenders, findPublishedNumber } from '#app/features/findings/published-number.server.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { findingCounts, inputs, rounds } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aCountingRound, add, aPublishedNumber, numbersRoom, write } from './numbered.ts'
import { approvedAndPublished, cite, made } from './written.ts'

const t = numbersRoom()

test('freezing refuses by itself a number that moved after the text was checked', async () => {
  const all = await aCountingRound(t)
  const { number } = made(await add(all))
  const text = { nb: `{t${number}} kommuner vil ha hjelp.` }
  const freeze = () => t.db.transaction((tx) => freezeCounts(tx, { id: all.findingId, text }, new Date()))
  await all.tag(1)
  expect(await freeze()).toEqual({ refusal: 'problems' })
  made(await seeCount(all.editor, all.findingId, { key: v7(), number, count: 2, of: 4 }))
  expect(await freeze()).toEqual({ frozen: 1 })
})

test('a finding has as many numbers as a page reads, and no more', async () => {
  const all = await aCountingRound(t)
  made(await add(all))
  const [one] = await t.db.select().from(findingCounts).where(eq(findingCounts.findingId, all.findingId))
  if (!one) throw new Error('The number was not put in')
  const more = Array.from({ length: mostCounts - 1 }, (_, at) => ({ ...one, id: v7(), number: at + 2 }))
  await t.db.insert(findingCounts).values(more)
  expect(await add(all)).toEqual({ refusal: 'too-many' })
})

test('what a private person is called is not kept with a number', async () => {
  const all = await aCountingRound(t)
  const { personId } = await aStaffMember(t.db, all.strategy, 'analyst')
  const own = { organisationId: null, personId }
  await t.db
    .update(inputs)
    .set(own)
    .where(eq(inputs.id, all.sent[0]?.input.id ?? ''))
  const { number } = made(await add(all))
  made(await write(all, 1, `{t${number}} vil ha hjelp.`))
  await approvedAndPublished(all, all.findingId, 2)
  const [kept] = await t.db.select().from(findingCounts).where(eq(findingCounts.findingId, all.findingId))
  expect(kept?.frozenSenders).toMatchObject([{ inputId: all.sent[0]?.input.id, name: '' }])
})

test('a published text without numbers has none that anyone reads', async () => {
  const all = await aPublishedNumber(t)
  made(await cite(all.editor, all.findingId, all.sent[0]?.passages[0]?.id ?? '', 'Vi trenger hjelp.'))
  made(await publishVersion(all.editor, all.sent[0]?.version.id ?? '', v7()))
  made(await write(all, 2, 'De trenger hjelp: {s2}'))
  await approvedAndPublished(all, all.findingId, 3)
  expect(await findPublishedNumber(all.round.id, all.slug, all.number)).toBeNull()
})

test('behind a number nobody is named while the round shows no inputs', async () => {
  const all = await aPublishedNumber(t)
  made(await publishVersion(all.editor, all.sent[0]?.version.id ?? '', v7()))
  const list = async () => {
    const found = await findPublishedNumber(all.round.id, all.slug, all.number)
    if (!found) throw new Error('The number is not published')
    return countSenders(found, { page: 1, size: 10, now: new Date() })
  }
  expect(await list()).toMatchObject({ totalNamed: 1, unnamed: [] })
  await t.db.update(rounds).set({ inputsShown: 'after-closing' }).where(eq(rounds.id, all.round.id))
  const unnamed = [{ kind: 'municipality', number: 1 }]
  expect(await list()).toMatchObject({ named: [], totalNamed: 0, unnamed })
})
