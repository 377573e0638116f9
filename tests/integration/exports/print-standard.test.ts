import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Print, PrintBlock } from '#app/features/exports/print.ts'
import { registerPrint } from '#app/features/exports/print-pages.server.ts'
import { drawPrint } from '#app/features/exports/print-pdf.server.ts'
import { fingerprintOf, printFile } from '#app/features/exports/prints.server.ts'
import { findStrategy } from '#app/features/strategies/queries.server.ts'
import { prints } from '#db/schema/index.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import { appDatabase } from '../inputs/room.ts'
import { readTagged } from './tagged.ts'

const t = appDatabase()

const heading = (level: 0 | 1 | 2 | 3 | 4): PrintBlock => ({
  ...{ kind: 'heading', level, spans: [{ text: `Nivå ${level}, på norsk` }] },
})
const link: PrintBlock = {
  ...{ kind: 'text', spans: [{ text: 'Siden' }, { text: ' på nettet', href: 'https://innspill.example/x' }] },
}

const aPrint = (blocks: readonly PrintBlock[]): Print => ({
  ...{ lang: 'nb', title: 'Skolen', blocks, contents: 'Innhold', edition: '', sheet: 'Side {page}' },
  address: 'https://innspill.example/strategies/skolen',
})

test('no file skips a level of its headings, each link says where it leads, and no list of letters is half', async () => {
  const { slug } = await aStrategy(t.db, { goals: { nb: 'Finne ut.' }, results: { nb: 'En oversikt.' } })
  const strategy = await findStrategy(slug)
  if (!strategy) throw new Error('There is no such strategy')
  const reader = { locale: 'nb', origin: 'https://innspill.example' } as const
  const files = [
    registerPrint({ strategy, today: '2026-11-23' }, reader).print,
    aPrint([heading(0), heading(2), link, heading(2), heading(4), heading(1), heading(3), link]),
  ]
  const [register, other] = await Promise.all(files.map((print) => drawPrint(print)))
  expect((await readTagged(register ?? Buffer.of())).headings).toEqual(['H1', 'H2', 'H2'])
  expect((await readTagged(other ?? Buffer.of())).headings).toEqual(['H1', 'H2', 'H2', 'H3', 'H2', 'H3'])
  for (const bytes of [register, other]) {
    const links = bytes?.toString('latin1').match(/<<[^<>]*\/Subtype \/Link[^<>]*>>/g) ?? []
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((one) => !/\/Contents \([^)]/.test(one))).toEqual([])
    expect(bytes?.includes('/CIDSet')).toBe(false)
  }
})

test('what another hand drew, before the program was changed, is drawn again', async () => {
  const of = { page: '/strategies/skolen', print: aPrint([heading(0)]) }
  const first = await printFile(of)
  expect((await printFile(of)).sha256).toBe(first.sha256)
  const earlier = { fingerprint: fingerprintOf(of.print, 'an earlier hand'), bytes: Buffer.from('%PDF-1.3') }
  await t.db.update(prints).set(earlier).where(eq(prints.page, of.page))
  expect((await printFile(of)).bytes.subarray(0, 8).toString()).toBe('%PDF-1.7')
})
