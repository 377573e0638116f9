import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { strategiesOf, workRefusal } from '#app/features/strategies/policy.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine } from '#app/platform/rich-text/clean-text.ts'
import { people, savedSearches, strategies, themes } from '#db/schema/index.ts'
import { savedSearchRemoved, savedSearchRenamed, searchSaved } from './events.ts'
import type { Filters } from './filters.ts'
import { maxNameLength } from './forms.ts'
import { keepingRefusal, mayKeepSaved, savedSearchRefusal } from './policy.ts'
import { filtersOfStored, storedSearch, successorOf, withThemesNow } from './search-form.ts'
import { describedSearches, listRoundsOf } from './staff-names.server.ts'

/** More searches than this nobody keeps. */
const mostSaved = 100

const columns = {
  ...{ id: savedSearches.id, ownerId: savedSearches.ownerId, strategyId: savedSearches.strategyId },
  ...{ shared: savedSearches.shared, name: savedSearches.name, form: savedSearches.form },
  ...{ search: savedSearches.search, savedAt: savedSearches.savedAt, owner: people.name },
  strategy: strategies.title,
}

const saved = () =>
  database()
    .db.select(columns)
    .from(savedSearches)
    .innerJoin(people, eq(people.id, savedSearches.ownerId))
    .leftJoin(strategies, eq(strategies.id, savedSearches.strategyId))
    .$dynamic()

/** Somebody's own saved searches and those shared in the strategies they work on, by name; one that cannot be read says why. */
export async function listSavedSearches(actor: Actor) {
  const mine = strategiesOf(actor)
  const rows = await saved()
    .where(
      and(
        isNull(savedSearches.removedAt),
        or(
          eq(savedSearches.ownerId, actor.personId),
          and(eq(savedSearches.shared, true), inArray(savedSearches.strategyId, mine)),
        ),
      ),
    )
    .orderBy(asc(savedSearches.name), asc(savedSearches.id))
    .limit(500)
  const themesNow = await listThemesNow(mine)
  const read = rows.map((row) => readAsNow(row, themesNow))
  const readable = read.flatMap((one) => ('refusal' in one ? [] : [one.filters]))
  const described = (await describedSearches(readable, mine, actor.locale)).values()
  return rows.map((row, at) => {
    const { id, shared, name, savedAt, owner, strategy, ownerId } = row
    const own = read[at]
    return {
      ...{ id, shared, name, savedAt, strategy },
      owner: ownerId === actor.personId ? null : owner,
      mayKeep: mayKeepSaved(actor, row),
      ...(own && !('refusal' in own)
        ? { search: described.next().value ?? null, changed: own.changes.length > 0, refusal: null }
        : { search: null, changed: false, refusal: own?.refusal ?? 'unreadable' }),
    }
  })
}

/** A saved search in a list. */
export type SavedSearch = Awaited<ReturnType<typeof listSavedSearches>>[number]

/**
 * A saved search as it is opened now, with what has become of its themes since. One that is shared looks in its own
 * strategy. Refuses one that is not theirs to see, and one kept in a form that we do not read.
 */
export async function openSavedSearch(actor: Actor, id: string) {
  const [row] = await saved()
    .where(and(eq(savedSearches.id, id), isNull(savedSearches.removedAt)))
    .limit(1)
  if (!row || savedSearchRefusal(actor, row)) return refuse('not-found')
  const mine = strategiesOf(actor)
  const themesNow = await listThemesNow(mine)
  const own = readAsNow(row, themesNow)
  if ('refusal' in own) return refuse(own.refusal)
  const names = new Map(
    themesNow.map(({ id, code, title }) => [id, `${code} ${pick(title, actor.locale).text}`]),
  )
  const nameOf = (theme: string) => names.get(theme) ?? ''
  const changes = own.changes.map((change) => {
    if (change.kind === 'merged')
      return { kind: change.kind, from: nameOf(change.from), to: nameOf(change.to) } as const
    return change.kind === 'retired' ? ({ kind: change.kind, theme: nameOf(change.theme) } as const) : change
  })
  return { id, name: row.name, filters: await withinStrategy(own.filters, row, mine), changes }
}

/** A saved search that was opened. */
export type OpenedSearch = Exclude<Awaited<ReturnType<typeof openSavedSearch>>, { refusal: string }>

type Row = { search: unknown; form: number }
type Now = Awaited<ReturnType<typeof listThemesNow>>

function readAsNow({ search, form }: Row, themesNow: Now) {
  const filters = filtersOfStored(typeof search === 'object' ? { ...search, form } : null)
  return 'refusal' in filters ? filters : withThemesNow(filters, themesNow)
}

// Nobody chose the rounds of a strategy that has had another since.
async function withinStrategy(
  filters: Filters,
  { shared, strategyId }: { shared: boolean; strategyId: string | null },
  mine: readonly string[],
): Promise<Filters> {
  if (!shared || !strategyId || mine.length < 2 || filters.selected.round) return filters
  const round = (await listRoundsOf([strategyId])).map(({ id }) => id)
  return round.length > 0 ? { ...filters, selected: { ...filters.selected, round } } : filters
}

/** A search with what its themes became part of in their place: an address may be older than a merge. */
export async function withStandingThemes(actor: Actor, filters: Filters): Promise<Filters> {
  if (!filters.selected.theme) return filters
  const themesNow = await listThemesNow(strategiesOf(actor))
  const theme = filters.selected.theme.map((id) => successorOf(id, themesNow)?.id ?? id)
  return { ...filters, selected: { ...filters.selected, theme: [...new Set(theme)] } }
}

/** The themes of these strategies as they are now, merged and retired ones too. */
export async function listThemesNow(strategyIds: readonly string[]) {
  const rows = await database()
    .db.select({
      ...{ id: themes.id, code: themes.code, title: themes.title, strategyId: themes.strategyId },
      ...{ retiredAt: themes.retiredAt, mergedInto: themes.mergedInto, colour: themes.colour },
    })
    .from(themes)
    .where(inArray(themes.strategyId, [...strategyIds]))
    .orderBy(asc(themes.strategyId), asc(themes.position), asc(themes.code))
    .limit(2_000)
  return rows.map((row) => ({ ...row, retired: row.retiredAt !== null }))
}

type Saving = { key: string; name: string; share?: string | undefined; filters: Filters }

/**
 * Keeps a search under a name, for oneself or for everybody who works on a strategy. Refuses a missing or too long name,
 * a strategy that is not theirs, words that cannot be searched for, and more searches than anybody needs.
 */
export function saveSearch(actor: Actor, { key, name: typed, share, filters }: Saving) {
  return tx(async (tx) => {
    if (share && workRefusal(actor, share)) return refuse('not-found')
    return once(tx, actor.personId, key, 'save-search', async () => {
      const name = cleanLine(typed)
      const unnamed = nameRefusal(name)
      if (unnamed) return refuse(unnamed)
      const search = storedSearch(filters)
      if ('refusal' in search) return refuse(search.refusal)
      const own = and(eq(savedSearches.ownerId, actor.personId), isNull(savedSearches.removedAt))
      if ((await tx.$count(savedSearches, own)) >= mostSaved) return refuse('too-many-saved')
      const at = await databaseNow(tx)
      const [made] = await tx
        .insert(savedSearches)
        .values({
          ...{ ownerId: actor.personId, strategyId: share ?? null, shared: share !== undefined },
          ...{ name, form: search.form, search, savedAt: at },
        })
        .returning({ id: savedSearches.id })
      if (!made) throw new Error('nothing was saved')
      await record(tx, {
        ...{ kind: searchSaved, actorId: actor.personId, subjectId: made.id, strategyId: share ?? null, at },
        data: { shared: share !== undefined },
      })
      return { savedId: made.id }
    })
  })
}

const nameRefusal = (name: string) => {
  if (name === '') return 'name-missing' as const
  return name.length > maxNameLength ? ('name-too-long' as const) : null
}

async function holdSaved(tx: Transaction, actor: Actor, id: string) {
  const [row] = await tx.select().from(savedSearches).where(eq(savedSearches.id, id)).for('update')
  if (!row) return refuse('not-found')
  const refusal = keepingRefusal(actor, row)
  return refusal ? refuse(refusal) : row
}

type Naming = { id: string; name: string; seen: string }

/** Gives a saved search another name, for everybody. Whoever does not know the name it has by now is told. */
export function renameSavedSearch(actor: Actor, { id, name: typed, seen }: Naming) {
  return tx(async (tx) => {
    const row = await holdSaved(tx, actor, id)
    if ('refusal' in row) return row
    if (row.removedAt) return refuse('not-found')
    const name = cleanLine(typed)
    if (name === row.name) return { renamed: id }
    const unnamed = nameRefusal(name)
    if (unnamed) return refuse(unnamed)
    if (seen !== row.name) return refuse('renamed-meanwhile')
    const at = await databaseNow(tx)
    await tx.update(savedSearches).set({ name }).where(eq(savedSearches.id, id))
    const { strategyId } = row
    await record(tx, { kind: savedSearchRenamed, actorId: actor.personId, subjectId: id, strategyId, at })
    return { renamed: id }
  })
}

/** Removes a saved search for everybody. Done twice it is done once. */
export function removeSavedSearch(actor: Actor, id: string) {
  return tx(async (tx) => {
    const row = await holdSaved(tx, actor, id)
    if ('refusal' in row) return row
    if (row.removedAt) return { removed: id }
    const at = await databaseNow(tx)
    await tx
      .update(savedSearches)
      .set({ removedAt: at, removedBy: actor.personId })
      .where(eq(savedSearches.id, id))
    const { strategyId } = row
    await record(tx, { kind: savedSearchRemoved, actorId: actor.personId, subjectId: id, strategyId, at })
    return { removed: id }
  })
}
