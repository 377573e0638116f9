import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { confirmAlignment } from '#app/features/documents/alignment.server.ts'
import { discardVersion, textSeen } from '#app/features/documents/publication.server.ts'
import { listBlocks } from '#app/features/documents/work.server.ts'
import { changeText } from '#app/features/documents/writing.server.ts'
import { declareNoChange, linkChange, takeBackChange } from '#app/features/responses/change-writing.server.ts'
import { listChanges, listLinkedIn } from '#app/features/responses/changes.server.ts'
import { alignmentLinks, changes, inputMasks, inputs } from '#db/schema/index.ts'
import { aChange } from '#tests/factories/findings.ts'
import { align, aWrittenResponse, made, published, responseRoom } from './response-room.ts'

const { t, aRoom } = responseRoom()

type Version = { id: string; paragraphs: { id: string; anchor: string }[] }
const idAt = (version: Version, place: number) => version.paragraphs[place + 1]?.id ?? ''
const link = (
  version: Version,
  from: string | undefined,
  to: string | undefined,
  kind = 'changed' as const,
) => ({
  ...{ key: v7(), version: version.id, kind, ...(from && { from }), ...(to && { to }) },
})
const inChapter = (one: { anchor: string } | null) => one?.anchor.replace(/^1\./, '')
const standing = async (responseId: string) =>
  (await listChanges([responseId])).map(({ kind, before, after }) => [
    ...[kind, inChapter(before), inChapter(after)],
  ])
const nothing = () => ({ key: v7(), noteNb: 'Teksten sa det fra før.', noteNn: '' })

/** A response linked to a paragraph of the draft that comes after the round. */
async function aLinkedDraft() {
  const room = await aRoom()
  const { responseId } = await aWrittenResponse(room)
  const draft = await room.later(['Innen 2031.', 'Nett til alle.', 'Felles drift.'], null)
  const form = link(draft, idAt(room.first, 0), idAt(draft, 0))
  const { changeId } = made(await linkChange(room.editor, room.answering, form))
  return { room, responseId, draft, changeId, form }
}

const seen = async (version: Version) => textSeen(await listBlocks(version.id))

test('a response is linked to the paragraph it changed, with before and after; the same form twice is one link', async () => {
  const { room, responseId, form, changeId } = await aLinkedDraft()
  expect(await linkChange(room.editor, room.answering, form)).toEqual({ changeId })
  expect(await listChanges([responseId])).toMatchObject([
    {
      ...{ id: changeId, kind: 'changed', by: room.editor.name, document: { id: room.document.id } },
      ...{ before: { text: { nb: 'Innen 2029.' } }, after: { text: { nb: 'Innen 2031.' } } },
      version: { number: 2, publishedAt: null },
    },
  ])
  expect(await linkChange(room.editor, room.answering, { ...form, key: v7() })).toEqual({
    refusal: 'already-linked',
  })
})

test('editors link, analysts do not, and for others there is nothing', async () => {
  const { room, draft, changeId } = await aLinkedDraft()
  const form = () => link(draft, idAt(room.first, 1), idAt(draft, 0))
  expect(await linkChange(room.analyst, room.answering, form())).toEqual({ refusal: 'forbidden' })
  expect(await linkChange(room.stranger, room.answering, form())).toEqual({ refusal: 'not-found' })
  expect(await declareNoChange(room.stranger, room.answering, nothing())).toEqual({ refusal: 'not-found' })
  const take = { key: v7(), change: changeId }
  expect(await takeBackChange(room.analyst, room.answering, take)).toEqual({ refusal: 'forbidden' })
})

test('there must be a response to link', async () => {
  const room = await aRoom()
  const later = await room.later(['Innen 2031.'])
  const form = link(later, idAt(room.first, 0), idAt(later, 0))
  expect(await linkChange(room.editor, room.answering, form)).toEqual({ refusal: 'no-response' })
})

test('paragraphs of another strategy, of no later version or that are gone are not linked', async () => {
  const { room, draft } = await aLinkedDraft()
  const other = await aLinkedDraft()
  const tried = async (form: ReturnType<typeof link>) => linkChange(room.editor, room.answering, form)
  expect(await tried(link(draft, idAt(other.room.first, 0), idAt(draft, 0)))).toEqual({
    refusal: 'paragraph-gone',
  })
  expect(await tried(link(other.draft, idAt(room.first, 0), idAt(other.draft, 0)))).toEqual({
    refusal: 'not-later',
  })
  expect(await tried(link(room.first, idAt(room.first, 0), idAt(room.first, 1)))).toEqual({
    refusal: 'not-later',
  })
  expect(await tried(link(draft, idAt(room.first, 0), v7()))).toEqual({ refusal: 'paragraph-gone' })
  expect(await tried(link(draft, idAt(room.first, 1), idAt(draft, 1)))).toEqual({
    refusal: 'nothing-changed',
  })
})

test('"none" takes back the links that stood, and a link takes back a "none"; both stay on record', async () => {
  const { room, responseId, draft } = await aLinkedDraft()
  expect(await declareNoChange(room.editor, room.answering, nothing())).toMatchObject({ takenBack: 1 })
  expect(await standing(responseId)).toEqual([['none', undefined, undefined]])
  made(await linkChange(room.editor, room.answering, link(draft, idAt(room.first, 0), idAt(draft, 0))))
  expect(await standing(responseId)).toEqual([['changed', '1', '1']])
  const all = await listChanges([responseId], { removed: true })
  expect(all.filter(({ removed }) => removed).map(({ kind, removed }) => [kind, removed?.by])).toEqual([
    ['changed', room.editor.name],
    ['none', room.editor.name],
  ])
})

test('"none" without a reason changes nothing', async () => {
  const { room, responseId } = await aLinkedDraft()
  const empty = { key: v7(), noteNb: ' \u0000', noteNn: '' }
  expect(await declareNoChange(room.editor, room.answering, empty)).toEqual({ refusal: 'note-missing' })
  expect(await standing(responseId)).toHaveLength(1)
})

test('a link taken back is on record with who and when, and taking it back twice is told', async () => {
  const { room, responseId, changeId } = await aLinkedDraft()
  const form = { key: v7(), change: changeId }
  expect(await takeBackChange(room.editor, room.answering, form)).toEqual({ changeId })
  expect(await takeBackChange(room.editor, room.answering, form)).toEqual({ changeId })
  expect(await takeBackChange(room.editor, room.answering, { ...form, key: v7() })).toEqual({
    refusal: 'change-gone',
  })
  expect(await standing(responseId)).toEqual([])
  expect(await t.db.$count(changes, eq(changes.responseId, responseId))).toBe(1)
})

test('a public response that says it is followed keeps its last change once the later version is public', async () => {
  const room = await aRoom()
  const { responseId } = await aWrittenResponse(room)
  const later = await room.later(['Innen 2031.', 'Nett til alle.', 'Felles drift.'])
  const form = link(later, idAt(room.first, 0), idAt(later, 0))
  const { changeId } = made(await linkChange(room.editor, room.answering, form))
  await published(room, 1)
  const take = { key: v7(), change: changeId }
  expect(await takeBackChange(room.editor, room.answering, take)).toEqual({ refusal: 'last-change' })
  made(await declareNoChange(room.editor, room.answering, nothing()))
  expect(await standing(responseId)).toEqual([['none', undefined, undefined]])
})

test('a block of a draft that a change points to is neither removed, joined away nor thrown away with its version', async () => {
  const { room, responseId, draft } = await aLinkedDraft()
  const { editor, document } = room
  const block = (place: number) => ({ key: v7(), block: idAt(draft, place), revision: 1 })
  const no = { refusal: 'has-changes', at: 1 }
  expect(await changeText(editor, document.id, draft.id, { act: 'remove', ...block(0) })).toEqual(no)
  const joined = { act: 'join' as const, ...block(1) }
  const outcome = await changeText(editor, document.id, draft.id, joined)
  expect('refusal' in outcome ? outcome : await standing(responseId)).toEqual(
    'refusal' in outcome ? no : [['changed', '1', '1']],
  )
  const all = { key: v7(), seen: await seen(draft) }
  expect(await discardVersion(editor, document.id, draft.id, all)).toEqual(no)
  expect(await standing(responseId)).toEqual([['changed', '1', '1']])
})

test('other blocks of the draft may go, and the link follows the one it points to wherever it stands', async () => {
  const { room, responseId, draft } = await aLinkedDraft()
  const { editor, document } = room
  const at = (place: number) => ({ key: v7(), block: idAt(draft, place), revision: 1 })
  made(await changeText(editor, document.id, draft.id, { act: 'remove', ...at(2) }))
  made(await changeText(editor, document.id, draft.id, { act: 'move-down', ...at(0) }))
  expect(await standing(responseId)).toEqual([['changed', '1', '2']])
})

test('a link taken back lets go of a block that is removed, and stays on record', async () => {
  const { room, responseId, draft, changeId } = await aLinkedDraft()
  made(await takeBackChange(room.editor, room.answering, { key: v7(), change: changeId }))
  const gone = { key: v7(), block: idAt(draft, 0), revision: 1 }
  made(await changeText(room.editor, room.document.id, draft.id, { act: 'remove', ...gone }))
  const all = { key: v7(), seen: await seen(draft) }
  made(await discardVersion(room.editor, room.document.id, draft.id, all))
  expect(await listChanges([responseId], { removed: true })).toMatchObject([
    {
      kind: 'changed',
      before: { anchor: '1.1' },
      after: null,
      version: null,
      removed: { by: room.editor.name },
    },
  ])
})

test('that a paragraph was taken out holds the draft it is gone from', async () => {
  const room = await aRoom()
  const { responseId } = await aWrittenResponse(room)
  const draft = await room.later(['Nett til alle.'], null)
  const removed = { key: v7(), version: draft.id, kind: 'removed' as const, from: idAt(room.first, 0) }
  made(await linkChange(room.editor, room.answering, removed))
  const all = { key: v7(), seen: await seen(draft) }
  expect(await discardVersion(room.editor, room.document.id, draft.id, all)).toEqual({
    ...{ refusal: 'has-changes', at: 1 },
  })
  expect(await listChanges([responseId])).toMatchObject([{ after: null, version: { id: draft.id } }])
})

test('somebody who removes a block while another links it: one of them is told, and no link is left hanging', async () => {
  const room = await aRoom()
  const { responseId } = await aWrittenResponse(room)
  const draft = await room.later(['Innen 2031.', 'Nett til alle.'], null)
  const gone = { act: 'remove' as const, key: v7(), block: idAt(draft, 0), revision: 1 }
  const [linked, removed] = await Promise.all([
    linkChange(room.editor, room.answering, link(draft, idAt(room.first, 0), idAt(draft, 0))),
    changeText(room.lead, room.document.id, draft.id, gone),
  ])
  expect([linked, removed].filter((one) => 'refusal' in one)).toHaveLength(1)
  expect(await standing(responseId)).toHaveLength('refusal' in linked ? 0 : 1)
})

test('confirming anew how two versions belong together leaves the links of responses as they are', async () => {
  const { room, responseId, draft } = await aLinkedDraft()
  await align(t, room.document, room.first, draft, [
    ...([
      ['1', '1', 'changed'],
      ['2', '2', 'same'],
      ['3', '3', 'same'],
    ] as const),
  ])
  const from = Object.fromEntries(
    draft.paragraphs.map(({ id, anchor }) => [id, anchor === '1.1' ? '1.2' : '']),
  )
  const form = { act: 'confirm' as const, key: v7(), since: 1, revision: 1, from }
  made(await confirmAlignment(room.editor, room.document.id, draft.id, form))
  expect(await t.db.$count(alignmentLinks, eq(alignmentLinks.toId, idAt(draft, 0)))).toBe(1)
  expect(await standing(responseId)).toEqual([['changed', '1', '1']])
})

test('masking and withdrawing what a finding cites leave responses and their links whole', async () => {
  const { room, responseId } = await aLinkedDraft()
  const { sent, editor } = room
  const answer = sent.answers[0]
  await t.db.insert(inputMasks).values({
    ...{ strategyId: room.strategy.id, versionId: sent.version.id, answerId: answer?.id ?? '' },
    ...{
      startCp: 0,
      endCp: 5,
      legalBasis: 'offl-13',
      reason: 'Navn',
      maskedAt: new Date(),
      maskedBy: editor.personId,
    },
  })
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, sent.input.id))
  expect(await standing(responseId)).toEqual([['changed', '1', '1']])
})

test('the database keeps a change from having other paragraphs than its kind speaks of', async () => {
  const { room, responseId, draft } = await aLinkedDraft()
  const own = { id: responseId, strategyId: room.strategy.id }
  const by = room.editor.personId
  for (const values of [
    { kind: 'changed', toParagraphId: idAt(draft, 1) },
    { kind: 'removed', fromParagraphId: idAt(room.first, 1) },
    { kind: 'none' },
    { kind: 'noe', toParagraphId: idAt(draft, 1) },
  ])
    await expect(aChange(t.db, own, by, values)).rejects.toThrow()
})

test('whoever writes a draft sees which of its paragraphs responses are linked to', async () => {
  const { room, draft, changeId } = await aLinkedDraft()
  expect(await listLinkedIn(draft.id)).toMatchObject([{ findingId: room.finding.id, anchor: '1.1' }])
  expect(await listLinkedIn(room.first.id)).toEqual([])
  made(await takeBackChange(room.editor, room.answering, { key: v7(), change: changeId }))
  expect(await listLinkedIn(draft.id)).toEqual([])
})
