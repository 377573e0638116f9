import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#app/features/identity/actor.ts'
import { saidTo } from '#app/features/inputs/said-to.server.ts'
import { isWithheld } from '#app/features/inputs/withheld.server.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { type InputsShown, publishedInputsShown } from '#app/features/strategies/round.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  citations,
  findings,
  inputPublications,
  inputs,
  inputVersions,
  passages,
  people,
  publicAnswers,
  rounds,
  strategies,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { publicationRefusal } from './finding.ts'
import { isMasked } from './masked-quote.ts'

/** One page of a round's findings in their order, drafts too. */
export async function listFindings(roundId: string, { page, size }: { page: number; size: number }) {
  const { db } = database()
  const ofRound = eq(findings.roundId, roundId)
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        ...{ id: findings.id, title: findings.title, updatedAt: findings.updatedAt },
        ...{ publishedAt: findings.publishedAt, updatedBy: people.name },
        ...{ code: themes.code, colour: themes.colour, themeTitle: themes.title },
        citations:
          sql`(select count(*) from ${citations} where ${citations.findingId} = ${findings.id})`.mapWith(
            Number,
          ),
      })
      .from(findings)
      .leftJoin(themes, eq(themes.id, findings.themeId))
      .leftJoin(people, eq(people.id, findings.updatedBy))
      .where(ofRound)
      .orderBy(asc(findings.position), asc(findings.id))
      .limit(size)
      .offset((page - 1) * size),
    db
      .select({ all: count(), published: count(findings.publishedAt) })
      .from(findings)
      .where(ofRound),
  ])
  return { rows, total: counted?.all ?? 0, published: counted?.published ?? 0 }
}

const author = alias(people, 'author')

/** A finding with its citations, and what stands in the way of its being public. */
export async function findFinding(actor: Actor, roundId: string, findingId: string, now: Date) {
  const { db } = database()
  const [[found], cited] = await Promise.all([
    db
      .select({
        finding: findings,
        updatedBy: author.name,
        theme: { id: themes.id, code: themes.code, colour: themes.colour, title: themes.title },
        round: rounds,
        strategy: { id: strategies.id, slug: strategies.slug, title: strategies.title },
      })
      .from(findings)
      .innerJoin(rounds, eq(rounds.id, findings.roundId))
      .innerJoin(strategies, eq(strategies.id, findings.strategyId))
      .leftJoin(themes, eq(themes.id, findings.themeId))
      .leftJoin(author, eq(author.id, findings.updatedBy))
      .where(and(eq(findings.id, findingId), eq(findings.roundId, roundId))),
    listCitations(findingId),
  ])
  if (!found || workRefusal(actor, found.strategy.id)) return refuse('not-found')
  const shown = publishedInputsShown(
    { ...found.round, inputsShown: found.round.inputsShown as InputsShown },
    now,
  )
  const citationsShown = cited.map(({ publicText, masks, publishedAt, withdrawnAt, ...citation }) => {
    const readable = shown && publishedAt && !withdrawnAt ? publicText : null
    const masked = readable !== null && isMasked(citation, { text: readable, masks: masks ?? [] })
    const asked = { quote: citation.quote, publicText: readable, masked }
    return {
      ...citation,
      withdrawn: withdrawnAt !== null,
      published: publishedAt !== null,
      asked,
      problem: publicationRefusal({ text: 'x', citations: [asked] }),
    }
  })
  const obstacle = publicationRefusal({
    text: Object.values(found.finding.text).join('\n'),
    citations: citationsShown.map(({ asked }) => asked),
  })
  return {
    ...found,
    /** Why it could not be published now, published or not; null when it could. */
    obstacle,
    citations: citationsShown.map(({ asked: _text, ...citation }) => citation),
  }
}

function listCitations(findingId: string) {
  return database()
    .db.select({
      ...{ id: citations.id, quote: citations.quote, startCp: citations.startCp, endCp: citations.endCp },
      ...{ inputId: inputs.id, versionNumber: inputVersions.number, withdrawnAt: inputs.withdrawnAt },
      ...{ senderName: inputVersions.senderName, lang: inputVersions.lang },
      ...{ publishedAt: inputPublications.publishedAt, publicText: publicAnswers.text },
      ...{ masks: publicAnswers.masks, withheld: isWithheld(citations.versionId) },
      said: saidTo(citations.answerId),
    })
    .from(citations)
    .innerJoin(inputVersions, eq(inputVersions.id, citations.versionId))
    .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
    .leftJoin(inputPublications, eq(inputPublications.versionId, citations.versionId))
    .leftJoin(publicAnswers, eq(publicAnswers.answerId, citations.answerId))
    .where(eq(citations.findingId, findingId))
    .orderBy(asc(citations.position), asc(citations.id))
    .limit(500)
}

const source = {
  ...{ passageId: passages.id, text: passages.text, lang: passages.lang },
  ...{ inputId: inputs.id, senderName: inputVersions.senderName, said: saidTo(passages.answerId) },
  withdrawnAt: inputs.withdrawnAt,
  published: sql<boolean>`${inputPublications.versionId} is not null and not ${isWithheld(passages.versionId)}`,
}

const sources = () =>
  database()
    .db.select(source)
    .from(passages)
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(inputs, eq(inputs.id, passages.inputId))
    .leftJoin(inputPublications, eq(inputPublications.versionId, passages.versionId))
    .$dynamic()

/** A passage of the round that may be cited. */
export async function findSource(roundId: string, passageId: string) {
  const [found] = await sources().where(
    and(eq(passages.id, passageId), eq(passages.roundId, roundId), isNull(passages.supersededAt)),
  )
  return found ?? null
}

/** One page of the round's passages tagged with a theme, by sender. */
export async function listTaggedWith(
  roundId: string,
  themeId: string,
  { page, size }: { page: number; size: number },
) {
  const standing = and(eq(taggings.themeId, themeId), isNull(taggings.removedAt))
  const [rows, [counted]] = await Promise.all([
    sources()
      .innerJoin(taggings, and(eq(taggings.passageId, passages.id), standing))
      .where(and(eq(passages.roundId, roundId), isNull(passages.supersededAt)))
      .orderBy(
        ...[
          asc(inputVersions.senderName),
          asc(passages.inputId),
          asc(passages.position),
          asc(passages.startCp),
        ],
      )
      .limit(size)
      .offset((page - 1) * size),
    database()
      .db.select({ total: count() })
      .from(taggings)
      .innerJoin(passages, eq(passages.id, taggings.passageId))
      .where(and(standing, eq(passages.roundId, roundId), isNull(passages.supersededAt))),
  ])
  return { rows, total: counted?.total ?? 0 }
}
