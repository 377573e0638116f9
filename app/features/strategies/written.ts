import type { LocalisedText } from '../../platform/localised-text.ts'
import { cleanLine, cleanText } from '../../platform/rich-text/clean-text.ts'

/** What a form says in the languages it has fields for, put over what stood: other languages stay as they were. */
function over(stored: LocalisedText | null, nb: string, nn: string, en?: string): LocalisedText {
  const { nb: _, nn: __, en: before, ...others } = stored ?? {}
  const english = en ?? before
  return { ...(nb && { nb }), ...(nn && { nn }), ...(english && { en: english }), ...others }
}

/** A name or another line of text as written. */
export const lineOver = (stored: LocalisedText | null, nb: string, nn: string, en?: string) =>
  over(stored, cleanLine(nb), cleanLine(nn), en === undefined ? undefined : cleanLine(en))

/** A longer text as written, its own line breaks kept. */
export const textOver = (stored: LocalisedText | null, nb: string, nn: string, en?: string) =>
  over(
    stored,
    cleanText(nb).trim(),
    cleanText(nn).trim(),
    en === undefined ? undefined : cleanText(en).trim(),
  )

export const hasWords = (text: LocalisedText) => Object.keys(text).length > 0

/** A text that may be missing altogether, as it is stored. */
export const orNone = (text: LocalisedText): LocalisedText | null => (hasWords(text) ? text : null)

/** What a field says on one line, or null when it says nothing. */
export const lineOrNull = (written: string) => cleanLine(written) || null
