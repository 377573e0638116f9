import { asc, eq } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { AnswersShown } from '#app/features/inputs/components/answer-shown.tsx'
import { PublicAnswer } from '#app/features/inputs/components/public-answer.tsx'
import { listTexts } from '#app/features/inputs/desk.server.ts'
import { answerField, revisionField } from '#app/features/inputs/fields.ts'
import { answersSent } from '#app/features/inputs/forms.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { findPublishedInput } from '#app/features/inputs/published.server.ts'
import { findReceipt } from '#app/features/inputs/receipts.server.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { recomputedHash } from '#app/features/inputs/verification.server.ts'
import { QUESTION_KINDS } from '#app/features/questionnaires/question.ts'
import { catalogue } from '#app/messages/catalogue.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { answers, draftAnswers, publicAnswers, questions } from '#db/schema/index.ts'
import { aQuestionOfEveryKind, filledInForEveryKind } from '#tests/factories/every-kind.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from './room.ts'

const t = appDatabase()

function drawn(element: React.ReactElement) {
  const provider = { locale: 'nb', messages: catalogue.nb, timeZone: 'Europe/Oslo' }
  return renderToStaticMarkup(
    createElement(IntlProvider, provider as Parameters<typeof IntlProvider>[0], element),
  )
}

/** A draft where every kind of question is answered through the fields of a form. */
async function aFilledDraft() {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy, inputsShown: 'as-checked' })
  const asked = await aQuestionOfEveryKind(t.db, round)
  const organisation = await anOrganisation(t.db)
  const writer = await aMember(t.db, organisation, 'contributor')
  const submitter = await aMember(t.db, organisation, 'submitter')
  const input = await aDraft(t.db, round, organisation)
  const form = new FormData()
  for (const [kind, { id }] of asked) {
    form.append(revisionField(id), '0')
    for (const [part, value] of filledInForEveryKind[kind] ?? []) form.append(answerField(id) + part, value)
  }
  const save = () => saveDraft(writer, { inputId: input.id }, answersSent(form))
  return { strategy, round, asked, organisation, writer, submitter, input, form, save }
}

const shapes = (
  rows: { choice: string | null; data: unknown; importance: number | null; text: string | null }[],
) => rows.map(({ choice, data, importance, text }) => ({ choice, data, importance, text }))

const stored = [
  { choice: null, data: null, importance: 4, text: 'Vi ønsker kortere frister.' },
  { choice: 'staff', data: null, importance: null, text: null },
  { choice: null, data: { choices: ['net', 'books'] }, importance: null, text: null },
  { choice: 'no-opinion', data: null, importance: 1, text: null },
  { choice: null, data: { order: ['books', 'net'] }, importance: null, text: null },
  {
    ...{ choice: null, importance: null, text: 'Skole: styrker\nTrygge lærere.' },
    data: {
      cells: { school: { strengths: 'Trygge lærere.', weaknesses: '', opportunities: '', threats: '' } },
    },
  },
  { choice: null, data: { cells: { net: { cost: 1234.5 } } }, importance: null, text: null },
  {
    ...{ choice: 'yes', importance: null, text: 'Forutsatt full finansiering.' },
    data: { note: 'Forutsatt full finansiering.' },
  },
  {
    ...{ choice: null, importance: null, text: null },
    data: { people: [{ name: 'Ragna Berge', role: '', leadership: 'political' }] },
  },
  { choice: null, data: null, importance: null, text: 'Takk for at vi får uttale oss.' },
]

test('every kind of answer is saved from its fields, and saving it again changes nothing', async () => {
  const { input, asked, save } = await aFilledDraft()
  expect([...asked.keys(), 'file'].sort()).toEqual([...QUESTION_KINDS].sort())
  const first = await save()
  expect('refusal' in first ? first : [first.saved.length, first.unacceptable, first.conflicts]).toEqual([
    10,
    [],
    [],
  ])
  const rows = await t.db
    .select()
    .from(draftAnswers)
    .innerJoin(questions, eq(questions.id, draftAnswers.questionId))
    .where(eq(draftAnswers.inputId, input.id))
    .orderBy(asc(questions.position))
  expect(shapes(rows.map(({ draft_answers: row }) => ({ ...row, text: row.canonicalText })))).toEqual(stored)
  expect(rows.every(({ draft_answers: { answered, digest } }) => answered && digest)).toBe(true)
  const again = await save()
  expect('refusal' in again ? again : again.saved.map(({ revision }) => revision)).toEqual(Array(10).fill(1))
})

test('every kind of answer is frozen, proven, published without people and words beside the text, and shown', async () => {
  const { strategy, round, organisation, writer, submitter, input, save } = await aFilledDraft()
  await save()
  const sent = await submitInput(submitter, input.id, v7())
  if (!('receipt' in sent)) throw new Error(JSON.stringify(sent))
  const { versionId } = sent.receipt
  const frozen = await t.db
    .select()
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .where(eq(answers.versionId, versionId))
    .orderBy(asc(questions.position))
  expect(shapes(frozen.map(({ answers: row }) => ({ ...row, text: row.canonicalText })))).toEqual(stored)
  const proof = await recomputedHash(versionId)
  expect(proof?.recomputedHash).toBe(proof?.storedHash)

  const receipt = await findReceipt(writer, organisation.slug, input.id, null)
  const mine = drawn(createElement(AnswersShown, { questions: receipt?.questions ?? [] }))
  for (const words of ['Trygge lærere.', '1\u00A0234,5', 'Ragna Berge', 'Politisk leder', 'Svært viktig'])
    expect(mine).toContain(words)
  expect(mine).toContain('Vet ikke / ingen mening')
  expect(mine).not.toContain('Ikke besvart')

  await prepareQueue()
  const editor = await aStaffMember(t.db, strategy, 'editor')
  expect(await publishVersion(editor, versionId, v7())).toEqual({ inputId: input.id })
  const rows = await t.db.select().from(publicAnswers).where(eq(publicAnswers.versionId, versionId))
  expect(rows).toHaveLength(9)
  const shown = rows.flatMap(({ data }) => (data === null ? [] : [data]))
  expect(new Set(shown)).toEqual(new Set([2, 4, 6].map((at) => stored[at]?.data)))

  const published = await findPublishedInput({ ...round, inputsShown: 'as-checked' }, input.id, new Date())
  const page = (published?.versions[0]?.answers ?? [])
    .map((answered) => drawn(createElement(PublicAnswer, { id: 'svar', lang: 'nb', answered })))
    .join('')
  for (const words of [
    'Svært viktig',
    'Flere på IKT',
    'Valgte 2 av 3',
    'Satte 2 av 3',
    'Uten plass: Flere på IKT',
  ])
    expect(page.replaceAll(/<[^>]+>/g, '')).toContain(words)
  for (const words of [
    'Skole: styrker',
    'Trygge lærere.',
    'Vi godtar',
    'Forutsatt full finansiering.',
    '1\u00A0234,5',
  ])
    expect(page).toContain(words)
  expect(page).not.toContain('Ragna')
  expect((await listTexts(versionId)).filter(({ kind }) => kind === 'participants')).toHaveLength(1)
})

test('an answer that cannot be taken in holds back no other, and its reason is said', async () => {
  const { asked, form, save } = await aFilledDraft()
  const id = (kind: Parameters<typeof asked.get>[0]) => asked.get(kind)?.id ?? ''
  form.set(`${answerField(id('table'))}.net.cost`, 'mye')
  form.append(`${answerField(id('multiple-choice'))}.choice`, 'staff')
  form.set(answerField(id('single-choice')), '../../etc')
  form.set(`${answerField(id('ranking'))}.rank.net`, '1')
  form.set(`${answerField(id('participants'))}.person.0.name`, '')
  const saved = await save()
  if ('refusal' in saved) throw new Error(saved.refusal)
  expect(new Map(saved.unacceptable.map(({ questionId, reason }) => [questionId, reason]))).toEqual(
    new Map([
      [id('single-choice'), 'unknown-choice'],
      [id('multiple-choice'), 'too-many-chosen'],
      [id('ranking'), 'rank-twice'],
      [id('table'), 'not-a-number'],
      [id('participants'), 'name-missing'],
    ]),
  )
  expect(saved.saved).toHaveLength(5)
})
