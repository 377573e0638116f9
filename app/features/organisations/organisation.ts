import { type Refused, refuse } from '#app/platform/refusal.ts'

/** What sort of body an organisation is; counts by sender type use these words. */
export const ORGANISATION_KINDS = [
  'municipality',
  'county-municipality',
  'state-body',
  'network',
  'organisation',
  'school-owner',
  'private-kindergarten-owner',
  'union',
  'pupils-and-parents',
  'business',
  'other',
] as const

/** One of the kinds above. */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Who stands behind an imported input: a body of some kind, or a private person. */
export type Respondent = { respondent: 'organisation'; kind: OrganisationKind } | { respondent: 'person' }

const IMPORT_WORDS: Record<string, OrganisationKind | 'person'> = {
  kommune: 'municipality',
  fylkeskommune: 'county-municipality',
  statlig: 'state-body',
  direktorat: 'state-body',
  departement: 'state-body',
  statsforvalter: 'state-body',
  nettverk: 'network',
  organisasjon: 'organisation',
  skoleeier: 'school-owner',
  privatskole: 'school-owner',
  barnehageeier: 'private-kindergarten-owner',
  'privat barnehage': 'private-kindergarten-owner',
  fagforening: 'union',
  fagforbund: 'union',
  arbeidstakerorganisasjon: 'union',
  'elever og foreldre': 'pupils-and-parents',
  elevorganisasjon: 'pupils-and-parents',
  foreldreutvalg: 'pupils-and-parents',
  bedrift: 'business',
  næringsliv: 'business',
  leverandør: 'business',
  annet: 'other',
  andre: 'other',
  privatperson: 'person',
  person: 'person',
}

/** Who an import's type word means; our own kind words are understood as well, unknown words are refused. */
export function respondentOf(word: string): Respondent | Refused<'unknown-respondent-type'> {
  const key = word.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
  const known = Object.hasOwn(IMPORT_WORDS, key)
    ? IMPORT_WORDS[key]
    : ORGANISATION_KINDS.find((kind) => kind === key)
  if (known === undefined) return refuse('unknown-respondent-type')
  return known === 'person' ? { respondent: 'person' } : { respondent: 'organisation', kind: known }
}

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** Whether a text is a Norwegian organisation number: nine digits, the last one checking the others. */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false
  const digits = [...text].map(Number)
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0)
  return (11 - (sum % 11)) % 11 === digits[8]
}

/** Whether a text is a municipality's number: four digits, of which the first may be 0. */
export const isMunicipalityNumber = (text: string) => /^\d{4}$/.test(text)

const LETTERS: Record<string, string> = {
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  ł: 'l',
}
const LONGEST_SLUG = 60

/** A name as it stands in an address: small Latin letters, digits and hyphens; never empty. */
export function slugOf(name: string): string {
  const latin = name
    .toLowerCase()
    .replace(/[æøđðŋŧþßł]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  const words = latin.replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST_SLUG)
  return words.replace(/^-+|-+$/g, '') || 'uten-navn'
}

/** The first free slug for a name among those taken: the name's own, else with a number from 2. */
export function freeSlug(name: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  const wanted = slugOf(name)
  let slug = wanted
  for (let number = 2; used.has(slug); number += 1) slug = `${wanted}-${number}`
  return slug
}

/** The word in addresses where an organisation's name would stand: whoever is signed in, for oneself. */
export const personalSlug = 'personal'

// Words that stand where an organisation's address stands, or may come to.
const RESERVED = [personalSlug, 'new', 'import']

/** The address of an organisation among those taken; never a word that means something else there. */
export function organisationSlug(name: string, taken: Iterable<string>): string {
  return freeSlug(name, [...taken, ...RESERVED])
}
