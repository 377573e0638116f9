/** What is known when it is decided whether to build a new index. */
export type Known = {
  readonly live: { readonly settingsHash: string } | null
  readonly building: boolean
  readonly asked: boolean
  readonly settingsHash: string
  /** Since an index was given up before anybody searched it; null when none was. */
  readonly minutesSinceGivenUp: number | null
}

/** One that was given up is not tried again at once: it may be given up again. */
const restMinutes = 1

/** Why a new index must be built: there is none, it is set up otherwise than we do now, or it was asked for. */
export function reasonToBuild(known: Known): 'asked' | 'missing' | 'settings' | null {
  if (known.building) return null
  if (known.asked) return 'asked'
  if (known.minutesSinceGivenUp !== null && known.minutesSinceGivenUp < restMinutes) return null
  if (!known.live) return 'missing'
  return known.live.settingsHash === known.settingsHash ? null : 'settings'
}

/** Hours since each kind of comparison of the live index. */
export type Compared = { readonly counts: number; readonly full: number }

/** Which comparison is due at this hour of the day: the numbers every hour, all of it every night. */
export function dueCheck({ counts, full }: Compared, hour: number): 'counts' | 'full' | null {
  const night = hour >= 1 && hour < 5
  if (full >= 36 || (night && full >= 12)) return 'full'
  return counts >= 1 ? 'counts' : null
}

/** How many documents a new index may lack, each of which failed alone, and still be searched. */
export function acceptableLosses(documents: number): number {
  return Math.max(10, Math.floor(documents / 100))
}
