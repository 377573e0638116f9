import { type LocalisedText, pick, type TextLanguage } from '../../platform/localised-text.ts'

/** A measure is done; a mission is what several measures serve; what is set aside is deliberately not given priority. */
export const MEASURE_KINDS = ['mission', 'measure', 'set-aside'] as const

/** How far a measure had come in a year. */
export const MEASURE_STATES = ['not-started', 'under-way', 'done', 'stopped'] as const
export type MeasureState = (typeof MEASURE_STATES)[number]

const longestCode = 12

/** A code as it is stored and shown: 't 1' is T1. */
export const normalisedMeasureCode = (code: string) => code.toUpperCase().replace(/\s+/g, '')

export type MeasureRefusal = 'code-not-a-code' | 'code-taken' | 'title-missing'

/** Why a measure cannot be written. Codes are never used again: `taken` holds those of retired measures too. */
export function measureRefusal(
  { code, title }: { code: string; title: LocalisedText },
  taken: readonly string[],
): MeasureRefusal | null {
  if (code.length > longestCode || !/^[A-ZÆØÅ]{1,3}[0-9]+([.-][0-9]+)*$/.test(code)) return 'code-not-a-code'
  if (taken.includes(code)) return 'code-taken'
  return title.nb || title.nn ? null : 'title-missing'
}

/** The years a document's measures are reported for. */
export type Reporting = { periodFrom: number | null; periodTo: number | null; adoptedOn: string | null }

const mostYears = 12

/**
 * The years there is or should be a status for: from the first of the period (or the year of the decision) until now
 * or the end of the period, and every year somebody has reported for. The latest twelve.
 */
export function reportingYears(document: Reporting, reported: readonly number[], thisYear: number): number[] {
  const first = document.periodFrom ?? (document.adoptedOn ? Number(document.adoptedOn.slice(0, 4)) : null)
  const last = Math.min(document.periodTo ?? thisYear, thisYear)
  const due =
    first === null ? [] : Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  return [...new Set([...due.slice(-mostYears), ...reported])].sort((a, b) => a - b).slice(-mostYears)
}

export type StatusRefusal = 'not-reported-on' | 'year-in-future' | 'year-too-early'

/** Why a status cannot be noted: only measures in use have one, for years that have begun. */
export function statusRefusal(
  measure: { kind: string; retiredAt: Date | null },
  year: number,
  thisYear: number,
): StatusRefusal | null {
  if (measure.kind !== 'measure' || measure.retiredAt) return 'not-reported-on'
  if (year > thisYear) return 'year-in-future'
  return year < 1990 ? 'year-too-early' : null
}

/** A stretch of a text: plain words, a code of the same document, or an address on the web. */
export type Stretch = { text: string; code?: string; href?: string }

/**
 * A text with the codes it names and the addresses it gives found, so that a measure leads to its mission and to its
 * documentation (nordic-practice A0.12). Only http and https, and only codes that there are.
 */
export function stretches(text: string, codes: ReadonlySet<string>): Stretch[] {
  const found: Stretch[] = []
  const plain = (words: string) => words && found.push({ text: words })
  let from = 0
  for (const match of text.matchAll(/https?:\/\/[^\s<>«»"]+|[A-ZÆØÅ]{1,3}[0-9]+(?:[.-][0-9]+)*/g)) {
    const isAddress = match[0].startsWith('http')
    const words = isAddress ? match[0].replace(/[.,;:!?)\]]+$/, '') : match[0]
    const partOfWord = /[\p{L}\p{N}]/u.test(text.at(match.index - 1) ?? '') && match.index > 0
    const runsOn = /^\p{L}/u.test(text.slice(match.index + words.length))
    if (isAddress ? !URL.canParse(words) : partOfWord || runsOn || !codes.has(words)) continue
    plain(text.slice(from, match.index))
    found.push(isAddress ? { text: words, href: words } : { text: words, code: words })
    from = match.index + words.length
  }
  plain(text.slice(from))
  return found
}

/** The measures that name a mission in their goal, as the reader of a language sees them. */
export function servingMission<M extends { code: string; kind: string; goal: LocalisedText | null }>(
  mission: { code: string },
  all: readonly M[],
  language: TextLanguage,
): M[] {
  const codes = new Set([mission.code])
  return all.filter(
    ({ kind, goal }) =>
      kind === 'measure' && stretches(pick(goal ?? {}, language).text, codes).some(({ code }) => code),
  )
}
