import type { LocalisedText } from '../../platform/localised-text.ts'
import type { TextQuote } from '../findings/finding-text.ts'
import type { Disposition } from '../responses/disposition.ts'
import type { WrittenTable } from '../tables/wording.ts'

/** The two forms a report comes in. */
export const REPORT_FORMATS = ['docx', 'pdf'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Which findings a report holds: those anyone may read, as they read them; or all as they are written now, for staff. */
export const REPORT_SCOPES = ['published', 'draft'] as const
export type ReportScope = (typeof REPORT_SCOPES)[number]

/** The written forms a report comes in. */
export const REPORT_LANGUAGES = ['nb', 'nn'] as const
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number]

/** How it stands with a report: the worker has not finished, it is there, or it could not be made. */
export type ReportState = 'making' | 'made' | 'failed'

export function reportState({
  finishedAt,
  sha256,
}: {
  finishedAt: Date | null
  sha256: string | null
}): ReportState {
  if (!finishedAt) return 'making'
  return sha256 ? 'made' : 'failed'
}

/** A paragraph of a document, with where it stands. */
export type ReportPlace = {
  document: { title: LocalisedText }
  version: { number: number; title: LocalisedText }
  anchor: string
  text: LocalisedText
}

export type ReportChange = {
  id: string
  kind: 'changed' | 'moved' | 'added' | 'removed' | 'none'
  before: ReportPlace | null
  after: ReportPlace | null
  version: { number: number; title: LocalisedText } | null
  note: LocalisedText | null
}

/** A citation of a finding. `from` tells senders apart; `key` is what a response to it names. */
export type ReportQuote = TextQuote & { key: string; number: number; from: string | null }

export type ReportResponse = {
  citationId: string | null
  disposition: Disposition
  reason: LocalisedText
  changes: readonly ReportChange[]
}

/** A finding with all that the report says of it. */
export type ReportFinding = {
  title: LocalisedText
  text: LocalisedText
  theme: LocalisedText | null
  /** What the theme has become part of; null where it is itself. */
  themeNow: LocalisedText | null
  question: { position: number; title: LocalisedText } | null
  /** Paragraphs of the draft that the cited passages comment on. */
  commented: readonly ReportPlace[]
  quotes: readonly ReportQuote[]
  counts: readonly { number: number; count: number; of: number }[]
  responses: readonly ReportResponse[]
  carried: readonly {
    round: { number: number }
    as: 'theme' | 'question'
    title: LocalisedText
    position: number | null
  }[]
}

/** The senders behind the number of a theme: bodies by kind and name, `more` that the report has no room for, and the others. */
export type ReportVoices = {
  code: string
  theme: string
  total: number
  bodies: readonly { kind: string; names: readonly string[] }[]
  more: number
  persons: number
  unnamed: number
}

/** A table of the round as the tables room writes it; `numbered` says which of the tradition's it is. */
export type ReportTable = {
  group: 'received' | 'answers' | 'positions' | 'themes' | 'counties'
  table: WrittenTable
  note?: string
  /** Who is behind each theme's number. */
  voices?: readonly ReportVoices[]
}

/** What became of asking, in numbers: the invited are those who answered, had no remarks or were silent. */
export type ReportLedger = {
  invited: number
  answered: number
  noRemarks: number
  silent: number
  late: number
  uninvited: number
  persons: number
  kinds: readonly { kind: string; invited: number; answered: number }[]
}

/** Those who sent what anyone may read, by kind of sender; private persons are a number. */
export type ReportSenders = {
  kinds: readonly { kind: string; names: readonly string[] }[]
  persons: number
  unnamed: number
  withdrawn: number
}

/** What no finding answers. */
export type ReportLeft = {
  findings: readonly LocalisedText[]
  inputs: number
  of: number
  cited: number
  passages: { all: number; read: number }
}

/** All that a report is made of. */
export type ReportSource = {
  lang: ReportLanguage
  scope: ReportScope
  madeAt: Date
  round: {
    number: number
    title: LocalisedText
    legalForm: string
    opensAt: Date
    deadlineAt: Date
    acceptsLateUntil: Date | null
    closedAt: Date | null
  }
  strategy: { title: LocalisedText; caseNumber: string | null }
  organisers: readonly string[]
  /** What the words of quantity stand for, a sentence each. */
  quantity: readonly string[]
  ledger: ReportLedger
  findings: readonly ReportFinding[]
  tables: readonly ReportTable[]
  senders: ReportSenders
  left: ReportLeft
}
