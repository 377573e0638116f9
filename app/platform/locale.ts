/** The languages public pages exist in. Bokmål stands at the root, the others under their own first segment. */
export const locales = ['nb', 'nn', 'en'] as const
export type Locale = (typeof locales)[number]

/** What each language calls itself. */
export const languageNames: Record<Locale, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

/** The written forms that the pages one signs in to exist in. */
export type WorkLocale = 'nb' | 'nn'

/** The written form somebody works in. */
export const workLocaleOf = (value: string): WorkLocale => (value === 'nn' ? 'nn' : 'nb')

/** The tag that dates and numbers are written by: English as in Britain, not as in America. */
export const formatTag = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

/** The language a public address is in. */
export function localeOfPath(path: string): Locale {
  const first = path.split('/')[1]?.replace(/\.data$/, '')
  return locales.find((locale) => locale === first && locale !== 'nb') ?? 'nb'
}

/** The same public address in a language: `pathIn('nn', '/search')` is `/nn/search`. */
export function pathIn(locale: Locale, path: string): string {
  const now = localeOfPath(path.split('?')[0] ?? '')
  const rest = now === 'nb' ? path : path.slice(now.length + 1) || '/'
  const bare = rest.startsWith('/') ? rest : `/${rest}`
  if (locale === 'nb') return bare
  return bare === '/' ? `/${locale}` : `/${locale}${bare}`
}
