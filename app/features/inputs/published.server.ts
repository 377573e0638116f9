import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { type InputsShown, publishedInputsShown, type RoundWindow } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import type { RichTextDoc } from '#app/platform/rich-text/document.ts'
import {
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  publicAnswers,
  questions,
  registrationWithdrawals,
} from '#db/schema/index.ts'
import { type AnswerContent, answerFromRow } from './answers.ts'
import { countAttachments } from './attachments.server.ts'
import { effectiveVersions } from './effective.ts'
import { publicHandling } from './handling.ts'
import type { VersionKind } from './input.ts'
import { nameListed } from './listing-age.server.ts'
import { listPublicComments } from './published-comments.server.ts'

// The only reads that pages anyone may open make of inputs. They select the stored public text and nothing of the
// frozen answers, and give the names of organisations and of private persons who asked to stand by name; others stand
// without theirs.

type Round = RoundWindow & { id: string; inputsShown: InputsShown }

/** Who sent a published version: null for a private person who did not ask to stand by name. */
export const publicSender = sql<
  string | null
>`case when ${inputs.organisationId} is not null or ${inputVersions.naming} = 'named' then ${inputVersions.senderName} end`

/** What public pages say of a published version beside its text. */
const shownVersion = {
  id: inputVersions.id,
  number: inputVersions.number,
  kind: sql<VersionKind>`${inputVersions.kind}`.as('version_kind'),
  senderName: publicSender.as('public_sender'),
  senderKind: inputVersions.senderKind,
  senderCounty: inputVersions.senderCounty,
  aged: sql<boolean>`${inputs.organisationId} is null and not ${nameListed(inputVersions.submittedAt)}`.as(
    'aged',
  ),
  lang: inputVersions.lang,
  submittedAt: inputVersions.submittedAt,
  receivedOn: inputVersions.receivedOn,
  lateAt: inputVersions.lateAt,
}

/**
 * A question and what the public may read of the answer: what was chosen or counted, and its text, with what is masked
 * as signs; how many signs stand in it, by the law that put them there.
 */
export type PublicAnswer = {
  question: Pick<AskedQuestion, 'position' | 'title' | 'kind' | 'options' | 'settings'>
  answer: AnswerContent
  text: RichTextDoc | null
  masks: { basis: string; count: number }[]
}

const MOST_REPLACED = 20

/** A published input beside its words: who sent it, and what was taken away of it, by whom and by which law. */
export type PublicHead = {
  id: string
  sender: { name: string | null; kind: string; county: string | null }
  /** It stands by a private person's name that has aged out: lists, data and search engines are not to say it. */
  aged: boolean
  withdrawn: { at: Date; reason: string | null; byStaff: boolean } | null
  withheld: { number: number; kind: VersionKind; at: Date; basis: string }[]
}

/**
 * A published input without its words: who sent it, and what was taken away of it. Which versions count, and so may be
 * read here, is judged among those that may be read; which they replaced comes with them. Of a withdrawn input the date and
 * the reason stay; of one that is withheld as a whole the date and the law, and not even who sent it. Null when it was never
 * published, or must not be seen yet.
 */
async function findVersions(round: Round, inputId: string, now: Date) {
  if (!publishedInputsShown(round, now)) return null
  const rows = await database()
    .db.select({
      ...shownVersion,
      noRemarks: inputVersions.noRemarks,
      handling: inputVersions.handling,
      publishedAt: inputPublications.publishedAt,
      withdrawnAt: inputs.withdrawnAt,
      withdrawalReason: inputs.withdrawalReason,
      takenBackAt: registrationWithdrawals.at,
      takenBackFor: registrationWithdrawals.reason,
      withheldAt: inputWithholdings.withheldAt,
      legalBasis: inputWithholdings.legalBasis,
    })
    .from(inputs)
    .innerJoin(inputPublications, eq(inputPublications.inputId, inputs.id))
    .innerJoin(inputVersions, eq(inputVersions.id, inputPublications.versionId))
    .leftJoin(
      inputWithholdings,
      and(eq(inputWithholdings.versionId, inputVersions.id), isNull(inputWithholdings.liftedAt)),
    )
    .leftJoin(registrationWithdrawals, eq(registrationWithdrawals.versionId, inputVersions.id))
    .where(and(eq(inputs.id, inputId), eq(inputs.roundId, round.id)))
    .orderBy(asc(inputVersions.number))
    .limit(200)
  const withheld = rows.flatMap(({ number, kind, withheldAt: at, legalBasis: basis, takenBackAt }) =>
    at === null || basis === null || takenBackAt !== null ? [] : [{ number, kind, at, basis }],
  )
  const readable = rows.filter(({ withheldAt, takenBackAt }) => withheldAt === null && takenBackAt === null)
  const counting = effectiveVersions(readable)
  const latest = counting.at(-1) ?? rows.at(-1)
  if (!latest) return null
  const { withdrawnAt, withdrawalReason, senderName, senderKind, senderCounty } = latest
  const sender = { name: senderName, kind: senderKind, county: senderCounty }
  const none: typeof rows = []
  const of = (told: Partial<PublicHead>) => {
    const head: PublicHead = { id: inputId, sender, aged: false, withdrawn: null, withheld: [], ...told }
    head.aged = head.sender.name !== null && latest.aged
    return { head, counting: none, replaced: none }
  }
  const nobody = { name: null, kind: 'other', county: null }
  // What staff withheld stays so when its sender takes it back: neither the name nor the sender's own words come out.
  if (withdrawnAt && counting.length === 0)
    return of({ sender: nobody, withheld, withdrawn: { at: withdrawnAt, reason: null, byStaff: false } })
  if (withdrawnAt) return of({ withdrawn: { at: withdrawnAt, reason: withdrawalReason, byStaff: false } })
  // It may have been another's words, so it is nobody's now. Of a version that was withheld the law is told instead.
  if (counting.length === 0 && withheld.length === 0 && latest.takenBackAt)
    return of({
      sender: nobody,
      withdrawn: { at: latest.takenBackAt, reason: latest.takenBackFor, byStaff: true },
    })
  if (counting.length === 0) return of({ sender: nobody, withheld })
  const replaced = readable.filter((version) => !counting.includes(version)).slice(-MOST_REPLACED)
  return { head: of({ withheld }).head, counting, replaced }
}

/** What anyone may know of a published input beside its words; `readable`: something of it may be read. */
export async function findPublishedHead(round: Round, inputId: string, now: Date) {
  const found = await findVersions(round, inputId, now)
  return found && { ...found.head, readable: found.counting.length > 0 }
}

/**
 * A published input: what counts of it, question by question, and what was replaced; nothing of either where it was taken
 * away as a whole. Null when it was never published, or must not be seen yet.
 */
export async function findPublishedInput(round: Round, inputId: string, now: Date) {
  const found = await findVersions(round, inputId, now)
  if (!found) return null
  const { head, counting, replaced } = found
  if (counting.length === 0) return { ...head, versions: [], replaced: [] }
  const shownIds = [...counting, ...replaced].map((version) => version.id)
  const [answered, commented, files] = await Promise.all([
    listPublicAnswers(shownIds),
    listPublicComments(shownIds),
    countAttachments(shownIds),
  ])
  const shown = ({ id, number, kind, lang, ...version }: (typeof counting)[number]) => ({
    ...{ number, kind, lang, submittedAt: version.submittedAt, receivedOn: version.receivedOn },
    ...{ late: version.lateAt !== null, publishedAt: version.publishedAt, noRemarks: version.noRemarks },
    handling: version.handling && publicHandling(version.handling),
    answers: answered.filter((row) => row.versionId === id).flatMap(publicAnswer),
    comments: commented.filter((row) => row.versionId === id),
    attachments: files.get(id) ?? 0,
  })
  return {
    ...head,
    versions: counting.map(shown),
    replaced: replaced.reverse().map(shown),
  }
}

export type PublicInput = NonNullable<Awaited<ReturnType<typeof findPublishedInput>>>
export type PublicVersion = PublicInput['versions'][number]

function listPublicAnswers(versionIds: string[]) {
  return database()
    .db.select({
      versionId: publicAnswers.versionId,
      body: publicAnswers.body,
      choice: publicAnswers.choice,
      data: publicAnswers.data,
      importance: publicAnswers.importance,
      masks: publicAnswers.masks,
      position: questions.position,
      title: questions.title,
      kind: sql<AskedQuestion['kind']>`${questions.kind}`,
      options: questions.options,
      settings: questions.settings,
    })
    .from(publicAnswers)
    .innerJoin(questions, eq(questions.id, questionOfAnswer))
    .where(inArray(publicAnswers.versionId, versionIds))
    .orderBy(asc(questions.position))
    .limit(2_000)
}

// Which question an answer is to lies with the frozen answer; none of its text is read here.
const questionOfAnswer: SQL = sql`(select question_id from answers where answers.id = ${publicAnswers.answerId})`

type PublicAnswerRow = Awaited<ReturnType<typeof listPublicAnswers>>[number]

function publicAnswer({
  body,
  choice,
  data,
  importance,
  masks,
  ...question
}: PublicAnswerRow): PublicAnswer[] {
  const answer = answerFromRow(question.kind, { body: body as RichTextDoc | null, choice, data, importance })
  if (!answer) return []
  const counted = new Map<string, number>()
  for (const { legalBasis } of masks) counted.set(legalBasis, (counted.get(legalBasis) ?? 0) + 1)
  const text = body as RichTextDoc | null
  return [{ question, answer, text, masks: [...counted].map(([basis, count]) => ({ basis, count })) }]
}
