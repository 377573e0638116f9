import { config } from '#app/platform/config.server.ts'
import type { Locale } from '#app/platform/locale.ts'

/** Where the site is, for links in letters. */
export function siteOrigin(): string {
  const { publicUrl, port } = config()
  return (publicUrl ?? `http://localhost:${port}`).replace(/\/$/, '')
}

/**
 * The address of a page for work, in a letter in a language. Whoever is signed in works in their own; who is not meets the
 * page to sign in in the letter's.
 */
export function workLink(path: string, locale: Locale): string {
  const link = new URL(path, siteOrigin())
  if (locale !== 'nb') link.searchParams.set('lang', locale)
  return link.href
}
