import { v7 } from 'uuid'
import { afterAll, beforeAll } from 'vitest'
import type { AlignmentForm } from '#app/features/documents/alignment-form.ts'
import { findComparison } from '#app/features/documents/comparison.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { aDocument, aDocumentVersion, type FactoryBlock } from '#tests/factories/documents.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

/** A database of the file's own, with a strategy whose drafts are aligned. */
export function draftingRoom() {
  const t = {} as TestDatabase
  beforeAll(async () => {
    Object.assign(t, await appDatabase())
    await prepareQueue()
  })
  afterAll(() => t.end())
  return { t, aRoom: () => aRoom(t) }
}

export const nett = 'Barnehager og skoler skal ha stabilt nett inne og ute.'
export const katalog = 'Kommunene skal ta i bruk en felles tjenestekatalog innen 2029.'
export const plan = 'Hver kommune skal ha en egen plan for skytjenester og drift.'
const heading: FactoryBlock = { kind: 'heading', text: { nb: 'Infrastruktur' } }

export type Version = Awaited<ReturnType<typeof aDocumentVersion>>

async function aRoom(t: TestDatabase) {
  const strategy = await aStrategy(t.db)
  const document = await aDocument(t.db, strategy)
  const [editor, analyst, stranger] = [
    await aStaffMember(t.db, strategy, 'editor'),
    await aStaffMember(t.db, strategy, 'analyst'),
    await aStaffMember(t.db, await aStrategy(t.db), 'lead'),
  ]
  const version = (blocks: readonly FactoryBlock[], own = {}) =>
    aDocumentVersion(t.db, document, [heading, ...blocks], own)
  const asked = { strategy: strategy.slug, document: document.slug }
  const compare = (number: number, since: number | null = null) =>
    findComparison({ ...asked, number, since }, 'nb')
  return { strategy, document, editor, analyst, stranger, version, compare }
}

/** The form as the page draws it when nobody changes anything, and with other origins where they are given. */
export function formFor(
  to: Version,
  origins: Record<string, string>,
  more: Partial<AlignmentForm> = {},
): AlignmentForm {
  const from = Object.fromEntries(to.paragraphs.map(({ id, anchor }) => [id, origins[anchor] ?? '']))
  return { act: 'confirm', key: v7(), since: 1, revision: 0, from, ...more }
}
