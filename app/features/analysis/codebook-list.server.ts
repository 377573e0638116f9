import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { database } from '#app/platform/database.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import {
  inputs,
  inputVersions,
  passages,
  people,
  strategies,
  strategyStaff,
  taggings,
  themes,
} from '#db/schema/index.ts'
import { versionCounts } from '#search/counting.server.ts'
import { inTreeOrder, MOST_THEMES } from './codebook.ts'

const counts = versionCounts()

/** A theme as a list shows it: its names and its place. */
const named = {
  ...{ id: themes.id, code: themes.code, colour: themes.colour, title: themes.title },
  ...{ parentId: themes.parentId, position: themes.position },
  ...{ retiredAt: themes.retiredAt, mergedInto: themes.mergedInto },
}

/** A strategy, and the themes of its codebook as a tree read from the top, those out of use among them. */
export async function findCodebook(actor: Actor, strategyId: string) {
  if (workRefusal(actor, strategyId)) return refuse('not-found')
  const { db } = database()
  const [[strategy], list] = await Promise.all([
    db
      .select({ id: strategies.id, title: strategies.title, slug: strategies.slug })
      .from(strategies)
      .where(eq(strategies.id, strategyId)),
    db
      .select(named)
      .from(themes)
      .where(eq(themes.strategyId, strategyId))
      .orderBy(asc(themes.position))
      .limit(MOST_THEMES),
  ])
  return strategy ? { strategy, themes: inTreeOrder(list) } : refuse('not-found')
}

/** What the themes of a codebook say, and who has them. */
export async function listThemeTexts(strategyId: string) {
  return database()
    .db.select({
      ...{ id: themes.id, code: themes.code, title: themes.title, definition: themes.definition },
      ...{ include: themes.include, exclude: themes.exclude, standardAnswer: themes.standardAnswer },
      ...{ assigneeId: themes.assigneeId, assignee: people.name, createdAt: themes.createdAt },
    })
    .from(themes)
    .leftJoin(people, eq(people.id, themes.assigneeId))
    .where(eq(themes.strategyId, strategyId))
    .limit(MOST_THEMES)
}

// Only what counts: the version of an input that does, not withdrawn, and passages that were not split or joined.
const counting = and(
  isNull(taggings.removedAt),
  isNull(passages.supersededAt),
  counts,
  isNull(inputs.withdrawnAt),
)

const ofInputs = sql`count(distinct ${passages.inputId})`.mapWith(Number)
const ofPassages = sql`count(distinct ${passages.id})`.mapWith(Number)
const withPosition = sql`count(*) filter (where ${taggings.position} is not null)`.mapWith(Number)

/** On how many passages and inputs each theme is, and on how many of them it has a position. */
export function countThemes(strategyId: string) {
  return database()
    .db.select({ themeId: taggings.themeId, inputs: ofInputs, passages: ofPassages, positions: withPosition })
    .from(taggings)
    .innerJoin(passages, eq(passages.id, taggings.passageId))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(inputs, eq(inputs.id, passages.inputId))
    .where(and(eq(taggings.strategyId, strategyId), counting, sql`${taggings.themeId} is not null`))
    .groupBy(taggings.themeId)
    .limit(MOST_THEMES)
}

/** What the numbers of a codebook are held up against: inputs that count, and passages with any theme. */
export async function countCodebook(strategyId: string) {
  const { db } = database()
  const [[received], [tagged]] = await Promise.all([
    db
      .select({ inputs: sql`count(distinct ${inputVersions.inputId})`.mapWith(Number) })
      .from(inputVersions)
      .innerJoin(inputs, eq(inputs.id, inputVersions.inputId))
      .where(and(eq(inputVersions.strategyId, strategyId), isNull(inputs.withdrawnAt))),
    db
      .select({ passages: ofPassages })
      .from(taggings)
      .innerJoin(passages, eq(passages.id, taggings.passageId))
      .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
      .innerJoin(inputs, eq(inputs.id, passages.inputId))
      .where(and(eq(taggings.strategyId, strategyId), counting, sql`${taggings.themeId} is not null`)),
  ])
  return { inputs: received?.inputs ?? 0, passages: tagged?.passages ?? 0 }
}

/** Those who work on a strategy: whom a theme may be given to. */
export function listStaffNames(strategyId: string) {
  return database()
    .db.select({ id: people.id, name: people.name, roles: count() })
    .from(strategyStaff)
    .innerJoin(people, eq(people.id, strategyStaff.personId))
    .where(and(eq(strategyStaff.strategyId, strategyId), isNull(strategyStaff.endedAt)))
    .groupBy(people.id)
    .orderBy(asc(people.name))
    .limit(500)
}

/** The themes with what a file is held up against: codes and places, those out of use too. */
export function listPlaces(strategyId: string) {
  return database()
    .db.select({
      ...{ id: themes.id, code: themes.code, parentId: themes.parentId, position: themes.position },
      ...{ retiredAt: themes.retiredAt, mergedInto: themes.mergedInto },
    })
    .from(themes)
    .where(eq(themes.strategyId, strategyId))
    .limit(MOST_THEMES)
}
