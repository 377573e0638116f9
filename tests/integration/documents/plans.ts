import { v7 } from 'uuid'
import { adoptVersion } from '#app/features/documents/adoption.server.ts'
import type { AdoptionForm } from '#app/features/documents/adoption-form.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import type { Database } from '#db/client.server.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'

/** A strategy with an editor, and a plan with one published version, ready to be adopted. */
export async function aPlan(db: Database, own: Parameters<typeof aDocument>[2] = {}) {
  const strategy = await aStrategy(db)
  const editor = await aStaffMember(db, strategy, 'editor')
  const title = { nb: 'Plan for leseløftet', nn: 'Plan for leseløftet' }
  const document = await aDocument(db, strategy, { kind: 'plan', title, ...own })
  const version = await aDocumentVersion(db, document, [
    { kind: 'heading', text: { nb: 'Mål', nn: 'Mål' } },
    { kind: 'paragraph', text: { nb: 'Alle skal lese hver dag.', nn: 'Alle skal lese kvar dag.' } },
    { kind: 'paragraph', text: { nb: 'Biblioteket er åpent til klokka seks.' } },
  ])
  return { strategy, editor, document, version }
}

/** A decision as it is typed. */
export const aDecision = (own: Partial<AdoptionForm> = {}): AdoptionForm => ({
  ...{ key: v7(), titleNb: 'Vedtatt plan', titleNn: 'Vedteken plan', kind: 'official', on: '2023-03-06' },
  ...{ byNb: 'utdanningsdirektøren', byNn: 'utdanningsdirektøren', caseNumber: '23/114' },
  ...{ consultedNb: 'ledergruppen', consultedNn: 'leiargruppa', ...own },
})

/** Adopts a version, and insists that it was. */
export async function adopt(
  actor: Actor,
  version: { id: string; documentId: string },
  own: Partial<AdoptionForm> = {},
) {
  return done(await adoptVersion(actor, version.documentId, version.id, aDecision(own)))
}

/** The outcome of what must not be refused. */
export function done<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}
