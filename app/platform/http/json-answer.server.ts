import type { LoaderFunctionArgs } from '@remix-run/node'
import { logUnexpected } from '../log.server.ts'
import { openAnswer } from './open-answer.server.ts'

/** Links of an answer, as its `Link` header says them (RFC 8288). */
export type Links = Readonly<Record<string, string | null>>

/** An answer for programs, with its tag and links; 304 for those who have it. */
export function jsonAnswer(request: Request, body: unknown, links: Links = {}): Response {
  const response = openAnswer(request, JSON.stringify(body), 'application/json')
  const said = Object.entries(links).flatMap(([rel, href]) => (href ? [`<${href}>; rel="${rel}"`] : []))
  if (said.length > 0) response.headers.set('Link', said.join(', '))
  response.headers.set('Access-Control-Expose-Headers', 'ETag, Link')
  return response
}

const titles: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Gone',
  500: 'Something went wrong',
}

/** What went wrong, in a sentence (RFC 9457). */
export function problem(status: number, detail: string, headers: Record<string, string> = {}): Response {
  const title = titles[status] ?? 'It could not be answered'
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
    status,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=0, must-revalidate',
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
    },
  })
}

/** A page number from an address: 1 when absent. What is no page of a list is thrown as 400. */
export function askedPage(url: URL): number {
  const asked = url.searchParams.get('page') || '1'
  if (/^[1-9]\d{0,5}$/.test(asked)) return Number(asked)
  throw problem(400, 'The parameter "page" is a whole number from 1.')
}

/** A loader for programs: whatever goes wrong is told as JSON, in a sentence. */
export function forPrograms(load: (asked: LoaderFunctionArgs) => Promise<Response>) {
  return async (asked: LoaderFunctionArgs): Promise<Response> => {
    try {
      return await load(asked)
    } catch (thrown) {
      if (!(thrown instanceof Response)) {
        const { pathname } = new URL(asked.request.url)
        logUnexpected(thrown, `${asked.request.method} ${pathname}`, asked.context.code)
        return problem(500, `Something went wrong here. Tell us the code ${asked.context.code}.`)
      }
      if (thrown.status < 400 || thrown.headers.get('Content-Type')?.startsWith('application/problem'))
        return thrown
      if (thrown.status === 404) return problem(404, 'Nothing that anyone may read stands at this address.')
      return problem(thrown.status, 'It could not be answered.')
    }
  }
}

/** Whoever sends something to an address that is only read. */
export const onlyRead = async () => problem(405, 'This address can only be read.', { Allow: 'GET, HEAD' })
