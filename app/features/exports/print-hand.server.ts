import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

// What draws, as the process that draws runs it: from where the program stands.
const [room, paper] = ['app/features/exports', 'app/platform/paper/paper.server.ts']
const library = 'node_modules/pdfkit/package.json'

let hand: string | undefined

/** The sum of the hand that draws. A file that another hand drew, before the program was changed, is drawn again. */
export function drawingHand(): string {
  hand ??= sumOf([...drawers(), paper, library])
  return hand
}

const drawers = () =>
  readdirSync(room)
    .filter((name) => /^(pdf-.*|print-pdf\.server)\.ts$/.test(name))
    .sort()
    .map((name) => `${room}/${name}`)

function sumOf(files: readonly string[]): string {
  const sum = createHash('sha256')
  for (const file of files) sum.update(readFileSync(file))
  return sum.digest('base64url')
}
