import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markOfFacts, writeFacts } from '#app/features/documents/facts.server.ts'
import { documentForm } from '#app/features/documents/facts-form.ts'
import { listLinks, saveLink } from '#app/features/strategies/links.server.ts'
import { inOneForm } from '#app/features/strategies/opening-checklist.ts'
import { listPhases, writePhase } from '#app/features/strategies/phases.server.ts'
import { openingOf } from '#app/features/strategies/round-opening.server.ts'
import { documents } from '#db/schema/index.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { only } from '#tests/factories/people.ts'
import { aRound } from '#tests/factories/strategies.ts'
import { aLedStrategy, made } from '#tests/integration/strategies/registrar.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

let t: TestDatabase

beforeAll(async () => {
  t = await appDatabase()
})
afterAll(() => t.end())

const key = () => v7()
const title = { nb: 'Kartlegging', nn: 'Kartlegging', en: 'Survey', sv: 'Kartläggning' }
const fields = { titleNb: title.nb, titleNn: title.nn, titleEn: title.en, titleSv: title.sv }

test('a phase and a link are called what they are called in four languages', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const purpose = { purposeNb: 'Nå', purposeNn: '', purposeSv: ' Målet \u0000 ' }
  const days = { startsOn: '2026-01-01', endsOn: '2026-02-01' }
  made(await writePhase(lead, strategy.id, { key: key(), seen: '', ...fields, ...purpose, ...days }))
  const [phase] = made(await listPhases(lead, strategy.id)).phases.slice(-1)
  expect(phase).toMatchObject({ title, purpose: { nb: 'Nå', sv: 'Målet' } })
  const link = { kind: 'news' as const, href: 'https://example.test/' }
  made(await saveLink(lead, strategy.id, { key: key(), seen: '', ...link, ...fields }))
  expect(only(await listLinks(strategy.id)).title).toEqual(title)
})

test('a form of the facts that knows no other languages leaves them, and one that empties them takes them away', async () => {
  const { strategy, lead } = await aLedStrategy(t)
  const document = await aDocument(t.db, strategy, { title })
  const now = async () => only(await t.db.select().from(documents).where(eq(documents.id, document.id)))
  const write = async (more: object) => {
    const form = documentForm.parse({
      ...{ act: 'facts', key: key(), seen: markOfFacts(await now()), kind: document.kind },
      ...{ titleNb: title.nb, titleNn: title.nn, ...more },
    })
    if (form.act === 'facts') made(await writeFacts(lead, document.id, form))
    return now()
  }
  expect(await write({ ownerNb: 'Vi', ownerSv: 'Vi här' })).toMatchObject({
    ...{ title, owner: { nb: 'Vi', sv: 'Vi här' } },
  })
  expect(await write({ titleEn: '', titleSv: title.sv, ownerNb: 'Vi' })).toMatchObject({
    ...{ title: { nb: title.nb, nn: title.nn, sv: title.sv }, owner: { nb: 'Vi', sv: 'Vi här' } },
  })
})

test('a state body that opens a round is told of everything that lacks bokmål or nynorsk, paragraphs too', async () => {
  const { strategy } = await aLedStrategy(t)
  const round = await aRound(t.db, { strategy, title, intro: title })
  const lacking = async () => inOneForm((await openingOf(t.db, round)).texts)
  const before = (await lacking()).length
  const document = await aDocument(t.db, strategy, { title })
  const own = { roundId: round.id, publishedAt: null, title: { nb: 'Utkast 1' } }
  await aDocumentVersion(
    t.db,
    document,
    [
      { kind: 'paragraph', text: { nb: 'Vi vil.', nn: 'Vi vil.' } },
      { kind: 'paragraph', text: { nb: 'Vi skal.', nn: ' ' } },
    ],
    own,
  )
  expect((await lacking()).slice(before)).toEqual([{ nb: 'Utkast 1' }, { nb: 'Vi skal.', nn: ' ' }])
})
