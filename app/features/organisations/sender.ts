import type { OrganisationKind } from './organisation.ts'

/** Whose it is: an organisation's or a private person's, never both. */
export type SenderIds =
  | { organisationId: string; personId: null }
  | { organisationId: null; personId: string }

/** Who somebody answers as: an organisation one works in, or oneself. */
export type Sender = SenderIds & { slug: string; name: string; kind: OrganisationKind | 'person' }
