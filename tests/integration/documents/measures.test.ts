import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { AddForm, EditForm, ReportForm } from '#app/features/documents/measure-form.ts'
import {
  addMeasure,
  editMeasure,
  listMeasures,
  markOfMeasure,
  reportMeasure,
  retireMeasure,
} from '#app/features/documents/measures.server.ts'
import { findPublishedDocument } from '#app/features/documents/published-document.server.ts'
import { measureStatuses } from '#db/schema/index.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { aPlan, done } from './plans.ts'

const t = appDatabase()

const words = {
  ...{ titleNb: 'Skolebibliotek', titleNn: 'Skulebibliotek', goalNb: 'Bidrar til M1', goalNn: '' },
  ...{ ownerNb: '', ownerNn: '', indicatorNb: '', indicatorNn: '' },
}
const adding = (code: string, own: Partial<AddForm> = {}): AddForm => ({
  ...{ key: v7(), kind: 'measure', code, ...words, ...own },
})
const editing = (measure: string, seen: string, own: Partial<EditForm> = {}): EditForm => ({
  ...{ key: v7(), measure, seen, ...words, ...own },
})
const reporting = (measure: string, own: Partial<ReportForm> = {}): ReportForm => ({
  ...{ key: v7(), measure, year: 2024, status: 'under-way', seen: '', noteNb: '', noteNn: '', ...own },
})

async function aMeasure() {
  const plan = await aPlan(t.db)
  const { measureId } = done(await addMeasure(plan.editor, plan.document.id, adding('t 1')))
  return { ...plan, measureId, id: plan.document.id }
}

test('a code is one measure’s for ever, also after it is retired, and two who want it at once do not both get it', async () => {
  const { editor, id, measureId } = await aMeasure()
  expect(await addMeasure(editor, id, adding('T1'))).toEqual({ refusal: 'code-taken' })
  done(await retireMeasure(editor, id, measureId))
  done(await retireMeasure(editor, id, measureId))
  expect(await addMeasure(editor, id, adding('T1'))).toEqual({ refusal: 'code-taken' })
  const many = Array.from({ length: 8 }, () => addMeasure(editor, id, adding('T2')))
  const refused = (await Promise.all(many)).filter((outcome) => 'refusal' in outcome)
  expect(refused).toEqual(Array(7).fill({ refusal: 'code-taken' }))
  expect((await listMeasures(id)).map(({ code }) => code)).toEqual(['T1', 'T2'])
})

test('what a measure says may change, its code and kind not; a save from an old form is refused', async () => {
  const { editor, id, measureId } = await aMeasure()
  const [before] = await listMeasures(id)
  const seen = before ? markOfMeasure(before) : ''
  done(await editMeasure(editor, id, editing(measureId, seen, { titleNb: 'Bibliotek' })))
  expect(await editMeasure(editor, id, editing(measureId, seen))).toEqual({ refusal: 'stale' })
  const [after] = await listMeasures(id)
  expect(after).toMatchObject({
    code: 'T1',
    kind: 'measure',
    title: { nb: 'Bibliotek', nn: 'Skulebibliotek' },
  })
  done(await retireMeasure(editor, id, measureId))
  expect(await editMeasure(editor, id, editing(measureId, seen))).toEqual({ refusal: 'not-found' })
})

test('a status is noted by year with who and when, mended, and never overwritten unseen', async () => {
  const { editor, id, measureId } = await aMeasure()
  done(await reportMeasure(editor, id, reporting(measureId, { noteNb: 'Åtte av ti.' })))
  expect(await reportMeasure(editor, id, reporting(measureId, { status: 'done' }))).toEqual({
    refusal: 'stale',
  })
  const [noted] = await t.db.select().from(measureStatuses).where(eq(measureStatuses.measureId, measureId))
  expect(noted).toMatchObject({
    year: 2024,
    status: 'under-way',
    note: { nb: 'Åtte av ti.' },
    by: editor.personId,
  })
  const seen = noted?.at.toISOString() ?? ''
  done(await reportMeasure(editor, id, reporting(measureId, { status: 'done', seen })))
  done(await reportMeasure(editor, id, reporting(measureId, { year: 2025 })))
  const [measure] = await listMeasures(id)
  expect(measure?.statuses).toMatchObject([
    { year: 2024, status: 'done', note: null },
    { year: 2025, status: 'under-way' },
  ])
})

test('only measures in use are reported on, for years that have begun', async () => {
  const { editor, id, measureId } = await aMeasure()
  const { measureId: mission } = done(await addMeasure(editor, id, adding('M1', { kind: 'mission' })))
  expect(await reportMeasure(editor, id, reporting(mission))).toEqual({ refusal: 'not-reported-on' })
  expect(await reportMeasure(editor, id, reporting(measureId, { year: 2199 }))).toEqual({
    refusal: 'year-in-future',
  })
  done(await retireMeasure(editor, id, measureId))
  expect(await reportMeasure(editor, id, reporting(measureId))).toEqual({ refusal: 'not-reported-on' })
})

test('the public reads measures with their statuses, retired ones too, and nothing of who noted them', async () => {
  const { strategy, document, editor, id, measureId } = await aMeasure()
  done(await reportMeasure(editor, id, reporting(measureId)))
  done(await retireMeasure(editor, id, measureId))
  const page = await findPublishedDocument(strategy.slug, document.slug, null)
  expect(page?.measures).toMatchObject([
    { code: 'T1', retiredAt: expect.any(Date), statuses: [{ year: 2024 }] },
  ])
  expect(JSON.stringify(page)).not.toContain(editor.personId)
  expect(JSON.stringify(page)).not.toContain(measureId)
})

test('measures of another document are not reached through one’s own; analysts write none', async () => {
  const { id, measureId, strategy } = await aMeasure()
  const other = await aPlan(t.db)
  for (const outcome of [
    await editMeasure(other.editor, other.document.id, editing(measureId, '')),
    await retireMeasure(other.editor, other.document.id, measureId),
    await reportMeasure(other.editor, other.document.id, reporting(measureId)),
    await retireMeasure(other.editor, id, measureId),
    await addMeasure(await aStaffMember(t.db, await aStrategy(t.db), 'lead'), id, adding('T9')),
  ])
    expect(outcome).toEqual({ refusal: 'not-found' })
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  expect(await addMeasure(analyst, id, adding('T9'))).toEqual({ refusal: 'forbidden' })
  expect(await reportMeasure(analyst, id, reporting(measureId))).toEqual({ refusal: 'forbidden' })
  expect(await listMeasures(id)).toHaveLength(1)
})
