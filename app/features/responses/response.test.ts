import { expect, test } from 'vitest'
import {
  type JudgedResponse,
  responseProblems,
  responseState,
  revisionToPublish,
  stopsApproval,
  stopsPublication,
} from './response.ts'

const judged: JudgedResponse = {
  ...{ disposition: 'followed', reason: { nb: 'Vi er enige.', nn: 'Vi er samde.' }, changes: 1 },
  ...{ laterPublished: true, carried: false, withdrawn: false, findingPublished: true },
}
const problems = (own: Partial<JudgedResponse>) => responseProblems({ ...judged, ...own })

test('a response with its reason and its change has nothing in its way', () => {
  expect(problems({})).toEqual([])
})

test('a response without a reason is neither approved nor published', () => {
  for (const reason of [{}, { nb: ' ' }]) {
    const found = problems({ reason })
    expect(found).toEqual(['no-reason'])
    expect(found.filter(stopsApproval)).toEqual(['no-reason'])
    expect(found.filter(stopsPublication)).toEqual(['no-reason'])
  }
})

test('a usual sentence whose blanks are not filled in is not approved; what is left out of a quote is no blank', () => {
  const reason = { nb: 'Ansvaret ligger hos …', nn: 'Ansvaret ligg hos kommunen.' }
  expect(problems({ reason }).filter(stopsApproval)).toEqual(['unfinished-reason'])
  expect(problems({ reason: { nb: 'De skriver «nett […] i 2029».', nn: 'Ja.' } })).toEqual([])
})

test('what is followed, wholly or partly, shows a change once the later version is public; before that it is told', () => {
  for (const disposition of ['followed', 'partly'] as const) {
    expect(problems({ disposition, changes: 0 }).filter(stopsApproval)).toEqual(['no-change'])
    const before = problems({ disposition, changes: 0, laterPublished: false })
    expect(before).toEqual(['no-change-yet'])
    expect(before.filter(stopsPublication)).toEqual([])
  }
})

test('what is not followed needs no change', () => {
  for (const disposition of ['not-followed', 'outside-mandate'] as const)
    expect(problems({ disposition, changes: 0 })).toEqual([])
})

test('a response to a finding that is not public may be approved and not published', () => {
  const found = problems({ findingPublished: false })
  expect(found.filter(stopsApproval)).toEqual([])
  expect(found.filter(stopsPublication)).toEqual(['finding-not-published'])
})

test('what is carried forward without a place is told, and so is an answer to what was withdrawn; neither is refused', () => {
  const found = problems({
    disposition: 'carried-forward',
    changes: 0,
    withdrawn: true,
    reason: { nb: 'Ja.' },
  })
  expect(found).toEqual(['reason-in-one-form', 'carried-nowhere', 'citation-withdrawn'])
  expect(found.some(stopsPublication)).toBe(false)
  expect(problems({ disposition: 'carried-forward', carried: true })).toEqual([])
})

test('a response is written, approved, published, and changed by whatever is written after', () => {
  const at = (revision: number, approvedRevision: number | null, publishedRevision: number | null) =>
    responseState({ revision, approvedRevision, publishedRevision })
  expect(at(1, null, null)).toBe('written')
  expect(at(2, 2, null)).toBe('approved')
  expect(at(3, 2, null)).toBe('changed')
  expect(at(2, 2, 2)).toBe('published')
  expect(at(3, 2, 2)).toBe('changed')
  expect(at(3, 3, 2)).toBe('approved')
})

test('publication takes the approved revision, whatever is written since, and only once', () => {
  expect(revisionToPublish({ revision: 3, approvedRevision: 2, publishedRevision: null })).toBe(2)
  expect(revisionToPublish({ revision: 3, approvedRevision: 2, publishedRevision: 2 })).toBeNull()
  expect(revisionToPublish({ revision: 1, approvedRevision: null, publishedRevision: null })).toBeNull()
})
