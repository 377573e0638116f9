import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { POSITIONS } from '#app/features/analysis/position.ts'
import type { Database } from '#db/client.server.ts'
import { counties, inputs, invitations, passages, taggings } from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { type Answers, aDraft, aVersion } from '#tests/factories/inputs.ts'
import { anOrganisation, aPerson, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'

const words = (nb: string) => ({ nb })
const options = (...keys: string[]) => keys.map((key) => ({ key, label: words(key) }))

// One question of each sort that tables tell apart, one of them asked of municipalities alone.
const asked = [
  { kind: 'rich-text' },
  { kind: 'scale', options: options('1', '2', '3') },
  { kind: 'single-choice', options: options('yes', 'no'), askedOf: ['municipality'] },
  { kind: 'multiple-choice', options: options('a', 'b', 'c') },
  { kind: 'ranking', options: options('x', 'y') },
  { kind: 'acceptance', options: options('ja', 'nei') },
  { kind: 'general' },
]

const version = fc.record({
  kind: fc.constantFrom('administrative', 'adopted', 'correction', 'registered'),
  day: fc.integer({ min: 1, max: 6 }),
  late: fc.boolean(),
  noRemarks: fc.boolean(),
  answers: fc.record({
    text: fc.constantFrom(null, 'Vi trenger hjelp.\n\nOg mer tid.', ' '),
    scale: fc.constantFrom(null, 1, 3, 'no-opinion' as const),
    choice: fc.constantFrom(null, 'yes', 'no'),
    choices: fc.constantFrom(null, ['a'], ['a', 'c'], ['a', 'b', 'c']),
    order: fc.constantFrom(null, ['y', 'x'], ['x']),
    acceptance: fc.constantFrom(null, { choice: 'ja' }, { choice: '', note: 'Vi må vente.' }),
  }),
  superseded: fc.constantFrom(false, false, true),
  taggings: fc.array(
    fc.record({
      theme: fc.integer({ min: 0, max: 4 }),
      position: fc.constantFrom(null, ...POSITIONS),
      passage: fc.integer({ min: 0, max: 3 }),
      removed: fc.constantFrom(false, false, true),
    }),
    { maxLength: 4 },
  ),
})

const sender = fc.record({
  kind: fc.constantFrom('municipality', 'municipality', 'network', 'union', 'person'),
  county: fc.constantFrom('03', '50', null),
  invited: fc.boolean(),
  withdrawn: fc.constantFrom(false, false, false, true),
  versions: fc.array(version, { maxLength: 3 }),
})

type MadeSender = typeof sender extends fc.Arbitrary<infer Made> ? Made : never
type MadeVersion = MadeSender['versions'][number]

/** What a round may hold: senders of several kinds, with any versions, answers and taggings. */
export const madeSenders = fc.array(sender, { maxLength: 8 })

/** Writes a round as it was made up. */
export async function writeRound(db: Database, made: readonly MadeSender[]) {
  await db
    .insert(counties)
    .values([
      { number: '03', name: 'Innfjord' },
      { number: '50', name: 'Utfjord' },
    ])
    .onConflictDoNothing()
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy, opensAt: daysFromNow(-10) })
  const asks = await aQuestionnaire(db, round, asked)
  const themes: { id: string }[] = []
  // The second lies under the first, the third under the second, the fourth alone.
  for (let at = 0; at < 4; at++)
    themes.push(await aTheme(db, strategy, { parentId: at === 1 || at === 2 ? themes[at - 1]?.id : null }))
  const reader = await aPerson(db)
  // Merged into the second, with what still stands on it; it lay under the fourth.
  const own = { parentId: themes[3]?.id ?? null, mergedInto: themes[1]?.id ?? null, retiredAt: new Date() }
  themes.push(await aTheme(db, strategy, own))
  const place = { round, asks: asks.map(({ id }) => id), themes, readerId: reader.id }
  for (const one of made) await writeSender(db, place, one)
  return { strategy, round, asks, themes }
}

type Place = {
  round: { id: string; strategyId: string; deadlineAt: Date }
  asks: string[]
  themes: { id: string }[]
  readerId: string
}

async function writeSender(db: Database, place: Place, made: MadeSender) {
  const { round } = place
  const as = await senderOf(db, made)
  if (as.organisation && made.invited)
    await db
      .insert(invitations)
      .values({ strategyId: round.strategyId, roundId: round.id, organisationId: as.organisation.id })
  const input = as.organisation
    ? await aDraft(db, round, as.organisation)
    : only(
        await db
          .insert(inputs)
          .values({ strategyId: round.strategyId, roundId: round.id, personId: as.personId })
          .returning(),
      )
  for (const [at, version] of made.versions.entries())
    await writeVersion(db, place, input.id, { name: as.name, kind: made.kind, id: input.id }, version, at + 1)
  if (made.withdrawn) await db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
}

async function senderOf(db: Database, { kind, county }: MadeSender) {
  if (kind === 'person') {
    const { id, name } = await aPerson(db)
    return { name, personId: id, organisation: null }
  }
  const organisation = await anOrganisation(db, {
    kind,
    countyNumber: kind === 'municipality' ? county : null,
  })
  return { name: organisation.name, personId: null, organisation }
}

async function writeVersion(
  db: Database,
  { round, asks, themes, readerId }: Place,
  inputId: string,
  sender: { id: string; name: string; kind: string },
  made: MadeVersion,
  number: number,
) {
  const { kind, day, late, noRemarks } = made
  const submittedAt = daysFromNow(-day)
  const frozen = await aVersion(db, round, inputId, sender, noRemarks ? {} : answersOf(asks, made.answers), {
    ...{ number, kind, noRemarks, submittedAt, lateAt: late ? submittedAt : null },
  })
  const seen = new Set<string>()
  for (const { theme, position, passage, removed } of made.taggings) {
    const on = frozen.passages[passage % Math.max(1, frozen.passages.length)]
    const themeId = themes[theme]?.id
    // A theme stands on a passage once; what was taken away may lie under it.
    if (!on || !themeId || (!removed && seen.has(on.id + themeId))) continue
    if (!removed) seen.add(on.id + themeId)
    await db.insert(taggings).values({
      ...{ strategyId: round.strategyId, passageId: on.id, themeId, position, taggedBy: readerId },
      ...(removed && { removedAt: new Date(), removedBy: readerId }),
    })
  }
  const [first] = frozen.passages
  if (first && made.superseded)
    await db.update(passages).set({ supersededAt: new Date() }).where(eq(passages.id, first.id))
}

function answersOf(asks: string[], made: MadeVersion['answers']): Answers {
  const [text, scale, choice, choices, order, acceptance] = asks
  const given: Answers = {}
  if (text && made.text !== null) given[text] = made.text
  if (scale && made.scale !== null) given[scale] = { kind: 'scale', value: made.scale }
  if (choice && made.choice !== null) given[choice] = { kind: 'single-choice', choice: made.choice }
  if (choices && made.choices !== null)
    given[choices] = { kind: 'multiple-choice', choices: [...made.choices] }
  if (order && made.order !== null) given[order] = { kind: 'ranking', order: [...made.order] }
  if (acceptance && made.acceptance !== null) given[acceptance] = { kind: 'acceptance', ...made.acceptance }
  return given
}
