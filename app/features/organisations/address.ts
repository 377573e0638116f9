/** Where somebody asks to work for an organisation; with the token of an invitation, where it is accepted. */
export const joinPath = (token?: string) => (token === undefined ? '/join' : `/join/${token}`)

/** Telling of a body that is not here yet; with a round, on the way to answering it. */
export const newOrganisationPath = (round?: string) =>
  round === undefined ? '/join/new' : `/join/new?round=${round}`

/** Who works for an organisation. */
export const membersPath = (organisation: string) => `/workspace/${organisation}/members`

/** The organisations as administrators keep them, or one of them. */
export const organisationsAdminPath = (organisation?: string) =>
  organisation === undefined ? '/admin/organisations' : `/admin/organisations/${organisation}`
