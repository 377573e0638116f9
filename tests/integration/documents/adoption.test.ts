import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { adoptVersion, checkAdoptedText } from '#app/features/documents/adoption.server.ts'
import { findPublishedDocument } from '#app/features/documents/published-document.server.ts'
import { findDocumentVersion } from '#app/features/documents/queries.server.ts'
import { auditEvents, documents, documentVersions, paragraphs } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { aDecision, adopt, aPlan, done } from './plans.ts'

const t = appDatabase()

const stored = async (id: string) => {
  const [version] = await t.db.select().from(documentVersions).where(eq(documentVersions.id, id))
  return version
}

test('a decision is recorded with who, when, the case and whom they talked with, and is on record', async () => {
  const { editor, version, strategy } = await aPlan(t.db)
  const { contentHash } = await adopt(editor, version)
  expect(await stored(version.id)).toMatchObject({
    ...{ adoptedOn: '2023-03-06', adopterKind: 'official', adoptionCase: '23/114', contentHash },
    adoptedBy: { nb: 'utdanningsdirektøren', nn: 'utdanningsdirektøren' },
    consultedWith: { nb: 'ledergruppen', nn: 'leiargruppa' },
    ...{ title: { nb: 'Vedtatt plan', nn: 'Vedteken plan' }, adoptionRecordedBy: editor.personId },
  })
  const events = await t.db.select().from(auditEvents).where(eq(auditEvents.strategyId, strategy.id))
  expect(events).toMatchObject([
    { type: 'document.version-adopted', subjectId: version.id, data: { contentHash } },
  ])
})

test('the hash is what anyone gets who writes the text out by the format and takes its SHA-256', async () => {
  const { editor, version } = await aPlan(t.db)
  const { contentHash } = await adopt(editor, version)
  const byHand =
    '{"adoptedBy":{"nb":"utdanningsdirektøren","nn":"utdanningsdirektøren"},"adoptedOn":"2023-03-06","blocks":[' +
    '{"anchor":"1","kind":"heading","text":{"nb":"Mål","nn":"Mål"}},' +
    '{"anchor":"1.1","kind":"paragraph","text":{"nb":"Alle skal lese hver dag.","nn":"Alle skal lese kvar dag."}},' +
    '{"anchor":"1.2","kind":"paragraph","text":{"nb":"Biblioteket er åpent til klokka seks."}}],' +
    '"document":{"nb":"Plan for leseløftet","nn":"Plan for leseløftet"},' +
    '"format":"innspill-adopted-text-1","version":{"nb":"Vedtatt plan","nn":"Vedteken plan"}}'
  expect(contentHash).toBe(createHash('sha256').update(byHand, 'utf8').digest('hex'))
})

test('nothing of an adopted version can be changed, by whatever road', async () => {
  const { editor, version } = await aPlan(t.db)
  await adopt(editor, version)
  const before = [await stored(version.id), await textOf(version.id)]
  const roads = [
    t.sql`update document_versions set title = '{"nb":"Annet"}' where id = ${version.id}`,
    t.sql`update document_versions set adopted_on = '2024-01-01' where id = ${version.id}`,
    t.sql`update document_versions set adopted_at = null, content_hash = null where id = ${version.id}`,
    t.sql`update document_versions set published_at = null where id = ${version.id}`,
    t.sql`update document_versions set note = '{"nb":"Ny"}' where id = ${version.id}`,
    t.sql`delete from document_versions where id = ${version.id}`,
    t.sql`update paragraphs set text = '{"nb":"Annet"}' where version_id = ${version.id}`,
    t.sql`delete from paragraphs where version_id = ${version.id}`,
    t.sql`insert into paragraphs (id, strategy_id, version_id, position, kind, anchor, text)
      select gen_random_uuid(), strategy_id, id, 99, 'paragraph', '9.9', '{"nb":"Ny"}'
      from document_versions where id = ${version.id}`,
  ]
  for (const road of roads) await expect(road).rejects.toMatchObject({ code: '23000' })
  expect([await stored(version.id), await textOf(version.id)]).toEqual(before)
  expect(await checkAdoptedText(version.id)).toBe('matches')
})

const textOf = (versionId: string) =>
  t.db.select().from(paragraphs).where(eq(paragraphs.versionId, versionId)).orderBy(paragraphs.position)

test('a text that was changed behind the triggers is told from the one that was adopted', async () => {
  const { editor, version, document } = await aPlan(t.db)
  expect(await checkAdoptedText(version.id)).toBe(null)
  await adopt(editor, version)
  expect(await checkAdoptedText(version.id)).toBe('matches')
  await t.sql.begin(async (sql) => {
    await sql`alter table paragraphs disable trigger paragraphs_frozen`
    await sql`update paragraphs set text = '{"nb":"Alle skal lese hver uke."}'
      where version_id = ${version.id} and anchor = '1.1'`
    await sql`alter table paragraphs enable trigger paragraphs_frozen`
  })
  expect(await checkAdoptedText(version.id)).toBe('differs')
  const other = await aPlan(t.db)
  await adopt(other.editor, other.version)
  await t.db
    .update(documents)
    .set({ title: { nb: 'En annen plan' } })
    .where(eq(documents.id, other.document.id))
  expect(await checkAdoptedText(other.version.id)).toBe('differs')
  expect(document.id).not.toBe(other.document.id)
})

test('the same form sent twice is one adoption; another decision on it is refused', async () => {
  const { editor, version } = await aPlan(t.db)
  const form = aDecision()
  const first = done(await adoptVersion(editor, version.documentId, version.id, form))
  expect(await adoptVersion(editor, version.documentId, version.id, form)).toEqual(first)
  const other = aDecision({ byNb: 'styret' })
  expect(await adoptVersion(editor, version.documentId, version.id, other)).toEqual({
    refusal: 'already-adopted',
  })
  expect((await stored(version.id))?.adoptedBy).toEqual({
    nb: 'utdanningsdirektøren',
    nn: 'utdanningsdirektøren',
  })
})

test('of many who record a decision at once exactly one does', async () => {
  const { editor, strategy, version } = await aPlan(t.db)
  const lead = await aStaffMember(t.db, strategy, 'lead')
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      adoptVersion(
        at % 2 ? lead : editor,
        version.documentId,
        version.id,
        aDecision({ byNb: `organ ${at}` }),
      ),
    ),
  )
  expect(outcomes.filter((outcome) => 'contentHash' in outcome)).toHaveLength(1)
  expect(
    outcomes.filter((outcome) => 'refusal' in outcome && outcome.refusal === 'already-adopted'),
  ).toHaveLength(7)
  expect(await checkAdoptedText(version.id)).toBe('matches')
  const told = eq(auditEvents.subjectId, version.id)
  expect(await t.db.$count(auditEvents, told)).toBe(1)
})

test('what is not published, has no text or is older than what is adopted is not adopted, and no day to come is recorded', async () => {
  const { editor, document, version } = await aPlan(t.db)
  const written = await aDocumentVersion(t.db, document, ['Nytt.'], { publishedAt: null })
  const empty = await aDocumentVersion(t.db, document, [])
  const refused = (id: string, own = {}) => adoptVersion(editor, document.id, id, aDecision(own))
  expect(await refused(written.id)).toEqual({ refusal: 'not-published' })
  expect(await refused(empty.id)).toEqual({ refusal: 'no-text' })
  expect(await refused(version.id, { on: '2999-01-01' })).toEqual({ refusal: 'not-a-day' })
  expect(await refused(version.id, { on: '2098-01-01' })).toEqual({ refusal: 'day-in-future' })
  expect(await refused(version.id, { byNb: ' \u0000', byNn: '' })).toEqual({ refusal: 'adopter-missing' })
  await adopt(editor, await aDocumentVersion(t.db, document, ['Nyest.']))
  expect(await refused(version.id)).toEqual({ refusal: 'later-adopted' })
  expect((await stored(version.id))?.adoptedAt).toBe(null)
})

test('analysts record no decision; for staff of another strategy and under another document the version is not there', async () => {
  const { strategy, version, document } = await aPlan(t.db)
  const analyst = await aStaffMember(t.db, strategy, 'analyst')
  const stranger = await aStaffMember(t.db, await aStrategy(t.db), 'lead')
  expect(await adoptVersion(analyst, document.id, version.id, aDecision())).toEqual({ refusal: 'forbidden' })
  expect(await adoptVersion(stranger, document.id, version.id, aDecision())).toEqual({ refusal: 'not-found' })
  const other = await aPlan(t.db)
  expect(await adoptVersion(other.editor, other.document.id, version.id, aDecision())).toEqual({
    refusal: 'not-found',
  })
})

test('a changed text is a new version; the adopted one stays what is read until that is adopted as well', async () => {
  const { strategy, editor, document, version } = await aPlan(t.db)
  await adopt(editor, version)
  const adopted = await textOf(version.id)
  const next = await aDocumentVersion(t.db, document, ['Alle skal lese to ganger om dagen.'])
  const read = (number: number | null) => findDocumentVersion(strategy.slug, document.slug, number)
  expect(await read(null)).toMatchObject({ version: { number: 1 } })
  const page = () => findPublishedDocument(strategy.slug, document.slug, 1)
  expect(await page()).toMatchObject({
    standing: { state: 'adopted', draft: { number: 2 }, replacedBy: null },
  })
  await adopt(editor, next, { on: '2024-03-04' })
  expect(await read(null)).toMatchObject({ version: { number: 2 } })
  expect(await page()).toMatchObject({ standing: { state: 'superseded', replacedBy: { number: 2 } } })
  expect(await textOf(version.id)).toEqual(adopted)
  expect(await checkAdoptedText(version.id)).toBe('matches')
})

test('a document is shown as replaced when the one that supersedes it is adopted, not before, and keeps its address', async () => {
  const { strategy, editor, document, version } = await aPlan(t.db)
  await adopt(editor, version)
  const next = await aDocument(t.db, strategy, {
    kind: 'plan',
    title: { nb: 'Ny plan' },
    supersedesId: document.id,
  })
  const draft = await aDocumentVersion(t.db, next, ['Nytt.'])
  const old = () => findPublishedDocument(strategy.slug, document.slug, 1)
  expect(await old()).toMatchObject({ successor: null, standing: { state: 'adopted' } })
  expect(await findPublishedDocument(strategy.slug, next.slug, 1)).toMatchObject({
    predecessor: { slug: document.slug },
  })
  await adopt(editor, draft, { on: '2024-03-04' })
  expect(await old()).toMatchObject({
    successor: { slug: next.slug, title: { nb: 'Ny plan' }, adoptedOn: '2024-03-04' },
    version: { contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})
