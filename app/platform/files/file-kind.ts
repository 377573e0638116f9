import { cleanLine } from '../rich-text/clean-text.ts'

/** The kinds of file that are taken in; a kind is what the bytes are, never what a name or a browser says. */
export const FILE_KINDS = ['pdf', 'docx', 'odt', 'xlsx', 'png', 'jpeg', 'gif', 'webp', 'eml'] as const

export type FileKind = (typeof FILE_KINDS)[number]

const office = 'application/vnd.openxmlformats-officedocument'

/** What each kind is called on the web. */
export const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: `${office}.spreadsheetml.sheet`,
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  eml: 'message/rfc822',
}

/** Whether a stored word is a kind we know. */
export function isFileKind(word: string): word is FileKind {
  return FILE_KINDS.some((kind) => kind === word)
}

/** Whether there is text to be read in files of a kind. */
export function hasText(kind: FileKind): boolean {
  return !mediaTypes[kind].startsWith('image/')
}

const longestName = 120

// Signs that turn the reading of a name round, that no one sees, or that some computer keeps for itself.
const unwelcome =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\uffff<>:"|?*\u0080-\u009f]|[\u{e0000}-\u{e0fff}]/gu

/**
 * A file's name fit to show and to be saved under: its last part, on one line, and with the ending of what the file is.
 * Another ending stays before it, so that nobody is shown one kind and given another.
 */
export function fileNameFor(kind: FileKind, given: string): string {
  const last = cleanLine((given.split(/[/\\]/).at(-1) ?? '').replace(unwelcome, ''))
  const [, own = '', ending = ''] = /^(.*?)(\.[^.]*)?$/su.exec(last) ?? []
  const fits = endingsOf(kind).includes(ending.slice(1).toLowerCase())
  const name = (fits ? own : last).replace(/^[. ]+|[. ]+$/gu, '')
  const letters = [...name]
  const short = letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : name
  return `${short || 'uten navn'}${fits ? ending.toLowerCase() : `.${endingsOf(kind)[0]}`}`
}

function endingsOf(kind: FileKind): string[] {
  return kind === 'jpeg' ? ['jpg', 'jpeg'] : [kind]
}

/** Whether a sender may attach files of a kind. An e-mail says who wrote to whom, so only whoever received it files it. */
export const isSentAlong = (kind: FileKind) => kind !== 'eml'

const accepting = (kinds: readonly FileKind[]) =>
  kinds.flatMap((kind) => [...endingsOf(kind).map((ending) => `.${ending}`), mediaTypes[kind]]).join(',')

/** Endings and types for a file field's `accept`, so that choosing begins among what can be taken in. */
export const acceptedFiles = accepting(FILE_KINDS.filter(isSentAlong))

/** The same where letters and e-mails are registered. */
export const acceptedOriginals = accepting(FILE_KINDS)
