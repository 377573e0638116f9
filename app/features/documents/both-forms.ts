import type { LocalisedText } from '../../platform/localised-text.ts'
import { cleanLine, cleanText } from '../../platform/rich-text/clean-text.ts'

/** What was typed on one line in both written forms; an empty field is a language the text is not in. */
export const lineInBoth = (nb: string, nn: string): LocalisedText => written(cleanLine(nb), cleanLine(nn))

/** The same of several lines. */
export const textInBoth = (nb: string, nn: string): LocalisedText =>
  written(cleanText(nb).trim(), cleanText(nn).trim())

const written = (nb: string, nn: string): LocalisedText => ({ ...(nb && { nb }), ...(nn && { nn }) })

/** A text that may be missing altogether, as it is stored. */
export const orNone = (text: LocalisedText): LocalisedText | null =>
  Object.keys(text).length > 0 ? text : null
