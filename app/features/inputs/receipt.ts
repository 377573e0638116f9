import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import type { VersionKind } from './input.ts'

/** What a receipt proves was received: who sent what to which round, under which number, when. */
export type ReceiptSubject = {
  receiptNumber: string
  roundId: string
  inputId: string
  number: number
  kind: VersionKind
  senderName: string
  senderKind: string
  senderNumber: string | null
  submittedAt: Date
  noRemarks?: boolean
  answers: readonly { questionId: string | null; body: RichTextDoc | null; choice: string | null }[]
}

const osloYear = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo', year: 'numeric' })

/** The number on a receipt: the year in Norway when it was received, and a running number that is never used twice. */
export function receiptNumber(received: Date, sequence: number): string {
  return `${osloYear.format(received)}-${String(sequence).padStart(6, '0')}`
}

/** Whether a text has the form of a receipt number. */
export function isReceiptNumber(text: string): boolean {
  return /^\d{4}-\d{6,12}$/.test(text)
}

/**
 * The exact text whose SHA-256 is a version's content hash. It says the same whatever order keys and answers were
 * read in, so that the hash can be computed again from the database and compared.
 */
export function receiptPayload(version: ReceiptSubject): string {
  const { receiptNumber, roundId, inputId, number, kind, senderName, senderKind, senderNumber } = version
  const answers = version.answers
    .map(({ questionId, body, choice }) => ({ questionId, body, choice }))
    .sort((one, other) => ((one.questionId ?? '') < (other.questionId ?? '') ? -1 : 1))
  const received = {
    receiptNumber,
    roundId,
    inputId,
    number,
    kind,
    submittedAt: version.submittedAt.toISOString(),
    // Only where it is said, so that what was received before anybody could say it keeps its sum.
    noRemarks: version.noRemarks ? true : undefined,
  }
  const sender = { name: senderName, kind: senderKind, number: senderNumber }
  return canonicalJson({ format: 'receipt/1', ...received, sender, answers })
}

/** JSON with sorted keys and NFC text: equal content gives equal text. */
function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'))
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => [JSON.stringify(key.normalize('NFC')), canonicalJson(inner)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${key}:${inner}`).join(',')}}`
}

/** A hash as people compare it: in groups of four. */
export function groupedHash(hex: string): string {
  return hex.match(/.{1,4}/g)?.join(' ') ?? ''
}
