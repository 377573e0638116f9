import { and, count, desc, eq, gt, ne } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { database, tx } from '#app/platform/database.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import { refuse } from '#app/platform/refusal.ts'
import { findingVersions, people, questions, themes } from '#db/schema/index.ts'
import { subjectKey } from './finding.ts'
import { findingRefusal } from './policy.ts'
import { questionNumber } from './published.server.ts'
import { subjectIn } from './subject.server.ts'
import { findVersion, lockFinding, saveWords } from './writing.server.ts'

const saves = {
  ...{ revision: findingVersions.revision, title: findingVersions.title, text: findingVersions.text },
  ...{ at: findingVersions.at, by: people.name },
}

/** A finding as it was saved once with what it was about. */
export type FoundSave = NonNullable<Awaited<ReturnType<typeof findSave>>>

/** A finding as it was saved once, and by whom. */
export type SavedVersion = Awaited<ReturnType<typeof listVersions>>['rows'][number]

/** One page of a finding's saves, the last first. The caller has asked the policy. */
export async function listVersions(findingId: string, { page, size }: { page: number; size: number }) {
  const { db } = database()
  const own = eq(findingVersions.findingId, findingId)
  const [rows, [counted]] = await Promise.all([
    db
      .select(saves)
      .from(findingVersions)
      .leftJoin(people, eq(people.id, findingVersions.by))
      .where(own)
      .orderBy(desc(findingVersions.revision))
      .limit(size)
      .offset((page - 1) * size),
    db.select({ total: count() }).from(findingVersions).where(own),
  ])
  return { rows, total: counted?.total ?? 0 }
}

/** One save of a finding with what it was about, as that is called now; null where there is none of that number. */
export async function findSave(findingId: string, revision: number) {
  const [found] = await database()
    .db.select({
      ...saves,
      theme: { id: themes.id, code: themes.code, title: themes.title },
      question: { id: questions.id, position: questionNumber, title: questions.title },
    })
    .from(findingVersions)
    .leftJoin(people, eq(people.id, findingVersions.by))
    .leftJoin(themes, eq(themes.id, findingVersions.themeId))
    .leftJoin(questions, eq(questions.id, findingVersions.questionId))
    .where(and(eq(findingVersions.findingId, findingId), eq(findingVersions.revision, revision)))
  return found ?? null
}

/** Who else saved after a revision: those whose words a merged save has taken in. */
export async function savedSince(findingId: string, revision: number, personId: string): Promise<string[]> {
  const rows = await database()
    .db.selectDistinct({ name: people.name })
    .from(findingVersions)
    .innerJoin(people, eq(people.id, findingVersions.by))
    .where(
      and(
        eq(findingVersions.findingId, findingId),
        gt(findingVersions.revision, revision),
        ne(findingVersions.by, personId),
      ),
    )
    .limit(20)
  return rows.map(({ name }) => name)
}

/**
 * Takes an earlier version back: its words become a new revision, and nothing of what was between is lost. `current` is
 * the revision that was seen; where somebody has saved since, it is refused ('stale') so that nobody's words go unseen.
 */
export function restoreVersion(
  actor: Actor,
  findingId: string,
  { key, revision, current }: { key: string; revision: number; current: number },
) {
  return tx(async (tx) => {
    const finding = await lockFinding(tx, findingId)
    if (!finding) return refuse('not-found')
    const refusal = findingRefusal(actor, finding.strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, key, 'restore-finding', async () => {
      if (finding.revision !== current) return refuse('stale')
      const version = await findVersion(tx, findingId, revision)
      if (!version) return refuse('version-missing')
      // What it was about is taken back too, unless that is out of use.
      const { themeId, questionId } = finding
      const about = await subjectIn(tx, finding, subjectKey(version))
      const subject = 'refusal' in about ? { themeId, questionId } : about
      const words = { ...version, ...subject }
      return { revision: await saveWords(tx, finding, words, actor, { restored: revision }) }
    })
  })
}
