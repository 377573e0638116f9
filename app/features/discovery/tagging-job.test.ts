import { expect, test } from 'vitest'
import { isUnderWay, jobState } from './tagging-job.ts'

test('a job is under way until it is finished, also when it is being undone', () => {
  const at = new Date(0)
  const asked = { finishedAt: null, undoneAt: null, problem: null }
  expect(jobState(asked)).toBe('running')
  expect(jobState({ ...asked, finishedAt: at })).toBe('done')
  expect(jobState({ ...asked, finishedAt: at, problem: 'theme-retired' })).toBe('stopped')
  expect(jobState({ ...asked, undoneAt: at })).toBe('undoing')
  expect(jobState({ finishedAt: at, undoneAt: at, problem: 'theme-retired' })).toBe('undone')
  expect((['running', 'undoing', 'done', 'stopped', 'undone'] as const).filter(isUnderWay)).toEqual([
    'running',
    'undoing',
  ])
})
