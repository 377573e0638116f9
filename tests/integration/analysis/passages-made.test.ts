import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMarks, markPassage, unmarkPassage } from '#app/features/analysis/marks.server.ts'
import { makePassages } from '#app/features/analysis/passages.server.ts'
import { joinPassages, makeSpan, splitPassage } from '#app/features/analysis/passages-made.server.ts'
import { restorePassage } from '#app/features/analysis/passages-restored.server.ts'
import { findSuccessor } from '#app/features/analysis/reading.server.ts'
import { tagPassage, untag } from '#app/features/analysis/tagging.server.ts'
import { takePosition } from '#app/features/analysis/tagging-positions.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { auditEvents, searchOutbox, taggings, themeExamples } from '#db/schema/index.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aReadInput as anInputRead, done, standing as standingOn, text } from './read-input.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const aReadInput = () => anInputRead(t.db)
const standing = (versionId: string) => standingOn(t.db, versionId)
const words = async (versionId: string) => (await standing(versionId)).map((one) => one.text)
const first = async (versionId: string) => (await standing(versionId))[0]?.id ?? ''
const split = (actor: Actor, passage: string, at: string) =>
  splitPassage(actor, { key: v7(), passage, words: at })
const join = (actor: Actor, passage: string) => joinPassages(actor, { key: v7(), passage })
const restore = (actor: Actor, passage: string) => restorePassage(actor, { key: v7(), passage })
const parts = ['Vi støtter målet 🎻.', 'Men fristen er for kort.', 'Vi trenger tid.', 'Og penger.']
const whole = ['Vi støtter målet 🎻. Men fristen er for kort.', 'Vi trenger tid.', 'Og penger.']

test('a split passage is two, and what stood on it stands on both, each following what it was', async () => {
  const { versionId, reader, other, theme } = await aReadInput()
  const passage = await first(versionId)
  const made = done(await tagPassage(reader, passage, theme[0], 'against'))
  await t.db.insert(themeExamples).values({
    strategyId: (await standing(versionId))[0]?.strategyId ?? '',
    themeId: theme[0],
    passageId: passage,
    by: other.personId,
  })
  done(await markPassage(other, { key: v7(), passage, kind: 'note', text: ' Ring dem ' }))
  done(await markPassage(other, { key: v7(), passage, kind: 'flag' }))
  done(await split(other, passage, 'men FRISTEN'))

  const after = await standing(versionId)
  expect(after.map((one) => one.text)).toEqual(parts)
  expect(after.map(({ on }) => on)).toEqual([[`${theme[0]} against`], [`${theme[0]} against`], [], []])
  const followers = await t.db
    .select()
    .from(taggings)
    .where(eq(taggings.followsId, made.taggingId ?? ''))
  expect(followers.map(({ taggedBy }) => taggedBy)).toEqual([reader.personId, reader.personId])
  const marks = await listMarks(versionId)
  expect(marks.map(({ passageId, kind, text }) => [passageId, kind, text])).toEqual(
    expect.arrayContaining([
      ...[
        [after[0]?.id, 'note', 'Ring dem'],
        [after[1]?.id, 'note', 'Ring dem'],
      ],
      ...[
        [after[0]?.id, 'flag', null],
        [after[1]?.id, 'flag', null],
      ],
    ]),
  )
  expect(marks).toHaveLength(4)
  expect(await t.db.$count(themeExamples, eq(themeExamples.themeId, theme[0]))).toBe(2)
  expect(await t.db.$count(auditEvents, eq(auditEvents.subjectId, after[0]?.id ?? ''))).toBe(1)
  expect(await t.db.$count(searchOutbox, eq(searchOutbox.docKey, `staff/${passage}`))).toBe(1)
  expect(await findSuccessor(versionId, passage)).toBe(after[0]?.id)
})

test('joined again it is the passage it was, and the worker cuts nothing anew', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const before = await standing(versionId)
  const passage = before[0]?.id ?? ''
  done(await tagPassage(reader, passage, theme[0]))
  done(await split(reader, passage, 'Men'))
  await makePassages(versionId)
  expect(await words(versionId)).toEqual(parts)
  const [, second] = await standing(versionId)
  done(await tagPassage(reader, second?.id ?? '', theme[1], 'supports'))
  expect(done(await join(reader, await first(versionId))).passageId).toBe(passage)
  const after = await standing(versionId)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after[0]?.on).toEqual([`${theme[0]} null`, `${theme[1]} supports`].sort())
})

test('passages with different positions on one theme are not joined, and nothing is changed', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const [one, two] = await standing(versionId)
  done(await tagPassage(reader, one?.id ?? '', theme[0], 'supports'))
  done(await tagPassage(reader, two?.id ?? '', theme[0], 'against'))
  const before = await standing(versionId)
  expect(await join(reader, one?.id ?? '')).toEqual({ refusal: 'positions-differ' })
  expect(await standing(versionId)).toEqual(before)
  expect(await join(reader, before[2]?.id ?? '')).toEqual({ refusal: 'nothing-after' })
})

test('a join taken back gives each part what it had, with what came since and without what went since', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const [one, two] = await standing(versionId)
  done(await tagPassage(reader, one?.id ?? '', theme[0]))
  done(await tagPassage(reader, two?.id ?? '', theme[1]))
  const joined = done(await join(reader, one?.id ?? '')).passageId
  done(await tagPassage(reader, joined, theme[2]))
  const [both] = await standing(versionId)
  expect(both?.on).toHaveLength(3)
  done(await restore(reader, joined))
  const after = await standing(versionId)
  expect(after.map(({ id }) => id)).toEqual([one?.id, two?.id, expect.anything()])
  expect(after.map(({ on }) => on)).toEqual([
    [`${theme[0]} null`, `${theme[2]} null`].sort(),
    [`${theme[1]} null`, `${theme[2]} null`].sort(),
    [],
  ])
})

test('a split taken back is the passage it was, and what was split again is not taken back under it', async () => {
  const { versionId, reader, other } = await aReadInput()
  const passage = await first(versionId)
  const made = done(await split(reader, passage, 'Men')).passageId
  const [, second] = await standing(versionId)
  const again = done(await split(other, second?.id ?? '', 'for kort'))
  expect(await restore(reader, made)).toEqual({ refusal: 'passage-changed' })
  done(await restore(other, again.passageId))
  expect(await words(versionId)).toEqual(parts)
  done(await restore(reader, second?.id ?? ''))
  expect(await words(versionId)).toEqual(whole)
  expect(await restore(reader, passage)).toEqual({ refusal: 'nothing-to-restore' })
})

test('what was done before a split can be taken back after the split is', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const passage = await first(versionId)
  const tagging = done(await tagPassage(reader, passage, theme[0]))
  const positioned = done(await takePosition(reader, tagging.taggingId ?? '', 'against'))
  const note = done(await markPassage(reader, { key: v7(), passage, kind: 'note', text: 'Ring' }))
  done(await restore(reader, done(await split(reader, passage, 'Men')).passageId))
  expect(done(await unmarkPassage(reader, note.markId ?? '')).made).toBe(true)
  expect(await listMarks(versionId)).toEqual([])
  expect(done(await takePosition(reader, positioned.taggingId, null)).made).toBe(true)
  expect((await standing(versionId))[0]?.on).toEqual([`${theme[0]} null`])
})

test('any words are a passage of their own over the others, and gone when taken back', async () => {
  const { versionId, reader, theme } = await aReadInput()
  const passage = await first(versionId)
  const span = done(
    await makeSpan(reader, { key: v7(), passage, from: 'fristen er', to: 'trenger tid' }),
  ).passageId
  done(await tagPassage(reader, span, theme[0]))
  expect((await standing(versionId)).map(({ text, origin }) => [text, origin])).toEqual([
    [whole[0], 'cut'],
    ['fristen er for kort.\nVi trenger tid', 'span'],
    [whole[1], 'cut'],
    [whole[2], 'cut'],
  ])
  expect(await join(reader, span)).toEqual({ refusal: 'not-beside-each-other' })
  // Its paragraphs are divided without it.
  done(await split(reader, passage, 'Men'))
  expect((await standing(versionId)).filter(({ origin }) => origin === 'span')).toHaveLength(1)
  expect(done(await restore(reader, span)).passageId).toBe((await standing(versionId))[1]?.id)
  expect(await words(versionId)).toEqual(parts)
  expect(await t.db.$count(taggings, and(eq(taggings.passageId, span), isNull(taggings.removedAt)))).toBe(0)
})

test('words that are not there, stand twice or leave nothing on one side are refused', async () => {
  const { versionId, reader } = await aReadInput()
  const passage = await first(versionId)
  expect(await split(reader, passage, 'penger')).toEqual({ refusal: 'words-not-found' })
  expect(await split(reader, passage, 'er')).toEqual({ refusal: 'words-twice' })
  expect(await split(reader, passage, 'Vi støtter')).toEqual({ refusal: 'nothing-on-one-side' })
  expect(await split(reader, passage, ' ')).toEqual({ refusal: 'place-missing' })
  expect(await makeSpan(reader, { key: v7(), passage, from: '' })).toEqual({ refusal: 'words-missing' })
  expect(await makeSpan(reader, { key: v7(), passage, start: 5, end: 5 })).toEqual({
    refusal: 'nothing-chosen',
  })
  expect(await words(versionId)).toEqual(whole)
})

test('whoever tags a passage that was split meanwhile is told, and nothing is lost', async () => {
  const { versionId, reader, other, theme } = await aReadInput()
  const passage = await first(versionId)
  const made = done(await tagPassage(reader, passage, theme[0]))
  done(await split(other, passage, 'Men'))
  const told = { refusal: 'passage-changed' }
  expect(await tagPassage(reader, passage, theme[1])).toEqual(told)
  expect(await untag(reader, made.taggingId ?? '')).toEqual(told)
  expect(await takePosition(reader, made.taggingId ?? '', 'against')).toEqual(told)
  expect(await markPassage(reader, { key: v7(), passage, kind: 'flag' })).toEqual(told)
  expect(await split(reader, passage, 'Men')).toEqual(told)
})

test('two who split, join and tag the same passages at once lose no theme and leave no words out', async () => {
  const { versionId, reader, other, theme } = await aReadInput()
  for (const passage of await standing(versionId)) done(await tagPassage(reader, passage.id, theme[0]))
  for (let turn = 0; turn < 6; turn++) {
    const now = await standing(versionId)
    const [one, two] = [now[turn % now.length]?.id ?? '', now[(turn + 1) % now.length]?.id ?? '']
    await Promise.all([
      splitPassage(reader, { key: v7(), passage: one, at: 5 + turn }),
      join(other, one),
      tagPassage(reader, two, theme[1]),
      split(other, two, 'er'),
      join(reader, two),
    ])
    const after = await standing(versionId)
    expect(
      after
        .map((passage) => passage.text)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(text.replace(/\s/g, ''))
    for (const passage of after) expect(passage.on).toContain(`${theme[0]} null`)
  }
})
