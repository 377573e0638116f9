import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { v7 } from 'uuid'
import { afterAll } from 'vitest'
import type { Actor } from '#app/features/identity/actor.ts'
import { uploadAttachment } from '#app/features/inputs/attachment-upload.server.ts'
import { aFileForm } from '#tests/factories/files.ts'

/** A storage of the file's own. Call once at the top of a test file. `kept` is what lies in it. */
export async function aStorage() {
  const root = await mkdtemp(path.join(tmpdir(), 'innspill-attachments-'))
  process.env.STORAGE_URL = pathToFileURL(root).href
  afterAll(() => rm(root, { recursive: true, force: true }))
  return {
    root,
    async kept(): Promise<string[]> {
      const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
      return found.filter((entry) => entry.isFile()).map(({ name }) => name)
    },
  }
}

type Sent = { key?: string; question?: string; name?: string }

/** Sends a file as a browser does. */
export function upload(actor: Actor, inputId: string, bytes: Uint8Array, sent: Sent = {}) {
  const { key = v7(), question, name = 'vedtak.pdf' } = sent
  return posted(actor, inputId, aFileForm({ key, ...(question && { question }) }, { name, bytes }))
}

/** Sends a form, whatever is in it. */
export function posted(actor: Actor, inputId: string, { body, type }: { body: Buffer; type: string }) {
  const init = { method: 'POST', headers: { 'Content-Type': type }, body: new Uint8Array(body) }
  return uploadAttachment(actor, inputId, new Request('http://innspill.example/', init))
}

/** The id of a file that was taken in. */
export async function added(actor: Actor, inputId: string, bytes: Uint8Array, sent: Sent = {}) {
  const outcome = await upload(actor, inputId, bytes, sent)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.attachmentId
}
