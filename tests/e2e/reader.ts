import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { type Locale, pathIn } from '#app/platform/locale.ts'
import type { Sender } from './senders.ts'

/** From the front page to the strategy and the newest draft. */
export async function readStrategyAndDraft(page: Page, locale: Locale) {
  const t = translator(locale, 'public')
  await page.goto(pathIn(locale, '/'))
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
  await page
    .locator('#strategier')
    .getByRole('link', { name: /Digital kompetanse/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Digital kompetanse')
  await page.locator('#dokumenter').getByRole('link').first().click()
  await page.getByRole('link', { name: t('document.linkTo', { number: '4.5' }) }).click()
  await expect(page.locator(':target')).toBeInViewport()
}

/** Searches what is public, from the front page; answers how to see the hit from a sender. */
export async function searchPublic(page: Page, locale: Locale, text: string) {
  const t = translator(locale, 'public')
  await page.goto(pathIn(locale, '/'))
  await page.getByRole('searchbox').fill(text)
  await page
    .getByRole('button', { name: t('search.button') })
    .first()
    .click()
  await expect(page.getByRole('searchbox')).toHaveValue(text)
}

/** Nothing is found of what is not published. */
export async function expectNotPublic(page: Page, sender: Sender) {
  await searchPublic(page, sender.locale, sender.inflected)
  await expect(page.getByRole('link', { name: sender.organisation })).toHaveCount(0)
}

/** Finds the input by search and reads it as its sender wrote it. */
export async function readInput(page: Page, sender: Sender) {
  const hit = page.getByRole('link', { name: sender.organisation }).first()
  await expect(async () => {
    await searchPublic(page, sender.locale, sender.inflected)
    await expect(hit).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await hit.click()
  await expectInput(page, sender)
  const { important, infrastructure, scale, choice } = sender.answers
  for (const words of [...important, infrastructure, scale, choice])
    await expect(page.getByRole('main')).toContainText(words)
}

/** Reads the finding, its quote, and follows the quote to where it stands. */
export async function readFinding(page: Page, sender: Sender, address: string) {
  await page.goto(pathIn(sender.locale, address))
  await expect(page.locator('html')).toHaveAttribute('lang', sender.locale)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sender.finding.title)
  await expect(page.getByRole('main')).toContainText(sender.finding.text)
  await expect(page.getByRole('main')).toContainText(`«${sender.quote}»`)
  await page.getByRole('main').getByRole('link', { name: sender.organisation }).first().click()
  await expectInput(page, sender)
  await expect(page.locator(':target')).toContainText(sender.quote)
  await expect(page.locator(':target')).toBeInViewport()
}

/** Is on the page of the sender's input. */
const expectInput = (page: Page, { locale, organisation }: Sender) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(
    translator(locale, 'public')('input.title', { name: organisation }),
  )
