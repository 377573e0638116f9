import { mostlyIn, type TextLanguage, type TextPart } from './localised-text.ts'

/** What the window of a page is called, and the language it is to be read aloud in where that is not the page's. */
export type WindowName = { words: string; lang?: TextLanguage }

const site = { label: 'Innspill' }

/** A window's name of its parts. A title has one language only (WCAG 3.1.2), so it is in that which most of it is in. */
export function windowName(parts: readonly TextPart[], between = ' – '): WindowName {
  const words = `${parts.map(({ label }) => label).join(between)} – ${site.label}`
  const lang = mostlyIn([...parts, site])
  return lang ? { words, lang } : { words }
}
