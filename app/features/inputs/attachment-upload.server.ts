import type { Actor } from '#app/features/identity/actor.ts'
import { config } from '#app/platform/config.server.ts'
import { fileNameFor, isSentAlong } from '#app/platform/files/file-kind.ts'
import type { ReceivedFile } from '#app/platform/files/receiving.server.ts'
import { kindOfFile } from '#app/platform/files/sniffing.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { receiveForm } from '#app/platform/files/upload.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import { attachFile, wouldBeRefused } from './attaching.server.ts'
import { attachmentForm } from './attachment-forms.ts'

/**
 * Takes in a file that is posted to a draft: received to disk, known by its bytes, kept under its sum, and only then
 * written down. `question` is where it was to stand, also when it was refused. Asks first no more than whether the form is
 * one: the caller has found the input, and attachFile asks the rest under lock.
 */
export async function uploadAttachment(actor: Actor, inputId: string, request: Request) {
  const { largestFile: largest } = config()
  const { incoming: folder } = fileStorage()
  const form = await receiveForm(request, attachmentForm, { field: 'file', folder, largest })
  if ('errors' in form) return { ...refuse('try-again'), question: wordOf(form.typed.question) }
  if ('refusal' in form) return { ...form, question: wordOf(form.typed.question) }
  const { file, value } = form
  const question = value.question ?? null
  if (!file) return { ...refuse('no-file'), question }
  try {
    return { ...(await taken(actor, inputId, file, { key: value.key, question })), question }
  } finally {
    await file.discard()
  }
}

async function taken(
  actor: Actor,
  inputId: string,
  { name, path, sha256, size }: ReceivedFile,
  { key, question: questionId }: { key: string; question: string | null },
) {
  const kind = await kindOfFile(path)
  if (isRefusal(kind)) return kind
  if (!isSentAlong(kind)) return refuse('unknown-kind')
  const file = { questionId, sha256, name: fileNameFor(kind, name), kind, size }
  // A file sent twice is told so by attachFile, which knows whether it was the same form.
  const refusal = await wouldBeRefused(inputId, file)
  if (refusal && refusal.refusal !== 'already-attached') return refusal
  await fileStorage().keep(path, sha256)
  return attachFile(actor, inputId, file, key)
}

const wordOf = (typed: unknown) => (typeof typed === 'string' && typed.length <= 100 ? typed : null)
