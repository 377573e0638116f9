import type { LoaderFunctionArgs } from '@remix-run/node'
import { keptList, keptPage, type Shown } from '#app/features/strategies/kept-page.server.ts'
import { askedPage, forPrograms, jsonAnswer } from '#app/platform/http/json-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { type ApiAddresses, apiAddresses } from './api-address.ts'
import { isPage, linksOf, type Paging, pagingOf } from './api-list.ts'
import { longestNumber, noSuchPage, numberTooLong } from './api-problems.ts'
import { apiLinks } from './licence.ts'

/** A request of the API: where addresses begin, the moment it is answered as of, and the page that is asked for. */
export type ApiAsked = LoaderFunctionArgs & { at: ApiAddresses; url: URL; now: Date }

/**
 * A loader of the API, with what it reads of the query. Whatever else is asked with is not said again: addresses stand in the
 * answer's headers too, and a program takes only so much of those.
 */
export function apiLoader(load: (asked: ApiAsked) => Promise<Response>, reads: readonly string[] = ['page']) {
  return forPrograms(async (asked) => {
    const url = new URL(asked.request.url)
    // A row more or less in the address is the same answer; where it stands is the origin we are known by.
    const own = new URL(url.pathname.replace(/\/+$/, ''), ownOrigin(asked.request))
    for (const name of reads) {
      const said = url.searchParams.get(name)
      if (said) own.searchParams.set(name, said)
    }
    return load({ ...asked, url: own, at: apiAddresses(own.origin), now: new Date() })
  })
}

/** One thing, as it is the same for everybody and may be kept. */
export async function oneAnswer(asked: ApiAsked, body: object, ...shows: Shown[]): Promise<Response> {
  await keptPage(asked, ...shows)
  return jsonAnswer(asked.request, body, apiLinks(asked.url.origin))
}

/** Which page of a list is asked for; 400 when it is none. */
export const pageAsked = ({ url }: Pick<ApiAsked, 'url'>) => askedPage(url)

/** The project or case number that is asked for; 400 when it is longer than any. */
export function numberAsked({ url }: Pick<ApiAsked, 'url'>): string | null {
  const number = url.searchParams.get('number')
  if (number !== null && number.length > longestNumber) throw numberTooLong()
  return number
}

/** The pages round the one that is asked for; 404 when nothing stands on it. */
export function pagesRound(
  { url }: ApiAsked,
  found: { page: number; pageSize: number; total: number },
): Paging {
  if (isPage(found)) return pagingOf(url.href, found)
  throw noSuchPage(found.page, found.total)
}

/** One page of a list. */
export async function listAnswer(
  asked: ApiAsked,
  body: Paging & { items: readonly object[] },
  ...shows: Shown[]
): Promise<Response> {
  const { page, pageSize, total } = body
  await keptList(asked, { page, pageCount: Math.ceil(total / pageSize) }, ...shows)
  return jsonAnswer(asked.request, body, { ...linksOf(body), ...apiLinks(asked.url.origin) })
}
