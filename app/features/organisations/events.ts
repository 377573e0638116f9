import type { EventKind } from '../../platform/events/event.ts'

export const membershipInvited = { type: 'membership.invited', heard: true } as const satisfies EventKind
export const invitationRevoked = { type: 'membership.revoked', heard: false } as const satisfies EventKind
export const invitationAccepted = { type: 'membership.accepted', heard: false } as const satisfies EventKind
export const membershipAsked = { type: 'membership.asked', heard: true } as const satisfies EventKind
export const requestDecided = { type: 'membership.decided', heard: true } as const satisfies EventKind
export const rolesChanged = { type: 'membership.roles-changed', heard: false } as const satisfies EventKind
export const membershipEnded = { type: 'membership.ended', heard: false } as const satisfies EventKind
export const organisationCreated = { type: 'organisation.created', heard: false } as const satisfies EventKind
export const organisationSaved = { type: 'organisation.saved', heard: false } as const satisfies EventKind
export const approvalRequiredSet = {
  type: 'organisation.approval-set',
  heard: false,
} as const satisfies EventKind
export const registerImported = {
  type: 'organisation.register-imported',
  heard: false,
} as const satisfies EventKind
