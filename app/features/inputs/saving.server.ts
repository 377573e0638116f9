import { v7 } from 'uuid'
import type { Actor } from '#app/features/identity/actor.ts'
import { personalSlug } from '#app/features/organisations/organisation.ts'
import { type Transaction, tx } from '#app/platform/database.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { isWorthKeeping } from './answer-history.ts'
import { answerFromRow, answerToRow } from './answer-rows.ts'
import { type AnswerContent, isAnswered, parseAnswer } from './answers.ts'
import { sealed } from './content-hash.server.ts'
import { type AnswerConflict, type Saved, type SavedAnswer, sameAnswer } from './draft.ts'
import type { SentAnswer } from './forms.ts'
import { mayRead, mayWrite } from './policy.ts'
import {
  type AnswerToWrite,
  readForSaving,
  type StoredAnswer,
  writeAnswers,
} from './saving-statements.server.ts'
import { answeredInForm } from './sent-answer.ts'

/** Where a save was sent: an input, and the sender's name in the address, which must be whose input it is. */
export type Place = { inputId: string; slug?: string }

/** What saving a draft comes to, where it is not refused as a whole. */
export type SaveRefusal = 'withdrawn' | 'not-found' | 'forbidden'

type Read = Awaited<ReturnType<typeof readForSaving>>[number]
type Change = { row: AnswerToWrite; content: AnswerContent | null; outcome: SavedAnswer }

/**
 * Saves the answers that were sent, each if nobody saved it since the revision it was written from, and keeps what stood
 * there. Two statements: what there is, and what is written. Saving what is already there is no conflict and changes
 * nothing, so a save may be sent again when its answer was lost. The roles are found here: `person` need bring none.
 */
export function saveDraft(
  person: Pick<Actor, 'personId'>,
  { inputId, slug }: Place,
  sent: readonly SentAnswer[],
): Promise<Saved | Refused<SaveRefusal>> {
  const { personId } = person
  return tx(async (tx) => {
    const asked = { inputId, personId, questionIds: JSON.stringify(sent.map(({ questionId }) => questionId)) }
    const [read] = await readForSaving(tx, asked)
    const refusal = refusalOf(read, personId, slug)
    if (refusal || !read) return refuse(refusal ?? 'not-found')
    const { outcome, changes } = weigh(read, sent, personId)
    if (changes.length === 0) return outcome
    const written = await writeAnswers(tx, {
      ...{ inputId, personId },
      rows: JSON.stringify(changes.map(({ row }) => row)),
    })
    const done = new Map(written.map((row) => [row.questionId, row]))
    for (const { row, outcome: saved } of changes) {
      const made = done.get(row.question_id)
      if (made) outcome.saved.push({ ...saved, revision: made.revision })
      if (made && made.at > outcome.savedAt) outcome.savedAt = made.at
    }
    const overtaken = changes.filter(({ row }) => !done.has(row.question_id))
    return overtaken.length === 0 ? outcome : afterTheRace(tx, asked, outcome, overtaken)
  })
}

function refusalOf(read: Read | undefined, personId: string, slug: string | undefined): SaveRefusal | null {
  if (!read) return 'not-found'
  const { organisationId } = read
  const memberships = organisationId ? read.roles.map((role) => ({ organisationId, role })) : []
  const actor = { personId, memberships }
  if (!mayRead(actor, read) || (slug !== undefined && slug !== (read.slug ?? personalSlug)))
    return 'not-found'
  if (!mayWrite(actor, read)) return 'forbidden'
  return read.withdrawnAt === null ? null : 'withdrawn'
}

/** What becomes of each answer that was sent, and what is to be written. */
function weigh(read: Read, sent: readonly SentAnswer[], personId: string) {
  const { now, stored: rows } = read
  const lang = read.writtenForm === null || read.writtenForm === 'neutral' ? read.locale : read.writtenForm
  const outcome: Saved = { savedAt: now, saved: [], conflicts: [], unacceptable: [] }
  const stored = new Map(rows.map((row) => [row.question.id, row]))
  const changes: Change[] = []
  for (const { questionId, revision, read: readAnswer } of sent) {
    const stands = stored.get(questionId)
    // Files are answered where they are uploaded.
    if (stands && !answeredInForm(stands.question)) continue
    if (!stands) {
      outcome.unacceptable.push({ questionId, reason: 'no-such-question' })
      continue
    }
    const { question } = stands
    const parsed = parseAnswer(question, readAnswer(question), stands.body)
    if ('refusal' in parsed) {
      outcome.unacceptable.push({ questionId, reason: parsed.refusal })
      continue
    }
    const content = parsed.answer
    const answered = isAnswered(content)
    const theirs = answerFromRow(question.kind, stands)
    if (sameAnswer(content, theirs))
      outcome.saved.push({ questionId, revision: stands.revision, answered, simplified: false })
    else if (revision !== stands.revision) outcome.conflicts.push(conflictOf(stands, content, now))
    else {
      const row = answerToRow(content, question, lang === 'nn' ? 'nn' : 'nb')
      const stood = { row: stands, by: stands.updatedBy, at: new Date(stands.updatedAt ?? now) }
      const next = { row, by: personId, at: now }
      changes.push({
        content,
        outcome: { questionId, revision: revision + 1, answered, simplified: parsed.simplified ?? false },
        row: {
          ...{ question_id: questionId, expected: revision, ...row },
          // What freezing the answer would give, so that submitting only copies.
          ...sealedRow(sealed(question, row)),
          ...{ keep: revision > 0 && isWorthKeeping(stood, next), history_id: v7() },
        },
      })
    }
  }
  return { outcome, changes }
}

const sealedRow = ({ canonicalText: canonical_text, digest, answered }: ReturnType<typeof sealed>) => ({
  canonical_text,
  digest,
  answered,
})

/** Somebody saved between the two statements: their text is there now, and both are kept, as in any conflict. */
async function afterTheRace(
  tx: Transaction,
  asked: { inputId: string; personId: string; questionIds: string },
  outcome: Saved,
  overtaken: readonly Change[],
): Promise<Saved | Refused<SaveRefusal>> {
  const [read] = await readForSaving(tx, asked)
  const refusal = refusalOf(read, asked.personId, undefined)
  if (refusal || !read) return refuse(refusal ?? 'not-found')
  const stored = new Map(read.stored.map((row) => [row.question.id, row]))
  for (const { row, content, outcome: saved } of overtaken) {
    const stands = stored.get(row.question_id)
    if (!stands) continue
    if (sameAnswer(content, answerFromRow(stands.question.kind, stands)))
      outcome.saved.push({ ...saved, revision: stands.revision })
    else outcome.conflicts.push(conflictOf(stands, content, read.now))
  }
  return outcome
}

const conflictOf = (stands: StoredAnswer, yours: AnswerContent | null, now: Date): AnswerConflict => ({
  questionId: stands.question.id,
  yours,
  theirs: answerFromRow(stands.question.kind, stands),
  revision: stands.revision,
  theirName: stands.updatedByName,
  theirAt: stands.updatedAt === null ? now : new Date(stands.updatedAt),
})
