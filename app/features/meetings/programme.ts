import type { LocalisedText, TextLanguage } from '#app/platform/localised-text.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'

// A programme is written one point a line: «13.15 Åpning | Ingrid Dal». The time and the speaker may be left out. It has
// the same points in every language, so what is not a word of the language stands the same in all.

/** A point of a programme; `clock` is the time of day as printed. */
export type ProgrammeItem = { clock: string | null; title: LocalisedText; speaker: string | null }

/** Why a programme is not taken, in which language and on which line. */
export type ProgrammeRefusal = {
  refusal: 'no-such-time' | 'point-without-words' | 'point-too-long' | 'too-many-points' | 'points-differ'
  language: TextLanguage
  line: number
}

/** Most points a programme can have. */
export const mostPoints = 100
const LONGEST_TITLE = 300
const LONGEST_SPEAKER = 200
const CLOCK = /^(\d{1,2})[.:](\d{2})(?=\s|$)/

type Point = { clock: string | null; words: string; speaker: string | null; line: number }

const LANGUAGES = ['nb', 'nn', 'en', 'sv'] as const

/**
 * Reads a programme in the languages it is written in. One that is not written in at all (not even as nothing) leaves
 * what stands at the points that are called what they were.
 */
export function programmeOf(
  written: { [language in TextLanguage]?: string | undefined },
  stored: readonly ProgrammeItem[] = [],
): { items: ProgrammeItem[] } | ProgrammeRefusal {
  const lists: { language: TextLanguage; points: Point[] }[] = []
  for (const language of LANGUAGES) {
    const read = pointsOf(written[language] ?? '')
    if ('refusal' in read) return { ...read, language }
    if (read.points.length > 0) lists.push({ language, points: read.points })
  }
  const [first, ...others] = lists
  if (!first) return { items: [] }
  for (const { language, points } of others) {
    const line = firstDifference(first.points, points)
    if (line !== null) return { refusal: 'points-differ', language, line }
  }
  const left = LANGUAGES.filter((language) => written[language] === undefined)
  return {
    items: first.points.map(({ clock }, at): ProgrammeItem => {
      const said = lists.map(({ language, points }) => [language, points[at]?.words] as const)
      const title: LocalisedText = Object.fromEntries(said)
      const speaker = lists.map(({ points }) => points[at]?.speaker).find((one) => one) ?? null
      return { clock, title: { ...standing(stored, title, left), ...title }, speaker }
    }),
  }
}

/** Where two languages part: another number of points, or another time. */
function firstDifference(own: readonly Point[], others: readonly Point[]): number | null {
  for (let at = 0; at < Math.max(own.length, others.length); at += 1) {
    const [one, twin] = [own[at], others[at]]
    if (!one || !twin || one.clock !== twin.clock) return (twin ?? one)?.line ?? at + 1
  }
  return null
}

/** What stood in some languages at the point that had one of these names. */
function standing(
  stored: readonly ProgrammeItem[],
  title: LocalisedText,
  languages: readonly TextLanguage[],
): LocalisedText {
  const before = stored.find((one) =>
    LANGUAGES.some((lang) => title[lang] && one.title[lang] === title[lang]),
  )
  const kept = languages.flatMap((language) => {
    const words = before?.title[language]
    return words ? [[language, words] as const] : []
  })
  return Object.fromEntries(kept)
}

/** The same as it is written, in one language; nothing where no point has words in it. */
export function programmeText(items: readonly ProgrammeItem[], lang: TextLanguage): string {
  if (items.every(({ title }) => !title[lang])) return ''
  return items
    .map(({ clock, title, speaker }) => {
      const words = [clock, title[lang]].filter(Boolean).join(' ')
      return speaker ? `${words} | ${speaker}` : words
    })
    .join('\n')
}

function pointsOf(text: string): { points: Point[] } | Omit<ProgrammeRefusal, 'language'> {
  const points: Point[] = []
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1
    const written = cleanLine(raw)
    if (written === '') continue
    if (points.length === mostPoints) return { refusal: 'too-many-points', line }
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
