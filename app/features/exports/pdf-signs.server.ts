import type { Pdf } from '#app/platform/paper/paper.server.ts'
import type { Span } from './outline.ts'

/** Words as they can be drawn; with `actual`, what stands there in signs that our letters do not have. */
export type DrawableSpan = Span & { actual?: string }

// Stands where a sign is that cannot be drawn, as browsers show it.
const unknownSign = '\u25a1'

// A word that no line has room for is broken anywhere; to look for where takes as long as the word squared.
const longWord = /\S{120,}/gu
const longPart = /\S{1,60}/gu

type Letters = { _font: { font: { hasGlyphForCodePoint(sign: number): boolean } } }

/**
 * Words with a box where our letters have no sign, which still says what it stands for to whoever is read to or copies it;
 * without signs nobody sees, and with places to break in what is longer than a line.
 */
export function drawable(pdf: Pdf, spans: readonly Span[]): DrawableSpan[] {
  const { font } = (pdf.font('regular') as unknown as Letters)._font
  const known = new Map<string, boolean>()
  const isKnown = (sign: string) => {
    const found = known.get(sign) ?? (sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))
    known.set(sign, found)
    return found
  }
  return spans.flatMap((span) => {
    const text = span.text.replace(/\p{Cf}/gu, '')
    const drawn: DrawableSpan[] = []
    let run = ''
    let unknown = ''
    const end = () => {
      if (run) drawn.push({ ...span, text: broken(run) })
      if (unknown) drawn.push({ ...span, text: unknownSign.repeat([...unknown].length), actual: unknown })
      run = ''
      unknown = ''
    }
    for (const sign of text) {
      if (isKnown(sign) ? unknown : run) end()
      if (isKnown(sign)) run += sign
      else unknown += sign
    }
    end()
    return drawn
  })
}

const broken = (text: string) =>
  text.replace(longWord, (word) => (word.match(longPart) ?? [word]).join('\u200b'))
