import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { confirmAlignment } from '#app/features/documents/alignment.server.ts'
import { addNote, fatesIn, listNotes, removeNote } from '#app/features/documents/notes.server.ts'
import { listParagraphReferences } from '#app/features/findings/paragraph-references.server.ts'
import { documentVersions, findings, paragraphs } from '#db/schema/index.ts'
import { aFinding } from '#tests/factories/findings.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { draftingRoom, formFor, katalog, nett, plan } from './drafting-room.ts'

const { t, aRoom } = draftingRoom()

test('a note stays at its paragraph, and says what became of it in the latest version with confirmed lineage', async () => {
  const { document, editor, analyst, stranger, version } = await aRoom()
  const first = await version([nett, katalog, plan])
  const note = (at: string, text = 'Se på fristen.', actor = analyst) =>
    addNote(actor, document.id, first.id, { act: 'add', key: v7(), at, text })
  await note('1.2')
  await note(' 1.3. ', 'Orphan\u0000 \ud800')
  expect(await note('9.9')).toEqual({ refusal: 'at-unknown' })
  expect(await note("1.2' or '1'='1\u0000")).toEqual({ refusal: 'at-unknown' })
  expect(await note('1.2', ' \u0000 ')).toEqual({ refusal: 'text-missing' })
  expect(await note('1.2', 'x', stranger)).toEqual({ refusal: 'not-found' })
  expect(await fatesIn(document.id, first)).toBe(null)
  const second = await version([katalog, nett])
  await confirmAlignment(
    editor,
    document.id,
    second.id,
    formFor(second, { '1': '1', '1.1': '1.2', '1.2': '1.1' }),
  )
  const { rows } = await listNotes([first.id])
  const fates = await fatesIn(document.id, first)
  expect(rows.map(({ anchor, paragraphId }) => [anchor, fates?.fate(paragraphId)])).toEqual([
    ['1.3', { fate: 'orphaned', places: [] }],
    ['1.2', { fate: expect.stringMatching(/kept|moved/), places: ['1.1'] }],
  ])
  expect((await listNotes([second.id])).rows).toEqual([])
})

test('one takes away one’s own notes, and a version that is written has none', async () => {
  const { document, editor, analyst, stranger, version } = await aRoom()
  const first = await version([nett])
  const added = await addNote(analyst, document.id, first.id, {
    act: 'add',
    key: v7(),
    at: '1.1',
    text: 'Ja.',
  })
  const noteId = 'noteId' in added ? added.noteId : ''
  expect(await removeNote(editor, first.id, noteId)).toEqual({ refusal: 'forbidden' })
  expect(await removeNote(stranger, first.id, noteId)).toEqual({ refusal: 'not-found' })
  expect(await removeNote(analyst, first.id, noteId)).toEqual({ noteId })
  expect(await removeNote(analyst, first.id, noteId)).toEqual({ noteId })
  expect((await listNotes([first.id])).rows).toEqual([])
  const writing = await version([nett], { publishedAt: null })
  const form = { act: 'add' as const, key: v7(), at: '1.1', text: 'Ja.' }
  expect(await addNote(analyst, document.id, writing.id, form)).toEqual({ refusal: 'not-published' })
  await t.db.delete(paragraphs).where(eq(paragraphs.versionId, writing.id))
  await t.db.delete(documentVersions).where(eq(documentVersions.id, writing.id))
})

test('references to a paragraph are found in published findings and in answers that were sent', async () => {
  const { strategy, document, version } = await aRoom()
  await version([nett])
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const address = `https://innspill.example/nn/strategies/${strategy.slug}/documents/${document.slug}/1#avsnitt-1.1`
  const sender = await anOrganisation(t.db, { name: 'Havgløtt kommune' })
  const { input } = await aSubmittedInput(t.db, round, sender, {
    [asked?.id ?? '']: `Vi støtter ${address}.`,
  })
  const words = (slug: string) => ({ slug, title: { nb: slug }, text: { nb: `Mange nevner ${address}` } })
  await aFinding(t.db, round, { ...words('nett'), publishedAt: new Date() })
  await aFinding(t.db, round, words('uferdig'))
  // What is written since is not what anyone reads.
  const other = await aFinding(t.db, round, { slug: 'skrive-om', publishedAt: new Date() })
  const later = { text: words('skrive-om').text, revision: 2 }
  await t.db.update(findings).set(later).where(eq(findings.id, other.id))
  const found = await listParagraphReferences(strategy.id, document.slug, 1)
  expect(found.map(({ kind, anchor, title }) => [kind, anchor, title.nb])).toEqual([
    ['finding', '1.1', 'nett'],
    ['answer', '1.1', 'Havgløtt kommune'],
  ])
  expect(found[1]?.href).toBe(`/workbench/inputs/${input.id}`)
  expect(await listParagraphReferences(strategy.id, document.slug, 2)).toEqual([])
  expect(await listParagraphReferences((await aRoom()).strategy.id, document.slug, 1)).toEqual([])
})
