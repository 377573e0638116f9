import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { adoptVersion } from '#app/features/documents/adoption.server.ts'
import {
  expectSubPlans,
  listExpected,
  renameExpected,
} from '#app/features/documents/expected-documents.server.ts'
import { documentsForm, versionForm } from '#app/features/documents/forms.ts'
import type { AddForm, ReportForm } from '#app/features/documents/measure-form.ts'
import { addMeasure, listMeasures, reportMeasure } from '#app/features/documents/measures.server.ts'
import { createDocument } from '#app/features/documents/versions.server.ts'
import { listBlocks } from '#app/features/documents/work.server.ts'
import { changeText } from '#app/features/documents/writing.server.ts'
import { meetingForm, newMeetingForm } from '#app/features/meetings/forms.ts'
import { planMeeting, writeMeeting } from '#app/features/meetings/meetings.server.ts'
import { documents, documentVersions, meetingItems, meetings } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { only } from '#tests/factories/people.ts'
import { aDecision, aPlan, done } from '#tests/integration/documents/plans.ts'
import { appDatabase } from '#tests/integration/inputs/room.ts'

// A page from before, or a program, may send a form without fields for English and Swedish.

const t = appDatabase()

async function aDraft(text: object) {
  const { editor, strategy } = await aPlan(t.db)
  const document = await aDocument(t.db, strategy)
  const blocks = [{ kind: 'paragraph' as const, text }]
  const version = await aDocumentVersion(t.db, document, blocks, { publishedAt: null })
  const now = async () => only(await listBlocks(version.id))
  const write = async (fields: object) => {
    const { id: block, revision } = await now()
    const form = versionForm.parse({
      ...{ act: 'edit', key: v7(), block, revision, kind: 'paragraph', nn: '' },
      ...fields,
    })
    if (form.act === 'edit') done(await changeText(editor, document.id, version.id, form))
    return (await now()).text
  }
  return { write, now, document, version, editor, strategy }
}

test('a block is written in four languages; a form without two of them leaves those, and one that empties them takes them away', async () => {
  const { write } = await aDraft({ nb: 'Vi vil.' })
  const four = { nb: 'Vi vil dele.', nn: 'Vi vil dele.', textEn: 'We share.', textSv: 'Vi delar.' }
  expect(await write(four)).toEqual({ nb: four.nb, nn: four.nn, en: 'We share.', sv: 'Vi delar.' })
  expect(await write({ nb: 'Vi deler.' })).toEqual({ nb: 'Vi deler.', en: 'We share.', sv: 'Vi delar.' })
  expect(await write({ nb: 'Vi deler.', textEn: '', textSv: 'Vi delar.' })).toEqual({
    ...{ nb: 'Vi deler.', sv: 'Vi delar.' },
  })
})

test('several blocks are put in at once in the languages they have, and no part of a published one is translated', async () => {
  const { now, document, version, editor } = await aDraft({ nb: 'Først.', sv: 'Först.' })
  const insert = (more: object) => {
    const form = versionForm.parse({ act: 'insert', key: v7(), after: 'start', nb: 'En.\n\nTo.', ...more })
    if (form.act !== 'insert') throw new Error('another act')
    return changeText(editor, document.id, version.id, form)
  }
  expect(await insert({ textSv: 'Ett.' })).toEqual({ refusal: 'forms-differ', at: 2 })
  const { id: block, revision } = await now()
  done(await insert({ textSv: 'Ett.\n\nTvå.' }))
  expect((await listBlocks(version.id)).map(({ text }) => text.sv)).toEqual(['Ett.', 'Två.', 'Först.'])
  await t.db
    .update(documentVersions)
    .set({ publishedAt: new Date() })
    .where(eq(documentVersions.id, version.id))
  const late = { act: 'edit' as const, key: v7(), block, revision, kind: 'paragraph' as const }
  const words = { nb: 'Først.', nn: '', textEn: 'First.' }
  expect(await changeText(editor, document.id, version.id, { ...late, ...words })).toEqual({
    refusal: 'published',
  })
})

test('sub-plans are expected and renamed in four languages', async () => {
  const { editor, document } = await aPlan(t.db)
  const list = { key: v7(), expectedNb: 'Plan A\nPlan B', expectedNn: '', expectedSv: 'Planen A\nPlanen B' }
  done(await expectSubPlans(editor, document.id, list))
  const [first] = await listExpected(document.id)
  expect(first?.title).toEqual({ nb: 'Plan A', sv: 'Planen A' })
  const rename = (seen = '', own: object = {}) =>
    renameExpected(editor, document.id, {
      ...{ key: v7(), expected: first?.id ?? '', seen, nameNb: 'Plan for A', nameNn: '', ...own },
    })
  done(await rename(first?.seen, { nameEn: 'Plan for A, in English' }))
  const [after, other] = await listExpected(document.id)
  expect(after?.title).toEqual({ nb: 'Plan for A', en: 'Plan for A, in English', sv: 'Planen A' })
  expect(other?.title).toEqual({ nb: 'Plan B', sv: 'Planen B' })
  expect(await rename(first?.seen)).toEqual({ refusal: 'facts-stale' })
  expect(await rename(after?.seen, { nameNb: ' ' })).toEqual({ refusal: 'title-missing' })
  const elsewhere = await aPlan(t.db)
  const foreign = { key: v7(), expected: first?.id ?? '', seen: '', nameNb: 'X', nameNn: '' }
  expect(await renameExpected(elsewhere.editor, elsewhere.document.id, foreign)).toEqual({
    refusal: 'not-found',
  })
  expect(await renameExpected(elsewhere.editor, document.id, foreign)).toHaveProperty('refusal')
})

test('the note of a measure’s year keeps what it says in English and Swedish', async () => {
  const { editor, document } = await aPlan(t.db)
  const empty = { goalNb: '', goalNn: '', ownerNb: '', ownerNn: '', indicatorNb: '', indicatorNn: '' }
  const measure: AddForm = { key: v7(), kind: 'measure', code: 'T1', titleNb: 'T', titleNn: '', ...empty }
  const { measureId } = done(await addMeasure(editor, document.id, measure))
  const report = async (seen: string, own: Partial<ReportForm>) => {
    const said = { key: v7(), measure: measureId, year: 2024, status: 'done' as const, seen }
    done(await reportMeasure(editor, document.id, { ...said, noteNb: 'Gjort.', noteNn: '', ...own }))
    return only(only(await listMeasures(document.id)).statuses)
  }
  const first = await report('', { noteEn: 'Done.', noteSv: 'Klart.' })
  expect(first.note).toEqual({ nb: 'Gjort.', en: 'Done.', sv: 'Klart.' })
  const second = await report(first.at.toISOString(), { noteSv: '' })
  expect(second.note).toEqual({ nb: 'Gjort.', en: 'Done.' })
})

test('a decision is recorded in four languages, and the name of the version keeps those the form does not know', async () => {
  const { editor, document, version } = await aPlan(t.db)
  await t.db
    .update(documentVersions)
    .set({ title: { nb: 'Utkast', en: 'Draft', sv: 'Utkast, på svenska' } })
    .where(eq(documentVersions.id, version.id))
  const own = { byEn: 'the Director of Education', bySv: 'utbildningsdirektören', titleSv: 'Antagen plan' }
  done(await adoptVersion(editor, document.id, version.id, aDecision(own)))
  const of = eq(documentVersions.id, version.id)
  const stored = only(await t.db.select().from(documentVersions).where(of))
  expect(stored.title).toEqual({ nb: 'Vedtatt plan', nn: 'Vedteken plan', en: 'Draft', sv: 'Antagen plan' })
  expect(stored.adoptedBy).toMatchObject({ en: own.byEn, sv: own.bySv })
})

test('a document is named in four languages from the first day', async () => {
  const { editor, strategy } = await aPlan(t.db)
  const form = documentsForm.parse({
    ...{ act: 'create', key: v7(), kind: 'draft', titleNb: 'Utkast', titleEn: 'Draft', titleSv: 'Utkast' },
  })
  if (form.act !== 'create') throw new Error('another act')
  const { documentId } = done(await createDocument(editor, strategy.id, form))
  const [made] = await t.db.select().from(documents).where(eq(documents.id, documentId))
  expect(made?.title).toEqual({ nb: 'Utkast', en: 'Draft', sv: 'Utkast' })
})

test('a meeting saved by a form that knows no other languages keeps them, its programme too', async () => {
  const { editor, strategy } = await aPlan(t.db)
  const norwegian = {
    ...{ titleNb: 'Møte', introNb: 'Kom.', placeNb: 'Salen', programmeNb: '11.00 Åpning\n12.00 Slutt' },
    ...{ date: '2031-09-03', from: '11:00', to: '13:00' },
  }
  const swedish = {
    titleSv: 'Möte',
    introSv: 'Kom!',
    placeSv: 'Salen',
    programmeSv: '11.00 Öppning\n12.00 Slut',
  }
  const planned = newMeetingForm.parse({ key: v7(), ...norwegian, ...swedish })
  const { meetingId } = done(await planMeeting(editor, strategy.id, planned))
  const form = meetingForm.parse({
    ...{ act: 'write', key: v7(), revision: 1, ...norwegian, placeNb: '' },
    programmeNb: '11.30 Åpning\nSamtale\n12.00 Slutt',
  })
  if (form.act === 'write') done(await writeMeeting(editor, meetingId, form))
  const stored = only(await t.db.select().from(meetings).where(eq(meetings.id, meetingId)))
  expect(stored).toMatchObject({ revision: 2, title: { sv: 'Möte' }, intro: { sv: 'Kom!' } })
  expect(stored.place).toEqual({ sv: 'Salen' })
  const items = await t.db
    .select({ title: meetingItems.title })
    .from(meetingItems)
    .where(eq(meetingItems.meetingId, meetingId))
    .orderBy(meetingItems.position)
  expect(items.map(({ title }) => title)).toEqual([
    { nb: 'Åpning', sv: 'Öppning' },
    { nb: 'Samtale' },
    { nb: 'Slutt', sv: 'Slut' },
  ])
})
