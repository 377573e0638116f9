import { Worker } from 'node:worker_threads'
import type { ApartTask } from './apart.server.ts'

/** The other end of runApart: waits for its one task, answers with what came of it, and ends. */
export function answerOneTask<Task extends ApartTask>(work: (task: Task) => Promise<unknown>): void {
  process.once('message', async (task: Task) => {
    const watch = watchOver(task)
    const found = await work(task)
    await watch.terminate()
    process.send?.(found, () => process.disconnect())
  })
}

/**
 * Node's own limit covers its objects and not the unpacked bytes of a stream, and a busy process cannot look at its own
 * clock. A second thread looks at all the memory the process has, and ends it; also where the one who asked was killed.
 */
function watchOver({ memoryMb, longestMs }: ApartTask): Worker {
  const watch = `
    const { workerData: { most, longestMs } } = require('node:worker_threads')
    const end = () => process.kill(process.pid, 'SIGKILL')
    setInterval(() => process.memoryUsage.rss() > most && end(), 20)
    setTimeout(end, longestMs + 2000)`
  const workerData = { most: memoryMb * 1024 * 1024, longestMs }
  return new Worker(watch, { eval: true, workerData, execArgv: [] })
}
