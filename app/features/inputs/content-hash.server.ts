import { createHash } from 'node:crypto'
import { digestPayload, type ReceiptSubject, receiptPayload, type Said } from './receipt.ts'

/** SHA-256 in hex of a text as UTF-8. */
export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** The sum on a receipt, over all that was received; computed again from the rows it must come out the same. */
export const contentHash = (version: ReceiptSubject) => sha256(receiptPayload(version))

/** The sum over one answer or comment, made when it is saved: a version's content hash is made of these. */
export const digest = (said: Said) => sha256(digestPayload(said))
