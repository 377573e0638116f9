import { v7 } from 'uuid'
import { addComment, type NewComment } from '#app/features/inputs/commenting.server.ts'
import type { Database } from '#db/client.server.ts'
import { aReadyDraft } from '../integration/inputs/room.ts'
import { aDocument, aDocumentVersion } from './documents.ts'

export const draftParagraphs = [
  'Staten dekker lisenser. Kommunene dekker utstyr hjemme hos elevene.',
  'Skoleeier skal ha en plan for digital beredskap.',
] as const

/** A draft in an open round whose document is on consultation, with its paragraphs in order. */
export async function aConsultedDraft(db: Database) {
  const ready = await aReadyDraft(db)
  const document = await aDocument(db, { id: ready.round.strategyId })
  const heading = { kind: 'heading' as const, text: { nb: 'Utstyr', nn: 'Utstyr' } }
  const paragraphs = draftParagraphs.map((nb) => ({ kind: 'paragraph' as const, text: { nb } }))
  const version = await aDocumentVersion(db, document, [heading, ...paragraphs], { roundId: ready.round.id })
  const [, first, second] = version.paragraphs
  if (!first || !second) throw new Error('The draft has no paragraphs')
  const comment = (own: Partial<NewComment> = {}): NewComment => ({
    ...{ versionId: version.id, paragraphId: first.id, lang: 'nb', marked: { quote: '' } },
    typed: { stance: 'agree', proposal: '', reason: '' },
    key: v7(),
    ...own,
  })
  const say = (inputId: string, own: Partial<NewComment> = {}) =>
    addComment(ready.writer, inputId, comment(own))
  return { ...ready, document, version, first, second, comment, say }
}
