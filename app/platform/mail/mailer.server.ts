import { desc } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { v5, v7 } from 'uuid'
import { demoMails } from '#db/schema/index.ts'
import { config } from '../config.server.ts'
import { database } from '../database.server.ts'

/**
 * `key`: the same letter sent again because nobody knows whether it left has the same Message-ID, which mail programs show
 * once. `replyTo`: where an answer to it goes; an empty one is none.
 */
export type Letter = { to: string; subject: string; text: string; key?: string; replyTo?: string }

/** Sends by SMTP_URL; in demo mode without it, puts the letter in the mailbox page. Throws when neither is there. */
export async function sendLetter({ key, replyTo, ...letter }: Letter) {
  const { smtpUrl, mailFrom, demo } = config()
  const id = key === undefined ? v7() : v5(key, letterNamespace)
  if (smtpUrl) {
    const messageId = `<${id}@${mailFrom.match(/@([a-z0-9.-]+)/i)?.[1] ?? 'innspill'}>`
    await nodemailer
      .createTransport(smtpUrl)
      .sendMail({ from: mailFrom, messageId, ...letter, ...(replyTo && { replyTo }) })
  } else if (demo)
    await database()
      .db.insert(demoMails)
      .values({ id, ...letter })
      .onConflictDoNothing()
  else throw new Error('No way to send mail: SMTP_URL is not set.')
}

const letterNamespace = '5b1f8d0e-6f0c-4b6e-9a57-7d1d0c8f2a11'

/** The latest letters of the demo's mailbox, newest first. */
export function listDemoLetters() {
  return database().db.select().from(demoMails).orderBy(desc(demoMails.sentAt)).limit(20)
}
