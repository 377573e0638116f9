import { isDatabaseUp } from '#app/platform/http/health.server.ts'

/** For those who watch the installation: whether this process can serve. */
export async function loader() {
  const up = await isDatabaseUp()
  return new Response(up ? 'ok\n' : 'no database\n', {
    status: up ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
