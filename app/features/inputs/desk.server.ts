import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import type { QuestionKind } from '#app/features/questionnaires/question.ts'
import { database } from '#app/platform/database.server.ts'
import type { Refused } from '#app/platform/refusal.ts'
import type { RichTextDoc, RichTextNode } from '#app/platform/rich-text/document.ts'
import { answers, inputVersions, paragraphs, questions } from '#db/schema/index.ts'
import { listDecisions } from './decisions.server.ts'
import { proposalsIn } from './desk-proposals.ts'
import { LONGEST_LOOKED_THROUGH } from './personal-data.ts'
import { publicationOf } from './publication.server.ts'
import { versionsRepeating } from './repeated-words.server.ts'
import { inReadingOrder, saidTo } from './said-to.server.ts'

/**
 * A version on the desk: what it says, what the public does not get of it, what the rules propose to mask beside
 * that, and what has been decided. For those who work on its strategy.
 */
export async function findDesk(actor: Actor, versionId: string) {
  const standing = await publicationOf(actor, versionId)
  if ('refusal' in standing) return standing
  const [texts, decisions, repeated] = await Promise.all([
    listTexts(versionId),
    listDecisions(versionId),
    versionsRepeating(versionId, standing.inputId),
  ])
  const known = await namesOfSender(versionId)
  return {
    ...{ standing, texts, decisions, repeated },
    proposals: proposalsIn(texts, standing.lang, known, standing.masks),
    cut: texts.some(({ text }) => (text?.length ?? 0) > LONGEST_LOOKED_THROUGH),
  }
}

export type Desk = Exclude<Awaited<ReturnType<typeof findDesk>>, Refused>
export type DeskText = Desk['texts'][number]

/** The answers of a version and its comments on the draft as they were sent, with where their links go. For staff only. */
export async function listTexts(versionId: string) {
  const rows = await database()
    .db.select({
      ...{ id: answers.id, text: answers.canonicalText, choice: answers.choice, body: answers.body },
      said: saidTo(answers.id),
      ...{ data: answers.data, importance: answers.importance, settings: questions.settings },
      ...{ position: questions.position, title: questions.title, options: questions.options },
      kind: sql<QuestionKind | null>`${questions.kind}`,
    })
    .from(answers)
    .leftJoin(questions, eq(questions.id, answers.questionId))
    .leftJoin(paragraphs, eq(paragraphs.id, answers.paragraphId))
    // What stands in a file is never public, so nobody decides here what of it may be read.
    .where(and(eq(answers.versionId, versionId), isNull(answers.attachmentId)))
    .orderBy(...inReadingOrder)
    .limit(1_000)
  return rows.map(({ body, ...row }) => ({ ...row, links: [...linksIn(body as RichTextDoc | null)] }))
}

// Where a link goes is public too, and is not seen in the text.
function linksIn(node: RichTextNode | RichTextDoc | null, found = new Set<string>()): Set<string> {
  if (node && 'marks' in node)
    for (const { type, attrs } of node.marks ?? [])
      if (type === 'link' && typeof attrs?.href === 'string') found.add(attrs.href)
  for (const child of node?.content ?? []) linksIn(child, found)
  return found
}

/** Whoever stands by name on open pages does so in the text too; other private persons do not. */
async function namesOfSender(versionId: string): Promise<string[]> {
  const [version] = await database()
    .db.select({
      ...{ name: inputVersions.senderName, kind: inputVersions.senderKind },
      naming: inputVersions.naming,
    })
    .from(inputVersions)
    .where(eq(inputVersions.id, versionId))
  return version && (version.kind !== 'person' || version.naming === 'named') ? [version.name] : []
}
