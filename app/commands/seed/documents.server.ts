import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { canonicalAdoptedText } from '#app/features/documents/adoption.ts'
import { fingerprint } from '#app/features/documents/fingerprint.server.ts'
import { numberParagraphs } from '#app/features/documents/paragraph.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import type { PlanBlock, PlanContent } from '#db/seed/content/plan/document.ts'
import { earlierPlan } from '#db/seed/content/plan/earlier-plan.ts'
import { planMeasures } from '#db/seed/content/plan/measures.ts'
import { plan } from '#db/seed/content/plan/plan.ts'
import { subPlans } from '#db/seed/content/plan/sub-plans.ts'
import { found, type Seeded } from './frame.server.ts'
import { osloDay, osloTime } from './oslo-time.ts'

type Place = { strategyId: string; today: Date; thisYear: number; editor: string }

/** An adopted plan with sub-plans, two of them missing, and measures; and the older plan it took the place of. */
export async function seedDocuments(tx: Transaction, { strategyId, today, people, editor }: Seeded) {
  const place = {
    ...{ strategyId, today, editor: found(people.get(editor), editor).id },
    thisYear: Number(osloDay(today, 0).slice(0, 4)),
  }
  const earlierId = await seedPlan(tx, place, earlierPlan, null)
  const planId = await seedPlan(tx, place, plan, earlierId)
  await seedSubPlans(tx, place, planId)
  await seedMeasures(tx, place, planId)
}

async function seedPlan(tx: Transaction, place: Place, content: PlanContent, supersedesId: string | null) {
  const { strategyId, thisYear, editor } = place
  const { slug, title, subtitle, owner, contact, years, adoption } = content
  const documentId = v7()
  await tx.insert(schema.documents).values({
    ...{ id: documentId, strategyId, slug, kind: 'plan', title, subtitle, owner, contact, supersedesId },
    ...{ periodFrom: thisYear + years.from, periodTo: thisYear + years.to },
  })
  const adoptedOn = `${thisYear + years.from}-${adoption.on}`
  const at = daysAfter(adoptedOn, place.today, 3)
  const { versionId, blocks } = await seedVersion(tx, place, documentId, content, at)
  const text = { document: title, version: content.version, adoptedBy: adoption.by, adoptedOn, blocks }
  await tx
    .update(schema.documentVersions)
    .set({
      ...{ adoptedOn, adoptedBy: adoption.by, adopterKind: adoption.kind },
      ...{ adoptionCase: adoption.caseNumber, consultedWith: adoption.consultedWith },
      ...{ adoptedAt: new Date(at.getTime() + 20 * 60_000), adoptionRecordedBy: editor },
      contentHash: fingerprint(canonicalAdoptedText(text)),
    })
    .where(eq(schema.documentVersions.id, versionId))
  return documentId
}

// Nine in the morning in Norway, some days after a day of the calendar.
function daysAfter(day: string, today: Date, more: number) {
  const since = Date.parse(day) - Date.parse(osloDay(today, 0))
  return osloTime(today, Math.round(since / 86_400_000) + more, '09:00')
}

type Edition = { version: { nb: string; nn: string }; note?: { nb: string; nn: string }; blocks: PlanBlock[] }

// A version is written before it is published; afterwards its text cannot be.
async function seedVersion(tx: Transaction, place: Place, documentId: string, content: Edition, at: Date) {
  const { strategyId, editor } = place
  const versionId = v7()
  await tx.insert(schema.documentVersions).values({
    ...{ id: versionId, strategyId, documentId, number: 1 },
    ...{ title: content.version, note: content.note ?? null, createdBy: editor },
  })
  const blocks = numberParagraphs(content.blocks).map(({ kind, anchor, text }) => ({ kind, anchor, text }))
  await tx
    .insert(schema.paragraphs)
    .values(blocks.map((block, position) => ({ ...block, strategyId, versionId, position })))
  await tx
    .update(schema.documentVersions)
    .set({ publishedAt: at, publishedBy: editor })
    .where(eq(schema.documentVersions.id, versionId))
  return { versionId, blocks }
}

async function seedSubPlans(tx: Transaction, place: Place, parentId: string) {
  const { strategyId, editor, thisYear } = place
  const version = { nb: 'Første utgave', nn: 'Første utgåve' }
  const at = daysAfter(`${thisYear + plan.years.from}-04-30`, place.today, 0)
  for (const [position, { title, slug, says = [] }] of subPlans.entries()) {
    const presentId = slug ? v7() : null
    if (slug && presentId) {
      const own = { id: presentId, strategyId, slug, kind: 'sub-plan', title, parentId, createdBy: editor }
      await tx.insert(schema.documents).values(own)
      const blocks = says.map((text): PlanBlock => ({ kind: 'paragraph', text }))
      const heading: PlanBlock = {
        kind: 'heading',
        text: { nb: 'Det vi skal gjøre', nn: 'Det vi skal gjere' },
      }
      await seedVersion(tx, place, presentId, { version, blocks: [heading, ...blocks] }, at)
    }
    const expected = { strategyId, documentId: parentId, position: position + 1, title, presentId }
    await tx.insert(schema.expectedDocuments).values({ ...expected, createdBy: editor })
  }
}

async function seedMeasures(
  tx: Transaction,
  { strategyId, editor, thisYear, today }: Place,
  documentId: string,
) {
  for (const [position, { statuses = [], ...measure }] of planMeasures.entries()) {
    const id = v7()
    const own = { ...measure, id, strategyId, documentId, position: position + 1, createdBy: editor }
    await tx.insert(schema.measures).values(own)
    for (const { year, status, note } of statuses)
      await tx.insert(schema.measureStatuses).values({
        ...{ measureId: id, year: thisYear + year, status, note: note ?? null, by: editor },
        at: osloTime(today, year === 0 ? -2 : -300, '10:00'),
      })
  }
}
