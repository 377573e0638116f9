import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { removeCitation } from '#app/features/findings/citations.server.ts'
import {
  approveResponse,
  publishResponse,
  writeResponse,
} from '#app/features/responses/response-writing.server.ts'
import {
  findResponse,
  listPublishedResponses,
  listResponses,
} from '#app/features/responses/responses.server.ts'
import { auditEvents, inputs, responses, responseVersions } from '#db/schema/index.ts'
import { aWrittenResponse, made, published, responseRoom, writing } from './response-room.ts'

const { t, aRoom } = responseRoom()

const key = () => v7()

test('every save is kept, and what anyone reads is the approved revision that was published', async () => {
  const room = await aRoom()
  const { editor, answering, finding } = room
  const { responseId } = await aWrittenResponse(room, { disposition: 'not-followed' })
  await published(room, 1)
  const second = { disposition: 'partly' as const, reasonNb: 'Noe av det.' }
  expect(await writeResponse(editor, answering, writing(1, second))).toEqual({ responseId, revision: 2 })
  expect(await listPublishedResponses([finding.id])).toMatchObject([
    { id: responseId, disposition: 'not-followed', reason: { nb: 'Vi er enige.', nn: 'Vi er samde.' } },
  ])
  expect(await findResponse(finding.id, null)).toMatchObject({ disposition: 'partly', revision: 2 })
  const kept = await t.db.$count(responseVersions, eq(responseVersions.responseId, responseId))
  expect(kept).toBe(2)
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.subjectId, responseId))
  expect(events.map(({ type }) => type).sort()).toEqual([
    ...['response.approved', 'response.published', 'response.written', 'response.written'],
  ])
})

test('somebody who writes from an older state is told, and nothing is saved', async () => {
  const room = await aRoom()
  const { editor, lead, answering, finding } = room
  await aWrittenResponse(room)
  expect(await writeResponse(lead, answering, writing(0))).toEqual({ refusal: 'stale' })
  expect(await findResponse(finding.id, null)).toMatchObject({ revision: 1, updatedBy: editor.name })
  expect(await approveResponse(lead, answering, { key: key(), revision: 2 })).toEqual({ refusal: 'stale' })
})

test('two who begin at the same moment: one is first, the other is told', async () => {
  const { editor, lead, answering, finding } = await aRoom()
  const both = await Promise.all([
    writeResponse(editor, answering, writing(0)),
    writeResponse(lead, answering, writing(0)),
  ])
  expect(both.filter((one) => 'refusal' in one)).toEqual([{ refusal: 'stale' }])
  expect(await t.db.$count(responses, eq(responses.findingId, finding.id))).toBe(1)
})

test('the same form sent twice is saved once', async () => {
  const { editor, answering, finding } = await aRoom()
  const form = writing(0)
  const [one, other] = [
    await writeResponse(editor, answering, form),
    await writeResponse(editor, answering, form),
  ]
  expect(other).toEqual(one)
  expect(await findResponse(finding.id, null)).toMatchObject({ revision: 1 })
})

test('editors write, leads approve, analysts read; for others there is nothing', async () => {
  const room = await aRoom()
  const { analyst, stranger, editor, lead, answering } = room
  expect(await writeResponse(analyst, answering, writing(0))).toEqual({ refusal: 'forbidden' })
  expect(await writeResponse(stranger, answering, writing(0))).toEqual({ refusal: 'not-found' })
  await aWrittenResponse(room, { disposition: 'not-followed' })
  const form = () => ({ key: key(), revision: 1 })
  expect(await approveResponse(editor, answering, form())).toEqual({ refusal: 'forbidden' })
  expect(await approveResponse(stranger, answering, form())).toEqual({ refusal: 'not-found' })
  made(await approveResponse(lead, answering, form()))
  expect(await publishResponse(analyst, answering, form())).toEqual({ refusal: 'forbidden' })
  expect(await publishResponse(stranger, answering, form())).toEqual({ refusal: 'not-found' })
})

test('a response without a reason can be kept, and is not approved', async () => {
  const room = await aRoom()
  const { lead, answering } = room
  await aWrittenResponse(room, { disposition: 'not-followed', reasonNb: ' ', reasonNn: '' })
  expect(await approveResponse(lead, answering, { key: key(), revision: 1 })).toEqual({
    refusal: 'no-reason',
  })
})

test('nothing is public before a lead approved it, nor before its finding is', async () => {
  const room = await aRoom({ published: false })
  const { lead, editor, answering, finding } = room
  await aWrittenResponse(room, { disposition: 'not-followed' })
  const publish = () => publishResponse(editor, answering, { key: key(), revision: 1 })
  expect(await publish()).toEqual({ refusal: 'not-approved' })
  made(await approveResponse(lead, answering, { key: key(), revision: 1 }))
  expect(await publish()).toEqual({ refusal: 'finding-not-published' })
  expect(await listPublishedResponses([finding.id])).toEqual([])
})

test('what says that it is followed shows a change or why there is none, once the later version is public', async () => {
  const room = await aRoom()
  const { lead, answering, later } = room
  await aWrittenResponse(room)
  const approve = () => approveResponse(lead, answering, { key: key(), revision: 1 })
  await later(['Innen 2031.'])
  expect(await approve()).toEqual({ refusal: 'no-change' })
})

test('while the later version is a draft, what is followed is approved without a change, and refused at publication when it is out', async () => {
  const room = await aRoom()
  const { lead, editor, answering, later } = room
  await aWrittenResponse(room)
  await later(['Innen 2031.'], null)
  made(await approveResponse(lead, answering, { key: key(), revision: 1 }))
  const other = await aRoom()
  await aWrittenResponse(other)
  made(await approveResponse(other.lead, other.answering, { key: key(), revision: 1 }))
  made(await publishResponse(editor, answering, { key: key(), revision: 1 }))
  await other.later(['Innen 2031.'])
  expect(await publishResponse(other.editor, other.answering, { key: key(), revision: 1 })).toEqual({
    refusal: 'no-change',
  })
})

test('what is judged at publication is what was approved, not what is written since', async () => {
  const room = await aRoom()
  const { lead, editor, answering, finding } = room
  await aWrittenResponse(room, { disposition: 'not-followed' })
  made(await approveResponse(lead, answering, { key: key(), revision: 1 }))
  made(await writeResponse(editor, answering, writing(1, { reasonNb: '', reasonNn: '' })))
  made(await publishResponse(editor, answering, { key: key(), revision: 1 }))
  expect(await listPublishedResponses([finding.id])).toMatchObject([{ reason: { nb: 'Vi er enige.' } }])
})

test('a passage is answered by itself, also when its sender took the input back, and its citation stays then', async () => {
  const room = await aRoom()
  const { editor, lead, finding, citation, sent } = room
  const answering = { findingId: finding.id, citationId: citation.id }
  made(await writeResponse(editor, answering, writing(0, { disposition: 'outside-mandate' })))
  await aWrittenResponse(room)
  expect((await listResponses(finding.id)).map(({ number }) => number)).toEqual([null, 1])
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, sent.input.id))
  made(await approveResponse(lead, answering, { key: key(), revision: 1 }))
  expect(await removeCitation(editor, finding.id, citation.id)).toHaveProperty('refusal')
  const left = and(eq(responses.findingId, finding.id), eq(responses.citationId, citation.id))
  expect(await t.db.$count(responses, left)).toBe(1)
})

test('a citation of another finding is not there to be answered', async () => {
  const { editor, finding } = await aRoom()
  const { citation } = await aRoom()
  const answering = { findingId: finding.id, citationId: citation.id }
  expect(await writeResponse(editor, answering, writing(0))).toEqual({ refusal: 'not-found' })
})
