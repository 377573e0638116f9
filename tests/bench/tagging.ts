import { action } from '#app/routes/workbench/taggings.ts'
import type { Database } from '#db/client.server.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation, aStaffMember } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy } from '#tests/factories/strategies.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { pageScriptKb } from './autosave.ts'

/** How many statements tagging one passage says to the database, who is asking among them; begin and commit not counted. */
export async function measureTagging(db: Database): Promise<{ taggingQueries: number }> {
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy })
  const [question] = await aQuestionnaire(db, round)
  const sent = await aSubmittedInput(db, round, await anOrganisation(db), {
    [question?.id ?? '']: 'Vi støtter målet.\nFristen er for kort.',
  })
  const reader = await aStaffMember(db, strategy, 'analyst')
  const theme = await aTheme(db, strategy)
  const cookie = await cookieOf(db, reader.personId)
  const tag = async (at: number) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({
      act: 'tag',
      passage: sent.passages[at]?.id ?? '',
      theme: theme.id,
    }))
      body.set(name, value)
    const request = new Request('http://innspill.test/taggings', {
      method: 'POST',
      headers: { cookie },
      body,
    })
    const response = await action({ request, params: { input: sent.input.id }, context: {} as never })
    if (response.status !== 200) throw new Error(`Not tagged: ${response.status}`)
  }
  // The first request of a young session also prolongs it.
  await tag(0)
  return { taggingQueries: (await statementsOf(() => tag(1))).length }
}

/** The scripts of the page where inputs are read, in kB (gzip); null without a build. */
export const readingScriptKb = (root?: string) =>
  pageScriptKb(['root', 'routes/workbench/layout', 'routes/workbench/reading'], ['n[bn]'], root)
