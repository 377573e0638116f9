import { expect, test } from 'vitest'
import { pagesSaid } from '#app/platform/http/health.server.ts'
import { loader } from '#app/routes/public/health.ts'
import { appDatabase } from '../inputs/room.ts'
import { opened } from './page-house.ts'

appDatabase()

test('whoever watches is told how many pages are kept, how large they are, and how many came from memory', async () => {
  const house = await opened()
  for (const path of ['/', '/pages/a', '/?x=1', '/', '/list?page=2']) await house.ask({ path })
  expect(house.state()).toMatchObject({ pages: 3, hits: 2, drawn: 3, drawing: 0, mostBytes: 4 * 1024 * 1024 })
  expect(house.state().bytes).toBeGreaterThan(10_000)
  expect(house.state().lookedMs).toBeLessThan(900)
  house.gone = 'everything'
  await expect.poll(() => house.state().lookedMs).toBeLessThan(900)
  const answer = await loader({ context: { pagesKept: house.state } as never })
  const [first, ...lines] = (await answer.text()).trim().split('\n')
  expect([answer.status, first]).toEqual([200, 'ok'])
  for (const line of lines) expect(line).toMatch(/^[a-z_]+ -?\d+$/)
  expect(lines).toContain('pages_from_memory 2')
})

test('a process that keeps no pages says whether it can serve, and nothing more', async () => {
  expect(pagesSaid(undefined)).toEqual([])
  expect(await (await loader({ context: {} as never })).text()).toBe('ok\n')
})
