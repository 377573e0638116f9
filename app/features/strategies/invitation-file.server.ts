import { z } from 'zod'
import type { ReceivedFile } from '#app/platform/files/receiving.server.ts'
import { fileStorage } from '#app/platform/files/storage.server.ts'
import { readTableApart } from '#app/platform/files/table-reading.server.ts'
import { receiveForm } from '#app/platform/files/upload.server.ts'
import { isRefusal, refuse } from '#app/platform/refusal.ts'
import {
  type FileRow,
  type ListedRow,
  type ListRefusal,
  MOST_LISTED,
  readListedFile,
} from './invitation-list.ts'

/** Far above any list of bodies. */
const largestListBytes = 2 * 1024 * 1024

/** Reads a list of bodies from a spreadsheet or a file of separated values with headings on top. */
export async function readListFile(path: string): Promise<ListedRow[] | ListRefusal> {
  const read = await readTableApart(path, async ({ columns }, rows) => {
    const held: FileRow[] = []
    for await (const row of rows) {
      held.push(row)
      if (held.length > MOST_LISTED) break
    }
    return { columns, held }
  })
  return isRefusal(read) ? read : readListedFile(read.columns, read.held)
}

const anything = z.object({ act: z.string().optional() })

/** Takes a posted list in. It is the caller's to discard. */
export async function receiveListFile(request: Request): Promise<ReceivedFile | ListRefusal> {
  const { incoming: folder } = fileStorage()
  const form = await receiveForm(request, anything, { field: 'file', folder, largest: largestListBytes })
  if ('refusal' in form) return { refusal: form.refusal }
  if ('errors' in form || !form.file) return refuse('no-file')
  return form.file
}
