import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { logUnexpected } from '../log.server.ts'
import { openAnswer } from './open-answer.server.ts'
import { Problem, problemAnswer, problemWords } from './problem.ts'

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

/** A page number from an address: 1 when absent. What is no page of a list is thrown as 400. */
export function askedPage(url: URL): number {
  const asked = url.searchParams.get('page') || '1'
  if (/^[1-9]\d{0,5}$/.test(asked)) return Number(asked)
  throw new Problem(400, problemWords.page)
}

/** A loader for programs: whatever goes wrong is told as JSON, in a sentence. */
export function forPrograms(load: (asked: LoaderFunctionArgs) => Promise<Response>) {
  return async (asked: LoaderFunctionArgs): Promise<Response> => {
    const { request, context } = asked
    try {
      return await load(asked)
    } catch (thrown) {
      if (thrown instanceof Response && thrown.status < 400) return thrown
      return problemAnswer(request, problemOf(thrown, request, context.code))
    }
  }
}

function problemOf(thrown: unknown, { method, url }: Request, code: string): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof Response)
    return new Problem(thrown.status, thrown.status === 404 ? problemWords.nothing : problemWords.refused)
  logUnexpected(thrown, `${method} ${new URL(url).pathname}`, code)
  return new Problem(500, problemWords.failed(code))
}

/** Whoever sends something to an address that is only read. */
export const onlyRead = async ({ request }: Pick<ActionFunctionArgs, 'request'>) =>
  problemAnswer(request, new Problem(405, problemWords.readOnly, { Allow: 'GET, HEAD' }))
