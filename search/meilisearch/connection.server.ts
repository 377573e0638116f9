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
 * What a failed question says: the index is not there; the question itself was refused (`code` says why); too much was
 * sent at once; or the server cannot be relied on just now. Null for an error that is not the server's.
 */
export type Trouble =
  | { readonly kind: 'lost' | 'too-large' | 'away'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }

export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof MeilisearchError)) return null
  const code = codeOf(error)
  if (!(error instanceof MeilisearchApiError)) return { kind: 'away', code }
  if (code === 'index_not_found') return { kind: 'lost', code }
  const { status } = error.response
  if (status === 413) return { kind: 'too-large', code }
  const serversFault = status >= 500 || status === 429 || status === 408 || status === 401 || status === 403
  return { kind: serversFault ? 'away' : 'refused', code }
}

/** A code for logs and tables, never a message: messages quote documents, and addresses. */
export function faultOf(error: unknown): string {
  return error instanceof MeilisearchError ? codeOf(error) : error instanceof Error ? error.name : 'unknown'
}

function codeOf(error: MeilisearchError): string {
  if (error instanceof MeilisearchApiError) return error.cause?.code ?? `http_${error.response.status}`
  if (error.cause instanceof MeilisearchRequestTimeOutError) return 'timeout'
  return networkCode(error.cause) ?? error.name
}

function networkCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : networkCode(cause)
}
