/** The public holidays of Norway (lov om helligdager § 2; lov om 1 og 17 mai). */
export type Holiday =
  | 'new-year'
  | 'maundy-thursday'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'labour-day'
  | 'constitution-day'
  | 'ascension'
  | 'whit-sunday'
  | 'whit-monday'
  | 'christmas-day'
  | 'boxing-day'

const DAY = 86_400_000

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** A day so many days after another, as '2026-09-15'; fewer than none is before. */
export const dayAfter = (day: string, days: number): string => dayOf(Date.parse(day) + days * DAY)

/** The same date so many months on; the last of the month where that is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

/** How many days there are from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** Easter Sunday, by the anonymous Gregorian reckoning (Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e, g] = [Math.floor(b / 4), b % 4, Math.floor((8 * b + 13) / 25)]
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return dayOf(Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32))
}

/** Which holiday a day is, or null. */
export function holidayOn(day: string): Holiday | null {
  const fixed: Record<string, Holiday> = {
    ...{ '01-01': 'new-year', '05-01': 'labour-day', '05-17': 'constitution-day' },
    ...{ '12-25': 'christmas-day', '12-26': 'boxing-day' },
  }
  const moving: Record<string, Holiday> = {
    ...{ '-3': 'maundy-thursday', '-2': 'good-friday', '0': 'easter-sunday', '1': 'easter-monday' },
    ...{ '39': 'ascension', '49': 'whit-sunday', '50': 'whit-monday' },
  }
  const sinceEaster = daysBetween(easterSunday(Number(day.slice(0, 4))), day)
  return fixed[day.slice(5)] ?? moving[String(sinceEaster)] ?? null
}

/** Whether offices are closed: a weekend, a holiday, or one of the two eves nobody plans for. */
export function isDayOff(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const eve = day.endsWith('-12-24') || day.endsWith('-12-31')
  return weekday === 0 || weekday === 6 || eve || holidayOn(day) !== null
}

/** The first day after another that offices are open. */
export function nextWorkingDay(day: string): string {
  const next = dayAfter(day, 1)
  return isDayOff(next) ? nextWorkingDay(next) : next
}

/** Days offices are open from the day after one day up to and including another. */
export function workingDays(from: string, to: string): number {
  const days = Math.min(Math.max(0, daysBetween(from, to)), MOST_DAYS)
  return Array.from({ length: days }, (_, at) => dayAfter(from, at + 1)).filter((day) => !isDayOff(day))
    .length
}

// Nobody counts the working days of more than this, and a mistyped year costs nothing.
const MOST_DAYS = 1_200

/** A time of year when municipalities cannot work with an answer. */
export type Break = 'summer' | 'easter' | 'christmas'

/** The times off that touch a year, with first and last day: July, the week of Easter, and Christmas to New Year. */
export function breaksOf(year: number): { name: Break; from: string; to: string }[] {
  const easter = easterSunday(year)
  return [
    { name: 'easter', from: dayAfter(easter, -8), to: dayAfter(easter, 1) },
    { name: 'summer', from: `${year}-07-01`, to: `${year}-07-31` },
    { name: 'christmas', from: `${year}-12-24`, to: `${year + 1}-01-01` },
  ]
}
