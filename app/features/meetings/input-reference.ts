import { isReceiptNumber } from '#app/features/inputs/receipt.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'

/** An input as people point at it: by the address of its page, or by the number on its receipt. */
export type InputReference = { line: number } & ({ id: string } | { receipt: string })

export const MOST_INPUTS = 200

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

/** Reads one input a line; what follows a receipt number is for people. Gives the first line that names none. */
export function inputReferences(text: string): { references: InputReference[] } | { line: number } {
  const references: InputReference[] = []
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1
    const written = cleanLine(raw)
    if (written === '') continue
    const first = written.split(' ')[0] ?? ''
    const id = UUID.exec(first)?.[0]
    if (id) references.push({ line, id })
    else if (isReceiptNumber(first)) references.push({ line, receipt: first })
    else return { line }
    if (references.length > MOST_INPUTS) return { line }
  }
  return { references }
}
