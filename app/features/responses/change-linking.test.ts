import { expect, test } from 'vitest'
import { type Linked, type LinkedChange, linkRefusal } from './change-linking.ts'

const first = { id: 'v1', number: 1, documentId: 'd', publishedAt: new Date() }
const second = { id: 'v2', number: 2, documentId: 'd', publishedAt: null }
const block = (words: string, version: Linked['version']): Linked => ({
  ...{ id: words, kind: 'paragraph', text: { nb: words }, version },
})
const [before, after] = [block('Innen 2029.', first), block('Innen 2031.', second)]
const refusal = (own: Partial<LinkedChange>) =>
  linkRefusal({ kind: 'changed', before, after, version: second, ...own })

test('a change has the paragraphs its kind speaks of', () => {
  expect(refusal({})).toBeNull()
  expect(refusal({ kind: 'added', before: null })).toBeNull()
  expect(refusal({ kind: 'removed', after: null })).toBeNull()
  expect(refusal({ before: null })).toBe('sides-unclear')
  expect(refusal({ kind: 'moved', after: null })).toBe('sides-unclear')
  expect(refusal({ kind: 'added' })).toBe('sides-unclear')
  expect(refusal({ kind: 'removed' })).toBe('sides-unclear')
})

test('the later paragraph stands in the version the change came in, the earlier in a public one before it', () => {
  expect(refusal({ after: block('Innen 2031.', first) })).toBe('not-later')
  expect(refusal({ before: block('Innen 2029.', { ...first, number: 3 }) })).toBe('not-later')
  expect(refusal({ before: block('Innen 2029.', { ...first, publishedAt: null }) })).toBe('not-later')
})

test('paragraphs of two documents are no change of one', () => {
  expect(refusal({ before: block('Innen 2029.', { ...first, documentId: 'e' }) })).toBe('other-document')
})

test('a paragraph that reads as before was not changed, though it may have been moved', () => {
  const same = block('Innen  2029.', second)
  expect(refusal({ after: same })).toBe('nothing-changed')
  expect(refusal({ kind: 'moved', after: same })).toBeNull()
})
