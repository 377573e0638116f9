import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { makePassages } from '#app/features/analysis/passages.server.ts'
import { listAnswers } from '#app/features/analysis/reading.server.ts'
import { tagPassage } from '#app/features/analysis/tagging.server.ts'
import { filtersOf } from '#app/features/discovery/filters.ts'
import { searchPublished } from '#app/features/discovery/public-search.server.ts'
import { searchAsStaff } from '#app/features/discovery/staff-search.server.ts'
import { approveFinding } from '#app/features/findings/approval.server.ts'
import { citePassage } from '#app/features/findings/citations.server.ts'
import { publishFinding } from '#app/features/findings/publication.server.ts'
import { findPublishedFinding } from '#app/features/findings/published.server.ts'
import { findFinding } from '#app/features/findings/queries.server.ts'
import { listAbout } from '#app/features/findings/sources.server.ts'
import { startFinding, writeFinding } from '#app/features/findings/writing.server.ts'
import { addComment, removeComment } from '#app/features/inputs/commenting.server.ts'
import { listSentComments } from '#app/features/inputs/comments.server.ts'
import { digest } from '#app/features/inputs/content-hash.server.ts'
import { findDesk } from '#app/features/inputs/desk.server.ts'
import { maskVersion } from '#app/features/inputs/masking.server.ts'
import { rangesOfWords } from '#app/features/inputs/masking.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { findPublishedInput } from '#app/features/inputs/published.server.ts'
import { versionsRepeating } from '#app/features/inputs/repeated-words.server.ts'
import { saidToId } from '#app/features/inputs/said-to.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import type { InputsShown } from '#app/features/strategies/round.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { answers, attachments, findings, passages, publicAnswers, rounds, themes } from '#db/schema/index.ts'
import { dispatchAll } from '#search/dispatcher.server.ts'
import { postgresIndex } from '#search/postgres/changes.server.ts'
import { aConsultedDraft } from '#tests/factories/comments.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { appDatabase } from './room.ts'

const t = appDatabase()

function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

const reason = 'Olga Strand trenger nett hjemme for å følge undervisningen.'

/** A sent draft with two comments on its document, cut into passages and in the index. */
async function sentWithComments() {
  const ready = await aConsultedDraft(t.db)
  const { input, say, second, submitter, round } = ready
  await say(input.id, {
    paragraphId: second.id,
    typed: { stance: 'agree', proposal: '', reason: '' },
  })
  await say(input.id, {
    marked: { quote: 'Kommunene dekker utstyr' },
    typed: { stance: 'change', proposal: 'Kommunene dekker utstyr og nett', reason },
  })
  const { receipt } = made(await submitInput(submitter, input.id, v7()))
  await makePassages(receipt.versionId)
  const editor = await aStaffMember(t.db, { id: round.strategyId }, 'editor')
  const index = () => dispatchAll(t.db, postgresIndex(t.db))
  const shownRound = async () => {
    const found = only(await t.db.select().from(rounds).where(eq(rounds.id, round.id)))
    return { ...found, inputsShown: 'as-checked' as InputsShown }
  }
  await t.db.update(rounds).set({ inputsShown: 'as-checked' }).where(eq(rounds.id, round.id))
  await index()
  return { ...ready, versionId: receipt.versionId, editor, index, shownRound }
}

const searched = (words: string, input: string) => filtersOf(new URLSearchParams({ q: words, input }))

test('a comment is frozen as it was in the draft, and its digest is reckoned again from the frozen row', async () => {
  const { versionId, first, second } = await sentWithComments()
  const frozen = await t.db.select().from(answers).where(eq(answers.versionId, versionId))
  const comments = frozen.filter(({ paragraphId }) => paragraphId !== null)
  expect(comments.map((row) => [row.paragraphId, row.choice]).sort()).toEqual(
    [
      [first.id, 'change'],
      [second.id, 'agree'],
    ].sort(),
  )
  for (const { paragraphId, anchor, body, choice, data, digest: stored } of comments)
    expect(digest({ paragraphId, anchor, body, choice, data })).toBe(stored)
  expect(await listSentComments(versionId)).toMatchObject([
    { paragraph: '1.1', stance: 'change', proposal: 'Kommunene dekker utstyr og nett', reason },
    { paragraph: '1.2', stance: 'agree', proposal: '', reason: '' },
  ])
})

test('comments alone are something to send', async () => {
  const round = await aRound(t.db)
  await aQuestionnaire(t.db, round, [{ kind: 'general', title: { nb: 'Noe mer?', nn: 'Noko meir?' } }])
  const organisation = await anOrganisation(t.db)
  const member = await aMember(t.db, organisation, 'contributor', 'submitter')
  const input = await aDraft(t.db, round, organisation)
  const document = await aDocument(t.db, { id: round.strategyId })
  const version = await aDocumentVersion(t.db, document, ['Vi vil dele data.'], { roundId: round.id })
  expect(await submitInput(member, input.id, v7())).toEqual({ refusal: 'nothing-written' })
  const typed = { stance: 'agree', proposal: '', reason: '' }
  const paragraphId = only(version.paragraphs).id
  const own = { versionId: version.id, paragraphId, lang: 'nb', marked: { quote: '' }, typed, key: v7() }
  made(await addComment(member, input.id, own))
  const { receipt } = made(await submitInput(member, input.id, v7()))
  expect(await listSentComments(receipt.versionId)).toMatchObject([{ stance: 'agree', paragraph: 'u1.1' }])
})

test('what was taken away from the draft is not sent', async () => {
  const { input, say, writer, submitter } = await aConsultedDraft(t.db)
  const { commentId } = made(await say(input.id))
  await removeComment(writer, input.id, commentId, 1)
  const { receipt } = made(await submitInput(submitter, input.id, v7()))
  expect(await listSentComments(receipt.versionId)).toEqual([])
})

test('staff read the questions first, then the comments in the document’s order, with passages numbered on', async () => {
  const { versionId } = await sentWithComments()
  const read = await listAnswers(versionId)
  expect(read.map(({ said }) => (said.kind === 'comment' ? said.anchor : said.kind))).toEqual([
    'question',
    '1.1',
    '1.2',
  ])
  const [, comment, agreed] = read
  expect(comment?.passages.map(({ number, text }) => [number, text])).toEqual([
    [2, 'Kommunene dekker utstyr og nett'],
    [3, reason],
  ])
  expect(comment?.changes).toEqual([
    { kind: 'same', text: 'Kommunene dekker utstyr' },
    { kind: 'added', text: ' og nett' },
  ])
  expect(agreed?.said).toMatchObject({ kind: 'comment', stance: 'agree', quote: null })
  expect(agreed?.passages).toEqual([])
})

test('from a comment to a public quote: tagged, found, cited, published, and the quote leads to the comment', async () => {
  const { versionId, editor, index, round, shownRound, input } = await sentWithComments()
  const [comment] = (await listAnswers(versionId)).filter(({ said }) => said.kind === 'comment')
  const passage = only(comment?.passages.filter(({ text }) => text === reason) ?? [])

  const theme = only(
    await t.db
      .insert(themes)
      .values({
        ...{ strategyId: round.strategyId, code: 'UT', colour: 1, position: 1 },
        ...{ title: { nb: 'Utstyr' }, definition: { nb: 'Utstyr hjemme' } },
      })
      .returning(),
  )
  made(await tagPassage(editor, passage.id, theme.id))
  const tagged = await listAbout(
    round.id,
    { id: v7(), themeId: theme.id, questionId: null },
    { page: 1, size: 10 },
  )
  expect(tagged.rows).toMatchObject([{ text: reason, said: { kind: 'comment', anchor: '1.1' } }])

  await index()
  const asStaff = await searchAsStaff(editor, searched('undervisningen', input.id), round.id)
  expect(asStaff).toMatchObject({ total: 1, hits: [{ said: { kind: 'comment' }, themes: [{ code: 'UT' }] }] })

  const { findingId } = made(
    await startFinding(editor, round.id, { key: v7(), titleNb: 'Nett hjemme', titleNn: '', subject: '' }),
  )
  const quote = 'trenger nett hjemme'
  made(await citePassage(editor, findingId, { passage: passage.id, quote, mode: 'quote', key: v7() }))
  const before = made(await findFinding(editor, round.id, findingId, new Date()))
  expect(before.citations).toMatchObject([{ problem: 'quote-not-public', said: { kind: 'comment' } }])

  made(await publishVersion(editor, versionId, v7()))
  const { finding } = made(await findFinding(editor, round.id, findingId, new Date()))
  const words = { titleNb: 'Nett hjemme', titleNn: '', textNb: 'De ber om nett: {s1}', textNn: '' }
  const { revision } = made(
    await writeFinding(editor, findingId, {
      ...{ key: v7(), revision: finding.revision, subject: '', was: '', ...words },
    }),
  )
  const lead = await aStaffMember(t.db, { id: round.strategyId }, 'lead')
  made(await approveFinding(lead, findingId, { key: v7(), revision }))
  made(await publishFinding(editor, findingId, v7()))

  const { slug } = only(await t.db.select().from(findings).where(eq(findings.id, findingId)))
  const shown = await findPublishedFinding(round.id, slug, new Date())
  const found = await findPublishedInput(await shownRound(), input.id, new Date())
  const own = only(found?.versions[0]?.comments.slice(0, 1) ?? [])
  expect(shown?.quotes).toMatchObject([
    { state: 'shown', words: quote, said: { kind: 'comment', anchor: '1.1' } },
  ])
  expect(shown?.quotes[0]).toMatchObject({ anchor: saidToId(own.said, 1) })

  await index()
  const asPublic = await searchPublished(searched('undervisningen', input.id), null, 'nb')
  expect(asPublic).toMatchObject({ hits: [{ said: { kind: 'comment', anchor: '1.1' } }] })
  expect('hits' in asPublic ? asPublic.hits[0]?.path : '').toContain(`#${saidToId(own.said, 1)}`)
})

test('a published input shows its comments in order with the words they are about, and no draft of them', async () => {
  const { versionId, editor, shownRound, input } = await sentWithComments()
  made(await publishVersion(editor, versionId, v7()))
  const found = await findPublishedInput(await shownRound(), input.id, new Date())
  expect(found?.versions[0]?.comments).toMatchObject([
    { stance: 'change', said: { anchor: '1.1', quote: 'Kommunene dekker utstyr' }, body: null, masks: [] },
    { stance: 'agree', said: { anchor: '1.2', quote: null }, changes: null },
  ])
})

test('words masked in a comment are gone from what is stored, shown, searched and quoted', async () => {
  const { versionId, editor, index, shownRound, input } = await sentWithComments()
  const desk = made(await findDesk(editor, versionId))
  const text = only(desk.texts.filter(({ text: own }) => own?.includes('Olga Strand')))
  expect(text.said).toMatchObject({ kind: 'comment', anchor: '1.1' })
  const ranges = rangesOfWords(text.text ?? '', 'Olga Strand').map((range) => ({
    ...range,
    answerId: text.id,
  }))
  const why = { legalBasis: 'personal-matters', reason: 'Navn på et barn' }
  made(await publishVersion(editor, versionId, v7()))
  await index()
  expect(await searchPublished(searched('Strand', input.id), null, 'nb')).toMatchObject({ total: 1 })

  made(await maskVersion(editor, versionId, { ranges, ...why }, v7()))
  await index()
  const stored = await t.db.select().from(publicAnswers).where(eq(publicAnswers.versionId, versionId))
  expect(JSON.stringify(stored)).not.toContain('Strand')
  const found = await findPublishedInput(await shownRound(), input.id, new Date())
  expect(JSON.stringify(found)).not.toContain('Strand')
  expect(found?.versions[0]?.comments[0]).toMatchObject({
    ...{ changes: null, reason: null, masks: [{ basis: 'personal-matters', count: 1 }] },
  })
  expect(await searchPublished(searched('Strand', input.id), null, 'nb')).toMatchObject({ total: 0 })
  expect(await versionsRepeating(versionId, input.id)).toEqual([])
})

test('what stands in a file is read and found by staff, and by nobody else', async () => {
  const { versionId, editor, index, input, round, writer, shownRound } = await sentWithComments()
  const file = only(
    await t.db
      .insert(attachments)
      .values({
        ...{ strategyId: round.strategyId, inputId: input.id, sha256: 'a'.repeat(64), name: 'Vedtak.pdf' },
        ...{ type: 'application/pdf', size: 1, uploadedAt: new Date(), uploadedBy: writer.personId },
      })
      .returning(),
  )
  made(await publishVersion(editor, versionId, v7()))
  await t.db.insert(answers).values({
    ...{ strategyId: round.strategyId, versionId, attachmentId: file.id },
    canonicalText: 'Formannskapet gjorde vedtak om breiband.\nOlga Strand talte.',
  })
  await makePassages(versionId)
  await index()
  const read = await listAnswers(versionId)
  expect(read.at(-1)).toMatchObject({
    said: { kind: 'attachment', name: 'Vedtak.pdf' },
    passages: [{ number: 4 }, { number: 5 }],
  })
  const positions = await t.db.select().from(passages).where(eq(passages.versionId, versionId))
  expect(new Set(positions.map(({ position }) => position)).size).toBe(positions.length)
  expect(await searchAsStaff(editor, searched('breiband', input.id), round.id)).toMatchObject({
    hits: [{ said: { kind: 'attachment', name: 'Vedtak.pdf' } }],
  })
  // Also when the public text is made anew, as it is when something is masked.
  const desk = made(await findDesk(editor, versionId))
  expect(JSON.stringify(desk)).not.toContain('breiband')
  const text = only(desk.texts.filter(({ text: own }) => own?.includes('Olga')))
  const ranges = rangesOfWords(text.text ?? '', 'Olga Strand').map((range) => ({
    ...range,
    answerId: text.id,
  }))
  const why = { legalBasis: 'personal-matters', reason: 'Navn' }
  made(await maskVersion(editor, versionId, { ranges, ...why }, v7()))
  await index()
  expect(await searchPublished(searched('breiband', input.id), null, 'nb')).toMatchObject({ total: 0 })
  const found = await findPublishedInput(await shownRound(), input.id, new Date())
  expect(JSON.stringify(found)).not.toContain('breiband')
  const inFile = only(await t.db.select().from(answers).where(eq(answers.attachmentId, file.id)))
  const there = { ranges: [{ answerId: inFile.id, startCp: 0, endCp: 5 }], ...why }
  expect(await maskVersion(editor, versionId, there, v7())).toEqual({ refusal: 'outside' })
})
