import type { TextLanguage } from './localised-text.ts'

/** A part of what a window is called; `lang` where it is in another language than its page. */
export type NamePart = { label: string; lang?: TextLanguage }

/** What the window of a page is called, and the language it is to be read aloud in where that is not the page's. */
export type WindowName = { words: string; lang?: TextLanguage }

const letters = (words: string) => words.replace(/\P{L}/gu, '').length

/**
 * A window's name of its parts. A title has one language only (WCAG 3.1.2), so it is in that which most of its letters are
 * in; the page's own when none has more.
 */
export function windowName(parts: readonly NamePart[], between = ' – '): WindowName {
  const words = `${parts.map(({ label }) => label).join(between)} – Innspill`
  const others = new Map<TextLanguage, number>()
  let own = letters('Innspill')
  for (const { label, lang } of parts) {
    if (lang) others.set(lang, (others.get(lang) ?? 0) + letters(label))
    else own += letters(label)
  }
  const [most] = [...others].sort(([, a], [, b]) => b - a)
  return most && most[1] > own ? { words, lang: most[0] } : { words }
}
