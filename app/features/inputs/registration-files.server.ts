import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { config } from '#app/platform/config.server.ts'
import { fileNameFor, hasText } from '#app/platform/files/file-kind.ts'
import { fileOfTicket, type LooseFile, ticketFor } from '#app/platform/files/kept-file.server.ts'
import { openMailApart } from '#app/platform/files/mail-reading.server.ts'
import { type ReceivedFile, receiveFile } from '#app/platform/files/receiving.server.ts'
import { type KindRefusal, kindOfFile } from '#app/platform/files/sniffing.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { type ApartRefusal, readTextApart } from '#app/platform/files/text-reading.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { keptField, saidField, ticketField } from './channel.ts'
import type { LetterFile } from './registration.ts'

/** A file of a registration that is not sent yet, with what the form carries of it. */
export type CarriedFile = LetterFile & { ticket: string }

/** What was found in a file that somebody asked to have read; `problem` where it has no text or cannot be read. */
export type FilledFrom = {
  text: string
  whole: boolean
  problem: ApartRefusal['refusal'] | null
  fromName: string
  sentAt: string | null
  enclosed: LooseFile[]
  leftOut: number
}

const purposeOf = (roundId: string, personId: string) => `intake ${roundId} ${personId}`

type Place = { roundId: string; personId: string }

/** The files that were carried here from the page before, without those somebody took out. */
export async function carriedFiles(fields: FormData, { roundId, personId }: Place): Promise<CarriedFile[]> {
  const kept = new Set(fields.getAll(keptField))
  const said = new Set(fields.getAll(saidField))
  const carried: CarriedFile[] = []
  for (const ticket of fields.getAll(ticketField).slice(0, config().mostFiles)) {
    if (typeof ticket !== 'string' || ticket.length > 2_000) continue
    const file = await fileOfTicket(ticket, purposeOf(roundId, personId))
    const twice = carried.some(({ sha256 }) => sha256 === file?.sha256)
    if (file && kept.has(file.sha256) && !twice)
      carried.push({ ...file, ticket, said: said.has(file.sha256) })
  }
  return carried
}

/** Lets a file be carried to the next page. */
export async function carry(
  file: LooseFile,
  said: boolean,
  { roundId, personId }: Place,
): Promise<CarriedFile> {
  return { ...file, said, ticket: await ticketFor(file, purposeOf(roundId, personId)) }
}

/** Keeps a received file under its sum, known by its bytes. Nothing refers to it before it is registered. */
export async function keepLoose({
  name,
  path,
  sha256,
  size,
}: Pick<ReceivedFile, 'name' | 'path' | 'sha256' | 'size'>): Promise<LooseFile | Refused<KindRefusal>> {
  const kind = await kindOfFile(path)
  if (isRefusal(kind)) return kind
  await fileStorage().keep(path, sha256)
  return { sha256, name: fileNameFor(kind, name), kind, size }
}

const none = { text: '', whole: true, fromName: '', sentAt: null, enclosed: [], leftOut: 0 }

/** Reads a kept file for somebody to look at before it is registered; of an e-mail also what is enclosed in it. */
export function fillFrom(file: LooseFile): Promise<FilledFrom> {
  return fileStorage().lend(file.sha256, async (path) => {
    if (file.kind === 'eml') return fromMail(path)
    if (!hasText(file.kind)) return { ...none, problem: 'no-text' as const }
    const read = await readTextApart(path, file.kind)
    return isRefusal(read) ? { ...none, problem: read.refusal } : { ...none, ...read, problem: null }
  })
}

async function fromMail(path: string): Promise<FilledFrom> {
  const { largestFile: largest, mostFiles: most } = config()
  const { incoming: folder } = fileStorage()
  const mail = await openMailApart(path, { folder, most, largest })
  if (isRefusal(mail)) return { ...none, problem: mail.refusal }
  const { enclosed, leftOut, ...told } = mail
  const kept: LooseFile[] = []
  for (const { name, path: place } of enclosed) {
    const received = await receiveFile(name, createReadStream(place), { folder, largest })
    if (!isRefusal(received)) {
      const loose = await keepLoose(received)
      if (!isRefusal(loose)) kept.push(loose)
      await received.discard()
    }
    await rm(place, { force: true })
  }
  const problem = told.text === '' ? ('no-text' as const) : null
  return { ...told, problem, enclosed: kept, leftOut: leftOut + enclosed.length - kept.length }
}
