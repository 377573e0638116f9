import { createHash } from 'node:crypto'

/** The SHA-256 of a text as UTF-8, in hexadecimal. */
export const fingerprint = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
