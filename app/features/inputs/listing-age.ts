import { osloDate } from '../../platform/oslo-time.ts'

/**
 * Whether the name of a private person still stands in lists, in search, in the sitemap and in open data: for a year from
 * the day the version was sent, that day next year included (offentlegforskrifta § 6 fourth paragraph; nordic-practice B3).
 * After that the input's own page alone says who sent it. Organisations never age out. `now` is the database's time; days
 * are those of Norway. `nameListed` in listing-age.server.ts says the same in SQL.
 */
export function isNameListed(submittedAt: Date, now: Date): boolean {
  const [year = '', month = '', day = ''] = osloDate(submittedAt).split('-')
  const leap = month === '02' && day === '29'
  const last = `${String(Number(year) + 1).padStart(4, '0')}-${month}-${leap ? '28' : day}`
  return osloDate(now) <= last
}
