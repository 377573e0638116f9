import { ORGANISATION_KINDS, type OrganisationKind } from './organisation.ts'

type SenderKind = OrganisationKind | 'person'

/** Every sort of sender there is, private persons last. */
export const SENDER_KINDS: readonly SenderKind[] = [...ORGANISATION_KINDS, 'person']

/** The catalogue key (in `public`) of what sort of sender somebody is; a kind we do not know is "other". */
export function senderKindKey(kind: string): `kind.${SenderKind}` {
  const known: readonly string[] = SENDER_KINDS
  return known.includes(kind) ? `kind.${kind as SenderKind}` : 'kind.other'
}
