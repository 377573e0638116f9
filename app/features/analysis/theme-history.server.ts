import { desc, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#app/features/identity/actor.ts'
import { markOf } from '#app/features/strategies/seen.server.ts'
import { database, type Transaction } from '#app/platform/database.server.ts'
import type { EventKind } from '#app/platform/events/event.ts'
import { record } from '#app/platform/events/record.server.ts'
import { cleanText } from '#app/platform/rich-text/clean-text.ts'
import { people, themeEvents, themes } from '#db/schema/index.ts'
import type { ThemeText } from './theme-text.ts'

/** A short mark of what a theme says: a form that carries another was drawn from an older text. */
export const textMark = ({ code, title, definition, include, exclude, ...theme }: ThemeText) =>
  markOf({
    ...{ code, title, definition, include: include ?? {}, exclude: exclude ?? {} },
    ...{ standardAnswer: theme.standardAnswer ?? {}, assigneeId: theme.assigneeId },
  })

type Happened = {
  kind: EventKind
  at: Date
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  otherThemeId?: string
  reason?: string | undefined
}

/** Writes what happened to a theme: in its history, with what it said and why, and on record without the words. */
export async function remember(
  tx: Transaction,
  actor: Actor,
  theme: { id: string; strategyId: string },
  { kind, at, reason, ...happened }: Happened,
) {
  const { id: themeId, strategyId } = theme
  const why = reason && cleanText(reason).trim()
  await tx.insert(themeEvents).values({
    ...{ strategyId, themeId, kind: kind.type.replace(/^theme\./, ''), at, by: actor.personId },
    ...{ ...happened, reason: why || null },
  })
  const { otherThemeId } = happened
  await record(tx, {
    ...{ kind, actorId: actor.personId, subjectId: themeId, strategyId, at },
    data: { ...(otherThemeId && { otherThemeId }) },
  })
}

const other = alias(themes, 'other')

/** One page of what happened to a theme, and to others together with it, newest first; and how much there is in all. */
export async function listThemeHistory(themeId: string, { page, size }: { page: number; size: number }) {
  const of = or(eq(themeEvents.themeId, themeId), eq(themeEvents.otherThemeId, themeId))
  const rows = await database()
    .db.select({
      ...{ id: themeEvents.id, kind: themeEvents.kind, at: themeEvents.at, reason: themeEvents.reason },
      ...{ before: themeEvents.before, after: themeEvents.after, by: people.name },
      theme: { id: themes.id, code: themes.code, title: themes.title },
      other: { id: other.id, code: other.code, title: other.title },
      total: sql`count(*) over ()`.mapWith(Number),
    })
    .from(themeEvents)
    .innerJoin(people, eq(people.id, themeEvents.by))
    .innerJoin(themes, eq(themes.id, themeEvents.themeId))
    .leftJoin(other, eq(other.id, themeEvents.otherThemeId))
    .where(of)
    .orderBy(desc(themeEvents.at), desc(themeEvents.id))
    .limit(size)
    .offset((page - 1) * size)
  return { events: rows, total: rows[0]?.total ?? 0 }
}
