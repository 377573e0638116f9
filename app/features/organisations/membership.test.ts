import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrganisationRole } from '../identity/actor.ts'
import { invitationState, ORGANISATION_ROLES, rolesOf, rolesRefusal } from './membership.ts'

const kari = { personId: 'kari', roles: ['approver', 'submitter'] as OrganisationRole[] }
const siri = { personId: 'siri', roles: ['contributor'] as OrganisationRole[] }

test('the last approver neither goes nor gives up the role', () => {
  expect(rolesRefusal([kari, siri], 'kari', [], true)).toBe('last-approver')
  expect(rolesRefusal([kari, siri], 'kari', ['submitter'], true)).toBe('last-approver')
  expect(rolesRefusal([kari, { ...siri, roles: ['approver', 'submitter'] }], 'kari', [], false)).toBeNull()
})

test('that nobody can send any more is said before it is done', () => {
  const jonas = { personId: 'jonas', roles: ['submitter'] as OrganisationRole[] }
  const approver = { ...kari, roles: ['approver'] as OrganisationRole[] }
  expect(rolesRefusal([approver, jonas], 'jonas', [], false)).toBe('last-submitter')
  expect(rolesRefusal([approver, jonas], 'jonas', [], true)).toBeNull()
  expect(rolesRefusal([approver, siri], 'siri', [], false)).toBeNull()
})

test('whatever is changed in whatever order, an organisation that had an approver has one', () => {
  const roles = fc.subarray([...ORGANISATION_ROLES])
  const people = fc.uniqueArray(fc.record({ personId: fc.constantFrom('a', 'b', 'c', 'd'), roles }), {
    selector: ({ personId }) => personId,
    minLength: 1,
  })
  const changes = fc.array(fc.record({ personId: fc.constantFrom('a', 'b', 'c', 'd'), roles }))
  fc.assert(
    fc.property(people, changes, (start, wishes) => {
      const has = (members: typeof start) => members.some((member) => member.roles.includes('approver'))
      let members = start
      for (const { personId, roles: wanted } of wishes)
        if (rolesRefusal(members, personId, wanted, true) === null)
          members = members.filter((m) => m.personId !== personId).concat({ personId, roles: wanted })
      expect(has(members) || !has(start)).toBe(true)
    }),
  )
})

test('an invitation works once, for a while, and until it is taken back', () => {
  const now = new Date('2026-03-01T12:00Z')
  const open = { expiresAt: new Date('2026-03-02T12:00Z'), acceptedAt: null, revokedAt: null }
  expect(invitationState(open, now)).toBe('open')
  expect(invitationState(open, open.expiresAt)).toBe('expired')
  expect(invitationState({ ...open, revokedAt: now }, now)).toBe('revoked')
  expect(invitationState({ ...open, acceptedAt: now, revokedAt: now }, now)).toBe('used')
})

test('only roles that exist are taken from a form, each once', () => {
  expect(rolesOf(['submitter', 'contributor', 'submitter', 'administrator'])).toEqual([
    'contributor',
    'submitter',
  ])
})
