import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorAt } from './anchor.ts'
import { commentedPieces, proposalChanges } from './comment-changes.ts'

const nb = 'Kommunene dekker utstyr hjemme hos elevene.'
const nn = 'Kommunane dekkjer utstyr heime hos elevane.'

test('a proposal is compared with the words it is to replace', () => {
  const anchor = anchorAt(nb, { startCp: 17, endCp: 23 }, 'nb')
  const changes = proposalChanges({ anchor, proposal: 'utstyr og nett', paragraphText: { nb, nn } })
  expect(changes).toEqual([
    { kind: 'same', text: 'utstyr' },
    { kind: 'added', text: ' og nett' },
  ])
})

test('about a whole paragraph it is compared with the written form it keeps most of', () => {
  const proposal = 'Kommunane dekkjer utstyr og nett heime hos elevane.'
  const changes = proposalChanges({ anchor: null, proposal, paragraphText: { nb, nn } })
  expect(changes?.filter(({ kind }) => kind === 'removed')).toEqual([])
})

test('without a proposal there is nothing to compare', () => {
  expect(proposalChanges({ anchor: null, proposal: '', paragraphText: { nb } })).toBeNull()
})

test('only words read in the written form that is shown are marked in it', () => {
  const anchor = anchorAt(nb, { startCp: 0, endCp: 9 }, 'nb')
  expect(commentedPieces(nb, 'nb', [anchor])[0]).toEqual({ at: 0, text: 'Kommunene', commented: true })
  expect(commentedPieces(nn, 'nn', [anchor])).toEqual([{ at: 0, text: nn, commented: false }])
})

test('however comments overlap, the pieces joined are the paragraph, and just what is commented on is marked', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 5 }), (words, places) => {
      const length = [...words].length
      const stretches = places.map(([from, size]) => {
        const startCp = from % length
        return { startCp, endCp: startCp + 1 + (size % (length - startCp)) }
      })
      const pieces = commentedPieces(
        words,
        'nb',
        stretches.map((stretch) => anchorAt(words, stretch, 'nb')),
      )
      expect(pieces.map((piece) => piece.text).join('')).toBe(words)
      const marked = pieces.flatMap(({ text: own, commented }) => [...own].map(() => commented))
      const meant = [...words].map((_, at) =>
        stretches.some(({ startCp, endCp }) => startCp <= at && at < endCp),
      )
      expect(marked).toEqual(meant)
    }),
  )
})
