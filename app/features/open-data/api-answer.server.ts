import type { LoaderFunctionArgs } from '@remix-run/node'
import { keptList, keptPage, type Shown } from '#app/features/strategies/kept-page.server.ts'
import { askedPage, forPrograms, jsonAnswer } from '#app/platform/http/json-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { type ApiAddresses, apiAddresses } from './api-address.ts'
import { isPage, linksOf, type Paging, pagingOf } from './api-list.ts'
import { noSuchPage } from './api-problems.ts'
import { apiLinks } from './licence.ts'

/** A request of the API: where addresses begin, the moment it is answered as of, and the page that is asked for. */
export type ApiAsked = LoaderFunctionArgs & { at: ApiAddresses; url: URL; now: Date }

/** A loader of the API. */
export function apiLoader(load: (asked: ApiAsked) => Promise<Response>) {
  return forPrograms(async (asked) => {
    const url = new URL(asked.request.url)
    // A row more or less in the address is the same answer; where it stands is the origin we are known by.
    const own = new URL(url.pathname.replace(/\/+$/, '') + url.search, ownOrigin(asked.request))
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
