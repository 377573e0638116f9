/** What metadata and statistics may be used under: Norwegian licence for open government data 2.0, in the EU's vocabulary. */
export const dataLicence = 'http://publications.europa.eu/resource/authority/licence/NLOD_2_0'

/** The same licence for people. */
export const dataLicencePage = 'https://data.norge.no/nlod/no/2.0'

/** What every answer of the API points to: its licence, and how it is described. */
export const apiLinks = (origin: string) => ({
  license: dataLicence,
  'service-desc': `${origin}/api/v1/openapi.json`,
})
