import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMarks, markPassage, unmarkPassage } from '#app/features/analysis/marks.server.ts'
import { joinPassages, makeSpan, splitPassage } from '#app/features/analysis/passages-made.server.ts'
import { restorePassage } from '#app/features/analysis/passages-restored.server.ts'
import { tagPassage, untag } from '#app/features/analysis/tagging.server.ts'
import { retag, takePosition, takeStance } from '#app/features/analysis/tagging-positions.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { aReadInput as anInputRead, done, standing as standingOn } from './read-input.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const aReadInput = () => anInputRead(t.db)
const standing = (versionId: string) => standingOn(t.db, versionId)
const first = async (versionId: string) => (await standing(versionId))[0]?.id ?? ''
const split = (actor: Actor, passage: string, at: string) =>
  splitPassage(actor, { key: v7(), passage, words: at })
const join = (actor: Actor, passage: string) => joinPassages(actor, { key: v7(), passage })
const restore = (actor: Actor, passage: string) => restorePassage(actor, { key: v7(), passage })

test('a position changed is another tagging, and not over what somebody else has said since', async () => {
  const { versionId, reader, other, theme } = await aReadInput()
  const passage = await first(versionId)
  const { taggingId } = done(await tagPassage(reader, passage, theme[0]))
  const changed = done(await takePosition(reader, taggingId ?? '', 'supports'))
  expect(changed).toMatchObject({ was: null, made: true })
  expect(await takePosition(other, taggingId ?? '', 'against')).toEqual({ refusal: 'tagging-changed' })
  expect((await standing(versionId))[0]?.on).toEqual([`${theme[0]} supports`])
  expect(done(await takePosition(other, changed.taggingId, 'supports')).made).toBe(false)
  done(await untag(other, changed.taggingId))
  done(await retag(reader, changed.taggingId))
  expect((await standing(versionId))[0]?.on).toEqual([`${theme[0]} supports`])
})

test('a passage has one position to a paragraph of the draft, and only of its own strategy', async () => {
  const { versionId, reader, strategy, round } = await aReadInput()
  const { paragraphs } = await aDocumentVersion(t.db, await aDocument(t.db, strategy), ['Avsnitt.'], {
    roundId: round.id,
  })
  const paragraph = paragraphs[0]?.id ?? ''
  const passage = await first(versionId)
  const stance = { passage, paragraph, position: 'against' as const }
  const made = done(await takeStance(reader, stance))
  expect(await takeStance(reader, { ...stance, position: 'supports' })).toEqual({
    refusal: 'paragraph-taken',
  })
  expect(await takePosition(reader, made.taggingId, null)).toEqual({ refusal: 'position-missing' })
  expect((await standing(versionId))[0]?.on).toEqual([`${paragraph} against`])
  const foreign = await aReadInput()
  const elsewhere = await aDocumentVersion(t.db, await aDocument(t.db, foreign.strategy), ['Avsnitt.'], {})
  expect(await takeStance(reader, { ...stance, paragraph: elsewhere.paragraphs[0]?.id ?? '' })).toEqual({
    refusal: 'paragraph-missing',
  })
})

test('a mark stands once, is taken away with a name, and a note has words', async () => {
  const { versionId, reader, other } = await aReadInput()
  const passage = await first(versionId)
  const flag = done(await markPassage(reader, { key: v7(), passage, kind: 'flag' }))
  expect(done(await markPassage(other, { key: v7(), passage, kind: 'flag' })).made).toBe(false)
  expect(await markPassage(other, { key: v7(), passage, kind: 'note', text: ' \u0000 ' })).toEqual({
    refusal: 'note-missing',
  })
  done(await unmarkPassage(other, flag.markId ?? ''))
  expect(await listMarks(versionId)).toEqual([])
})

test('staff of another strategy neither split, join, mark nor take back', async () => {
  const { versionId, reader, theme, strategy, round } = await aReadInput()
  const passage = await first(versionId)
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  const no = { refusal: 'not-found' }
  const { taggingId } = done(await tagPassage(reader, passage, theme[0]))
  const flag = done(await markPassage(reader, { key: v7(), passage, kind: 'flag' }))
  const { paragraphs } = await aDocumentVersion(t.db, await aDocument(t.db, strategy), ['Avsnitt.'], {
    roundId: round.id,
  })
  for (const outcome of await Promise.all([
    split(stranger, passage, 'Men'),
    join(stranger, passage),
    restore(stranger, passage),
    makeSpan(stranger, { key: v7(), passage, from: 'Men' }),
    takePosition(stranger, taggingId ?? '', 'against'),
    takeStance(stranger, { passage, paragraph: paragraphs[0]?.id ?? '', position: 'against' }),
    retag(stranger, taggingId ?? ''),
    markPassage(stranger, { key: v7(), passage, kind: 'flag' }),
    unmarkPassage(stranger, flag.markId ?? ''),
  ]))
    expect(outcome).toEqual(no)
})
