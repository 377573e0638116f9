import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TextAct } from '#app/features/documents/forms.ts'
import { numberParagraphs, type ParagraphKind } from '#app/features/documents/paragraph.ts'
import {
  describeVersion,
  descriptionSeen,
  discardVersion,
  publishDocumentVersion,
  textSeen,
} from '#app/features/documents/publication.server.ts'
import { createDocument, startVersion } from '#app/features/documents/versions.server.ts'
import { findWorkDocument, findWorkVersion, listBlocks } from '#app/features/documents/work.server.ts'
import { changeText } from '#app/features/documents/writing.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { documents, documentVersions, paragraphs } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { anActor, aStaffMember } from '#tests/factories/people.ts'
import { aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
  await prepareQueue()
})
afterAll(() => t.end())

function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

const draft = [
  { kind: 'heading' as const, unnumbered: true, text: { nb: 'Forord' } },
  { kind: 'paragraph' as const, text: { nb: 'Takk.', nn: 'Takk.' } },
  { kind: 'heading' as const, text: { nb: 'Barn' } },
  { kind: 'paragraph' as const, text: { nb: 'En.', nn: 'Ein.' } },
  { kind: 'ambition' as const, text: { nb: 'Alle er med.' } },
  { kind: 'paragraph' as const, text: { nb: 'To.', nn: 'To.' } },
]

async function aVersionToWrite() {
  const strategy = await aStrategy(t.db)
  const document = await aDocument(t.db, strategy)
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const version = await aDocumentVersion(t.db, document, draft, { publishedAt: null })
  const blockAt = async (anchor: string) => {
    const block = (await listBlocks(version.id)).find((one) => one.anchor === anchor)
    if (!block) throw new Error(`no block at ${anchor}`)
    return { key: v7(), block: block.id, revision: block.revision }
  }
  const act = (what: TextAct, actor: Actor = editor) => changeText(actor, document.id, version.id, what)
  return { strategy, document, editor, version, blockAt, act }
}

const edited = (nb: string, nn = '') => ({ act: 'edit' as const, kind: 'paragraph' as const, nb, nn })

// What stands in the version, and that it is numbered as the rule says.
async function standing(versionId: string) {
  const blocks = await listBlocks(versionId)
  const again = numberParagraphs(
    blocks.map(({ kind, anchor }) => ({
      ...{ kind: kind as ParagraphKind, was: anchor },
      unnumbered: kind === 'heading' && anchor.startsWith('u'),
    })),
  )
  expect(again.map(({ anchor }) => anchor)).toEqual(blocks.map(({ anchor }) => anchor))
  expect(blocks.map(({ position }) => position)).toEqual(blocks.map((_, at) => at + 1))
  return blocks.map(({ anchor, text }) => `${anchor} ${text.nb}`)
}

test('every change numbers the whole text anew, in the same transaction', async () => {
  const { act, blockAt, version } = await aVersionToWrite()
  const heading = await blockAt('u1.1')
  const put = made(
    await act({ act: 'insert', key: v7(), after: heading.block, nb: '# Ny\n\nMidt i.', nn: '' }),
  )
  expect(put.anchor).toBe('1')
  expect(await standing(version.id)).toEqual([
    ...['u1 Forord', 'u1.1 Takk.', '1 Ny', '1.1 Midt i.'],
    ...['2 Barn', '2.1 En.', '2.a1 Alle er med.', '2.2 To.'],
  ])
  made(await act({ act: 'move-up', ...(await blockAt('2.2')) }))
  expect((await standing(version.id)).slice(5)).toEqual(['2.1 En.', '2.2 To.', '2.a1 Alle er med.'])
  made(await act({ act: 'join', ...(await blockAt('2.1')), key: v7() }))
  expect((await standing(version.id)).slice(5)).toEqual(['2.1 En. To.', '2.a1 Alle er med.'])
  made(await act({ ...(await blockAt('2.1')), ...edited('En.\n\nTo.\n\nTre.') }))
  made(await act({ act: 'remove', ...(await blockAt('1')) }))
  expect(await standing(version.id)).toEqual([
    ...['u1 Forord', 'u1.1 Takk.', 'u1.2 Midt i.', '1 Barn'],
    ...['1.1 En.', '1.2 To.', '1.3 Tre.', '1.a1 Alle er med.'],
  ])
  const third = { act: 'move-after' as const, ...(await blockAt('1.3')), key: v7() }
  expect(await act({ ...third, to: '9.9' })).toEqual({ refusal: 'no-such-paragraph' })
  made(await act({ ...third, to: '1.1' }))
  expect((await standing(version.id)).slice(4, 7)).toEqual(['1.1 En.', '1.2 Tre.', '1.3 To.'])
})

test('somebody who wrote from an older state is told, and the text saved first stands', async () => {
  const { act, blockAt, version, strategy } = await aVersionToWrite()
  const seen = await blockAt('1.1')
  const colleague = await aStaffMember(t.db, strategy, 'lead')
  made(await act({ ...seen, key: v7(), ...edited('Kollegaen var først.') }, colleague))
  expect(await act({ ...seen, ...edited('Min tekst.') })).toEqual({ refusal: 'stale' })
  expect(await act({ ...seen, key: v7(), act: 'remove' })).toEqual({ refusal: 'stale' })
  expect(await standing(version.id)).toContain('1.1 Kollegaen var først.')
  made(await act({ act: 'remove', ...(await blockAt('1.1')) }, colleague))
  expect(await act({ ...seen, ...edited('Min tekst.') })).toEqual({ refusal: 'gone' })
  expect(await act({ act: 'insert', key: v7(), after: seen.block, nb: 'Etter.', nn: '' })).toEqual({
    refusal: 'gone',
  })
})

test('two who write at once both get an answer, and the numbers hold', async () => {
  const { act, blockAt, version, strategy } = await aVersionToWrite()
  const colleague = await aStaffMember(t.db, strategy, 'editor')
  const [first, second] = [await blockAt('1.1'), await blockAt('1.2')]
  const outcomes = await Promise.all([
    ...[1, 2, 3, 4].map((at) =>
      act({ act: 'insert', key: v7(), after: at % 2 ? first.block : second.block, nb: `Ny ${at}.`, nn: '' }),
    ),
    act({ ...first, ...edited('Min.') }),
    act({ ...first, key: v7(), ...edited('Din.') }, colleague),
    act({ act: 'move-up', ...second, key: v7() }, colleague),
  ])
  expect(outcomes.filter(isRefusal)).toEqual([{ refusal: 'stale' }])
  expect(await standing(version.id)).toHaveLength(10)
})

test('the same form sent twice is done once', async () => {
  const { act, blockAt, version } = await aVersionToWrite()
  const at = (await blockAt('1.2')).block
  const insert = { act: 'insert' as const, key: v7(), after: at, nb: 'Bare én gang.', nn: '' }
  expect(await Promise.all([act(insert), act(insert)])).toSatisfy(([one, two]) => one.block === two.block)
  expect((await standing(version.id)).filter((line) => line.includes('Bare én gang.'))).toHaveLength(1)
})

test('two written forms that part, nothing at all, and too much are refused; nothing is saved', async () => {
  const { act, blockAt, version } = await aVersionToWrite()
  const before = await standing(version.id)
  const insert = { act: 'insert' as const, after: 'start' as const }
  expect(await act({ ...insert, key: v7(), nb: 'En.\n\nTo.', nn: 'Ein.\n\n# To' })).toEqual({
    ...{ refusal: 'forms-differ', at: 2 },
  })
  expect(await act({ ...insert, key: v7(), nb: ' ', nn: '\n' })).toEqual({ refusal: 'no-text' })
  expect(await act({ ...insert, key: v7(), nb: 'x'.repeat(10_001), nn: '' })).toEqual({
    refusal: 'block-too-long',
  })
  expect(await act({ ...insert, key: v7(), nb: 'x\n\n'.repeat(2_000), nn: '' })).toEqual({
    refusal: 'too-many-blocks',
  })
  expect(await act({ ...(await blockAt('1.1')), ...edited('En.\n\nTo.', 'Ein.') })).toEqual({
    refusal: 'parts-differ',
  })
  expect(await standing(version.id)).toEqual(before)
})

test('a published version is frozen, in the rules and in the database', async () => {
  const { act, blockAt, version, document, editor } = await aVersionToWrite()
  const seen = textSeen(await listBlocks(version.id))
  const seenBlock = await blockAt('1.1')
  const publish = { key: v7(), seen }
  made(await publishDocumentVersion(editor, document.id, version.id, publish))
  made(await publishDocumentVersion(editor, document.id, version.id, publish))
  expect(await act({ ...seenBlock, ...edited('For sent.') })).toEqual({ refusal: 'published' })
  expect(await discardVersion(editor, document.id, version.id, { key: v7(), seen })).toEqual({
    refusal: 'published',
  })
  const rows = t.db
    .update(paragraphs)
    .set({ text: { nb: 'Forbi.' } })
    .where(eq(paragraphs.id, seenBlock.block))
  await expect(rows).rejects.toThrow()
})

test('publishing refuses an empty version and one changed after it was looked at', async () => {
  const { act, version, document, editor } = await aVersionToWrite()
  const seen = textSeen(await listBlocks(version.id))
  made(await act({ act: 'insert', key: v7(), after: 'start', nb: 'Ny.', nn: '' }))
  expect(await publishDocumentVersion(editor, document.id, version.id, { key: v7(), seen })).toEqual({
    refusal: 'written-meanwhile',
  })
  const other = await aDocument(t.db, { id: version.strategyId })
  const { versionId } = made(await startVersion(editor, other.id, { from: 'empty', key: v7() }))
  expect(
    await publishDocumentVersion(editor, other.id, versionId, { key: v7(), seen: textSeen([]) }),
  ).toEqual({ refusal: 'empty' })
})

test('a new version copies the latest text and says what each block is a copy of; there is one at a time', async () => {
  const { version, document, editor } = await aVersionToWrite()
  const before = await listBlocks(version.id)
  const seen = textSeen(before)
  const kept = made(await startVersion(editor, document.id, { from: 'latest', key: v7() }))
  expect(kept).toEqual({ versionId: version.id, existed: true })
  made(await publishDocumentVersion(editor, document.id, version.id, { key: v7(), seen }))
  const started = await Promise.all(
    [v7(), v7(), v7()].map((key) => startVersion(editor, document.id, { from: 'latest', key })),
  )
  const ids = new Set(started.map((one) => made(one).versionId))
  expect(ids.size).toBe(1)
  const copied = await listBlocks([...ids][0] ?? '')
  expect(copied.map(({ copiedFromId }) => copiedFromId)).toEqual(before.map(({ id }) => id))
  expect(copied.map(({ anchor, text }) => ({ anchor, text }))).toEqual(
    before.map(({ anchor, text }) => ({ anchor, text })),
  )
})

test('what is said of a version is saved, unless somebody else has said otherwise in the meantime', async () => {
  const { strategy, version, document, editor } = await aVersionToWrite()
  const round = await aRound(t.db, { strategy })
  const elsewhere = await aRound(t.db)
  const seen = descriptionSeen(version)
  const words = { titleNb: 'Utkast 2', titleNn: '', noteNb: 'Nytt kapittel.', noteNn: '' }
  const described = (more: object) =>
    describeVersion(editor, document.id, version.id, { act: 'describe', key: v7(), seen, ...words, ...more })
  expect(await described({ round: elsewhere.id })).toEqual({ refusal: 'round-unknown' })
  expect(await described({ titleNb: ' ' })).toEqual({ refusal: 'title-missing' })
  made(await described({ round: round.id }))
  expect(await described({ titleNb: 'Et annet navn' })).toEqual({ refusal: 'described-meanwhile' })
  const [stored] = await t.db.select().from(documentVersions).where(eq(documentVersions.id, version.id))
  expect(stored).toMatchObject({
    title: { nb: 'Utkast 2' },
    note: { nb: 'Nytt kapittel.' },
    roundId: round.id,
  })
})

test('a version that is thrown away is gone with its text; the number is used again', async () => {
  const { version, document, editor } = await aVersionToWrite()
  const form = { key: v7(), seen: textSeen(await listBlocks(version.id)) }
  made(await discardVersion(editor, document.id, version.id, form))
  made(await discardVersion(editor, document.id, version.id, form))
  expect(await t.db.$count(paragraphs, eq(paragraphs.versionId, version.id))).toBe(0)
  const { versionId } = made(await startVersion(editor, document.id, { from: 'latest', key: v7() }))
  const own = and(eq(documentVersions.id, versionId), eq(documentVersions.number, 1))
  expect(await t.db.$count(documentVersions, own)).toBe(1)
})

test('a document has an address of its own in the strategy, made from its title or typed', async () => {
  const strategy = await aStrategy(t.db)
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const create = (titleNb: string, slug = '') =>
    createDocument(editor, strategy.id, {
      act: 'create',
      key: v7(),
      kind: 'plan',
      titleNb,
      titleNn: '',
      slug,
    })
  const ids = await Promise.all([create('Plan for læring'), create('Plan for læring')])
  const slugs = await t.db
    .select({ slug: documents.slug })
    .from(documents)
    .where(eq(documents.strategyId, strategy.id))
  expect(ids.some(isRefusal)).toBe(false)
  expect(slugs.map(({ slug }) => slug).sort()).toEqual(['plan-for-laering', 'plan-for-laering-2'])
  expect(await create('Ny', 'plan-for-laering')).toEqual({ refusal: 'slug-taken' })
  expect(await create('Ny', 'Plan/../1')).toEqual({ refusal: 'slug-unclear' })
  expect(await create(' ')).toEqual({ refusal: 'title-missing' })
})

test('analysts read what is written, and strangers do not know that it is there', async () => {
  const { act, blockAt, strategy, document, version } = await aVersionToWrite()
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  const nobody = await anActor(t.db)
  expect(await findWorkVersion(analyst, document.id, version.id)).toHaveProperty('version')
  const edit = { ...(await blockAt('1.1')), ...edited('Min.') }
  expect(await act(edit, analyst)).toEqual({ refusal: 'forbidden' })
  for (const other of [stranger, nobody]) {
    expect(await findWorkDocument(other, document.id)).toEqual({ refusal: 'not-found' })
    expect(await findWorkVersion(other, document.id, version.id)).toEqual({ refusal: 'not-found' })
    expect(await act(edit, other)).toEqual({ refusal: 'not-found' })
    expect(await startVersion(other, document.id, { from: 'empty', key: v7() })).toEqual({
      refusal: 'not-found',
    })
    expect(await publishDocumentVersion(other, document.id, version.id, { key: v7(), seen: '' })).toEqual({
      refusal: 'not-found',
    })
  }
})
