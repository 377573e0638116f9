import { ORGANISATION_KINDS, type OrganisationKind } from './organisation.ts'

type SenderKind = OrganisationKind | 'person'

/** The catalogue key (in `public`) of what sort of sender somebody is; a kind we do not know is "other". */
export function senderKindKey(kind: string): `kind.${SenderKind}` {
  const known: readonly string[] = [...ORGANISATION_KINDS, 'person']
  return known.includes(kind) ? `kind.${kind as SenderKind}` : 'kind.other'
}
