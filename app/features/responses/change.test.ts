import { expect, test } from 'vitest'
import { type Change, isPublicChange } from './change.ts'

const version = (publishedAt: Date | null) => ({ id: 'v', number: 2, title: {}, publishedAt })
const paragraph = (publishedAt: Date | null) => ({
  ...{ id: 'p', anchor: '1.1', kind: 'paragraph', text: {}, version: version(publishedAt) },
})
const [before, after] = [paragraph(new Date()), paragraph(new Date())]
const change: Change = {
  ...{ id: 'c', responseId: 'r', kind: 'changed', document: null, note: null, at: new Date(), by: 'Kari' },
  ...{ before, after, version: after.version, removed: null },
}

test('a change is shown to anyone when every version it names is public and nobody took it back', () => {
  expect(isPublicChange(change)).toBe(true)
  expect(isPublicChange({ ...change, after: paragraph(null) })).toBe(false)
  expect(isPublicChange({ ...change, removed: { at: new Date(), by: 'Kari' } })).toBe(false)
})

test('that a paragraph was taken out is shown when the version it is gone from is public', () => {
  const removed = { ...change, kind: 'removed' as const, after: null }
  expect(isPublicChange({ ...removed, version: version(null) })).toBe(false)
  expect(isPublicChange({ ...removed, version: version(new Date()) })).toBe(true)
})

test('that nothing was changed needs no version', () => {
  expect(isPublicChange({ ...change, kind: 'none', before: null, after: null, version: null })).toBe(true)
})
