import type { LocalisedText } from '#app/platform/localised-text.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'

// A programme is written one point a line: «13.15 Åpning | Ingrid Dal». The time and the speaker may be left out. Its
// two written forms have the same points, so what is not a word of the language stands the same in both.

/** A point of a programme; `clock` is the time of day as printed. */
export type ProgrammeItem = { clock: string | null; title: LocalisedText; speaker: string | null }

/** Why a programme is not taken, and on which line. */
export type ProgrammeRefusal =
  | { refusal: 'no-such-time' | 'point-without-words' | 'point-too-long'; line: number }
  | { refusal: 'too-many-points' | 'points-differ'; line: number }

const MOST_POINTS = 100
const LONGEST_TITLE = 300
const LONGEST_SPEAKER = 200
const CLOCK = /^(\d{1,2})[.:](\d{2})(?=\s|$)/

type Point = { clock: string | null; words: string; speaker: string | null; line: number }

/** Reads a programme in bokmål, nynorsk or both. */
export function programmeOf(nb: string, nn: string): { items: ProgrammeItem[] } | ProgrammeRefusal {
  const [own, other] = [pointsOf(nb), pointsOf(nn)]
  if ('refusal' in own) return own
  if ('refusal' in other) return other
  if (own.points.length === 0) return { items: other.points.map((point) => item(point, { nn: point.words })) }
  if (other.points.length === 0) return { items: own.points.map((point) => item(point, { nb: point.words })) }
  const items: ProgrammeItem[] = []
  for (let at = 0; at < Math.max(own.points.length, other.points.length); at += 1) {
    const [one, twin] = [own.points[at], other.points[at]]
    if (!one || !twin || one.clock !== twin.clock)
      return { refusal: 'points-differ', line: (one ?? twin)?.line ?? at + 1 }
    items.push(item({ ...one, speaker: one.speaker ?? twin.speaker }, { nb: one.words, nn: twin.words }))
  }
  return { items }
}

/** The same as it is written, in one written form; nothing where no point has words in it. */
export function programmeText(items: readonly ProgrammeItem[], lang: 'nb' | 'nn'): string {
  if (items.every(({ title }) => !title[lang])) return ''
  return items
    .map(({ clock, title, speaker }) => {
      const words = [clock, title[lang]].filter(Boolean).join(' ')
      return speaker ? `${words} | ${speaker}` : words
    })
    .join('\n')
}

const item = ({ clock, speaker }: Point, title: LocalisedText): ProgrammeItem => ({ clock, title, speaker })

function pointsOf(text: string): { points: Point[] } | ProgrammeRefusal {
  const points: Point[] = []
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1
    const written = cleanLine(raw)
    if (written === '') continue
    if (points.length === MOST_POINTS) return { refusal: 'too-many-points', line }
    const time = CLOCK.exec(written)
    const [hours, minutes] = [Number(time?.[1]), Number(time?.[2])]
    if (time && (hours > 23 || minutes > 59)) return { refusal: 'no-such-time', line }
    const rest = written.slice(time?.[0].length ?? 0)
    const bar = rest.lastIndexOf('|')
    const words = (bar < 0 ? rest : rest.slice(0, bar)).trim()
    const speaker = bar < 0 ? '' : rest.slice(bar + 1).trim()
    if (words === '') return { refusal: 'point-without-words', line }
    if (words.length > LONGEST_TITLE || speaker.length > LONGEST_SPEAKER)
      return { refusal: 'point-too-long', line }
    const clock = time ? `${String(hours).padStart(2, '0')}.${time[2]}` : null
    points.push({ clock, words, speaker: speaker || null, line })
  }
  return { points }
}
