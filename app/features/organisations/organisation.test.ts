import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  freeSlug,
  isOrganisationNumber,
  ORGANISATION_KINDS,
  organisationSlug,
  respondentOf,
  slugOf,
} from './organisation.ts'

test('an import says in Norwegian what sort of body it comes from', () => {
  expect(respondentOf('kommune')).toEqual({ respondent: 'organisation', kind: 'municipality' })
  expect(respondentOf(' Fylkeskommune ')).toEqual({ respondent: 'organisation', kind: 'county-municipality' })
  expect(respondentOf('statlig')).toEqual({ respondent: 'organisation', kind: 'state-body' })
  expect(respondentOf('Nettverk')).toEqual({ respondent: 'organisation', kind: 'network' })
  expect(respondentOf('organisasjon')).toEqual({ respondent: 'organisation', kind: 'organisation' })
})

test('a private person is not an organisation', () => {
  expect(respondentOf('privatperson')).toEqual({ respondent: 'person' })
})

test('the kinds themselves are understood, unknown words are refused', () => {
  for (const kind of ORGANISATION_KINDS)
    expect(respondentOf(kind)).toEqual({ respondent: 'organisation', kind })
  for (const word of ['', 'komune', 'constructor', 'toString']) {
    expect(respondentOf(word)).toEqual({ refusal: 'unknown-respondent-type' })
  }
})

test('an organisation number carries its own check digit', () => {
  for (const real of ['971032146', '872417842']) expect(isOrganisationNumber(real)).toBe(true)
  for (const wrong of ['971032147', '917032146', '97103214', '9710321460', '97103214a', '', '٩٧١٠٣٢١٤٦']) {
    expect(isOrganisationNumber(wrong)).toBe(false)
  }
})

test('no single digit of an organisation number can be changed unnoticed', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, step) => {
      const digits = [...'971032146']
      digits[at] = String((Number(digits[at]) + step) % 10)
      return !isOrganisationNumber(digits.join(''))
    }),
  )
})

test('a name becomes an address with Norwegian and Sámi letters written out', () => {
  expect(slugOf('Nordre Å og Sørøy kommune')).toBe('nordre-a-og-soroy-kommune')
  expect(slugOf('Bjørkåsen – Ærlig & Co.')).toBe('bjorkasen-aerlig-co')
  expect(slugOf('Čáhcesuolu gielda Đŋšŧž')).toBe('cahcesuolu-gielda-dnstz')
  expect(slugOf('  ')).toBe('uten-navn')
})

test('an address holds only small letters, digits and single hyphens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name))),
  )
})

test('two bodies of one name get two addresses', () => {
  expect(freeSlug('Fjellvik kommune', [])).toBe('fjellvik-kommune')
  expect(freeSlug('Fjellvik kommune', ['fjellvik-kommune', 'fjellvik-kommune-2'])).toBe('fjellvik-kommune-3')
})

test("no organisation gets the address that is everybody's own, or a word that means something else there", () => {
  expect(organisationSlug('Personal', [])).toBe('personal-2')
  expect(organisationSlug('New', ['new-2'])).toBe('new-3')
  expect(organisationSlug('Fjellvik kommune', ['fjellvik-kommune'])).toBe('fjellvik-kommune-2')
})
