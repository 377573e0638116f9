const months = [
  ...['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober'],
  ...['november', 'desember'],
]

/**
 * The day somebody wrote, as '2026-05-19': as the calendar of a case system writes it (2026-05-19), as people do
 * (19.5.2026, 19. mai 2026, 19/5-26) or as a field for dates sends it. Null when it is no day, or in no year anyone
 * can mean. Two figures are a year of this century.
 */
export function writtenDay(text: string): string | null {
  const parts =
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text.trim()) ??
    /^(?<day>\d{1,2})[.\s/-]+(?<month>\d{1,2}|\p{L}{3,9})[.\s/-]+(?<year>\d{2}(?:\d{2})?)\.?$/u.exec(
      text.trim(),
    )
  const { day = '', month = '', year = '' } = parts?.groups ?? {}
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month)
  const written = [
    year.length === 2 ? `20${year}` : year,
    String(number).padStart(2, '0'),
    day.padStart(2, '0'),
  ].join('-')
  return isDay(written) ? written : null
}

// A month by its name or the first letters of it.
const monthNumber = (name: string) =>
  months.findIndex((month) => name.length >= 3 && month.startsWith(name.toLowerCase())) + 1

function isDay(day: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(day)) return false
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** A day as people write it in a field: '2026-05-19' is '19.5.2026'. */
export function dayToWrite(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${Number(day)}.${Number(month)}.${year}`
}
