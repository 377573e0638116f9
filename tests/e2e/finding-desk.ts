import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import type { HeardRound, Voice } from './heard-round.ts'
import { approveFinding, saveText } from './secretariat.ts'

const t = translator('nb', 'workbench')
const alert = (page: Page) => page.locator('.ds-alert')

/** From the search of the workbench to the passage, which is tagged and taken along to the findings. */
export async function tagAndQuote(page: Page, { round, theme }: HeardRound, voice: Voice, word: string) {
  const hit = page.locator(`#hits a[href^="/workbench/inputs/${voice.input.id}"]`)
  await expect(async () => {
    await page.goto(`/workbench/search?q=${word}&rounds=${round.id}`)
    await expect(hit).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await hit.click()
  await expect(page.locator('.in-psg[aria-current]')).toContainText(voice.text)
  await pressTheme(page, theme.code)
  await expect(page.locator('.in-psg[aria-current]').getByText(theme.code, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: t('reading.quoteInFinding') }).click()
  await expect(page.getByText(t('findings.citing'))).toBeVisible()
}

/** Puts the theme on the passage that is open, or takes it off. */
export const pressTheme = (page: Page, code: string) =>
  page
    .locator('#themes-panel')
    .getByRole('button')
    .filter({ has: page.getByText(code, { exact: true }) })
    .click()

/** Opens what somebody said, at its one passage. */
export async function openPassage(page: Page, { input, passage, text }: Voice) {
  await page.goto(`/workbench/inputs/${input.id}?passage=${passage.id}`)
  await expect(page.locator('.in-psg[aria-current]')).toContainText(text)
}

/** Takes a passage along to the findings from where it stands among the hits of a search, and answers that search. */
export async function quoteHit(page: Page, { round }: HeardRound, voice: Voice, word: string) {
  const hit = page.locator('#hits li').filter({ hasText: voice.name })
  await expect(async () => {
    await page.goto(`/workbench/search?q=${word}&rounds=${round.id}`)
    await expect(hit).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  const { pathname, search } = new URL(page.url())
  await hit.getByRole('link', { name: t('reading.quoteInFinding') }).click()
  await expect(page.getByText(t('findings.citing'))).toBeVisible()
  return `${pathname}${search}`
}

/** Back from the finding to the hit that was quoted in it. */
export async function backToHit(page: Page, search: string, { passage }: Voice) {
  await page.getByRole('link', { name: t('citing.wasHere') }).click()
  await expect(page).toHaveURL(`${search}#siter-${passage.id}`)
  await expect(page.locator(`#siter-${passage.id}`)).toBeInViewport()
}

/** Begins a finding with the passage that was taken along, quotes it whole, and answers the finding's address. */
export async function beginWithQuote(page: Page, { theme }: HeardRound, title: string, voice: Voice) {
  await page.getByLabel(t('findings.titleNb')).fill(title)
  await page
    .getByLabel(t('finding.subject'))
    .selectOption({ label: t('finding.ofTheme', { theme: `${theme.code} ${theme.title.nb}` }) })
  await page.getByRole('button', { name: t('findings.start') }).click()
  await expect(page.getByLabel(t('citing.quote'), { exact: true })).toHaveValue(voice.text)
  await page.getByRole('button', { name: t('citing.add') }).click()
  await expect(page.getByText(t('finding.cited', { marker: '{s1}' }))).toBeVisible()
  return new URL(page.url()).pathname
}

/** Takes in how many took up the theme, of all who answered. */
export async function takeInNumber(page: Page, { theme }: HeardRound, number: string) {
  await page.getByRole('link', { name: t('finding.countsAt') }).click()
  await page.getByLabel(t('numbers.table')).selectOption({ label: t('tables.title.themes') })
  await page.getByRole('button', { name: t('numbers.showTable') }).click()
  const row = page.getByLabel(t('numbers.row'), { exact: true })
  await row.selectOption({ label: theme.title.nb ?? '' })
  await page.getByLabel(t('numbers.column'), { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: t('numbers.showNumber') }).click()
  await page.getByRole('button', { name: t('numbers.add', { number }) }).click()
  await expect(page.getByText(t('numbers.done.added', { marker: '{t2}' }))).toBeVisible()
  await page.getByRole('link', { name: t('numbers.back') }).click()
}

/** Writes in both written forms and saves. */
export async function write(page: Page, text: string, norsk: string) {
  await page.getByLabel(t('finding.textNb')).fill(text)
  await page.getByLabel(t('finding.textNn')).fill(norsk)
  await saveText(page)
}

/** The lead tries to approve, is refused, and told why. */
export async function approvalRefused(page: Page, finding: string, why: string) {
  await page.goto(finding)
  await expect(alert(page).filter({ hasText: t('finding.blockedText') })).toContainText(why)
  await page.getByRole('button', { name: /^Godkjenn utgave/ }).click()
  await expect(page.locator(':focus')).toContainText(t('finding.refused.problems'))
}

/** What can be said of a finding without a changed paragraph: approved by the lead, published by the editor. */
export async function respond(
  [editor, lead]: readonly [Page, Page],
  finding: string,
  disposition: 'carried-forward' | 'outside-mandate',
  [reason, grunn]: readonly [string, string],
) {
  const page = `${finding}/response`
  const press = (by: Page, name: string) => by.getByRole('button', { name, exact: true }).click()
  await editor.goto(page)
  const named = translator('nb', 'public')(`heard.disposition.${disposition}`)
  await editor.getByLabel(named, { exact: true }).check()
  await editor.getByLabel(t('response.reasonNb')).fill(reason)
  await editor.getByLabel(t('response.reasonNn')).fill(grunn)
  await press(editor, t('response.save'))
  await expect(editor.getByText(/^Lagret /)).toBeVisible()
  await lead.goto(page)
  await press(lead, t('response.approve'))
  await expect(lead.getByText(t('response.notices.approved'))).toBeVisible()
  await editor.goto(page)
  await press(editor, t('response.publish'))
  await expect(editor.getByText(t('response.notices.published'))).toBeVisible()
}

/** A number that has moved is looked at and taken in use; the lead approves the revision that came of it. */
export async function seeNewNumber([editor, lead]: readonly [Page, Page], finding: string, now: string) {
  await editor.goto(`${finding}/numbers`)
  await editor.getByRole('button', { name: t('numbers.useOf', { now, marker: '{t2}' }) }).click()
  await expect(editor.getByText(t('numbers.done.seen'))).toBeVisible()
  await approveFinding(lead, finding)
}

/** Takes a finding into the next round as a question, and comes back to it from there. */
export async function carryAsQuestion(page: Page, { base, next }: HeardRound, title: string) {
  await page.goto(`${base}/carried-forward`)
  await page
    .locator('#unsettled li', { hasText: title })
    .getByRole('link', { name: t('carried.takeFurther') })
    .click()
  await page.getByRole('link', { name: t('carried.as.new-question') }).click()
  await page.getByRole('button', { name: t('carried.take'), exact: true }).click()
  await expect(page.getByText(t('carried.notices.carried'))).toBeVisible()
  await page.locator(`a[href^="/workbench/rounds/${next.id}/questionnaire/"]`).click()
  await expect(page.getByText(t('carried.takesUp'))).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}
