import { type FileKind, hasText, isFileKind } from '#app/platform/files/file-kind.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'

/** What is known of a file that was sent along: its kind, how far it has come; `problem` is why its text was not read, or not all of it. */
export type AttachmentFacts = {
  type: string
  scannedAt: Date | null
  readAt: Date | null
  problem: string | null
}

/**
 * How far it has come with a file, as people are told it. `unscanned`: a scanner is to look at it first, so nobody gets it
 * yet. `in-part`: the beginning was read. `no-text`: there is none, as where every page is a picture. `unread-…`: it is
 * handed out as it is, but cannot be searched or tagged. `said`: it is the letter whose words staff registered as its text.
 */
export type AttachmentState =
  | 'unscanned'
  | 'infected'
  | 'waiting'
  | 'read'
  | 'picture'
  | 'in-part'
  | 'no-text'
  | 'said'
  | 'unread-locked'
  | 'unread-large'
  | 'unread-damaged'

/** The words a reading ends in beside a text; stored, so never renamed. */
export const partlyRead = 'cut'
export const infected = 'infected'
export const alreadySaid = 'registered'

const states: Readonly<Record<string, AttachmentState>> = {
  [infected]: 'infected',
  [partlyRead]: 'in-part',
  'no-text': 'no-text',
  [alreadySaid]: 'said',
  encrypted: 'unread-locked',
  'unpacks-too-large': 'unread-large',
  'too-complex': 'unread-large',
  'too-slow': 'unread-large',
  'too-much-memory': 'unread-large',
}

/** How far it has come with a file. `scanning`: this installation has a virus scanner. */
export function attachmentState(file: AttachmentFacts, scanning: boolean): AttachmentState {
  if (file.problem === infected) return 'infected'
  if (scanning && file.scannedAt === null) return 'unscanned'
  if (isFileKind(file.type) && !hasText(file.type)) return 'picture'
  if (file.readAt === null) return 'waiting'
  return file.problem === null ? 'read' : (states[file.problem] ?? 'unread-damaged')
}

/** Whether anybody gets the file: never one that is infected, and none that a scanner is still to look at. */
export function isHandedOut(file: AttachmentFacts, scanning: boolean): boolean {
  const state = attachmentState(file, scanning)
  return state !== 'infected' && state !== 'unscanned'
}

/** What is there when somebody adds a file: how many stand in the input and at the question, and how many ever did. */
export type AlreadyAttached = { standing: number; atQuestion: number; ever: number; same: boolean }

export type AttachRefusal =
  | 'already-attached'
  | 'too-many-attachments'
  | 'too-many-at-question'
  | 'too-many-tries'

// Removed files are kept for the versions that were sent with them, so somebody who adds and removes all day fills the disk.
const triesPerPlace = 10

/** Whether one more file may stand in an input; `mostAtQuestion` where it answers a question that says how many. */
export function attachRefusal(
  there: AlreadyAttached,
  { most, mostAtQuestion }: { most: number; mostAtQuestion: number | null },
): Refused<AttachRefusal> | null {
  if (there.same) return refuse('already-attached')
  if (there.standing >= most) return refuse('too-many-attachments')
  if (mostAtQuestion !== null && there.atQuestion >= mostAtQuestion) return refuse('too-many-at-question')
  return there.ever >= triesPerPlace * most ? refuse('too-many-tries') : null
}

/** A file as its pages list it. */
export type ListedAttachment = {
  id: string
  questionId: string | null
  name: string
  kind: FileKind
  size: number
  uploadedAt: Date
  uploadedByName: string
  state: AttachmentState
  handedOut: boolean
}
