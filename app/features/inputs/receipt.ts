import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import type { VersionKind } from './input.ts'
import type { Handling } from './sending.ts'

/** What was said to one thing, as its digest covers it: a question or a paragraph of the draft. */
export type Said = {
  questionId?: string | null
  paragraphId?: string | null
  anchor?: unknown
  body?: RichTextDoc | null
  choice?: string | null
  data?: unknown
  importance?: number | null
}

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
  naming?: string | null
  handling?: Handling | null
  answers: readonly {
    questionId: string | null
    body: RichTextDoc | null
    choice: string | null
    digest?: string | null
  }[]
  /** SHA-256 of each file that was sent with it. */
  attachments?: readonly string[]
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
 * The exact text whose SHA-256 is a version's content hash. It says the same whatever order keys, answers and files were
 * read in, so that the hash can be computed again from the database and compared.
 *
 * Format 1 holds the answers themselves. Format 2 holds their digests, which are made when an answer is saved, and what
 * format 1 has no words for. What says nothing that format 1 cannot say, and has no digests, is said in format 1.
 */
export function receiptPayload(version: ReceiptSubject): string {
  const { receiptNumber, roundId, inputId, number, kind, senderName, senderKind, senderNumber } = version
  const received = {
    receiptNumber,
    roundId,
    inputId,
    number,
    kind,
    submittedAt: version.submittedAt.toISOString(),
    // Only where it is said, so that what was received before anybody could say it keeps its sum.
    noRemarks: version.noRemarks ? true : undefined,
    sender: { name: senderName, kind: senderKind, number: senderNumber },
  }
  if (receiptFormat(version) === 'receipt/2') {
    const answers = version.answers.map(({ digest }) => digest ?? null).sort(byText)
    const attachments = said([...(version.attachments ?? [])].sort(byText))
    const { naming, handling } = version
    return canonicalJson({
      format: 'receipt/2',
      ...received,
      answers,
      attachments,
      naming: naming ?? undefined,
      handling: handling ?? undefined,
    })
  }
  const answers = version.answers
    .map(({ questionId, body, choice }) => ({ questionId, body, choice }))
    .sort((one, other) => byText(one.questionId, other.questionId))
  return canonicalJson({ format: 'receipt/1', ...received, answers })
}

/**
 * The same text with its places left open for what only the database knows when it receives the version: the digests of
 * the answers and of the files, the number, and the moment.
 */
export function openReceiptPayload(
  version: Omit<ReceiptSubject, 'receiptNumber' | 'submittedAt' | 'answers' | 'attachments'>,
  { answers, files }: { answers: boolean; files: boolean },
  mark: string,
) {
  const [said, enclosed, never] = [`${mark}/said`, `${mark}/enclosed`, new Date(0)]
  const payload = receiptPayload({
    ...{ ...version, receiptNumber: mark, submittedAt: never },
    answers: answers ? [{ questionId: null, body: null, choice: null, digest: said }] : [],
    attachments: files ? [enclosed] : [],
  })
  const [beforeAnswers, fromAnswers] = parted(payload, answers ? `"${said}"` : '')
  const [beforeFiles, fromFiles] = parted(fromAnswers, files ? `"${enclosed}"` : '')
  const [beforeNumber, fromNumber] = parted(fromFiles, mark)
  const [beforeMoment, afterMoment] = parted(fromNumber, never.toISOString())
  return { beforeAnswers, beforeFiles, beforeNumber, beforeMoment, afterMoment }
}

// The moment is the last of all, and nobody writes the others, which are new every time.
function parted(text: string, mark: string): [string, string] {
  const at = mark === '' ? 0 : text.lastIndexOf(mark)
  return [text.slice(0, at), text.slice(at + mark.length)]
}

/** Which of the two formats a version's hash is made in; decided by what it holds, so that nobody need remember. */
export function receiptFormat(
  version: Pick<ReceiptSubject, 'answers' | 'attachments' | 'naming' | 'handling'>,
) {
  const { answers, attachments = [], naming, handling } = version
  const more = answers.some(({ digest }) => digest) || attachments.length > 0 || naming || handling
  return more ? 'receipt/2' : 'receipt/1'
}

const byText = (one: string | null, other: string | null) => ((one ?? '') < (other ?? '') ? -1 : 1)
const said = <T>(list: T[]) => (list.length > 0 ? list : undefined)

/** The exact text whose SHA-256 is an answer's digest; what is not said (null) is left out. */
export function digestPayload({
  questionId,
  paragraphId,
  anchor,
  body,
  choice,
  data,
  importance,
}: Said): string {
  const all = { questionId, paragraphId, anchor, body, choice, data, importance }
  return canonicalJson(Object.fromEntries(Object.entries(all).filter(([, value]) => value != null)))
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
