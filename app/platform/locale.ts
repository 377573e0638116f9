/** The languages public pages exist in. Bokmål stands at the root, the others under their own first segment. */
export const locales = ['nb', 'nn', 'en', 'sv'] as const
export type Locale = (typeof locales)[number]

/** What each language calls itself. */
export const languageNames: Record<Locale, string> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
  sv: 'Svenska',
}

/** The language stored for somebody, or for an organisation's letters: bokmål where it is none of ours. */
export const localeOf = (value: string): Locale => locales.find((locale) => locale === value) ?? 'nb'

const formatTags: Record<Locale, string> = { nb: 'nb', nn: 'nn', en: 'en-GB', sv: 'sv-FI' }

/** The tag dates and numbers are written by: English as in Britain, Swedish as Finnish registers write it (13.10.2021). */
export const formatTag = (locale: Locale): string => formatTags[locale]

/** The language a public address is in. */
export function localeOfPath(path: string): Locale {
  // Routes are found whatever letters they are written in.
  const first = path
    .split('/')[1]
    ?.toLowerCase()
    .replace(/\.data$/, '')
  return locales.find((locale) => locale === first && locale !== 'nb') ?? 'nb'
}

/**
 * The language a browser asks for in `Accept-Language`, for the pages whose address says none: the one it likes best
 * among those there are, else `otherwise`. `no` is bokmål.
 */
export function localeAsked(accepted: string | null, otherwise: Locale = 'nb'): Locale {
  const wishes = (accepted ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [tag = '', ...rest] = wish.trim().toLowerCase().split(';')
      const weight = rest.map((part) => part.trim()).find((part) => part.startsWith('q='))
      const language = tag.trim().split('-')[0]
      return {
        locale: language === 'no' ? 'nb' : locales.find((locale) => locale === language),
        weight: weight ? Number(weight.slice(2)) || 0 : 1,
      }
    })
  const best = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)
  return best.find(({ locale }) => locale)?.locale ?? otherwise
}

/**
 * The language such a page is read in: the one chosen on the page itself, else the one its reader works in, else what the
 * browser asks for.
 */
export function localeChosen({ url, headers }: Request, own?: Locale): Locale {
  const chosen = new URL(url).searchParams.get('lang')
  return locales.find((locale) => locale === chosen) ?? own ?? localeAsked(headers.get('accept-language'))
}

/** The same public address in a language: `pathIn('nn', '/search')` is `/nn/search`. */
export function pathIn(locale: Locale, path: string): string {
  const now = localeOfPath(path.split('?')[0] ?? '')
  const rest = now === 'nb' ? path : path.slice(now.length + 1) || '/'
  const bare = rest.startsWith('/') ? rest : `/${rest}`
  if (locale === 'nb') return bare
  return bare === '/' ? `/${locale}` : `/${locale}${bare}`
}
