import { mediaTypes } from '#app/platform/files/file-kind.ts'
import { handOut } from '#app/platform/files/handing-out.server.ts'
import { denied } from '#app/platform/http/answer.server.ts'
import { reportFileName } from './report-file.ts'
import type { ReportFile } from './reports.server.ts'

/**
 * Hands a report out. Whoever kept it asks anew before using it again: a report may be taken off. Not found where the bytes
 * are not there.
 */
export async function handOutReport(
  request: Request,
  file: ReportFile,
  { forStaff, drained }: { forStaff: boolean; drained?: () => Promise<boolean> },
): Promise<Response> {
  const { sha256, size, format } = file
  if (!sha256 || size === null) throw denied('not-found')
  const kept = forStaff ? 'private, no-cache' : 'no-cache'
  const own = { sha256, size, mediaType: mediaTypes[format], name: reportFileName(file), kept }
  const handed = await handOut(request, own, drained)
  if (!handed) throw denied('not-found')
  return handed
}
