import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { confirmAlignment, findAlignment, lookAtAlignment } from '#app/features/documents/alignment.server.ts'
import type { findComparison } from '#app/features/documents/comparison.server.ts'
import { neighbours } from '#app/features/documents/lineage.ts'
import { writtenOrigins } from '#app/features/documents/origins.ts'
import {
  alignmentLinks,
  auditEvents,
  documentVersions,
  paragraphs,
  versionAlignments,
} from '#db/schema/index.ts'
import type { FactoryBlock } from '#tests/factories/documents.ts'
import { aDraftOf, chanceOf, type Edit, live, wordOf } from '#tests/factories/histories.ts'
import { draftingRoom, formFor, katalog, nett, plan, type Version } from './drafting-room.ts'

const { t, aRoom } = draftingRoom()

const rowsOf = (page: Awaited<ReturnType<typeof findComparison>>) =>
  page && 'compared' in page
    ? (page.compared?.chapters ?? []).flatMap(({ rows }) =>
        rows.map(({ kind, anchor }) => `${anchor} ${kind}`),
      )
    : null

test('what an editor confirms is what the public reads, also against the proposal', async () => {
  const { document, editor, version, compare } = await aRoom()
  await version([nett, katalog])
  const to = await version([nett, plan])
  expect(await compare(2)).toMatchObject({ confirmed: false })
  expect(rowsOf(await compare(2))).toEqual(['1.1 same', '1.2 deleted', '1.2 new'])
  const form = formFor(to, { '1': '1', '1.1': '1.1', '1.2': '1.2' })
  expect(await confirmAlignment(editor, document.id, to.id, form)).toEqual({ revision: 1 })
  expect(await compare(2)).toMatchObject({ confirmed: true })
  expect(rowsOf(await compare(2))).toEqual(['1.1 same', '1.2 changed'])
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, to.id))
  expect(events).toMatchObject([{ type: 'document.alignment-confirmed', actorId: editor.personId }])
})

test('analysts read the proposal and confirm nothing; for others the document is not there', async () => {
  const { document, editor, analyst, stranger, version } = await aRoom()
  await version([nett])
  const to = await version([nett, plan], { publishedAt: null })
  expect(await findAlignment(analyst, document.id, to.id, null)).toMatchObject({ from: { number: 1 } })
  const form = formFor(to, { '1': '1', '1.1': '1.1' })
  for (const [actor, refusal] of [
    [analyst, 'forbidden'],
    [stranger, 'not-found'],
  ] as const) {
    expect(await confirmAlignment(actor, document.id, to.id, form)).toEqual({ refusal })
    expect(await lookAtAlignment(actor, document.id, to.id, form)).toEqual({ refusal })
  }
  expect(await findAlignment(stranger, document.id, to.id, null)).toEqual({ refusal: 'not-found' })
  expect(await findAlignment(editor, document.id, to.id, 7)).toEqual({ refusal: 'not-found' })
  const other = await aRoom()
  expect(await confirmAlignment(other.editor, other.document.id, to.id, form)).toEqual({
    refusal: 'not-found',
  })
})

test('looking at choices keeps nothing', async () => {
  const { document, editor, version } = await aRoom()
  await version([nett, katalog])
  const to = await version([plan])
  const seen = await lookAtAlignment(editor, document.id, to.id, formFor(to, { '1': '1', '1.1': '1.1, 1.2' }))
  expect('links' in seen && tofrom(seen.links)(to.paragraphs[1]?.id ?? '')).toHaveLength(2)
  expect(await t.db.$count(versionAlignments, eq(versionAlignments.documentId, document.id))).toBe(0)
})

const tofrom = (links: Parameters<typeof neighbours>[0]) => neighbours(links).fromOf

test('the same form sent twice confirms once, and the second of two editors is told', async () => {
  const { document, editor, version } = await aRoom()
  await version([nett])
  const to = await version([nett, plan])
  const form = formFor(to, { '1': '1', '1.1': '1.1' })
  const both = await Promise.all([1, 2].map(() => confirmAlignment(editor, document.id, to.id, form)))
  expect(both).toEqual([{ revision: 1 }, { revision: 1 }])
  const stale = { ...form, key: v7() }
  expect(await confirmAlignment(editor, document.id, to.id, stale)).toEqual({ refusal: 'stale' })
  expect(await confirmAlignment(editor, document.id, to.id, { ...stale, revision: 1 })).toEqual({
    revision: 2,
  })
  expect(await t.db.$count(versionAlignments, eq(versionAlignments.documentId, document.id))).toBe(1)
})

test('of two editors who confirm at the same moment one is told', async () => {
  const { document, editor, version } = await aRoom()
  await version([nett])
  const to = await version([nett])
  const outcomes = await Promise.all(
    [1, 2].map(() => confirmAlignment(editor, document.id, to.id, formFor(to, { '1': '1', '1.1': '1.1' }))),
  )
  expect(outcomes).toContainEqual({ revision: 1 })
  expect(outcomes).toContainEqual({ refusal: 'stale' })
})

test('a form that cannot be followed says where, and one about another text is not taken', async () => {
  const { document, editor, version } = await aRoom()
  await version([nett])
  const to = await version([nett, plan], { publishedAt: null })
  const wrong = formFor(to, { '1': '1', '1.1': '1.1', '1.2': '9.9 \u0000' })
  expect(await confirmAlignment(editor, document.id, to.id, wrong)).toMatchObject({
    refusal: 'problems',
    problems: [{ block: to.paragraphs[2]?.id, reason: 'unknown-address' }, {}],
  })
  const [{ id = '' } = {}] = to.paragraphs
  const { [id]: _, ...fewer } = formFor(to, {}).from
  expect(await confirmAlignment(editor, document.id, to.id, { ...wrong, from: fewer })).toEqual({
    refusal: 'text-changed',
  })
  for (const since of [2, 3, 999_999])
    expect(await confirmAlignment(editor, document.id, to.id, { ...wrong, since })).toEqual({
      refusal: 'not-found',
    })
})

test('when the text is written on, what was confirmed is kept as a proposal until it is confirmed again', async () => {
  const { document, editor, version } = await aRoom()
  await version([nett, katalog])
  const to = await version([plan, nett], { publishedAt: null })
  const form = formFor(to, { '1': '1', '1.1': '1.2', '1.2': '1.1' })
  await confirmAlignment(editor, document.id, to.id, form)
  const state = () => findAlignment(editor, document.id, to.id, null)
  expect(await state()).toMatchObject({ lineage: { source: 'confirmed' } })
  await t.db.delete(paragraphs).where(eq(paragraphs.id, to.paragraphs[2]?.id ?? ''))
  const found = await state()
  expect(found).toMatchObject({ lineage: { source: 'outdated' }, confirmed: { revision: 1 } })
  const links = 'lineage' in found ? (found.lineage?.links ?? []) : []
  expect(tofrom(links)(to.paragraphs[1]?.id ?? '')).toHaveLength(1)
})

test('any two versions compare through the confirmed steps between them', async () => {
  const { document, editor, version, compare } = await aRoom()
  await version([nett, katalog, plan])
  const second = await version([`${nett} Det haster.`, `${katalog} ${plan}`])
  const third = await version([katalog, 'Alt nettet skal være raskt, også ute.', plan])
  await confirmAlignment(
    editor,
    document.id,
    second.id,
    formFor(second, { '1': '1', '1.1': '1.1', '1.2': '1.2 1.3' }),
  )
  expect(await compare(3, 1)).toMatchObject({ confirmed: false })
  const step = formFor(third, { '1': '1', '1.1': '1.2', '1.2': '1.1', '1.3': '1.2' }, { since: 2 })
  expect(await confirmAlignment(editor, document.id, third.id, step)).toEqual({ revision: 1 })
  expect(await compare(3, 1)).toMatchObject({ confirmed: true })
  expect(rowsOf(await compare(3, 1))).toEqual(['1.1 merged', '1.2 changed', '1.3 merged'])
})

test('a version that is still written is no step between two others: its text may change', async () => {
  const { document, editor, version, compare } = await aRoom()
  await version([nett])
  const second = await version([nett], { publishedAt: null })
  const third = await version([nett])
  const origins = { '1': '1', '1.1': '1.1' }
  await confirmAlignment(editor, document.id, second.id, formFor(second, origins))
  await confirmAlignment(editor, document.id, third.id, formFor(third, origins, { since: 2 }))
  expect(await compare(3, 1)).toMatchObject({ confirmed: false })
  await t.db
    .update(documentVersions)
    .set({ publishedAt: new Date() })
    .where(eq(documentVersions.id, second.id))
  expect(await compare(3, 1)).toMatchObject({ confirmed: true })
})

test('the public gets no version that is not published, and is led right when versions are the wrong way round', async () => {
  const { version, compare } = await aRoom()
  await version([nett])
  await version([plan])
  await version(['Hemmelig avsnitt.'], { publishedAt: null })
  for (const [number, since] of [
    [3, null],
    [3, 1],
    [2, 3],
    [2, 9],
    [0, null],
    [2, 0],
  ] as const)
    expect(await compare(number, since)).toBe(null)
  expect(JSON.stringify([await compare(2), await compare(1)])).not.toContain('Hemmelig')
  expect(await compare(1, 2)).toEqual({ elsewhere: { number: 2, since: 1 } })
  expect(await compare(2, 2)).toEqual({ elsewhere: { number: 2, since: undefined } })
  expect(await compare(1)).toMatchObject({ from: null, compared: null })
})

test('a draft of 150 blocks is revised, confirmed as proposed and compared, and every true link is kept', async () => {
  const { document, editor, version, compare } = await aRoom()
  const blocks = (list: ReturnType<typeof aDraftOf>): FactoryBlock[] =>
    list.map(({ kind, text }) => ({ kind: kind as 'paragraph', text: { nb: text.nb ?? '' } }))
  const draft = aDraftOf(150, 21)
  const chance = chanceOf(4)
  const acts: Edit['act'][] = ['reword', 'insert', 'delete', 'move', 'split', 'join']
  const edits = Array.from(
    { length: 30 },
    (_, at): Edit => ({
      ...{ act: acts[at % acts.length] ?? 'reword', at: chance(), target: chance() },
      seed: 1 + Math.floor(chance() * 9_999),
    }),
  )
  const revised = live(draft, edits)
  const from = await version(blocks(draft))
  const to = await version(blocks(revised.blocks))
  const found = await findAlignment(editor, document.id, to.id, null)
  if ('refusal' in found || !found.lineage) throw new Error('No proposal')
  const { fromOf } = neighbours(found.lineage.links)
  const anchors = new Map(from.paragraphs.map(({ id, anchor }) => [id, anchor]))
  const origins = to.paragraphs.map(({ id, anchor }): [string, string] => [
    anchor,
    writtenOrigins(fromOf(id).map((one) => anchors.get(one) ?? '')),
  ])
  const form = formFor(to, Object.fromEntries(origins))
  expect(await confirmAlignment(editor, document.id, to.id, form)).toEqual({ revision: 1 })
  const [alignment] = await t.db
    .select({ id: versionAlignments.id })
    .from(versionAlignments)
    .where(eq(versionAlignments.toVersionId, to.id))
  const stored = await t.db
    .select({ from: alignmentLinks.fromId, to: alignmentLinks.toId })
    .from(alignmentLinks)
    .where(eq(alignmentLinks.alignmentId, alignment?.id ?? ''))
  // The first block of both is the heading the room puts on top.
  const idOf = (side: Version, at: number) => side.paragraphs[at + 1]?.id ?? null
  const places = [draft, revised.blocks].map((list) => new Map(list.map(({ id }, at) => [id, at])))
  const place = (side: Version, id: string | null, which: number) =>
    id === null ? null : idOf(side, places[which]?.get(id) ?? -9)
  const truth = revised.truth.map((link) =>
    wordOf({ from: place(from, link.from, 0), to: place(to, link.to, 1) }),
  )
  const kept = new Set(stored.map(wordOf))
  expect(truth.filter((link) => kept.has(link)).length / truth.length).toBeGreaterThan(0.97)
  expect(await compare(2)).toMatchObject({ confirmed: true })
})
