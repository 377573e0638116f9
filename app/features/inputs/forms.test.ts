import { expect, test } from 'vitest'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import type { AnswerContent } from './answers.ts'
import { answerField, carried, mineField, revisionField, settleField } from './fields.ts'
import { answersSent, settled, unsettled } from './forms.ts'

const written = (text: string): AnswerContent => ({ kind: 'rich-text', body: docFromPlainText(text) })

function posted(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('only answers to known questions with a revision are read from a form', () => {
  const form = posted({
    [answerField('q1')]: 'tekst',
    [revisionField('q1')]: '3',
    [answerField('q2')]: 'uten utgave',
    [answerField('q3')]: 'x',
    [revisionField('q3')]: '-1',
    [answerField('q9')]: 'ukjent',
    [revisionField('q9')]: '1',
  })
  expect(answersSent(form, ['q1', 'q2', 'q3'])).toEqual([{ questionId: 'q1', revision: 3, text: 'tekst' }])
})

test('a conflict is settled by theirs, mine or both', () => {
  const sent = [
    { questionId: 'q1', revision: 4, text: 'det som sto i feltet' },
    { questionId: 'q2', revision: 1, text: 'noe annet' },
  ]
  const standing = [{ id: 'q1', answer: written('Deres.') }]
  const settle = (how: string) =>
    settled(
      sent,
      posted({ [settleField]: `q1:${how}`, [mineField('q1')]: carried(written('Mitt.')) }),
      standing,
    )
  const documentOf = (how: string) => settle(how).find(({ questionId }) => questionId === 'q1')?.document
  expect(settle('theirs')).toEqual([sent[1]])
  expect(documentOf('mine')).toBe(JSON.stringify(docFromPlainText('Mitt.')))
  expect(documentOf('both')).toBe(JSON.stringify(docFromPlainText('Deres.\nMitt.')))
  expect(settle('something')).toEqual(sent)
})

test('settling one conflict leaves the others open with both texts', () => {
  const standing = ['q1', 'q2', 'q3'].map((id) => ({
    ...{ id, kind: 'rich-text' as const, options: null, answer: written('Deres.') },
    ...{ updatedAt: new Date(0), updatedByName: 'Jonas Berg' },
  }))
  const sent = standing.map(({ id }) => ({ questionId: id, revision: 2, text: 'Deres.' }))
  const answer = { answered: true, simplified: false }
  const saved = [
    { questionId: 'q1', revision: 3, ...answer },
    { questionId: 'q2', revision: 2, ...answer },
    { questionId: 'q3', revision: 3, ...answer },
  ]
  const mine = carried(written('Mitt.'))
  const form = posted({
    [settleField]: 'q1:mine',
    ...{ [mineField('q1')]: mine, [mineField('q2')]: mine, [mineField('q3')]: mine },
  })
  expect(unsettled(form, saved, sent, standing)).toMatchObject([
    { questionId: 'q2', yours: written('Mitt.'), theirs: written('Deres.'), revision: 2 },
  ])
})
