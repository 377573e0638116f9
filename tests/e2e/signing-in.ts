import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { type Locale, pathIn } from '#app/platform/locale.ts'

/** A browser of one's own, with or without script. */
export type Somebody = { page: Page; context: BrowserContext; complaints: string[] }

/**
 * Opens a browser and notes what its console complains about: broken scripts, pages drawn otherwise than they were
 * sent, broken content policy. `abroad` is one that is set up for another country.
 */
export async function somebody(
  browser: Browser,
  { scripted = true, abroad = false } = {},
): Promise<Somebody> {
  const context = await browser.newContext({
    javaScriptEnabled: scripted,
    ...(abroad && { locale: 'en-US', timezoneId: 'America/New_York' }),
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const note = (complaint: string) => {
    const line = `${new URL(page.url()).pathname}: ${complaint.split('\n')[0]}`
    if (!complaints.includes(line)) complaints.push(line)
  }
  context.on('weberror', (failure) => note(String(failure.error())))
  context.on('console', (message) => {
    // Chromium also calls every answer over 399 an error; those that are meant have tests of their own.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      note(message.text())
  })
  return { page, context, complaints }
}

/** Signs in as one of the people on the demo's sign-in page. */
export async function signInAs(page: Page, name: string, locale: Locale = 'nb') {
  await page.goto(pathIn(locale, '/sign-in'))
  await page.getByRole('button', { name }).click()
  await followLink(page, locale)
}

/** Asks for a letter, finds it in the demo's mailbox and follows its link. */
export async function signInByMail(page: Page, email: string, locale: Locale = 'nb') {
  const t = translator(locale, 'auth')
  await page.goto(pathIn(locale, '/sign-in'))
  await page.getByLabel(t('mail.label')).fill(email)
  await page.getByRole('button', { name: t('mail.button') }).click()
  await expect(page.getByRole('heading', { name: t('sent.title') })).toBeVisible()
  await page.getByRole('link', { name: t('sent.mailbox') }).click()
  await followLetter(page, email, /sign-in\//)
  await followLink(page, locale)
}

/** Finds the newest letter to an address in the demo's mailbox, and follows the link in it. */
export async function followLetter(page: Page, email: string, link: RegExp) {
  const letter = page.getByRole('listitem').filter({ hasText: email }).filter({ hasText: link }).first()
  await expect(async () => {
    await page.goto('/mailbox')
    await expect(letter).toBeVisible({ timeout: 500 })
  }).toPass()
  await letter.getByRole('link', { name: link }).click()
}

/** Says that it is oneself who followed a link to sign in: opening it signs nobody in. */
export async function followLink(page: Page, locale: Locale) {
  await page.getByRole('heading', { name: translator(locale, 'auth')('link.title') }).waitFor()
  await page.getByRole('button', { name: translator(locale, 'auth')('link.button'), exact: true }).click()
  await page.waitForURL(({ pathname }) => !pathname.includes('sign-in'))
}

/** The address of what an organisation writes in the open round, sent before or not. */
export async function openInput(page: Page, organisation: string) {
  await page.goto(`/workspace/${organisation}`)
  const link = page.locator('#open a[href*="/inputs/"]').first()
  return ((await link.getAttribute('href')) ?? '').replace(/(#.*|\/receipt)$/, '')
}
