import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'

const t = translator('nb', 'workbench')
const p = translator('nb', 'public')

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const row = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const tag = (kind: string, from = '') => p('changes.kind', { kind, from })

/** What became of a block, as both the alignment and the comparison say it: where it stands, and the words. */
export type Told = { id: string; says: string }

export const told = {
  changed: (at: string): Told => ({ id: `avsnitt-${at}`, says: tag('changed') }),
  fresh: (at: string): Told => ({ id: `avsnitt-${at}`, says: tag('new') }),
  moved: (at: string, from: string): Told => ({ id: `avsnitt-${at}`, says: tag('moved', from) }),
  split: (at: string, from: string): Told => ({ id: `avsnitt-${at}`, says: tag('split', from) }),
  joined: (at: string, from: string): Told => ({ id: `avsnitt-${at}`, says: tag('merged', from) }),
  gone: (at: string): Told => ({ id: `slettet-${at}`, says: tag('deleted') }),
}

/** Every block that is touched, and no other, stands open and says what became of it. */
export async function expectTold(page: Page, all: Told[]) {
  const open = page.locator('.in-diff:not(details .in-diff)')
  const ids = await open.evaluateAll((rows) => rows.map(({ id }) => id))
  expect(ids).toEqual(all.map(({ id }) => id))
  for (const { id, says } of all) await expect(row(page, id).locator('.in-diff__state')).toContainText(says)
}

/** The program's proposal: how many are sure, and which are to be looked at first. */
export async function expectProposal(
  page: Page,
  figures: Record<'sure' | 'all' | 'unsure', number>,
  first: string[],
) {
  await expect(page.getByText(t('alignment.proposed'))).toBeVisible()
  await expect(page.getByRole('main')).toContainText(t('alignment.proposedText', figures))
  const links = await page
    .locator('.in-first a')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect(links).toEqual(first.map((id) => `#${id}`))
}

/** Types where a block comes from. */
export async function comesFrom(page: Page, block: string, from: string) {
  await page.getByLabel(t('alignment.comesFrom', { block }), { exact: true }).fill(from)
}

/** An address that is none is named, and what was typed is kept. */
export async function expectNoAddress(page: Page, block: string, typed: string) {
  await button(page, t('alignment.look')).click()
  await expect(page.locator('.ds-error-summary')).toContainText(typed)
  await expect(page.getByLabel(t('alignment.comesFrom', { block }), { exact: true })).toHaveValue(typed)
}

/** Looks at what the choices give, before anything is kept. */
export async function lookAtChoices(page: Page) {
  await button(page, t('alignment.look')).click()
  await expect(page.getByText(t('alignment.seen'))).toBeVisible()
  await expect(page.getByText(t('alignment.proposed'))).toBeVisible()
}

/** Confirms; answers where everybody reads the comparison. */
export async function confirm(page: Page) {
  await button(page, t('alignment.confirm')).click()
  await expect(page.getByText(t('alignment.done'))).toBeVisible()
  await expect(page.getByText(t('alignment.proposed'))).toHaveCount(0)
  return (await page.getByRole('link', { name: t('alignment.public') }).getAttribute('href')) ?? ''
}

/** What was said of a paragraph of the earlier version stands at its row; once it is confirmed, so does what became of it. */
export async function expectSaid(page: Page, id: string, words: string, fate?: string) {
  const said = row(page, id).locator('.in-comment')
  await expect(said).toContainText(words)
  if (fate) await expect(said).toContainText(fate)
  await expect(page.locator('.in-comment').filter({ hasText: words })).toHaveCount(1)
}

type Counts = Record<'of' | 'same' | 'touched' | 'deleted', number>

/** The head tells how much changed, of how much; nothing is said to be a proposal any more. */
export async function expectCounts(page: Page, { of, same, touched, deleted }: Counts) {
  const main = page.getByRole('main')
  await expect(main).toContainText(p('changes.lead', { touched, of, deleted }))
  await expect(main).toContainText(`Av ${of} avsnitt i utkast 2: `)
  await expect(main).toContainText(p('changes.count.same', { n: same }))
  await expect(main).toContainText(p.markup('changes.gone', { n: deleted, from: () => 'utkast 1' }))
  await expect(main).not.toContainText(p('changes.proposed'))
}

/** Within a paragraph only the words that differ are marked. */
export async function expectWords(page: Page, at: string, out: string, put: string) {
  const text = row(page, `avsnitt-${at}`).locator('.in-diff__text')
  const marked = async (mark: 'del' | 'ins') => (await text.locator(mark).allTextContents()).join(' … ')
  expect([await marked('del'), await marked('ins')]).toEqual([out, put])
}

/** The parts of a split paragraph follow each other, each with its own words as they stand now. */
export async function expectParts(page: Page, at: string, parts: readonly string[]) {
  const [chapter, number] = at.split('.').map(Number)
  for (const [step, part] of parts.entries()) {
    const text = row(page, `avsnitt-${chapter}.${(number ?? 0) + step}`)
      .locator('.in-diff__text p')
      .first()
    expect(await text.evaluate(standing)).toBe(part)
  }
}

const standing = (paragraph: Element) =>
  [...paragraph.childNodes]
    .filter(({ nodeName }) => nodeName !== 'DEL')
    .map(({ textContent }) => textContent)
    .join('')
    .trim()

/** What is unchanged is folded together, and all of it is there to open. */
export async function expectFolded(page: Page, paragraphs: number) {
  await expect(page.locator('details.in-same[open]')).toHaveCount(0)
  const folded = await page.locator('.in-same p > b').allTextContents()
  expect(folded.filter((number) => number.includes('.'))).toHaveLength(paragraphs)
}
