/** The written languages screens exist in. Bokmål stands at the root, the others under their own first segment. */
export const locales = ['nb', 'nn'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

/** The language a public address is in. */
export function localeOfPath(path: string): Locale {
  const first = path.split('/')[1]?.replace(/\.data$/, '')
  return first === 'nn' ? 'nn' : 'nb'
}

/** The same public address in a language: `pathIn('nn', '/search')` is `/nn/search`. */
export function pathIn(locale: Locale, path: string): string {
  const bare = localeOfPath(path) === 'nn' ? path.replace(/^\/nn(?=\/|$|\?)/, '') || '/' : path
  if (locale === 'nb') return bare.startsWith('/') ? bare : `/${bare}`
  return bare === '/' ? '/nn' : `/nn${bare}`
}
