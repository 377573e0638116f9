import { desc } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import { demoMails } from '#db/schema/index.ts'
import { config } from '../config.server.ts'
import { database } from '../database.server.ts'

export type Letter = { to: string; subject: string; text: string }

/** Sends by SMTP_URL; in demo mode without it, puts the letter in the mailbox page. Throws when neither is there. */
export async function sendLetter(letter: Letter) {
  const { smtpUrl, mailFrom, demo } = config()
  if (smtpUrl) await nodemailer.createTransport(smtpUrl).sendMail({ from: mailFrom, ...letter })
  else if (demo) await database().db.insert(demoMails).values(letter)
  else throw new Error('No way to send mail: SMTP_URL is not set.')
}

/** The latest letters of the demo's mailbox, newest first. */
export function listDemoLetters() {
  return database().db.select().from(demoMails).orderBy(desc(demoMails.sentAt)).limit(20)
}
