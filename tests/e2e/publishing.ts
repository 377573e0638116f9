import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import type { Heard } from './senders.ts'

const t = translator('nb', 'workbench')
const refusal = (page: Page) => page.locator('.ds-error-summary')

/** From the quote of a finding to the desk of the input it stands in. */
export async function openDesk(page: Page, sender: Heard) {
  await page
    .locator('#citations')
    .getByRole('link', { name: t('finding.readThere') })
    .click()
  await page.getByRole('link', { name: t('reading.publish'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('publication.title', { sender: sender.organisation }),
  )
}

/** Chooses a proposal, is asked for a law, gives it, and sees what the public will read. */
export async function maskProposal(page: Page, words: string) {
  await page.getByRole('checkbox', { name: words }).check()
  await page.getByRole('button', { name: t('publication.maskChosen') }).click()
  await expect(refusal(page)).toContainText(t('publication.problems.unknown-basis'))
  await expect(page.getByRole('checkbox', { name: words })).toBeChecked()
  await page.locator('#legalBasis').selectOption('personal-matters')
  await page.locator('#mask').getByLabel(t('publication.reason')).fill('Eit barn er namngitt.')
  await page.getByRole('button', { name: t('publication.maskChosen') }).click()
  await expect(page.getByText(t('publication.done.masked', { count: 1 }))).toBeVisible()
  await expect(page.locator('#public-text')).not.toContainText(words)
  await expect(page.locator('#public-text')).toContainText('offentleglova § 13')
}

/** Masks every place where typed words stand, after having seen them. */
export async function maskWords(page: Page, words: string, places: number) {
  await page.getByLabel(t('publication.words')).fill(words)
  await page.getByRole('button', { name: t('publication.find') }).click()
  await expect(page.getByText(t('publication.found', { count: places, words }))).toBeVisible()
  await page.locator('#legalBasis').selectOption('personal-matters')
  await page.getByRole('button', { name: t('publication.maskChosen') }).click()
  await expect(page.getByText(t('publication.done.masked', { count: places }))).toBeVisible()
}

/** Publishes what is left, and is offered the next that waits. */
export async function publishMasked(page: Page, masks: number) {
  await page.getByRole('button', { name: t('publication.publish', { masks }), exact: true }).click()
  await expect(page.getByText(t('publication.done.published'))).toBeVisible()
  await expect(page.getByRole('link', { name: /^Neste: / })).toBeVisible()
}

/** Searches as staff; answers how many hits there are from the sender. */
export async function staffFinds(page: Page, words: string, sender: Heard) {
  await page.goto(`/workbench/search?q=${encodeURIComponent(words)}`)
  await expect(page.getByRole('link', { name: sender.organisation }).first()).toBeVisible()
}

/** Opens the oldest request about the sender, and says it was withheld before it is: that is refused. */
export async function openTakedown(page: Page, sender: Heard, reference: string) {
  await page.goto('/workbench')
  await page.locator('a[href^="/workbench/rounds/"]:not([href*="findings"])').first().click()
  await page.getByRole('link', { name: /^Forespørsler om nedtaking/ }).click()
  await page.getByRole('link', { name: `${reference}: ${sender.organisation}` }).click()
}

export async function decideTakedown(page: Page, answer: string) {
  await page.getByRole('radio', { name: t('takedown.decisions.withheld') }).check()
  await page.getByLabel(t('takedown.answer')).fill(answer)
  await page.getByRole('button', { name: t('takedown.button') }).click()
}

/** Withholds the whole version from the desk. */
export async function withhold(page: Page) {
  const panel = page.locator('#withhold')
  await panel.getByText(t('publication.withhold.open')).click()
  await panel.getByLabel(t('publication.legalBasis')).selectOption('personal-matters')
  await panel.getByLabel(t('publication.reason')).fill('Familien er kjend att på bygda.')
  await panel.getByRole('checkbox').check()
  await panel.getByRole('button', { name: t('publication.withhold.button') }).click()
  await expect(page.getByText(t('publication.done.withheld'))).toBeVisible()
}
