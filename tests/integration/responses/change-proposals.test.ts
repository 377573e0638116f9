import { expect, test } from 'vitest'
import { findProposals } from '#app/features/responses/change-page.server.ts'
import { listChanges } from '#app/features/responses/changes.server.ts'
import { taggings } from '#db/schema/index.ts'
import { aChange } from '#tests/factories/findings.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { align, aWrittenResponse, type Room, responseRoom } from './response-room.ts'

const { t, aRoom } = responseRoom()

const idAt = (version: { paragraphs: { id: string }[] }, place: number) =>
  version.paragraphs[place + 1]?.id ?? ''
const inChapter = (one: { anchor: string } | null) => one?.anchor.replace(/^1\./, '')

const proposalsOf = (room: Room, own: Partial<Parameters<typeof findProposals>[2]> = {}) =>
  findProposals({ ...room.finding }, room.round, {
    ...{ version: null, sought: '', citationId: null, locale: 'nb', ...own },
  })
const told = (rows: Awaited<ReturnType<typeof proposalsOf>>['proposals']) =>
  rows.map(({ before, after, kind, linkAs }) => [inChapter(before), inChapter(after), kind, linkAs])

/** Takes a position to a paragraph in what the finding cites. */
async function about({ sent, strategy, editor }: Room, paragraphId: string) {
  const passageId = sent.passages[0]?.id ?? ''
  await t.db.insert(taggings).values({
    ...{ strategyId: strategy.id, passageId, paragraphId, position: 'against', taggedBy: editor.personId },
  })
}

test('what is proposed are the paragraphs the cited passages are about, followed through confirmed alignment', async () => {
  const room = await aRoom()
  await aWrittenResponse(room)
  await about(room, idAt(room.first, 0))
  const later = await room.later(['Nett til alle.', 'Innen 2031.', 'Helt nytt.'])
  expect(await proposalsOf(room)).toMatchObject({ proposals: [], unconfirmed: { number: 1 } })
  await align(t, room.document, room.first, later, [
    ...([
      ['1', '2', 'changed'],
      ['2', '1', 'same'],
      ['3', null, 'deleted'],
      [null, '3', 'new'],
    ] as const),
  ])
  const found = await proposalsOf(room)
  expect(found.unconfirmed).toBeNull()
  expect(found.proposals).toMatchObject([
    { before: { anchor: '1.1' }, after: { anchor: '1.2' }, about: { cited: 1, tagged: 0 }, confirmed: true },
  ])
  expect(told(found.added)).toEqual([[undefined, '3', 'new', 'added']])
})

test('a paragraph that was split is proposed with each of its parts, one that was taken out as that', async () => {
  const room = await aRoom()
  await about(room, idAt(room.first, 0))
  await about(room, idAt(room.first, 2))
  const later = await room.later(['Innen.', '2029 gjelder.', 'Nett til alle.'])
  await align(t, room.document, room.first, later, [
    ...([
      ['1', '1', 'split'],
      ['1', '2', 'split'],
      ['2', '3', 'same'],
      ['3', null, 'deleted'],
    ] as const),
  ])
  expect(told((await proposalsOf(room)).proposals).sort()).toEqual([
    ['1', '1', 'split', 'changed'],
    ['1', '2', 'split', 'changed'],
    ['3', undefined, 'deleted', 'removed'],
  ])
})

test('any paragraph of a later version is found by its number or words, with what it was', async () => {
  const room = await aRoom()
  const later = await room.later(['Innen 2031.', 'Nett til alle.', 'Helt nytt.'], null)
  await align(t, room.document, room.first, later, [
    ...([
      ['1', '1', 'changed'],
      ['2', '2', 'same'],
      ['3', null, 'deleted'],
      [null, '3', 'new'],
    ] as const),
  ])
  expect(told((await proposalsOf(room, { sought: '2031' })).hits)).toEqual([['1', '1', 'changed', 'changed']])
  expect(told((await proposalsOf(room, { sought: 'drift' })).hits)).toEqual([
    ['3', undefined, 'deleted', 'removed'],
  ])
  expect(told((await proposalsOf(room, { sought: '1.3' })).hits)).toContainEqual([
    undefined,
    '3',
    'new',
    'added',
  ])
})

test('the page asks as many questions of the database about three hundred paragraphs as about three', async () => {
  const asked = async (paragraphs: number) => {
    const room = await aRoom()
    const words = Array.from({ length: paragraphs }, (_, at) => `Avsnitt ${at} om nett og drift.`)
    const draft = await room.later(words, null)
    const { responseId } = await aWrittenResponse(room)
    const own = { id: responseId, strategyId: room.strategy.id }
    for (const { id } of draft.paragraphs.slice(1, paragraphs / 3))
      await aChange(t.db, own, room.editor.personId, { kind: 'added', toParagraphId: id })
    for (const place of [0, 1, 2]) await about(room, idAt(room.first, place))
    return statementsOf(async () => {
      const found = await proposalsOf(room, { sought: 'drift' })
      expect(found.hits.length).toBeLessThanOrEqual(30)
      await listChanges([responseId], { removed: true })
    })
  }
  const [few, many] = [await asked(3), await asked(300)]
  expect(many.length).toBe(few.length)
  expect(many.length).toBeLessThanOrEqual(12)
})
