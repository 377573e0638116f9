import { type Field, maxDistance } from '../tree.ts'
import { opensSenderField, type Part, type PartRefusal, partsOf, quotedParts } from './parts.ts'

/** What a query is read from. An operator keeps its word, for when that is all there is. */
export type Token =
  | Part
  | { readonly kind: 'and' | 'or' | 'not'; readonly word: string }
  | { readonly kind: 'near'; readonly distance: number; readonly word: string }
  | { readonly kind: 'open' | 'close' }

/** Why a text cannot be read as tokens. */
export type TokenRefusal = PartRefusal | 'unbalanced-quotes' | 'distance-out-of-range'

/** How far apart two words may stand when nothing is said. */
const usualDistance = 5

// In capitals, so that ordinary words stay words.
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  OG: 'and',
  AND: 'and',
  OCH: 'and',
  ELLER: 'or',
  OR: 'or',
  IKKE: 'not',
  IKKJE: 'not',
  INTE: 'not',
  NOT: 'not',
}

const simple = `(?<simple>${Object.keys(operators).join('|')})(?=[\\s()]|$)`
const near = '(?<near>NÆR|NEAR|NÄRA)(?:/(?<steps>\\d+))?(?=[\\s()]|$)'
const minus = '(?<minus>-)(?=[^\\s)-]|$)'
// An ending in brackets belongs to its word: elev(er).
const chunk = '(?<chunk>[^\\s()]+(?:\\([^\\s()]*\\)[^\\s()]*)*)'
const tokenPattern = new RegExp(`(?<bracket>[()])|${simple}|${near}|${minus}|${chunk}`, 'gu')

const quotes = /["“”„«»]/

/** The tokens of a text, or why it has none. */
export function tokensOf(text: string): Token[] | TokenRefusal {
  const segments = text.normalize('NFC').split(quotes)
  if (segments.length % 2 === 0) return 'unbalanced-quotes'
  const tokens: Token[] = []
  let field: Field | undefined
  for (const [at, segment] of segments.entries()) {
    const quoted = at % 2 === 1
    // A sign behind quotes or a bracket would go unnoticed.
    if (quoted ? /^[*~]/.test(segments[at + 1] ?? '') : /\)[*~]/.test(segment)) return 'sign-needs-one-word'
    const opensField = !quoted && at < segments.length - 1 ? opensSenderField(segment) : null
    const found = quoted
      ? quotedParts(segment, field)
      : outsideQuotes(opensField?.before ?? segment, at === segments.length - 1)
    if (!Array.isArray(found)) return found
    tokens.push(...found)
    field = opensField ? 'sender' : undefined
  }
  return tokens
}

function outsideQuotes(text: string, isLast: boolean): Token[] | TokenRefusal {
  const tokens: Token[] = []
  for (const { groups = {}, index } of text.matchAll(tokenPattern)) {
    const found = tokensFrom(groups, isLast && index === text.length - 1)
    if (!Array.isArray(found)) return found
    tokens.push(...found)
  }
  return tokens
}

function tokensFrom(found: { [name: string]: string | undefined }, endsAll: boolean): Token[] | TokenRefusal {
  if (found.bracket) return [{ kind: found.bracket === '(' ? 'open' : 'close' }]
  if (found.simple) return [{ kind: operators[found.simple] ?? 'and', word: found.simple }]
  if (found.near) {
    const distance = Number(found.steps ?? usualDistance)
    const possible = distance >= 1 && distance <= maxDistance
    return possible
      ? [{ kind: 'near', distance, word: found.steps ? '' : found.near }]
      : 'distance-out-of-range'
  }
  if (found.minus) return endsAll ? [] : [{ kind: 'not', word: '' }]
  return partsOf(found.chunk ?? '')
}
