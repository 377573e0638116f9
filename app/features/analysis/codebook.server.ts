import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { workRefusal } from '#app/features/strategies/policy.ts'
import { database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { refuse } from '#app/platform/refusal.ts'
import { cleanLine, cleanText } from '#app/platform/rich-text/clean-text.ts'
import { strategies, taggings, themes } from '#db/schema/index.ts'
import { themeCreated, themeEdited, themeRetired } from './events.ts'
import type { ThemeForm } from './forms.ts'
import { codebookRefusal } from './policy.ts'
import { normalisedCode, themeColour, themeRefusal } from './theme.ts'

const most = 500

/** The themes of a strategy in their order, retired ones last, with how many passages have each. */
export async function listCodebook(actor: Actor, strategyId: string) {
  if (workRefusal(actor, strategyId)) return refuse('not-found')
  const { db } = database()
  const [found, list] = await Promise.all([
    db
      .select({ id: strategies.id, title: strategies.title })
      .from(strategies)
      .where(eq(strategies.id, strategyId)),
    db
      .select({
        ...{ id: themes.id, code: themes.code, colour: themes.colour, title: themes.title },
        ...{ definition: themes.definition, include: themes.include, exclude: themes.exclude },
        retiredAt: themes.retiredAt,
        passages: count(taggings.id),
      })
      .from(themes)
      .leftJoin(taggings, and(eq(taggings.themeId, themes.id), isNull(taggings.removedAt)))
      .where(eq(themes.strategyId, strategyId))
      .groupBy(themes.id)
      .orderBy(sql`${themes.retiredAt} is not null`, themes.position)
      .limit(most),
  ])
  const [strategy] = found
  return strategy ? { strategy, themes: list } : refuse('not-found')
}

/** Writes a new theme, or what a theme says. Its colour and place are given once, in order of creation. */
export function writeTheme(actor: Actor, strategyId: string, form: ThemeForm & { theme?: string }) {
  return tx(async (tx) => {
    const refusal = codebookRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'write-theme', async () => {
      const standing = await holdCodebook(tx, strategyId)
      const own = standing.find(({ id }) => id === form.theme)
      if (form.theme && (!own || own.retiredAt)) return refuse('not-found')
      const draft = draftOf(form)
      const others = standing.filter((theme) => theme !== own)
      const reason = themeRefusal(
        draft,
        others.map(({ code }) => code),
      )
      if (reason) return refuse(reason)
      const at = await databaseNow(tx)
      const themeId = own
        ? await editTheme(tx, own.id, draft)
        : await createTheme(tx, draft, {
            strategyId,
            ...{ position: standing.length + 1, colour: themeColour(standing.length) },
            ...{ createdBy: actor.personId, createdAt: at },
          })
      await record(tx, {
        ...{ kind: own ? themeEdited : themeCreated, actorId: actor.personId, subjectId: themeId },
        ...{ strategyId, at },
      })
      return { themeId }
    })
  })
}

/** Takes a theme out of use. What is tagged with it stays tagged; nobody tags with it any more. */
export function retireTheme(actor: Actor, strategyId: string, themeId: string) {
  return tx(async (tx) => {
    const refusal = codebookRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    const theme = (await holdCodebook(tx, strategyId)).find(({ id }) => id === themeId)
    if (!theme) return refuse('not-found')
    if (theme.retiredAt) return { themeId }
    const at = await databaseNow(tx)
    await tx.update(themes).set({ retiredAt: at, retiredBy: actor.personId }).where(eq(themes.id, themeId))
    await record(tx, {
      ...{ kind: themeRetired, actorId: actor.personId, subjectId: themeId },
      ...{ strategyId, at },
    })
    return { themeId }
  })
}

// One writer at a time, so that codes stay apart and colours follow the order of creation.
async function holdCodebook(tx: Transaction, strategyId: string) {
  await tx
    .select({ id: strategies.id })
    .from(strategies)
    .where(eq(strategies.id, strategyId))
    .for('no key update')
  return tx
    .select({ id: themes.id, code: themes.code, retiredAt: themes.retiredAt })
    .from(themes)
    .where(eq(themes.strategyId, strategyId))
}

type Draft = ReturnType<typeof draftOf>

function draftOf(form: ThemeForm) {
  return {
    code: normalisedCode(form.code),
    title: localised(cleanLine(form.titleNb), cleanLine(form.titleNn)),
    definition: localised(cleanText(form.definitionNb), cleanText(form.definitionNn)),
    include: localised(cleanText(form.includeNb), cleanText(form.includeNn)),
    exclude: localised(cleanText(form.excludeNb), cleanText(form.excludeNn)),
  }
}

function localised(nb: string, nn: string): LocalisedText {
  return { ...(nb.trim() && { nb: nb.trim() }), ...(nn.trim() && { nn: nn.trim() }) }
}

async function createTheme(
  tx: Transaction,
  draft: Draft,
  place: Pick<typeof themes.$inferInsert, 'strategyId' | 'position' | 'colour' | 'createdBy' | 'createdAt'>,
) {
  const [made] = await tx
    .insert(themes)
    .values({ ...draft, ...place })
    .returning({ id: themes.id })
  if (!made) throw new Error('The theme was not written')
  return made.id
}

async function editTheme(tx: Transaction, themeId: string, draft: Draft) {
  await tx.update(themes).set(draft).where(eq(themes.id, themeId))
  return themeId
}
