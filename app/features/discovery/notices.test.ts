import { expect, test } from 'vitest'
import type { SearchNotice } from '#search/port.ts'
import { toldTo } from './notices.ts'

const every: SearchNotice[] = [
  'RANKING_BOUNDED',
  'PAGE_TOO_DEEP',
  'EXPANSION_BOUNDED',
  'VERIFIED_ONE_BY_ONE',
  'ANSWERED_BY_POSTGRES',
  'FELL_BACK_TO_POSTGRES',
  'LANGUAGE_UNSUPPORTED',
]
const limits = ['RANKING_BOUNDED', 'PAGE_TOO_DEEP', 'EXPANSION_BOUNDED']

test('every reader is told what the answer lacks, nobody which engine gave it, and staff when it is slow', () => {
  expect(toldTo('public', every)).toEqual([...limits, 'LANGUAGE_UNSUPPORTED'])
  expect(toldTo('staff', every)).toEqual([...limits, 'FELL_BACK_TO_POSTGRES', 'LANGUAGE_UNSUPPORTED'])
})

test('the same thing is told once', () => {
  expect(toldTo('public', ['RANKING_BOUNDED', 'RANKING_BOUNDED'])).toEqual(['RANKING_BOUNDED'])
})
