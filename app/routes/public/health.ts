import type { LoaderFunctionArgs } from '@remix-run/node'
import { isDatabaseUp, pagesSaid } from '#app/platform/http/health.server.ts'

/** For those who watch the installation: whether this process can serve, and what it keeps in memory to serve with. */
export async function loader({ context }: Pick<LoaderFunctionArgs, 'context'>) {
  const up = await isDatabaseUp()
  const lines = [up ? 'ok' : 'no database', ...pagesSaid(context.pagesKept?.())]
  return new Response(`${lines.join('\n')}\n`, {
    status: up ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
