import { type ChildProcess, fork } from 'node:child_process'
import type { Print } from './print.ts'
import { drawPrint } from './print-pdf.server.ts'

/** What the other process is asked for, and what it answers. */
export type PrintTask = { task: number; print: Print }
export type DrawnPrint = { task: number } & ({ bytes: Uint8Array } | { problem: string })

/** As many wait to be drawn as there may be at once; whoever comes then is to come again. */
export class PrintsBusy extends Error {
  override name = 'PrintsBusy'
}

const mostWaiting = 40
const longestMs = 20_000
const idleMs = 60_000
const memoryMb = 384

type Waiting = { print: Print; resolve: (bytes: Buffer) => void; reject: (error: Error) => void }

/**
 * Draws in a process of its own, one page after another: a long document takes seconds, and those who read pages must not wait
 * for it. The process is started when it is needed, ended when it is not, and replaced when it is stuck.
 */
class PrintingProcess {
  #child: ChildProcess | null = null
  #drawing: (Waiting & { task: number }) | null = null
  #timer: NodeJS.Timeout | undefined
  #tasks = 0
  readonly #waiting: Waiting[] = []

  draw(print: Print): Promise<Buffer> {
    if (this.#waiting.length >= mostWaiting) return Promise.reject(new PrintsBusy())
    return new Promise((resolve, reject) => {
      this.#waiting.push({ print, resolve, reject })
      this.#next()
    })
  }

  /** Ends the process with what it is doing, for a reason; what waits goes on in another. */
  #end(reason: Error) {
    clearTimeout(this.#timer)
    const child = this.#child
    this.#child = null
    child?.kill('SIGKILL')
    this.#give(reason)
  }

  /** Ends the process and whatever waits for it. */
  stop() {
    for (const { reject } of this.#waiting.splice(0)) reject(new PrintsBusy())
    this.#end(new PrintsBusy())
  }

  #next() {
    if (this.#drawing) return
    clearTimeout(this.#timer)
    const next = this.#waiting.shift()
    if (!next) {
      if (this.#child) this.#timer = setTimeout(() => this.stop(), idleMs).unref()
      return
    }
    this.#drawing = { ...next, task: ++this.#tasks }
    this.#timer = setTimeout(() => this.#end(new Error('A page took too long to draw')), longestMs)
    const task: PrintTask = { task: this.#drawing.task, print: next.print }
    this.#started().send(task, (error) => error && this.#end(error))
  }

  #started(): ChildProcess {
    if (this.#child) return this.#child
    const child = fork('app/features/exports/print-process.server.ts', {
      execArgv: [`--max-old-space-size=${memoryMb}`, '--import', 'tsx'],
      serialization: 'advanced',
      env: { NODE_ENV: 'production' },
      stdio: 'ignore',
    })
    this.#child = child
    child.on('message', (drawn) => this.#answer(drawn as DrawnPrint))
    const lost = () => this.#child === child && this.#end(new Error('The process that draws is gone'))
    child.once('error', lost).once('exit', lost)
    child.unref()
    child.channel?.unref()
    return child
  }

  #answer(drawn: DrawnPrint) {
    if (drawn.task !== this.#drawing?.task) return
    this.#give('bytes' in drawn ? Buffer.from(drawn.bytes) : new Error(drawn.problem))
  }

  #give(outcome: Buffer | Error) {
    const drawing = this.#drawing
    this.#drawing = null
    if (drawing && outcome instanceof Error) drawing.reject(outcome)
    else if (drawing) drawing.resolve(outcome as Buffer)
    this.#next()
  }
}

let apart: PrintingProcess | null = null

/** This process serves readers: from now on prints are drawn apart from it, also before anybody asks for the file. */
export function drawPrintsApart(): void {
  apart ??= new PrintingProcess()
}

/** Ends the process that draws, if there is one. */
export function stopDrawingPrints(): void {
  apart?.stop()
}

/** Whether somebody other than this process draws. */
export const arePrintsDrawnApart = () => apart !== null

/** The bytes of a printed page. Where no process is set apart for it, this one draws, giving others their turn. */
export const printBytes = (print: Print): Promise<Buffer> => apart?.draw(print) ?? drawPrint(print)
