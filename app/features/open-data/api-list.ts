import type { Links } from '#app/platform/http/json-answer.server.ts'

/** One page of a list: which it is, and the addresses of the others. */
export type Paging = {
  page: number
  pageSize: number
  total: number
  first: string
  last: string
  previous: string | null
  next: string | null
}

/** Whether a page of a list can be: the first always, others while something stands on them. */
export function isPage({ page, pageSize, total }: Pick<Paging, 'page' | 'pageSize' | 'total'>): boolean {
  return page === 1 || (page - 1) * pageSize < total
}

/** The pages of a list round one of them; what else was asked for in the address stays in each. */
export function pagingOf(
  address: string,
  { page, pageSize, total }: Pick<Paging, 'page' | 'pageSize' | 'total'>,
): Paging {
  const lastPage = Math.max(1, Math.ceil(total / pageSize))
  const at = (number: number) => {
    const url = new URL(address)
    url.searchParams.delete('page')
    if (number > 1) url.searchParams.set('page', String(number))
    return url.href
  }
  return {
    ...{ page, pageSize, total, first: at(1), last: at(lastPage) },
    previous: page > 1 ? at(page - 1) : null,
    next: page < lastPage ? at(page + 1) : null,
  }
}

/** The pages round one, as the `Link` header names them. */
export const linksOf = ({ first, last, previous, next }: Paging): Links => ({
  ...{ first, last, prev: previous, next },
})
