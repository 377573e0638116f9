import { asc, eq, sql } from 'drizzle-orm'
import { colourOf, inTreeOrder, successorOf } from '#app/features/analysis/codebook.ts'
import type { Actor } from '#app/features/identity/actor.ts'
import { isQuestionKind } from '#app/features/questionnaires/question.ts'
import { database, type Reading } from '#app/platform/database.server.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { counties, questions, rounds, strategies, taggings, themes } from '#db/schema/index.ts'
import type { AskedQuestion, ListedTheme } from './layout.ts'
import { tablesRefusal } from './policy.ts'
import type { Subject } from './subject.ts'
import type { TableKey } from './table-key.ts'

/** A round as its tables name it. */
export type TableRound = Extract<Awaited<ReturnType<typeof findTableRound>>, { id: string }>

/** A round of a strategy somebody works on; it is not found by anybody else. */
export async function findTableRound(actor: Actor, roundId: string) {
  const [found] = await database()
    .db.select({
      ...{ id: rounds.id, number: rounds.number, slug: rounds.slug, title: rounds.title },
      ...{ opensAt: rounds.opensAt, strategyId: strategies.id, strategyTitle: strategies.title },
    })
    .from(rounds)
    .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
    .where(eq(rounds.id, roundId))
    .limit(1)
  return found && !tablesRefusal(actor, found.strategyId) ? found : refuse('not-found')
}

/** The questions of a round in their order, numbered as they are shown. */
export async function listAskedQuestions(
  roundId: string,
  reading: Reading = database().db,
): Promise<AskedQuestion[]> {
  const rows = await reading
    .select({
      ...{ id: questions.id, kind: questions.kind, title: questions.title },
      ...{ options: questions.options, askedOf: questions.askedOf },
    })
    .from(questions)
    .where(eq(questions.roundId, roundId))
    .orderBy(asc(questions.position))
    .limit(200)
  return rows.flatMap(({ kind, ...question }, at) =>
    isQuestionKind(kind) ? { ...question, kind, position: at + 1 } : [],
  )
}

/** What a retired theme became part of, if it did, and whether it still stands on passages. */
type Standing = { mergedInto: string | null; retiredAt: Date | null; used: boolean }

// The columns are named in full: where only one table is selected from, drizzle leaves out which they are of.
const used = sql<boolean>`exists (select from ${taggings} standing
  where standing.theme_id = themes.id and standing.removed_at is null)`

/** The themes of a strategy as a tree: those in use by the codebook, and retired ones that still stand on passages. */
export async function listThemes(
  strategyId: string,
  reading: Reading = database().db,
): Promise<(ListedTheme & Standing)[]> {
  const rows = await reading
    .select({
      ...{ id: themes.id, code: themes.code, colour: themes.colour, title: themes.title },
      ...{ parentId: themes.parentId, position: themes.position, mergedInto: themes.mergedInto },
      ...{ retiredAt: themes.retiredAt, used },
    })
    .from(themes)
    .where(eq(themes.strategyId, strategyId))
    .limit(1000)
  return inTreeOrder(rows).map((theme) => ({ ...theme, colour: colourOf(rows, theme.id) }))
}

/** What a table is of, or that there is no such table; a merged theme leads to what it became part of. */
export async function findSubject(
  round: Pick<TableRound, 'id' | 'strategyId' | 'opensAt'>,
  key: TableKey,
  reading: Reading = database().db,
): Promise<Subject | Refused<'not-found'> | { mergedInto: string }> {
  const { kind } = key
  if (kind === 'received') return { kind }
  if (kind === 'counties') {
    const found = await reading.select().from(counties).orderBy(asc(counties.number)).limit(100)
    return { kind, counties: found, day: osloDate(round.opensAt) }
  }
  if (kind === 'questions') return { kind, questions: await listAskedQuestions(round.id, reading) }
  if (kind === 'question' || kind === 'question-positions') {
    const question = (await listAskedQuestions(round.id, reading)).find(({ id }) => id === key.questionId)
    return question ? { kind, question } : refuse('not-found')
  }
  const listed = await listThemes(round.strategyId, reading)
  if (kind !== 'theme-positions')
    return { kind, themes: listed.filter((theme) => !theme.retiredAt || (theme.used && !theme.mergedInto)) }
  const theme = listed.find(({ id }) => id === key.themeId)
  if (!theme) return refuse('not-found')
  return theme.mergedInto
    ? { mergedInto: successorOf(listed, theme.id)?.id ?? theme.mergedInto }
    : { kind, theme }
}
