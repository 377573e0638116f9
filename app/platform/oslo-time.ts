const timeZone = 'Europe/Oslo'

const dates = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
const clocks = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })

/** The date in Norway at a moment, as '2026-09-15'. */
export const osloDate = (at: Date): string => dates.format(at)

/** What the clocks in Norway show at a moment, as '13:15'. */
export const osloClock = (at: Date): string => clocks.format(at)

const HOUR = 3_600_000

/**
 * The moment when the calendar and the clocks in Norway show this. Null when they never do: a day that is none, an hour
 * that is skipped when summer time begins. Of an hour that comes twice when it ends, the first.
 */
export function osloMoment(date: string, clock: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(clock)) return null
  const shown = Date.parse(`${date}T${clock}:00Z`)
  if (Number.isNaN(shown)) return null
  const moments = [2, 1].map((hours) => new Date(shown - hours * HOUR))
  return moments.find((at) => osloDate(at) === date && osloClock(at) === clock) ?? null
}
