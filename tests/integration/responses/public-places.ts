import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { gatherReport } from '#app/features/exports/report-gathering.server.ts'
import { outlineOf } from '#app/features/exports/report-outline.ts'
import { feedbackLetter } from '#app/features/notifications/feedback-letter.server.ts'
import { findRoundToTell } from '#app/features/responses/feedback.server.ts'
import { findFeedbackSender } from '#app/features/responses/feedback-senders.server.ts'
import { loader as apiFinding } from '#app/routes/api/finding.ts'
import { loader as apiFindings } from '#app/routes/api/findings.ts'
import { loader as apiInput } from '#app/routes/api/input.ts'
import { loader as apiInputs } from '#app/routes/api/inputs.ts'
import { loader as coverage } from '#app/routes/public/coverage.tsx'
import { loader as document } from '#app/routes/public/document.tsx'
import { loader as finding } from '#app/routes/public/finding.tsx'
import { loader as findings } from '#app/routes/public/findings.tsx'
import { loader as heard } from '#app/routes/public/heard.tsx'
import { loader as home } from '#app/routes/public/home.tsx'
import { loader as number } from '#app/routes/public/number.tsx'
import { loader as origin } from '#app/routes/public/origin.tsx'
import { loader as outcome } from '#app/routes/public/outcome.tsx'
import { loader as input } from '#app/routes/public/published-input.tsx'
import { loader as inputs } from '#app/routes/public/published-inputs.tsx'
import { loader as round } from '#app/routes/public/round.tsx'
import { loader as search } from '#app/routes/public/search.tsx'
import { loader as strategy } from '#app/routes/public/strategy.tsx'
import type { Database } from '#db/client.server.ts'
import { findingCounts, findings as findingRows } from '#db/schema/index.ts'
import { aChain } from '#tests/factories/chains.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { makeFindable } from '../discovery/findable.ts'

/** Words of the passage that the finding cites, and of the one that is only tagged. */
export const cited = 'Vi vil ha en fast kontaktperson i Granlia'
export const tagged = 'Trygge voksne ved Solbakken'

type Version = Parameters<Awaited<ReturnType<typeof aChain>>['send']>[2]

/**
 * A chain of two municipalities: one is cited, both are tagged with the finding's theme and counted in its published number,
 * 2 of 2. With `version`, how the cited one was sent.
 */
export async function aCountedChain(db: Database, version: Version = {}) {
  const text = { nb: 'Flere ber om noen å ringe: {s1}\n\n{t2} kommuner tar det opp.' }
  const chain = await aChain(db, { said: `${cited}.\nFristen er for kort.`, quote: cited, text, version })
  const other = await chain.send('Lauvnes kommune', `${tagged}.`)
  await other.publish()
  for (const passage of other.passages) await chain.tag(passage)
  const editor = await aStaffMember(db, chain.strategy, 'editor')
  const senders = [chain.sent, other].map(({ input: { id, organisationId }, version }) => ({
    ...{ inputId: id, organisationId, name: version.senderName, kind: version.senderKind },
  }))
  const { id: findingId, strategyId } = chain.finding
  const at = new Date()
  const place = { table: 'themes', row: chain.theme.id, column: 'municipality' }
  await db.insert(findingCounts).values({
    ...{ strategyId, findingId, number: 2, ...place, ofRow: 'answered', ofColumn: 'municipality' },
    ...{ seenCount: 2, seenOf: 2, seenAt: at, seenBy: editor.personId },
    ...{ frozenCount: 2, frozenOf: 2, frozenSenders: senders, frozenAt: at },
    frozenRule: { nb: 'Kommuner som har tatt opp temaet.\n\nHver avsender telles én gang.' },
  })
  await db.update(findingRows).set({ lastNumber: 2 }).where(eq(findingRows.id, findingId))
  for (const { input: own } of [chain.sent, other]) await makeFindable(db, own.id)
  return { ...chain, other, editor, db }
}

export type CountedChain = Awaited<ReturnType<typeof aCountedChain>>

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>

/** What each public place says of a chain: all that its page is drawn of, as text. Pages that are gone say 410 or 404. */
export async function publicPlaces(chain: CountedChain) {
  const at = { strategy: chain.strategy.slug, round: chain.round.slug }
  const of = (own: { id: string }) => ({ ...at, input: own.id })
  const from = { strategy: at.strategy, document: 'utkast' }
  // A search page repeats what was typed: other words of the passages than those that are looked for.
  const found = await Promise.all(
    ['kontaktperson', 'voksne'].map((word) =>
      say(search as Loader, {}, `/search?${new URLSearchParams({ ...at, q: word })}`),
    ),
  )
  return {
    finding: await say(finding, { ...at, finding: 'hjelp' }),
    findings: await say(findings, at),
    heard: await say(heard, at),
    number: await say(number, { ...at, finding: 'hjelp', number: '2' }),
    origin: await say(origin, { ...from, version: '2', anchor: 'u1.1' }),
    document: await say(document as Loader, { ...from, version: '2' }),
    outcome: await say(outcome, of(chain.sent.input)),
    otherOutcome: await say(outcome, of(chain.other.input)),
    input: await say(input, of(chain.sent.input)),
    inputs: await say(inputs, at),
    coverage: await say(coverage, at),
    strategy: await say(strategy, at),
    round: await say(round, at),
    home: await say(home as unknown as Loader, {}),
    search: found.join('\n'),
    apiFinding: await say(apiFinding, { ...at, finding: 'hjelp' }),
    apiFindings: await say(apiFindings, at),
    apiInput: await say(apiInput, of(chain.sent.input)),
    apiInputs: await say(apiInputs, at),
    report: await reportOf(chain),
    letter: await letterTo(chain, chain.other.input.id),
  }
}

/** The letter that a sender would get now; empty where it gets none. */
export async function letterTo({ round }: CountedChain, inputId: string) {
  const [told, sender] = [await findRoundToTell(round.id), await findFeedbackSender(round.id, inputId)]
  return told && sender ? (await feedbackLetter(told, sender, {}, new Date())).text : ''
}

async function say(loader: Loader, params: Record<string, string>, path = '/') {
  const request = new Request(`http://x${path}`)
  try {
    const told = await loader({ request, params, context: {} as never })
    return told instanceof Response ? `${told.status} ${await told.text()}` : JSON.stringify(told)
  } catch (thrown) {
    if (thrown instanceof Response) return `${thrown.status}`
    throw thrown
  }
}

/** All the words of a report that anyone may fetch, made now. */
async function reportOf({ round: { id: roundId } }: CountedChain) {
  const made = await gatherReport(
    { roundId, lang: 'nb', scope: 'published' },
    { now: new Date(), step: async () => {}, after: 0 },
  )
  return 'problem' in made ? made.problem : JSON.stringify(outlineOf(made))
}
