/** A search somebody of the secretariat has saved: typed as in the search field, narrowed by sender and theme. */
export type SavedSearchContent = {
  by: string
  name: string
  typed: string
  kinds: readonly string[]
  shared: boolean
  day: number
}

export const savedSearches: readonly SavedSearchContent[] = [
  {
    ...{ by: 'hakon-rud', name: 'Kommunene om innlogging', shared: true, day: -40 },
    ...{ typed: '(innlogging ELLER pålogging) kommune', kinds: ['municipality'] },
  },
  {
    ...{ by: 'ingrid-dahl', name: 'Personvern uten avtaler', shared: false, day: -33 },
    ...{ typed: 'personvern* -avtale*', kinds: [] },
  },
]

/** All hits of a search tagged at once; `written` is how the word stands in the texts. */
export const taggedHits = {
  ...{ by: 'ingrid-dahl', theme: 'skjerm-og-bok', typed: 'nettbrett*', written: 'nettbrett' },
  ...{ day: -30, time: '10:15' },
}
