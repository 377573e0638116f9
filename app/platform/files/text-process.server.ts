import { Worker } from 'node:worker_threads'
import type { FileKind } from './file-kind.ts'
import { textOfFile } from './text-of-file.server.ts'

// A process of its own for one file: it is told where the file is, answers with what it read, and ends.
type Task = { path: string; kind: FileKind; memoryMb: number }

process.once('message', async ({ path, kind, memoryMb }: Task) => {
  const watch = watchOver(memoryMb)
  const found = await textOfFile(path, kind)
  await watch.terminate()
  process.send?.(found, () => process.disconnect())
})

/**
 * Node's own limit covers its objects and not the unpacked bytes of a stream, and a busy process cannot look at its own
 * clock. A second thread looks at all the memory the process has, and ends it.
 */
function watchOver(memoryMb: number): Worker {
  const watch = `
    const { workerData: most } = require('node:worker_threads')
    setInterval(() => process.memoryUsage.rss() > most && process.kill(process.pid, 'SIGKILL'), 20)`
  return new Worker(watch, { eval: true, workerData: memoryMb * 1024 * 1024, execArgv: [] })
}
