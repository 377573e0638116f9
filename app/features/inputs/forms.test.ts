import { expect, test } from 'vitest'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { type AnswerContent, parseAnswer } from './answers.ts'
import { answerField, atField, carried, mineField, reuseField, revisionField, settleField } from './fields.ts'
import { answersSent, presenceSent, reusing, settled, unsettled } from './forms.ts'

const written = (text: string): AnswerContent => ({ kind: 'rich-text', body: docFromPlainText(text) })

function posted(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [q1, q2, q3] = [id(1), id(2), id(3)]
const asked = (questionId: string) => ({
  id: questionId,
  kind: 'rich-text' as const,
  options: null,
  settings: null,
})

test('answers are read from a form by the revisions they were written from', () => {
  const form = posted({
    [answerField(q1)]: 'tekst',
    [revisionField(q1)]: '3',
    [answerField(q2)]: 'uten utgave',
    [answerField(q3)]: 'x',
    [revisionField(q3)]: '-1',
    [revisionField('ikke-en-id')]: '1',
    [revisionField(id(4))]: '9'.repeat(400),
  })
  const sent = answersSent(form)
  expect(sent).toMatchObject([{ questionId: q1, revision: 3 }])
  expect(sent[0]?.read(asked(q1))).toEqual({ text: 'tekst' })
})

test('what a page says of itself is the question one is at and what it shows', () => {
  const form = posted({ [atField]: q2, [revisionField(q1)]: '3', [revisionField(q2)]: 'nei' })
  expect(presenceSent(form)).toEqual({ questionId: q2, shown: new Map([[q1, 3]]) })
  expect(presenceSent(posted({ [atField]: "'; drop" }))).toEqual({ questionId: null, shown: new Map() })
})

test('a conflict is settled by theirs, mine or both', () => {
  const sent = [
    { questionId: q1, revision: 4, read: () => ({ text: 'det som sto i feltet' }) },
    { questionId: q2, revision: 1, read: () => ({ text: 'noe annet' }) },
  ]
  const standing = [{ ...asked(q1), answer: written('Deres.') }]
  const settle = (how: string) =>
    settled(
      sent,
      posted({ [settleField]: `${q1}:${how}`, [mineField(q1)]: carried(written('Mitt.')) }),
      standing,
    )
  const kept = (how: string) => {
    const raw = settle(how)
      .find(({ questionId }) => questionId === q1)
      ?.read(asked(q1))
    const parsed = parseAnswer(asked(q1), raw)
    return 'answer' in parsed && parsed.answer
  }
  expect(settle('theirs')).toEqual([sent[1]])
  expect(kept('mine')).toEqual(written('Mitt.'))
  expect(kept('both')).toEqual(written('Deres.\nMitt.'))
  expect(settle('something')).toEqual(sent)
})

test('settling one conflict leaves the others open with both texts', () => {
  const standing = [q1, q2, q3].map((questionId) => ({
    ...{ ...asked(questionId), answer: written('Deres.') },
    ...{ updatedAt: new Date(0), updatedByName: 'Jonas Berg' },
  }))
  const sent = standing.map((question) => ({
    ...{ questionId: question.id, revision: 2 },
    read: () => ({ text: 'Deres.' }),
  }))
  const answer = { answered: true, simplified: false }
  const saved = [
    { questionId: q1, revision: 3, ...answer },
    { questionId: q2, revision: 2, ...answer },
    { questionId: q3, revision: 3, ...answer },
  ]
  const mine = carried(written('Mitt.'))
  const form = posted({
    [settleField]: `${q1}:mine`,
    ...{ [mineField(q1)]: mine, [mineField(q2)]: mine, [mineField(q3)]: mine },
  })
  expect(unsettled(form, saved, sent, standing)).toMatchObject([
    { questionId: q2, yours: written('Mitt.'), theirs: written('Deres.'), revision: 2 },
  ])
})

test('an earlier answer takes the place of an empty one, and of nothing that is stored or typed', () => {
  const earlier = [
    {
      ...{ id: 'svar', repeatedBy: q1, answer: written('Fiber.') },
      question: { ...asked('q-før'), title: { nb: 'Nett' } },
      ...{ round: { number: 1, title: { nb: 'Runde 1' } }, submittedAt: new Date(0) },
    },
  ]
  const brought = (stored: AnswerContent | null, typed: string, value = `${q1}:svar`) =>
    reusing(
      [{ questionId: q1, revision: 0, read: () => ({ text: typed }) }],
      posted({ [reuseField]: value }),
      [{ ...asked(q1), answer: stored }],
      earlier,
    )
  expect(brought(null, ' ').sent[0]?.read(asked(q1))).toEqual(written('Fiber.'))
  expect(brought(null, 'Nytt.')).toMatchObject({ reused: false })
  expect(brought(written('Står.'), 'Står.')).toMatchObject({ reused: false })
  expect(brought(null, '', `${q1}:andres`)).toMatchObject({ reused: false })
  expect(brought(null, '', 'tull')).toMatchObject({ reused: false })
})
