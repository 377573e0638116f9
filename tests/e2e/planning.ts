import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'

const t = translator('nb', 'workbench')

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

/** Begins a plan on the list of documents, and opens its page; answers that page's address. */
export async function createPlan(page: Page, title: string, slug: string, kind = 'plan') {
  await page.goto('/workbench')
  await page
    .getByRole('navigation', { name: /Digital kompetanse/ })
    .getByRole('link', { name: t('overview.documents'), exact: true })
    .click()
  await link(page, t('documents.add')).click()
  await page.getByLabel(t('documents.titleNb')).fill(title)
  await page.getByLabel(t('documents.titleNn')).fill(title)
  await page.getByLabel(t('documents.kind')).selectOption(kind)
  await page.getByLabel(t('documents.slug')).fill(slug)
  await button(page, t('documents.create')).click()
  await link(page, title).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  return new URL(page.url()).pathname
}

/** Writes the next version of a document in the browser, and puts it out. */
export async function writeAndPublish(page: Page, document: string, number: number, words: string) {
  await page.goto(document)
  await button(page, t('documents.startEmpty', { number })).click()
  await link(page, t('version.writeFirst')).click()
  await page.getByLabel(t('version.textNb')).fill(words)
  await button(page, t('version.insert')).click()
  await link(page, t('version.views.publish')).click()
  await button(page, t('version.publishYes', { number })).click()
  await expect(page.getByText(t('version.notice.published'))).toBeVisible()
}

export type Decision = { by: string; on: string; caseNumber: string; consulted: string; name: string }

/** Records a decision: looked over, gone back on, mended, and locked. */
export async function recordDecision(page: Page, document: string, decision: Decision) {
  await page.goto(document)
  await link(page, t('document.adopt')).first().click()
  await page.getByLabel(t('adoption.byNb')).fill(decision.by)
  await page.getByLabel(t('adoption.kinds.official')).check()
  await page.getByLabel(t('adoption.on')).fill(decision.on)
  await page.getByLabel(t('adoption.caseNumber')).fill('skrevet feil')
  await page.getByLabel(t('adoption.consultedNb')).fill(decision.consulted)
  await page.getByLabel(t('adoption.titleNb')).fill(decision.name)
  await button(page, t('adoption.look')).click()
  await expect(page.getByText(t('adoption.lockHeading'))).toBeVisible()
  await button(page, t('adoption.change')).click()
  await expect(page.getByLabel(t('adoption.byNb'))).toHaveValue(decision.by)
  await page.getByLabel(t('adoption.caseNumber')).fill(decision.caseNumber)
  await button(page, t('adoption.look')).click()
  await expect(page.getByText(decision.caseNumber, { exact: true })).toBeVisible()
  await button(page, t('adoption.adopt')).click()
  await expect(page.getByText(t('document.notices.adopted'))).toBeVisible()
  await expect(page.getByText(t('adoption.matches'))).toBeVisible()
}

/** Nothing of an adopted version can be written any more. */
export async function expectLocked(page: Page, document: string) {
  await page.goto(document)
  await link(page, t('document.decision')).click()
  await expect(page.getByText(t('adoption.matches'))).toBeVisible()
  await expect(button(page, t('adoption.look'))).toHaveCount(0)
  await page.goBack()
  await link(page, t('document.read')).last().click()
  await expect(page.getByText(t('version.frozen'))).toBeVisible()
  await expect(link(page, t('version.edit'))).toHaveCount(0)
}

/** Says which sub-plans there shall be, and ties the first of them to documents there are; answers how many there are. */
export async function expectSubPlans(page: Page, document: string, titles: string[], present: number) {
  await page.goto(document)
  await page.getByLabel(t('subPlans.listNb')).fill(titles.join('\n'))
  await button(page, t('subPlans.addAll')).click()
  await expect(page.getByText(t('document.notices.expected'))).toBeVisible()
  // The demo has sub-plans of another plan; any twelve documents do.
  for (const [at, title] of titles.slice(0, present).entries())
    await page.getByLabel(title, { exact: true }).selectOption({ index: at + 4 })
  await button(page, t('subPlans.saveTies')).click()
  await expect(page.getByText(t('document.notices.tied'))).toBeVisible()
}

/** Says that a document takes the place of another. */
export async function supersede(page: Page, document: string, title: string) {
  await page.goto(document)
  const field = page.getByLabel(t('facts.supersedes'), { exact: true })
  const value = await field.getByRole('option', { name: title }).getAttribute('value')
  await field.selectOption(value)
  await page.getByLabel(t('facts.periodFrom')).fill('2024')
  await button(page, t('facts.save')).click()
  await expect(page.getByText(t('document.notices.saved'))).toBeVisible()
}
