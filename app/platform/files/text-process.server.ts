import { Worker } from 'node:worker_threads'
import type { FileKind } from './file-kind.ts'
import { textOfFile } from './text-of-file.server.ts'

// A process of its own for one file: it is told where the file is, answers with what it read, and ends.
type Task = { path: string; kind: FileKind; memoryMb: number; longestMs: number }

process.once('message', async ({ path, kind, ...allowed }: Task) => {
  const watch = watchOver(allowed)
  const found = await textOfFile(path, kind)
  await watch.terminate()
  process.send?.(found, () => process.disconnect())
})

/**
 * Node's own limit covers its objects and not the unpacked bytes of a stream, and a busy process cannot look at its own
 * clock. A second thread looks at all the memory the process has, and ends it; also where the one who asked was killed.
 */
function watchOver({ memoryMb, longestMs }: Pick<Task, 'memoryMb' | 'longestMs'>): Worker {
  const watch = `
    const { workerData: { most, longestMs } } = require('node:worker_threads')
    const end = () => process.kill(process.pid, 'SIGKILL')
    setInterval(() => process.memoryUsage.rss() > most && end(), 20)
    setTimeout(end, longestMs + 2000)`
  const workerData = { most: memoryMb * 1024 * 1024, longestMs }
  return new Worker(watch, { eval: true, workerData, execArgv: [] })
}
