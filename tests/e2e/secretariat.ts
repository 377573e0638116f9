import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import type { Heard } from './senders.ts'

const t = translator('nb', 'workbench')
const refusal = (page: Page) => page.locator('.ds-error-summary')

/** Finds the input by a word in another form. The worker makes passages a moment after the input came. */
export async function findBySearch(page: Page, sender: Heard) {
  await page.goto('/workbench')
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t('nav.search'), exact: true })
    .click()
  const hit = page.getByRole('link', { name: new RegExp(`^${sender.organisation}`) })
  await expect(async () => {
    await page.getByRole('searchbox').fill(sender.inflected)
    await page.getByRole('button', { name: translator('nb', 'public')('search.button'), exact: true }).click()
    await expect(hit).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.locator('mark').first()).toContainText(new RegExp(sender.inflected, 'i'))
  await hit.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sender.organisation)
}

/** Tags the passage the search led to, and sees the tag on it. */
export async function tagPassage(page: Page, sender: Heard) {
  const passage = page.locator('.in-psg[aria-current]')
  await expect(passage).toContainText(sender.answers.important[0] ?? '')
  const theme = page
    .locator('#themes-panel')
    .getByRole('button')
    .filter({ has: page.getByText(sender.theme, { exact: true }) })
  await expect(theme).toHaveAttribute('aria-pressed', 'false')
  await theme.click()
  await expect(theme).toHaveAttribute('aria-pressed', 'true')
  await expect(passage.getByText(sender.theme, { exact: true })).toBeVisible()
}

/** Starts a finding on the round's page of findings, and writes it. */
export async function writeFinding(page: Page, { finding, theme }: Heard) {
  await page.goto('/workbench')
  await page
    .getByRole('table', { name: /Digital kompetanse/ })
    .getByRole('row', { name: new RegExp(t('overview.round', { number: 2 })) })
    .getByRole('link', { name: t('overview.findings'), exact: true })
    .click()
  await page.getByLabel(t('findings.titleNb')).fill(finding.title)
  const options = page.getByLabel(t('finding.subject')).getByRole('option')
  const named = new RegExp(`^${t('finding.ofTheme', { theme })} `)
  const value = await options.filter({ hasText: named }).getAttribute('value')
  await page.getByLabel(t('finding.subject')).selectOption(value)
  await page.getByRole('button', { name: t('findings.start') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(finding.title)
  await page.getByLabel(t('finding.textNb')).fill(finding.text)
  await page.getByRole('button', { name: t('finding.save'), exact: true }).click()
  await expect(page.getByText(/^Lagret kl/)).toBeVisible()
  await expect(page.getByLabel(t('finding.textNb'))).toHaveValue(finding.text)
}

/** Cites the tagged passage: words that are not the sender's are refused and stay in the form. */
export async function citeVerbatim(page: Page, sender: Heard, marker = '{s1}') {
  await page.getByRole('link', { name: t('finding.cite') }).click()
  await page.getByRole('link', { name: t('citing.chooseFrom', { sender: sender.organisation }) }).click()
  const quote = page.getByLabel(t('citing.quote'), { exact: true })
  // A page becoming alive between the selecting and the writing of a fill puts the caret first; nobody types that fast.
  await expect(async () => {
    await quote.fill(sender.misquote)
    await expect(quote).toHaveValue(sender.misquote, { timeout: 500 })
  }).toPass()
  await page.getByRole('button', { name: t('citing.add') }).click()
  await expect(refusal(page)).toContainText(t('errors.quote-not-verbatim'))
  await expect(quote).toHaveValue(sender.misquote)
  await quote.fill(sender.quote)
  await page.getByRole('button', { name: t('citing.add') }).click()
  await expect(page.getByText(t('finding.cited', { marker }))).toBeVisible()
  await expect(page.locator('#citations blockquote')).toContainText(sender.quote)
}

/** Puts the mark of a citation at the end of the text: with script by the button beside it, else by hand. */
export async function citeInText(
  page: Page,
  { finding }: Heard,
  { scripted, marker = '{s1}' }: { scripted: boolean; marker?: string },
) {
  const text = page.getByLabel(t('finding.textNb'))
  if (scripted) {
    await page.getByRole('button', { name: t('finding.insert', { marker }) }).click()
    await expect(page.locator('#preview')).toContainText('«')
  } else await text.fill(`${finding.text} ${marker}`)
  await expect(text).toHaveValue(`${finding.text} ${marker}`)
  await saveText(page)
}

/** Saves the finding's text. */
export async function saveText(page: Page) {
  await page.getByRole('button', { name: t('finding.save'), exact: true }).click()
  await expect(page.getByText(/^Lagret kl/)).toBeVisible()
}

/** A finding that quotes what nobody may read cannot be approved, and says so beside the text. */
export async function approvalIsRefused(
  page: Page,
  finding: string,
  problem: 'quote-not-public' | 'quote-masked' = 'quote-not-public',
) {
  await page.goto(finding)
  await expect(page.getByText(t(`finding.problems.${problem}`, { number: '1' }))).toBeVisible()
  await page.getByRole('button', { name: /^Godkjenn utgave/ }).click()
  await expect(page.locator(':focus')).toContainText(t('finding.refused.problems'))
}

/** From the quote to the input it stands in, and publishes that. */
export async function publishInput(page: Page, sender: Heard) {
  await page
    .locator('#citations')
    .getByRole('link', { name: t('finding.readThere') })
    .click()
  await page.getByRole('link', { name: t('reading.publish'), exact: true }).click()
  await expect(page.locator('#public-text')).toContainText(sender.answers.important[0] ?? '')
  await page.getByRole('button', { name: t('publication.publish', { masks: 0 }), exact: true }).click()
  await expect(page.getByText(t('publication.done.published'))).toBeVisible()
}

/** The lead approves what is written. */
export async function approveFinding(page: Page, finding: string) {
  await page.goto(finding)
  await page.getByRole('button', { name: /^Godkjenn utgave/ }).click()
  await expect(page.getByText(t('finding.approved'), { exact: true })).toBeVisible()
}

/** Publishes what is approved; answers its public address. */
export async function publishFinding(page: Page) {
  await page.getByRole('button', { name: t('finding.publish'), exact: true }).click()
  await expect(page.getByText(t('finding.done'), { exact: true })).toBeVisible()
  return (await page.getByRole('link', { name: t('finding.open') }).getAttribute('href')) ?? ''
}
