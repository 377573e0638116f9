import { findAddresses } from './address-line.ts'
import { findIdentityNumbers } from './national-identity-number.ts'
import { findNames } from './personal-name.ts'
import { findPhoneNumbers } from './phone-number.ts'
import { type Span, spansOf } from './span.ts'

/** What a stretch of text may tell of somebody; the surest first, for where two kinds claim the same words. */
export const PERSONAL_DATA_KINDS = ['identity-number', 'email', 'phone', 'address', 'name'] as const

export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]

/** A stretch somebody should look at before everyone can read it. Code points, half-open; no two overlap. */
export type Proposal = { startCp: number; endCp: number; kind: PersonalDataKind }

const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/gu

/** How much of an answer is looked through, in UTF-16 units: some sixty pages. */
export const LONGEST_LOOKED_THROUGH = 200_000

/**
 * Stretches of a text that may be personal data: identity numbers, addresses of mail and of streets, phone numbers and
 * names. They are proposals for a person to judge, and nothing is masked by them. `known` are the sender's own names.
 */
export function proposeMasks(text: string, lang: string, known: readonly string[] = []): Proposal[] {
  const looked = text.slice(0, LONGEST_LOOKED_THROUGH)
  const found: Record<PersonalDataKind, Span[]> = {
    'identity-number': findIdentityNumbers(looked),
    email: spansOf(email, looked),
    phone: findPhoneNumbers(looked, lang),
    address: findAddresses(looked),
    name: findNames(looked, known),
  }
  const taken = new Uint8Array(looked.length)
  const claimed = PERSONAL_DATA_KINDS.flatMap((kind) =>
    found[kind].flatMap(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return []
      taken.fill(1, start, end)
      return { start, end, kind }
    }),
  )
  return inCodePoints(
    looked,
    claimed.sort((a, b) => a.start - b.start),
  )
}

function inCodePoints(text: string, stretches: readonly (Span & { kind: PersonalDataKind })[]): Proposal[] {
  let [unit, cp] = [0, 0]
  const until = (to: number) => {
    cp += [...text.slice(unit, to)].length
    unit = to
    return cp
  }
  return stretches.map(({ start, end, kind }) => ({ startCp: until(start), endCp: until(end), kind }))
}
