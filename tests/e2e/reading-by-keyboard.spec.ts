import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { Keyboard } from './keys.ts'
import { somebody } from './signing-in.ts'

const strategy = '/strategies/digital-kompetanse-2027-2032'
const t = translator('nb', 'public')
const main = (page: Page, href: string) => page.locator(`main a[href${href}]`).first()

test.setTimeout(120_000)

test('all that is public is read by keyboard alone, without script', async ({ browser }) => {
  const { page, context, complaints } = await somebody(browser, { scripted: false })
  const keyboard = new Keyboard(page)
  const { keyboard: keys } = page
  await page.goto('/')

  await test.step('from the front page to the strategy, the round and back', async () => {
    await keyboard.follow(main(page, `="${strategy}"`), /2027-2032$/)
    await keyboard.follow(main(page, '$="/rounds/runde-1"'), /runde-1$/)
    await keyboard.enter(page.locator(`nav a[href="${strategy}"]`).first(), /2027-2032$/)
  })

  await test.step('to the draft, its file, a paragraph and where the paragraph comes from', async () => {
    await keyboard.follow(main(page, '*="/documents/utkast"'), /documents\/utkast/)
    await keyboard.past()
    await keyboard.to(main(page, '$="document.pdf"'))
    const [file] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')])
    expect(file.suggestedFilename()).toMatch(/\.pdf$/)
    await keyboard.to(main(page, '="#avsnitt-4"'))
    await keys.press('Enter')
    await expect(page.locator(':target')).toBeInViewport()
    // From the chapter on, not from the top of the page.
    await keyboard.enter(main(page, '$="/paragraphs/4.2"'), /paragraphs\/4\.2$/)
  })

  await test.step('to an input that led to it, a finding, and what was heard', async () => {
    await keyboard.follow(main(page, '*="/inputs/"'), /inputs\/[0-9a-f-]{36}/)
    await expect(page.locator(':target')).toBeInViewport()
    await keyboard.enter(page.locator(`nav a[href="${strategy}/rounds/runde-1"]`).first(), /runde-1$/)
    await keyboard.follow(main(page, '*="/findings/"'), /findings\/[a-z-]+$/)
    await keyboard.enter(page.locator(`nav a[href="${strategy}"]`).first(), /2027-2032$/)
    await keyboard.follow(main(page, '$="/heard"'), /heard$/)
  })

  await test.step('through a list to its next page', async () => {
    await keyboard.enter(page.locator(`nav a[href="${strategy}"]`).first(), /2027-2032$/)
    await keyboard.follow(main(page, '$="runde-1/inputs"'), /inputs$/)
    await keyboard.past()
    await keyboard.to(page.locator('select[name=order]'))
    await keys.press('ArrowDown')
    await keyboard.to(page.locator('form:has(select[name=order]) button'))
    await keys.press('Enter')
    await page.waitForURL(/order=/)
    await keyboard.follow(main(page, '*="page=2"'), /page=2/)
  })

  await test.step('a search is written, narrowed, and read in another language', async () => {
    await keyboard.enter(page.locator('header a[href="/search"]'), /search$/)
    await keyboard.past()
    await keyboard.to(page.getByRole('searchbox'))
    await keys.type('kurs')
    await keys.press('Enter')
    await page.waitForURL(/q=kurs/)
    await keyboard.past()
    await keyboard.to(page.locator('input[name=kind]').first())
    await keys.press('Space')
    await expect(page.locator('input[name=kind]').first()).toBeChecked()
    await keyboard.to(page.locator('form:has(input[name=kind]) button').first())
    await keys.press('Enter')
    await page.waitForURL(/kind=/)
    await keyboard.enter(page.locator('a[hreflang=sv]').first(), /\/sv\/search/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
    await keyboard.enter(page.locator('a[hreflang=nb]').first(), /\d\/search/)
  })

  await test.step('a receipt is checked', async () => {
    await page.goto('/check')
    await keyboard.past()
    await keyboard.to(page.getByLabel(t('check.number')))
    await keys.type('2026-000123')
    await keyboard.to(page.getByLabel(t('check.sum')))
    await keys.type('a'.repeat(64))
    await keyboard.to(page.getByRole('button', { name: t('check.submit') }))
    await keys.press('Enter')
    await expect(page.locator('main [role=status], main .ds-alert, main h2').first()).toBeVisible()
  })

  await test.step('and every one of these pages lets go at its end', async () => {
    for (const path of [
      ...[
        '/',
        strategy,
        `${strategy}/rounds/runde-1/inputs`,
        `${strategy}/heard`,
        '/search?q=kurs',
        '/check',
      ],
      ...[
        `${strategy}/documents/utkast/2/changes`,
        `${strategy}/meetings`,
        '/takedown',
        '/open-data',
        '/sign-in',
      ],
    ]) {
      await page.goto(path)
      await keyboard.through()
    }
  })
  expect(keyboard.failures).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})
