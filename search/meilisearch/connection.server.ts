import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  MeilisearchRequestTimeOutError,
} from 'meilisearch'

/** Which Meilisearch server to use. `prefix` begins the names of our indexes there. */
export type MeilisearchSettings = {
  readonly url: string
  readonly apiKey?: string | undefined
  readonly prefix?: string | undefined
}

/** How long we wait for an answer, by what is asked. A sender's lease outlives its longest wait. */
export const patience = { search: 2_000, status: 1_500, send: 10_000 }

/** A client for one kind of question. Nothing is sent until it is used. */
export function connectTo(settings: MeilisearchSettings, use: keyof typeof patience): Meilisearch {
  return new Meilisearch({ host: settings.url, apiKey: settings.apiKey, timeout: patience[use] })
}

/** The beginning of our indexes' names; a key may be limited to names that begin so. */
export function prefixOf(settings: MeilisearchSettings): string {
  return settings.prefix ?? 'innspill'
}

/**
 * What a failed question says: the index is not there (`lost`); what was asked was refused, or was too much at once; the
 * server would not or could not take it (`away`); or there was no answer, and it may have been carried out (`unheard`).
 */
export type Trouble = {
  readonly kind: 'lost' | 'refused' | 'too-large' | 'away' | 'unheard'
  readonly code: string
}

/** What went wrong between us and the server; null for an error that has nothing to do with it. */
export function troubleOf(error: unknown): Trouble | null {
  // Something on the way answers in the server's place, and not in JSON.
  if (error instanceof SyntaxError) return { kind: 'unheard', code: 'unreadable_answer' }
  if (!(error instanceof MeilisearchError)) return null
  const code = codeOf(error)
  if (!(error instanceof MeilisearchApiError)) {
    return { kind: /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(code) ? 'away' : 'unheard', code }
  }
  if (code === 'index_not_found') return { kind: 'lost', code }
  const { status } = error.response
  if (status === 413) return { kind: 'too-large', code }
  if (status >= 500) return { kind: 'unheard', code }
  return { kind: status === 400 && error.cause?.type === 'invalid_request' ? 'refused' : 'away', code }
}

/**
 * Whether an index is there as we made it. One that is missing comes back, empty and without settings, when something is
 * sent to it: that one is not ours either.
 */
export async function isThere(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    const filterable = await client.index(uid).getFilterableAttributes()
    return filterable !== null && filterable.length > 0
  } catch (error) {
    if (troubleOf(error)?.kind === 'lost') return false
    throw error
  }
}

/** A code for logs and tables, never a message: messages quote documents, and addresses. */
export function faultOf(error: unknown): string {
  const trouble = troubleOf(error)
  if (trouble) return trouble.code
  return error instanceof Error ? `${error.name} ${innerCode(error) ?? ''}`.trim() : 'unknown'
}

function codeOf(error: MeilisearchError): string {
  if (error instanceof MeilisearchApiError) return error.cause?.code ?? `http_${error.response.status}`
  if (error.cause instanceof MeilisearchRequestTimeOutError) return 'timeout'
  return innerCode(error.cause) ?? error.name
}

function innerCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : innerCode(cause)
}
