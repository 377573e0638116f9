import { expect, test } from 'vitest'
import { consequenceOf, type TaskReport, verdictOf, waitAfter } from './verdict.ts'

const uid = 'innspill-1'
const task = (status: TaskReport['status'], error: TaskReport['error'] = null): TaskReport => ({
  indexUid: uid,
  status,
  error,
})
const failed = (code: string, type: string) => verdictOf(task('failed', { code, type }), uid)

test('a task is waited for until it is done', () => {
  expect(verdictOf(task('enqueued'), uid)).toEqual({ kind: 'waiting' })
  expect(verdictOf(task('processing'), uid)).toEqual({ kind: 'waiting' })
  expect(verdictOf(task('succeeded'), uid)).toEqual({ kind: 'done' })
})

test('nobody knows what became of a task that is gone, cancelled or has another index', () => {
  expect(verdictOf(undefined, uid)).toEqual({ kind: 'unknown' })
  expect(verdictOf(task('canceled'), uid)).toEqual({ kind: 'unknown' })
  expect(verdictOf(task('succeeded'), 'innspill-2')).toEqual({ kind: 'unknown' })
})

test('a document is blamed for what is wrong with it, and never for a full disk', () => {
  expect(failed('invalid_document_id', 'invalid_request').kind).toBe('blamed')
  expect(failed('internal', 'internal').kind).toBe('perhaps-blamed')
  expect(failed('no_space_left_on_device', 'system').kind).toBe('trouble')
  expect(failed('database_size_limit_reached', 'internal').kind).toBe('trouble')
  expect(failed('invalid_api_key', 'auth').kind).toBe('trouble')
})

test('an index that is not there is lost, whatever was sent to it', () => {
  expect(failed('index_not_found', 'invalid_request').kind).toBe('lost')
})

const batch = (documents: number, attempts: number) => ({ documents, attempts, othersSucceed: true })

test('a batch with a bad document is halved until the one is alone, and it is given up', () => {
  const blamed = failed('invalid_document_id', 'invalid_request')
  expect(consequenceOf(blamed, batch(1_000, 0))).toBe('halve')
  expect(consequenceOf(blamed, batch(2, 5))).toBe('halve')
  expect(consequenceOf(blamed, batch(1, 0))).toBe('give-up')
})

test('what may be the server itself is tried whole first, then in halves, and is given up late', () => {
  const perhaps = failed('internal', 'internal')
  const of = (documents: number) => (attempts: number) => consequenceOf(perhaps, batch(documents, attempts))
  expect([0, 1, 2].map(of(10))).toEqual(['again', 'again', 'halve'])
  expect([0, 6, 7].map(of(1))).toEqual(['again', 'again', 'give-up'])
})

test('no document is given up for an error inside a server that does nothing else either', () => {
  const perhaps = failed('internal', 'internal')
  expect(consequenceOf(perhaps, { documents: 1, attempts: 100, othersSucceed: false })).toBe('again')
})

test('trouble that is nobody’s fault gives up no document, however often', () => {
  expect(consequenceOf(failed('no_space_left_on_device', 'system'), batch(1, 100))).toBe('again')
})

test('the waits double up to their limit', () => {
  expect([1, 2, 3, 4].map((failures) => waitAfter(failures, 60_000))).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(waitAfter(1_000, 60_000)).toBe(60_000)
})
