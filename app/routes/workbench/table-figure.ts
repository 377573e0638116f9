import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { readTable } from '#app/features/tables/counted.server.ts'
import { drawFigure } from '#app/features/tables/figure.server.ts'
import { NARROW_WIDTH } from '#app/features/tables/figure.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'

/** The figure of a table as SVG, half as wide with `?narrow`. It carries its own colours and nothing else: no script, nothing fetched. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const found = answer(await readTable(actor, roundId, slugParam(args.params.table), new Date()))
  const width = new URL(args.request.url).searchParams.has('narrow') ? NARROW_WIDTH : undefined
  const svg = 'movedTo' in found ? null : drawFigure(found.table, actor.locale, width)
  if (svg === null) throw denied('not-found')
  return new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'Cache-Control': 'no-store',
    },
  })
}
