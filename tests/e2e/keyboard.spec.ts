import { expect, type Locator, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { question } from './municipality.ts'
import { openInput, signInAs, somebody } from './signing-in.ts'

test('the first stop on a page leads past the menu', async ({ page }) => {
  await signInAs(page, 'Håkon Rud')
  for (const path of [
    '/',
    '/nn/search?q=kurs',
    '/sign-in',
    '/mailbox',
    '/finst-ikkje',
    '/workbench',
    '/workspace',
  ]) {
    await page.goto(path)
    await page.keyboard.press('Tab')
    const first = page.locator(':focus')
    await expect(first, path).toHaveAttribute('href', '#main')
    await expect(first, path).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.locator('#main'), path).toBeFocused()
  }
})

test('an input is written and saved by keyboard alone', async ({ page }) => {
  const t = translator('nn', 'workspace')
  await signInAs(page, 'Per Aas')
  await page.goto(await openInput(page, 'indre-fjord'))
  const text = question(page, 1).getByRole('textbox')
  await tabTo(page, text)
  await expect(text).toHaveAttribute('contenteditable', 'true')
  await expect(text).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Skrive med tastatur.')
  await tabTo(page, question(page, 2).getByRole('radio').and(page.locator(':focus')))
  await page.keyboard.press('ArrowRight')
  const chosen = await page.locator(':focus').getAttribute('value')
  await tabTo(page, page.getByRole('button', { name: t('writing.save'), exact: true }))
  await page.keyboard.press('Enter')
  for (const position of [1, 2]) await expect(question(page, position).getByText(/^Lagra kl/)).toBeVisible()
  await page.reload()
  await expect(text).toContainText('Skrive med tastatur.')
  await expect(question(page, 2).locator(`input[value="${chosen}"]`)).toBeChecked()
})

/** Presses Tab until something has the focus; fails when it is not reached. */
async function tabTo(page: Page, wanted: Locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    // Between a plain field and the editor that takes its place nothing has the focus for a moment.
    await page.waitForFunction(() => document.activeElement !== document.body)
    if (await page.locator(':focus').and(wanted).count()) return
  }
  throw new Error(`not reached with Tab: ${wanted}`)
}

test('the menu of a telephone opens without script', async ({ browser }) => {
  const { page, context } = await somebody(browser, { scripted: false })
  await page.setViewportSize({ width: 390, height: 800 })
  for (const locale of ['nb', 'nn'] as const) {
    const t = translator(locale, 'frame')
    await page.goto(locale === 'nb' ? '/' : '/nn')
    const link = page
      .getByRole('navigation', { name: t('mainMenu') })
      .getByRole('link', { name: t('search') })
    await expect(link).toBeHidden()
    await page.getByRole('button', { name: t('menu') }).press('Enter')
    await expect(link).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(link).toBeHidden()
    await page.getByRole('button', { name: t('menu') }).click()
    await link.click()
    await expect(page.getByRole('searchbox')).toBeVisible()
  }
  await context.close()
})
