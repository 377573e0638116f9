import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import type { ApartTask } from './apart.server.ts'
import { answerOneTask } from './apart-process.server.ts'
import { readMail } from './mail.server.ts'
import type { OpenedMail } from './mail-reading.server.ts'
import { TextLines } from './text-lines.ts'

type Task = ApartTask & { path: string; folder: string; most: number; largest: number }

// A process of its own for one e-mail; what is enclosed is written beside it.
answerOneTask(
  async ({ path: mail, folder, most, largest }: Task): Promise<OpenedMail | { refusal: 'broken' }> => {
    try {
      const { text, attachments, ...told } = await readMail(mail)
      const lines = new TextLines()
      lines.add(text)
      const enclosed: OpenedMail['enclosed'] = []
      for (const { filename, content } of attachments.slice(0, most)) {
        const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
        if (bytes.byteLength === 0 || bytes.byteLength > largest) continue
        const place = path.join(folder, v7())
        await writeFile(place, bytes, { flag: 'wx' })
        enclosed.push({ name: filename ?? '', path: place })
      }
      return { ...told, ...lines.result(), enclosed, leftOut: attachments.length - enclosed.length }
    } catch {
      return { refusal: 'broken' }
    }
  },
)
