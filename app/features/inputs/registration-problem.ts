import type { AnswerRefusal } from './answers.ts'

/** Why a registration is not taken as it stands: words the page has sentences for. */
export const PROBLEMS = [
  'try-again',
  'too-long',
  'channel-missing',
  'lang-missing',
  'text-too-long',
  'sender-missing',
  'sender-choose',
  'sender-not-found',
  'sender-unknown',
  'withdrawn',
  'received-missing',
  'received-no-day',
  'received-in-future',
  'no-such-meeting',
  'meeting-not-held',
  'nothing-said',
  'no-general-question',
  'not-asked',
  'registered-otherwise',
  'busy',
  'no-file',
  'file-too-large',
  'several-files',
  'interrupted',
  'too-many-files',
  'empty-file',
  'old-office',
  'encrypted',
  'macros',
  'unknown-kind',
  'broken-zip',
  'unsafe-names',
  'unpacks-too-large',
  'mail-without-text',
  'file-no-text',
  'file-encrypted',
  'file-unreadable',
] as const
export type ProblemWord = (typeof PROBLEMS)[number]

/** Something in the way of a registration, at its field; of an answer, also which question it is to. */
export type Problem =
  | { field: string; reason: ProblemWord; said?: Record<string, string | number> }
  | { field: string; question: string; reason: AnswerRefusal }

/** A reason from elsewhere as one the page has a sentence for. */
export const problemWord = (reason: string): ProblemWord =>
  PROBLEMS.find((one) => one === reason) ?? 'try-again'
