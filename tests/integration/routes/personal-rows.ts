import { type Row, signedIn } from './matrix.ts'

const ofPerson = (rest: string): Row => ({
  at: (world) => `/workspace/personal/inputs/${world.personal.id}${rest}`,
  missing: (world) => `/workspace/personal/inputs/${world.missing.id}${rest}`,
  read: ['nobody'],
  write: ['nobody'],
  refused: 404,
})

/**
 * The workspace once more, for what somebody writes as a private person: everybody who is signed in may, each reads
 * only their own, and to others it does not exist. Rows by route as above.
 */
export const personalRows: Record<string, Row> = {
  'routes/workspace/layout': { at: () => '/workspace/personal', read: signedIn },
  'routes/workspace/overview': { at: () => '/workspace/personal', read: signedIn },
  'routes/workspace/members': {
    at: () => '/workspace/personal/members',
    read: [],
    write: [],
    refused: 404,
  },
  'routes/workspace/start': {
    at: (w) => `/workspace/personal/rounds/${w.round.id}`,
    missing: (w) => `/workspace/personal/rounds/${w.missing.id}`,
    read: signedIn,
    write: signedIn,
  },
  'routes/workspace/writing': ofPerson(''),
  'routes/workspace/autosave': { ...ofPerson('/autosave'), read: undefined, missing: undefined },
  'routes/workspace/presence': { ...ofPerson('/presence'), read: undefined, missing: undefined },
  'routes/workspace/commenting': ofPerson(`/documents/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`),
  'routes/workspace/attachments': ofPerson('/attachments'),
  // Who answers alone asks nobody, and has no body that adopts.
  'routes/workspace/sign-off': { ...ofPerson('/sign-off'), read: [], write: [] },
  'routes/workspace/no-remarks': ofPerson('/no-remarks'),
  'routes/workspace/adoption': { ...ofPerson('/adoption'), read: [], write: [] },
  'routes/workspace/submission': ofPerson('/submission'),
  'routes/workspace/receipt': { ...ofPerson('/receipt'), write: undefined },
  'routes/workspace/outcome': { ...ofPerson('/outcome'), write: undefined },
  'routes/workspace/withdrawal': ofPerson('/withdrawal'),
}
