import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll } from 'vitest'
import { standingNumbers } from '#app/features/findings/count-list.server.ts'
import { addCount } from '#app/features/findings/counts.server.ts'
import { findFinding } from '#app/features/findings/queries.server.ts'
import { startFinding, writeFinding } from '#app/features/findings/writing.server.ts'
import { prepareQueue } from '#app/platform/jobs/queue.server.ts'
import { findings } from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { approvedAndPublished, made, writing } from './written.ts'

/** A database of the file's own. Call once at the top of a test file. */
export function numbersRoom(): TestDatabase {
  const t = {} as TestDatabase
  beforeAll(async () => {
    Object.assign(t, await appDatabase())
    await prepareQueue()
  })
  afterAll(() => t.end())
  return t
}

/** A round with four municipalities, of which the first has taken up a theme, and a finding of that theme. */
export async function aCountingRound(t: TestDatabase) {
  const strategy = await aStrategy(t.db)
  const round = await aRound(t.db, { strategy })
  const [asked] = await aQuestionnaire(t.db, round)
  const sent: Awaited<ReturnType<typeof aSubmittedInput>>[] = []
  for (let at = 0; at < 4; at++) {
    const sender = await anOrganisation(t.db)
    sent.push(await aSubmittedInput(t.db, round, sender, { [asked?.id ?? '']: 'Vi trenger hjelp.' }))
  }
  const theme = await aTheme(t.db, strategy)
  const editor = await aStaffMember(t.db, strategy, 'editor')
  const lead = await aStaffMember(t.db, strategy, 'lead')
  const tag = (at: number, on: { id: string } = theme) =>
    aTagging(t.db, sent[at]?.passages[0] ?? missing(), on, editor.personId)
  await tag(0)
  const form = { key: v7(), titleNb: 'Små trenger hjelp', titleNn: '', subject: `theme:${theme.id}` }
  const { findingId } = made(await startFinding(editor, round.id, form))
  return { t, strategy, round, asked, sent, theme, editor, lead, tag, findingId }
}

function missing(): never {
  throw new Error('There is no such passage')
}

export type Counting = Awaited<ReturnType<typeof aCountingRound>>

/** A number of municipalities that have taken up the theme, as it is asked for. */
export const ofTheme = ({ theme }: Pick<Counting, 'theme'>, count = 1, of = 4) => ({
  ...{ key: v7(), table: 'themes', row: theme.id, column: 'municipality', over: 'base' as const },
  ...{ count, of },
})

export const add = (all: Counting, count = 1) => addCount(all.editor, all.findingId, ofTheme(all, count))

/** The numbers of its finding as those who write it see them. */
export const numbersOf = async ({ t, findingId }: Counting) => {
  const [finding] = await t.db.select().from(findings).where(eq(findings.id, findingId))
  return standingNumbers(finding ?? { id: findingId, text: {} }, '/tables')
}

/** What stands in the way of its finding. */
export const kindsOf = async ({ editor, round, findingId }: Counting) =>
  made(await findFinding(editor, round.id, findingId, new Date())).problems.map(({ kind }) => kind)

export const write = (all: Counting, revision: number, textNb: string) =>
  writeFinding(all.editor, all.findingId, {
    ...writing(revision, textNb),
    ...{ subject: `theme:${all.theme.id}`, was: `theme:${all.theme.id}` },
  })

/** A published finding whose text has a number. */
export async function aPublishedNumber(t: TestDatabase) {
  const all = await aCountingRound(t)
  const { number } = made(await add(all))
  made(await write(all, 1, `{t${number}} kommuner vil ha hjelp.`))
  await approvedAndPublished(all, all.findingId, 2)
  const [finding] = await t.db.select().from(findings).where(eq(findings.id, all.findingId))
  return { ...all, number, slug: finding?.slug ?? '' }
}
