import { v7 } from 'uuid'
import { approveFinding } from '#app/features/findings/approval.server.ts'
import { citePassage } from '#app/features/findings/citations.server.ts'
import type { FindingWriting } from '#app/features/findings/forms.ts'
import { publishFinding } from '#app/features/findings/publication.server.ts'
import { startFinding, writeFinding } from '#app/features/findings/writing.server.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

export const text = 'Innledning 🎻.\nKommunen sier «ja» til en felles løsning – men ikke før 2029.'
export const words = 'Kommunen sier «ja» til en felles løsning – men ikke før 2029.'

export function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

/** A finding just begun, in a round with one input that is sent and not published. */
export async function aBegunFinding({ db }: TestDatabase) {
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy })
  const [asked] = await aQuestionnaire(db, round)
  const sent = await aSubmittedInput(db, round, await anOrganisation(db), { [asked?.id ?? '']: text })
  const editor = await aStaffMember(db, strategy, 'editor')
  const lead = await aStaffMember(db, strategy, 'lead')
  const form = { key: v7(), titleNb: 'Fristen er for kort', titleNn: '', subject: '' }
  const { findingId } = made(await startFinding(editor, round.id, form))
  const passage = sent.passages[1]?.id ?? ''
  return { strategy, round, sent, asked, editor, lead, findingId, passage }
}

/** What the page sends when a text is saved. */
export const writing = (
  revision: number,
  textNb: string,
  own: Partial<FindingWriting> = {},
): FindingWriting => ({
  ...{ key: v7(), revision, titleNb: 'Fristen er for kort', titleNn: '', textNb, textNn: '' },
  ...{ subject: '', was: '', ...own },
})

export const cite = (
  actor: Actor,
  findingId: string,
  passage: string,
  quote: string,
  mode: 'quote' | 'paraphrase' = 'quote',
) => citePassage(actor, findingId, { passage, quote, mode, key: v7() })

/** A finding whose one paragraph cites the input, which is published; saved once after it was begun. */
export async function aCitingFinding(t: TestDatabase, textNb = 'De ber om mer tid: {s1}') {
  const begun = await aBegunFinding(t)
  const { editor, findingId, passage, sent } = begun
  made(await publishVersion(editor, sent.version.id, v7()))
  const { citationId } = made(await cite(editor, findingId, passage, words))
  made(await writeFinding(editor, findingId, writing(1, textNb)))
  return { ...begun, citationId }
}

/** Approves the revision, and publishes it. */
export async function approvedAndPublished(
  { lead, editor }: { lead: Actor; editor: Actor },
  findingId: string,
  revision: number,
) {
  made(await approveFinding(lead, findingId, { key: v7(), revision }))
  return made(await publishFinding(editor, findingId, v7()))
}
