import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { readTable } from '#app/features/tables/counted.server.ts'
import { TABLE_FORMATS, type TableFormat, tableFile } from '#app/features/tables/file.server.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'

/** A table as a file to save, with its counting rule. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { format = '' } = args.params
  const now = new Date()
  const found = answer(await readTable(actor, idParam(args.params.round), slugParam(args.params.table), now))
  if ('movedTo' in found || !isFormat(format)) throw denied('not-found')
  const bytes = await tableFile(found.table, format, actor.locale)
  const name = `runde-${found.round.number}-${found.key.kind}-${osloDate(now)}.${format}`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': TABLE_FORMATS[format],
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}

const isFormat = (word: string): word is TableFormat => Object.hasOwn(TABLE_FORMATS, word)
