import { type Locale, locales, pathIn } from './locale.ts'

/** The address search engines are to keep of a page, and the same page in every language. */
export type PageAddresses = { canonical: string; others: { lang: Locale; href: string }[] }

/** A public page's addresses; what else was asked for in its query is no part of them, but the page of a list is. */
export function pageAddresses(origin: string, pathname: string, page = 1): PageAddresses {
  const path = pathname.replace(/\.data$/, '')
  const query = page > 1 ? `?page=${page}` : ''
  return {
    canonical: `${origin}${path}${query}`,
    others: locales.map((lang) => ({ lang, href: `${origin}${pathIn(lang, path)}${query}` })),
  }
}

/** Its addresses as the head of the page says them. */
export const addressLinks = (addresses: PageAddresses | undefined) =>
  addresses
    ? [
        { tagName: 'link' as const, rel: 'canonical', href: addresses.canonical },
        ...addresses.others.map(({ lang, href }) => ({
          ...{ tagName: 'link' as const, rel: 'alternate', hrefLang: lang, href },
        })),
      ]
    : []
