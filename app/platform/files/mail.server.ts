import { readFile } from 'node:fs/promises'
import PostalMime, { type Attachment } from 'postal-mime'
import { htmlText } from './html-text.ts'

const deepest = 50
const longestHeaders = 1024 * 1024

/** An e-mail as it was saved: its words, who sent it when, and what was attached to it. */
export type Mail = { text: string; fromName: string; sentAt: string | null; attachments: Attachment[] }

/** Reads a saved e-mail (RFC 5322, MIME). Words only; nothing in it is fetched. Throws what is no e-mail. */
export async function readMail(path: string): Promise<Mail> {
  const bytes = await readFile(path)
  const options = { maxNestingDepth: deepest, maxHeadersSize: longestHeaders }
  const { text, html, from, date, attachments } = await PostalMime.parse(bytes, options)
  const words = (text ?? '').trim() === '' ? htmlText(html ?? '') : (text ?? '')
  const sent = date ? new Date(date) : null
  return {
    text: words,
    fromName: from?.name ?? '',
    sentAt: sent && !Number.isNaN(sent.getTime()) ? sent.toISOString() : null,
    // What is drawn inside the text is no enclosure: logos of signatures.
    attachments: attachments.filter(({ related }) => !related),
  }
}
