import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  dropExpected,
  expectSubPlans,
  listExpected,
  tieSubPlans,
} from '#app/features/documents/expected-documents.server.ts'
import { listOtherDocuments, markOfFacts, writeFacts } from '#app/features/documents/facts.server.ts'
import type { FactsForm } from '#app/features/documents/facts-form.ts'
import { documents } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { adopt, aPlan, done } from './plans.ts'

const t = appDatabase()

type Document = typeof documents.$inferSelect

const form = (document: Document, own: Partial<FactsForm> = {}): FactsForm => ({
  ...{ key: v7(), seen: markOfFacts(document), kind: 'plan' },
  ...{ titleNb: document.title.nb ?? '', titleNn: document.title.nn ?? '', subtitleNb: '', subtitleNn: '' },
  ...{ ownerNb: '', ownerNn: '', contact: '', ...own },
})

const now = async (id: string) => {
  const [document] = await t.db.select().from(documents).where(eq(documents.id, id))
  if (!document) throw new Error('The document is gone')
  return document
}

test('facts are kept as they were typed, without what cannot be stored', async () => {
  const { editor, document } = await aPlan(t.db)
  const typed = {
    subtitleNb: ' For\u0000 alle ',
    ownerNn: 'Skuleeininga',
    contact: 'plan@example.test',
    periodFrom: 2023,
  }
  done(await writeFacts(editor, document.id, form(document, { ...typed, periodTo: 2026 })))
  expect(await now(document.id)).toMatchObject({
    ...{ subtitle: { nb: 'For alle' }, owner: { nn: 'Skuleeininga' }, contact: 'plan@example.test' },
    ...{ periodFrom: 2023, periodTo: 2026 },
  })
})

test('who saves from a form drawn before another’s save is told, and nothing is overwritten', async () => {
  const { editor, document } = await aPlan(t.db)
  const [one, other] = [form(document, { ownerNb: 'Den ene' }), form(document, { ownerNb: 'Den andre' })]
  const outcomes = await Promise.all([
    writeFacts(editor, document.id, one),
    writeFacts(editor, document.id, other),
  ])
  expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual([{ refusal: 'stale' }])
  const kept = await now(document.id)
  done(await writeFacts(editor, document.id, form(kept, { ownerNb: 'Begge' })))
  expect((await now(document.id)).owner).toEqual({ nb: 'Begge' })
})

test('the title of an adopted document stays; the rest of its facts may change', async () => {
  const { editor, document, version } = await aPlan(t.db)
  await adopt(editor, version)
  expect(await writeFacts(editor, document.id, form(document, { titleNb: 'Annet' }))).toEqual({
    refusal: 'title-adopted',
  })
  done(await writeFacts(editor, document.id, form(document, { contact: 'Ny enhet' })))
})

test('two documents cannot come to belong to or replace each other, also when both are saved at once', async () => {
  const { strategy, editor, document } = await aPlan(t.db)
  const other = await aDocument(t.db, strategy)
  for (const link of ['parent', 'supersedes'] as const) {
    const [one, two] = [await now(document.id), await now(other.id)]
    const outcomes = await Promise.all([
      writeFacts(editor, one.id, form(one, { [link]: two.id })),
      writeFacts(editor, two.id, form(two, { [link]: one.id })),
    ])
    const word = link === 'parent' ? 'parent-circular' : 'superseded-circular'
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual([{ refusal: word }])
  }
})

test('a document of another strategy is neither chosen nor listed', async () => {
  const { strategy, editor, document } = await aPlan(t.db)
  const foreign = await aDocument(t.db, await aStrategy(t.db))
  const sibling = await aDocument(t.db, strategy)
  expect(await writeFacts(editor, document.id, form(document, { parent: foreign.id }))).toEqual({
    refusal: 'parent-unknown',
  })
  expect(await writeFacts(editor, document.id, form(document, { supersedes: foreign.id }))).toEqual({
    refusal: 'superseded-unknown',
  })
  expect(await listOtherDocuments(strategy.id, document.id)).toMatchObject([
    { id: sibling.id, published: false },
  ])
  await aDocumentVersion(t.db, sibling, ['Tekst.'])
  expect(await listOtherDocuments(strategy.id, document.id)).toMatchObject([{ published: true }])
})

test('sub-plans are expected in their order, tied to documents, untied and dropped; what a form does not name stays', async () => {
  const { strategy, editor, document } = await aPlan(t.db)
  const list = { key: v7(), expectedNb: 'Plan A\nPlan B', expectedNn: 'Plan a\nPlan b' }
  done(await expectSubPlans(editor, document.id, list))
  done(await expectSubPlans(editor, document.id, list))
  done(await expectSubPlans(editor, document.id, { key: v7(), expectedNb: 'Plan C', expectedNn: '' }))
  const [a, b, c] = await listExpected(document.id)
  expect([a, b, c].map((one) => one?.title.nb)).toEqual(['Plan A', 'Plan B', 'Plan C'])
  const sub = await aDocument(t.db, strategy)
  const tie = (...ties: string[]) => tieSubPlans(editor, document.id, { key: v7(), tie: ties })
  done(await tie(`${a?.id}:${sub.id}`, `${b?.id}:`))
  expect(await tie(`${b?.id}:${sub.id}`)).toEqual({ refusal: 'tied-twice' })
  expect(await tie(`${b?.id}:${document.id}`)).toEqual({ refusal: 'tie-itself' })
  expect(await tie(`${b?.id}:${v7()}`)).toEqual({ refusal: 'tie-unknown' })
  done(await tie(`${c?.id}:`))
  expect((await listExpected(document.id)).map(({ presentId }) => presentId)).toEqual([sub.id, null, null])
  done(await tie(`${a?.id}:`, `${b?.id}:${sub.id}`))
  done(await dropExpected(editor, document.id, a?.id ?? ''))
  done(await dropExpected(editor, document.id, a?.id ?? ''))
  expect(await listExpected(document.id)).toMatchObject([{ id: b?.id, presentId: sub.id }, { id: c?.id }])
  expect(await now(sub.id)).toMatchObject({ id: sub.id })
})

test('analysts describe nothing, and strangers find nothing to describe', async () => {
  const { strategy, document } = await aPlan(t.db)
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  for (const [actor, refusal] of [
    [analyst, 'forbidden'],
    [stranger, 'not-found'],
  ] as const) {
    const list = { key: v7(), expectedNb: 'Plan A', expectedNn: '' }
    expect(await writeFacts(actor, document.id, form(document))).toEqual({ refusal })
    expect(await expectSubPlans(actor, document.id, list)).toEqual({ refusal })
    expect(await tieSubPlans(actor, document.id, { key: v7(), tie: [] })).toEqual({ refusal })
    expect(await dropExpected(actor, document.id, v7())).toEqual({ refusal })
  }
  expect(await listExpected(document.id)).toEqual([])
})
