import type { Print } from './print.ts'
import type { DrawnPrint, PrintTask } from './print-drawing.server.ts'
import { drawPrint } from './print-pdf.server.ts'

// A process of its own, which draws one page after another for the process that serves them, and ends with it.
process.on('message', async ({ task, print }: PrintTask) => {
  process.send?.(await drawn(task, print))
})
process.once('disconnect', () => process.exit())

async function drawn(task: number, print: Print): Promise<DrawnPrint> {
  try {
    return { task, bytes: await drawPrint(print) }
  } catch (error) {
    return { task, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
