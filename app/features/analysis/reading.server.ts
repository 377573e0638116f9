import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { aPagesEffort, type Effort } from '#app/features/documents/word-changes.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { commentFromRow } from '#app/features/inputs/comment.ts'
import { proposalChanges } from '#app/features/inputs/comment-changes.ts'
import { effectiveVersions } from '#app/features/inputs/effective.ts'
import type { VersionKind } from '#app/features/inputs/input.ts'
import { inReadingOrder, saidTo } from '#app/features/inputs/said-to.server.ts'
import { takenBackAt } from '#app/features/inputs/taken-back.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import type { QuestionKind } from '#app/features/questionnaires/question.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  answers,
  inputPublications,
  inputs,
  inputVersions,
  paragraphs,
  passages,
  people,
  questions,
  rounds,
  strategies,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { inTreeOrder, lineOf, MOST_THEMES } from './codebook.ts'
import type { Position } from './position.ts'

/** An input as staff see it, with its versions, newest first, which of them count, and the one that is read first. */
export async function findInput(actor: Actor, inputId: string) {
  const { db } = database()
  const [[found], versions] = await Promise.all([
    db
      .select({
        input: {
          ...{ id: inputs.id, withdrawnAt: inputs.withdrawnAt, withdrawalReason: inputs.withdrawalReason },
        },
        round: { id: rounds.id, title: rounds.title, number: rounds.number, slug: rounds.slug },
        strategy: {
          ...{ id: strategies.id, slug: strategies.slug, title: strategies.title },
          legalRegime: strategies.legalRegime,
        },
      })
      .from(inputs)
      .innerJoin(rounds, eq(rounds.id, inputs.roundId))
      .innerJoin(strategies, eq(strategies.id, inputs.strategyId))
      .where(eq(inputs.id, inputId)),
    db
      .select({
        ...{ id: inputVersions.id, number: inputVersions.number },
        kind: sql<VersionKind>`${inputVersions.kind}`,
        ...{ senderName: inputVersions.senderName, senderKind: inputVersions.senderKind },
        ...{ lang: inputVersions.lang, submittedAt: inputVersions.submittedAt, lateAt: inputVersions.lateAt },
        ...{ receivedOn: inputVersions.receivedOn, receiptNumber: inputVersions.receiptNumber },
        ...{ noRemarks: inputVersions.noRemarks, handling: inputVersions.handling },
        publishedAt: inputPublications.publishedAt,
        withheld: isWithheld(inputVersions.id),
        takenBackAt: takenBackAt(inputVersions.id),
      })
      .from(inputVersions)
      .leftJoin(inputPublications, eq(inputPublications.versionId, inputVersions.id))
      .where(eq(inputVersions.inputId, inputId))
      .orderBy(sql`${inputVersions.number} desc`)
      .limit(100),
  ])
  if (!found || versions.length === 0 || workRefusal(actor, found.strategy.id)) return refuse('not-found')
  const counting = effectiveVersions(
    versions.map((version) => ({ ...version, takenBack: version.takenBackAt !== null })),
  ).map(({ id }) => id)
  return {
    ...found,
    versions: versions.map((version) => ({ ...version, counts: counting.includes(version.id) })),
    // Of one that counts no more, its latest version is read.
    current: (versions.find(({ id }) => id === counting.at(-1)) ?? versions[0])?.number,
  }
}

// Far more than a version can hold: an answer per question, a bounded number of comments and of files.
const MOST_SAID = 2_000

// Shown numbers count from 1, whatever the positions are.
const questionPlace = sql`(select count(*) from questions before
  where before.questionnaire_id = ${questions.questionnaireId} and before.position <= ${questions.position})`.mapWith(
  Number,
)

/** What a version says, to each question, to paragraphs of the draft and in files, with its passages in order. */
export async function listAnswers(versionId: string) {
  const { db } = database()
  const [answered, cut] = await Promise.all([
    db
      .select({
        ...{ id: answers.id, text: answers.canonicalText, choice: answers.choice, data: answers.data },
        ...{ place: questionPlace, options: questions.options, said: saidTo(answers.id) },
        ...{ anchor: answers.anchor, paragraphText: paragraphs.text, importance: answers.importance },
        kind: sql<QuestionKind | null>`${questions.kind}`,
        settings: questions.settings,
      })
      .from(answers)
      .leftJoin(questions, eq(questions.id, answers.questionId))
      .leftJoin(paragraphs, eq(paragraphs.id, answers.paragraphId))
      .where(eq(answers.versionId, versionId))
      .orderBy(...inReadingOrder)
      .limit(MOST_SAID),
    db
      .select({
        ...{ id: passages.id, answerId: passages.answerId, text: passages.text, lang: passages.lang },
        ...{ origin: passages.origin, startCp: passages.startCp, madeAt: passages.madeAt },
      })
      .from(passages)
      .innerJoin(answers, eq(answers.id, passages.answerId))
      .leftJoin(questions, eq(questions.id, answers.questionId))
      .leftJoin(paragraphs, eq(paragraphs.id, answers.paragraphId))
      .where(and(eq(passages.versionId, versionId), isNull(passages.supersededAt)))
      // A paragraph, then what somebody drew a line round in it.
      .orderBy(...inReadingOrder, asc(passages.startCp), desc(passages.endCp)),
  ])
  const numbered = cut.map((passage, at) => ({ ...passage, number: at + 1 }))
  const effort = aPagesEffort()
  return answered.map(({ anchor, paragraphText, ...answer }) => ({
    ...answer,
    changes: proposalOf({ ...answer, anchor, paragraphText }, effort),
    passages: numbered.filter(({ answerId }) => answerId === answer.id),
  }))
}

type Said = Pick<typeof answers.$inferSelect, 'choice' | 'data' | 'anchor'> & {
  paragraphText: LocalisedText | null
}

/** The wording a comment proposes, against the words it is about. */
function proposalOf({ choice, data, anchor, paragraphText }: Said, effort: Effort) {
  const words = paragraphText && commentFromRow({ choice, data })
  return words && proposalChanges({ anchor, paragraphText, proposal: words.proposal }, effort)
}

/** The taggings that stand on a version, oldest first, and one that was just taken away if it is asked for. */
export function listTaggings(versionId: string, alsoRemoved: string | null) {
  const standing = isNull(taggings.removedAt)
  return database()
    .db.select({
      ...{
        id: taggings.id,
        passageId: taggings.passageId,
        position: sql<Position | null>`${taggings.position}`,
      },
      ...{ taggedAt: taggings.taggedAt, by: people.name, removedAt: taggings.removedAt },
      theme: { id: themes.id, code: themes.code, colour: themes.colour, title: themes.title },
      paragraph: { id: paragraphs.id, anchor: paragraphs.anchor },
    })
    .from(taggings)
    .innerJoin(passages, eq(passages.id, taggings.passageId))
    .leftJoin(themes, eq(themes.id, taggings.themeId))
    .leftJoin(paragraphs, eq(paragraphs.id, taggings.paragraphId))
    .innerJoin(people, eq(people.id, taggings.taggedBy))
    .where(
      and(
        eq(passages.versionId, versionId),
        alsoRemoved ? or(standing, eq(taggings.id, alsoRemoved)) : standing,
      ),
    )
    .orderBy(asc(taggings.taggedAt), asc(taggings.id))
    .limit(5_000)
}

/**
 * Where a passage of a version that was split or joined is read now: the first that begins in it or lies over its beginning.
 * Null when it stands, or is of another version.
 */
export async function findSuccessor(versionId: string, passageId: string): Promise<string | null> {
  const old = alias(passages, 'old')
  const [found] = await database()
    .db.select({ id: passages.id })
    .from(old)
    .innerJoin(passages, and(eq(passages.answerId, old.answerId), sql`${passages.endCp} > ${old.startCp}`))
    .where(
      and(
        ...[eq(old.id, passageId), eq(old.versionId, versionId), isNotNull(old.supersededAt)],
        ...[isNull(passages.supersededAt), sql`${passages.origin} <> 'span'`],
      ),
    )
    .orderBy(asc(passages.startCp))
    .limit(1)
  return found?.id ?? null
}

/** The themes one can tag with, as the tree they are: each with its depth and the titles of those above it, the top first. */
export async function listThemes(strategyId: string) {
  const rows = await database()
    .db.select({
      ...{ id: themes.id, code: themes.code, colour: themes.colour, title: themes.title },
      ...{ definition: themes.definition, parentId: themes.parentId, position: themes.position },
    })
    .from(themes)
    .where(and(eq(themes.strategyId, strategyId), isNull(themes.retiredAt)))
    .orderBy(asc(themes.position))
    .limit(MOST_THEMES)
  return inTreeOrder(rows).map(({ parentId: _, position: __, ...theme }) => ({
    ...theme,
    above: lineOf(rows, theme.id)
      .slice(1)
      .map(({ title }) => title)
      .reverse(),
  }))
}

/** An answer as staff read it, one of its passages, and a tagging that stands on one. */
export type ReadAnswer = Awaited<ReturnType<typeof listAnswers>>[number]
export type ReadPassage = ReadAnswer['passages'][number]
export type StandingTag = Awaited<ReturnType<typeof listTaggings>>[number]
