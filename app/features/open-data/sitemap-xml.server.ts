import { Readable } from 'node:stream'
import { ErrorLevel, SitemapIndexStream, SitemapStream } from 'sitemap'
import { locales, pathIn } from '#app/platform/locale.ts'
import type { SitemapPage } from './sitemap.server.ts'

// Every page stands in each language, and each of them tells of the others, as the pages themselves do.
function* addresses(pages: readonly SitemapPage[], origin: string) {
  for (const { path, changedAt } of pages) {
    const links = locales.map((lang) => ({ lang, url: `${origin}${pathIn(lang, path)}` }))
    for (const { url } of links) yield { url, links, ...(changedAt && { lastmod: changedAt.toISOString() }) }
  }
}

/** A part of the sitemap, written as it is read. */
export function sitemapXml(pages: readonly SitemapPage[], origin: string): Readable {
  const xmlns = { news: false, video: false, image: false, xhtml: true }
  const stream = new SitemapStream({ level: ErrorLevel.SILENT, xmlns })
  return Readable.from(addresses(pages, origin)).pipe(stream)
}

/** The sitemap itself: where its parts are. */
export function sitemapIndexXml(parts: number, origin: string): Readable {
  const urls = Array.from({ length: parts }, (_, at) => ({ url: `${origin}/sitemap/${at + 1}` }))
  return Readable.from(urls).pipe(new SitemapIndexStream({ level: ErrorLevel.SILENT }))
}
