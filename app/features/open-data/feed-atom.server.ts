import { Feed } from 'feed'
import { v5 } from 'uuid'
import { translator } from '#app/messages/translator.ts'
import { type Locale, pathIn } from '#app/platform/locale.ts'
import { type LocalisedText, labelled, mostlyIn } from '#app/platform/localised-text.ts'
import type { News } from './feed-news.ts'
import { newsWords } from './feed-words.ts'
import { dataLicencePage } from './licence.ts'

/** Of which strategy a feed tells; null: of all. `since` is when there first was anything to tell of. */
export type FeedOf = { id: string; title: LocalisedText; path: string; since: Date } | null

// What ids are made under; another would make every entry new to all who follow.
const namespace = '0b6a4f0e-6c2f-5f5e-9d0a-3f2b7d5c1e84'
const urn = (...parts: string[]) => `urn:uuid:${v5(parts.join(' '), namespace)}`

const began = new Date('2026-01-01T00:00:00Z')

/**
 * News as an Atom feed (RFC 4287). Entries are known by the row they tell of, so that they stay the same when a strategy is
 * renamed or the site moves; each language has its own, for they are other texts.
 */
export function atomFeed(
  news: readonly News[],
  { of, path, origin, locale }: { of: FeedOf; path: string; origin: string; locale: Locale },
): string {
  const t = translator(locale, 'public')
  const title = of && labelled(of.title, locale)
  const page = `${origin}${pathIn(locale, of?.path ?? '/')}`
  const self = `${origin}${pathIn(locale, path)}`
  const feed = new Feed({
    id: of ? urn('strategy', locale, of.id) : self,
    title: title ? t('feed.strategyTitle', { title: title.label }) : t('feed.siteTitle'),
    description: of ? t('feed.strategyText') : t('feed.siteText'),
    updated: news[0]?.updated ?? of?.since ?? began,
    link: page,
    feedLinks: { atom: self },
    generator: 'Innspill',
    copyright: `${t('feed.rights')} ${dataLicencePage}`,
    author: { name: 'Innspill', link: `${origin}${pathIn(locale, '/')}` },
  })
  for (const one of news) {
    const { title: heading, summary } = newsWords(one, locale, { whole: of === null })
    feed.addItem({
      ...{ title: heading, ...(summary && { description: summary }) },
      id: urn(one.kind, locale, one.id),
      link: `${origin}${pathIn(locale, one.path)}`,
      ...{ published: one.at, date: one.updated },
      author: one.strategy.organisers.map((name) => ({ name })),
      category: [{ name: labelled(one.strategy.title, locale).label, term: one.strategy.slug }],
    })
  }
  const titled = title && mostlyIn([{ label: t('feed.strategyTitle', { title: '' }) }, title])
  const langs = new Map(news.map(({ strategy }) => [strategy.slug, labelled(strategy.title, locale).lang]))
  // The library says no languages (what stands in another within a text is marked where it stands), and does not escape all
  // of a label. The first title is the feed's own.
  return feed
    .atom1()
    .replace(unknownToXml, '')
    .replace('<feed ', `<feed xml:lang="${locale}" `)
    .replace('<title>', titled ? `<title xml:lang="${titled}">` : '<title>')
    .replace(/<category label="([^"]*)" term="([^"]*)"/g, (_, label: string, term: string) => {
      const lang = langs.get(term)
      const plain = label.replaceAll('<', '&lt;')
      return `<category${lang ? ` xml:lang="${lang}"` : ''} label="${plain}" term="${term}"`
    })
}

// Signs that no document of XML 1.0 may hold; one of them would make the whole feed unreadable.
const unknownToXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
