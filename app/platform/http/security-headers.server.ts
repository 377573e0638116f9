const shared = [
  "default-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
]

/** Content policy of everything that carries no script: public pages, data, files. */
export const scriptlessPolicy = [...shared, "script-src 'none'", "style-src 'self'"].join('; ')

/**
 * Content policy of a signed-in page: only scripts with this response's nonce and what they load.
 * Development also lets Vite inject styles and speak over its socket.
 */
export function scriptedPolicy(nonce: string, { development = false } = {}) {
  const styles = development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'"
  const connect = development ? "connect-src 'self' ws:" : "connect-src 'self'"
  return [...shared, `script-src 'strict-dynamic' 'nonce-${nonce}'`, styles, connect].join('; ')
}

/**
 * Whether a request that changes something comes from our own pages. A missing Origin is foreign:
 * every browser in use sends it on POST.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | undefined,
) {
  if (!origin || !URL.canParse(origin)) return false
  const sent = new URL(origin)
  return publicUrl ? sent.origin === new URL(publicUrl).origin : sent.host === host
}
