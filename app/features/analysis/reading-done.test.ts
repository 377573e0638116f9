import { expect, test } from 'vitest'
import { type Done, doneFrom, undoOf } from './reading-done.ts'
import { readingForm } from './reading-forms.ts'

const of = '018f0000-0000-7000-8000-000000000001'
const key = '018f0000-0000-7000-8000-000000000002'

const all: Done[] = [
  { did: 'tagged', of },
  { did: 'tagged-instead', of },
  { did: 'untagged', of },
  { did: 'positioned', of, was: 'against' },
  { did: 'positioned', of, was: 'none' },
  { did: 'stanced', of },
  { did: 'marked', of },
  { did: 'unmarked', of },
  { did: 'split', of },
  { did: 'joined', of },
  { did: 'made', of },
  { did: 'read', of, answer: key },
  { did: 'unread', of },
]

test('whatever was done has a form that takes it back', () => {
  for (const done of all) expect(readingForm.safeParse({ key, ...undoOf(done) }).success, done.did).toBe(true)
  expect(undoOf({ did: 'restored', of })).toBe(null)
})

test('what was done survives the address, and an address says nothing that cannot have been done', () => {
  for (const done of all) expect(doneFrom(new URLSearchParams(done as Record<string, string>))).toEqual(done)
  for (const query of ['', 'did=tagged', `did=burnt&of=${of}`, 'did=tagged&of=x'])
    expect(doneFrom(new URLSearchParams(query))).toBe(null)
  expect(doneFrom(new URLSearchParams(`did=positioned&of=${of}&was=loud`))).toEqual({ did: 'positioned', of })
})
