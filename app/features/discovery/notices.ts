import type { SearchNotice } from '#search/port.ts'

/** What a reader can be told of how an answer was made; the catalogue has a sentence for each. */
export type ToldNotice = Exclude<SearchNotice, 'VERIFIED_ONE_BY_ONE' | 'ANSWERED_BY_POSTGRES'>

// How an exact answer was found concerns only those who keep the house; that it took longer, only those who wait often.
const readers: Record<SearchNotice, 'everyone' | 'staff' | 'nobody'> = {
  RANKING_BOUNDED: 'everyone',
  PAGE_TOO_DEEP: 'everyone',
  EXPANSION_BOUNDED: 'everyone',
  LANGUAGE_UNSUPPORTED: 'everyone',
  FELL_BACK_TO_POSTGRES: 'staff',
  VERIFIED_ONE_BY_ONE: 'nobody',
  ANSWERED_BY_POSTGRES: 'nobody',
}

/** The notices that concern this reader. */
export function toldTo(audience: 'staff' | 'public', notices: readonly SearchNotice[]): ToldNotice[] {
  const concerns = (notice: SearchNotice): notice is ToldNotice =>
    readers[notice] === 'everyone' || (readers[notice] === 'staff' && audience === 'staff')
  return [...new Set(notices)].filter(concerns)
}
