import type { LocalisedText } from '../../platform/localised-text.ts'
import { cleanLine, cleanText } from '../../platform/rich-text/clean-text.ts'

/**
 * What a form says in the languages it has fields for, put over what stood: a language that it has no field for stays as
 * it was.
 */
function over(
  stored: LocalisedText | null,
  written: Written,
  clean: (text: string) => string,
): LocalisedText {
  const [nb, nn, en = stored?.en, sv = stored?.sv] = written.map((text) => text && clean(text))
  return { ...(nb && { nb }), ...(nn && { nn }), ...(en && { en }), ...(sv && { sv }) }
}

type Written = readonly [nb: string, nn: string, en?: string | undefined, sv?: string | undefined]

/** A name or another line of text as written. */
export const lineOver = (stored: LocalisedText | null, ...written: Written) =>
  over(stored, written, cleanLine)

/** A longer text as written, its own line breaks kept. */
export const textOver = (stored: LocalisedText | null, ...written: Written) =>
  over(stored, written, (text) => cleanText(text).trim())

export const hasWords = (text: LocalisedText) => Object.keys(text).length > 0

/** A text that may be missing altogether, as it is stored. */
export const orNone = (text: LocalisedText): LocalisedText | null => (hasWords(text) ? text : null)

/** What a field says on one line, or null when it says nothing. */
export const lineOrNull = (written: string) => cleanLine(written) || null
