import { and, asc, eq, ne } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { type AskedQuestion, askedColumns } from '#app/features/questionnaires/queries.server.ts'
import { database } from '#app/platform/database.server.ts'
import { answers, inputVersions, people, questionnaires, questions } from '#db/schema/index.ts'
import { type AnswerContent, answerFromRow } from './answers.ts'
import { findOwnInput, listSentVersions, type OwnInputHead, type SentVersion } from './drafts.server.ts'

/** The proof of what was received, and what it was. */
export type Receipt = OwnInputHead & {
  version: SentVersion & {
    deadlineAt: Date
    senderName: string
    senderNumber: string | null
    submittedByName: string | null
    contentHash: string
    lang: string
  }
  /** Every version that was sent, this one among them, the newest first. */
  versions: SentVersion[]
  questions: (AskedQuestion & { answer: AnswerContent | null })[]
}

/** The receipt of the latest version, or of the one asked for; null when nothing was sent or it is not the actor's. */
export async function findReceipt(
  actor: Actor,
  slug: string,
  inputId: string,
  number: number | null,
): Promise<Receipt | null> {
  const head = await findOwnInput(actor, slug, inputId)
  if (!head) return null
  const versions = await listSentVersions(inputId)
  const sent = number === null ? versions[0] : versions.find((version) => version.number === number)
  if (!sent) return null
  const [[details], frozen] = await Promise.all([findDetails(sent.id), listFrozen(head.round.id, sent.id)])
  return details ? { ...head, versions, version: { ...sent, ...details }, questions: frozen } : null
}

function findDetails(versionId: string) {
  return database()
    .db.select({
      deadlineAt: inputVersions.deadlineAt,
      senderName: inputVersions.senderName,
      senderNumber: inputVersions.senderNumber,
      submittedByName: people.name,
      contentHash: inputVersions.contentHash,
      lang: inputVersions.lang,
    })
    .from(inputVersions)
    .leftJoin(people, and(eq(people.id, inputVersions.submittedBy), ne(inputVersions.kind, 'registered')))
    .where(eq(inputVersions.id, versionId))
}

async function listFrozen(roundId: string, versionId: string) {
  const rows = await database()
    .db.select({
      question: askedColumns,
      ...{ body: answers.body, choice: answers.choice, data: answers.data, importance: answers.importance },
    })
    .from(questionnaires)
    .innerJoin(questions, eq(questions.questionnaireId, questionnaires.id))
    .leftJoin(answers, and(eq(answers.questionId, questions.id), eq(answers.versionId, versionId)))
    .where(eq(questionnaires.roundId, roundId))
    .orderBy(asc(questions.position))
    .limit(200)
  return rows.map(({ question, ...row }, at) => ({
    ...{ ...question, position: at + 1 },
    answer: answerFromRow(question.kind, row),
  }))
}
