import { translator } from '../../messages/translator.ts'
import { dateWords } from '../../platform/date-words.ts'
import type { Locale } from '../../platform/locale.ts'
import { type LocalisedText, pick } from '../../platform/localised-text.ts'
import type { News } from './feed-news.ts'

/** What news says in a language, as HTML: readers of feeds show both so. What is in another language is marked as that. */
export type NewsWords = { title: string; summary: string }

export function newsWords(news: News, locale: Locale, { whole }: { whole: boolean }): NewsWords {
  const marked = (text: LocalisedText) => inSpan(text, locale)
  // Where several strategies are told of, each says which it is.
  const of = whole ? `${marked(news.strategy.title)} – ` : ''
  return {
    title: `${of}${escaped(kindWords(news, locale))}: ${titleOf(news, marked)}`,
    summary: [...factsOf(news, locale), ...paragraphsOf(news.body, locale)].join(''),
  }
}

function kindWords(news: News, locale: Locale): string {
  const t = translator(locale, 'public')
  if (news.kind === 'opened' || news.kind === 'closed') return t(`feed.${news.kind}`, { number: news.number })
  if (news.kind === 'meeting' && news.cancelled) return t('feed.cancelled')
  return t(`feed.${news.kind}`)
}

function titleOf(news: News, marked: (text: LocalisedText) => string): string {
  if (news.kind !== 'version' && news.kind !== 'adopted') return marked(news.title)
  return `${marked(news.document)}, ${marked(news.title)}`
}

/** What is to be known at once, a paragraph each. */
function factsOf(news: News, locale: Locale): string[] {
  const t = translator(locale, 'public')
  const { day, moment } = dateWords(locale)
  const said = (words: string) => `<p>${escaped(words)}</p>`
  switch (news.kind) {
    case 'opened':
      return [said(t('feed.deadline', { moment: moment(news.deadlineAt) }))]
    case 'closed':
      return [said(t('feed.wasOpen', { from: day(news.from), to: day(news.to) }))]
    case 'adopted':
      return [said(t('feed.adoptedOn', { day: day(news.day) })), ...paragraphsOf(news.by, locale)]
    case 'finding':
      return news.responded ? [said(t('feed.responded'))] : []
    case 'meeting':
      return [said(`${moment(news.startsAt)}.`), ...paragraphsOf(news.place, locale)]
    default:
      return []
  }
}

const longest = 800

/** The beginning of a text, paragraph by paragraph, in its language; it ends with dots where more follows. */
function paragraphsOf(text: LocalisedText | null, locale: Locale): string[] {
  const { text: words, lang, fallback } = pick(text ?? {}, locale)
  const whole = words.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
  let left = longest
  const begun = whole
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => {
      const shown = cut(paragraph, left)
      left = Math.max(0, left - paragraph.length)
      return shown === '' ? [] : [shown]
    })
  return begun.map((paragraph) => `<p${fallback ? ` lang="${lang}"` : ''}>${escaped(paragraph)}</p>`)
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most).replace(/\s+\S*$/, '')
  return kept === '' || most === 0 ? '' : `${kept} …`
}

function inSpan(text: LocalisedText, locale: Locale): string {
  const { text: words, lang, fallback } = pick(text, locale)
  return fallback ? `<span lang="${lang}">${escaped(words)}</span>` : escaped(words)
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
