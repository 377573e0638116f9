const FORBIDDEN_ANYWHERE = /[\s\p{C}]/u
const BARE_DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(?=[/?#]|$)/u
const LONGEST_HREF = 2000

/**
 * The address a link may lead to, or null. Only http, https and mailto pass; a bare domain becomes https.
 * White space and invisible characters are refused outright, because browsers drop them when they read a scheme.
 */
export function safeHref(raw: unknown): string | null {
  if (typeof raw !== 'string') return null
  const href = raw.trim()
  if (href.length === 0 || href.length > LONGEST_HREF || FORBIDDEN_ANYWHERE.test(href)) return null
  if (BARE_DOMAIN.test(href)) return safeHref(`https://${href}`)
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return null
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  if (url.protocol === 'mailto:') return url.pathname.includes('@') ? href : null
  return url.hostname !== '' && url.username === '' && url.password === '' ? href : null
}
