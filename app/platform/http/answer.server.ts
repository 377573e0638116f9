type Denial = 'not-found' | 'forbidden'

/**
 * The one place where refusals become statuses: 'not-found' and 'forbidden' are thrown as 404 and 403,
 * everything else goes back to the page, typed.
 */
export function answer<T extends object | null | undefined>(
  outcome: T,
): Exclude<NonNullable<T>, { refusal: Denial }> {
  if (!outcome) throw denied('not-found')
  if ('refusal' in outcome && (outcome.refusal === 'not-found' || outcome.refusal === 'forbidden'))
    throw denied(outcome.refusal)
  return outcome as Exclude<NonNullable<T>, { refusal: Denial }>
}

export function denied(reason: Denial) {
  return new Response(reason, { status: reason === 'not-found' ? 404 : 403 })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text can be an id at all. */
export const isId = (value: string) => uuid.test(value)

/** An id from an address. What is not an id cannot exist: 404, before any query. */
export function idParam(value: string | undefined): string {
  if (!value || !uuid.test(value)) throw denied('not-found')
  return value
}

/** A name from an address. What no name can be (empty, over 200 characters, control characters) gives 404, before any query. */
export function slugParam(value: string | undefined): string {
  if (!value || !/^[^\p{Cc}\p{Cs}]{1,200}$/u.test(value)) throw denied('not-found')
  return value
}

/** A page number from an address: 1 when absent or not a number, at most 1,000. A second list has a `name` of its own. */
export function pageParam(url: URL, name = 'page'): number {
  const page = Number.parseInt(url.searchParams.get(name) ?? '1', 10)
  return Number.isFinite(page) ? Math.min(1_000, Math.max(1, page)) : 1
}
