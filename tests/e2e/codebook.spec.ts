import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { type Answering, aFindableInput, aMunicipalityAnswering, workedOnBy } from './answering.ts'
import { Examination } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')

const road = 'Skoleveien må ha lys hele året.'
const bus = 'Bussen må gå oftere om morgenen.'
const price = 'Kommunen har ikke penger til dette.'

test('a theme is made, moved, renamed, split and merged; its history says so, and the old address leads on', async ({
  browser,
}) => {
  const answering = await aMunicipalityAnswering('Heivik kommune')
  await workedOnBy(answering, 'Håkon Rud')
  const input = await aFindableInput(answering, [road, bus, price])
  const reading = `/workbench/inputs/${input.id}`
  const { page, context, complaints } = await somebody(browser)
  await signInAs(page, 'Håkon Rud')

  const way = await test.step('two themes, and what they are on', async () => {
    const way = await makeTheme(page, answering, 'VE', 'Veien til skolen')
    const bussing = await makeTheme(page, answering, 'BU', 'Buss')
    for (const words of [road, price]) await tag(page, reading, words, 'Veien til skolen')
    await tag(page, reading, bus, 'Buss')
    await page.getByRole('button', { name: t('reading.readAll') }).click()
    await expect(page.getByText(t('reading.allRead'))).toBeVisible()
    return { theme: way, bussing }
  })
  await test.step('renamed: the name of before is in the history', async () => {
    await page.goto(`${way.theme}?do=edit`)
    await page.locator('[name="titleNb"]').fill('Trygg skolevei')
    await page.locator('#theme-form').getByRole('button').last().click()
    await expect(page.getByText(t('theme.done.saved'))).toBeVisible()
    await expect(page.locator('#history')).toContainText('Veien til skolen')
  })
  const money = await test.step('some of its passages become a theme of their own', async () => {
    await page.goto(`${way.theme}?do=split`)
    await page.locator('[name="code"]').fill('PE')
    await page.locator('[name="titleNb"]').fill('Penger')
    await page.locator('[name="definitionNb"]').fill('Det tiltaket koster.')
    await page.locator('[name="reason"]').fill('Det er to ulike saker.')
    await page.getByRole('checkbox', { name: price }).check()
    await page.getByRole('button', { name: t('theme.splitDo') }).click()
    await expect(page.getByText(t('theme.done.split', { passages: 1, into: 'PE' }))).toBeVisible()
    await page.goto(way.theme)
    await expect(page.locator('#passages')).not.toContainText(price)
    await expect(page.locator('#history')).toContainText('Det er to ulike saker.')
    return page.locator('#history').getByRole('link', { name: /PE/ }).first().getAttribute('href')
  })
  await test.step('moved under another', async () => {
    await page.goto(`${money}?do=move`)
    await page.locator('[name="parent"]').selectOption({ label: 'VE Trygg skolevei' })
    await page.getByRole('button', { name: t('theme.moveDo'), exact: true }).click()
    await expect(page.getByText(t('theme.done.moved'))).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('link', { name: 'VE Trygg skolevei' })).toBeVisible()
  })
  await test.step('merged with another: the old address says what it is part of now, and leads there', async () => {
    await page.goto(`${way.bussing}?do=merge`)
    await page.getByRole('button', { name: t('theme.mergeDo'), exact: true }).click()
    await expect(page.locator('.ds-error-summary')).toBeVisible()
    await page.locator('[name="into"]').selectOption({ label: 'VE Trygg skolevei' })
    await page.locator('[name="reason"]').fill('Bussen er også en vei til skolen.')
    await page.getByRole('button', { name: t('theme.mergeDo'), exact: true }).click()
    await expect(page.getByText(/^BU er slått sammen/)).toBeVisible()
    await expect(page.locator('#passages')).toContainText(bus)
    await page.goto(way.bussing)
    await expect(page.getByText(t('theme.mergedHeading'))).toBeVisible()
    await expect(page.locator('#history')).toContainText('Bussen er også en vei til skolen.')
    await page.getByRole('link', { name: /^Gå til VE/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Trygg skolevei')
    await page.goto(reading)
    await expect(page.locator('.in-psg', { hasText: bus })).toContainText('Trygg skolevei')
  })
  await test.step('what was read before a theme was there is looked through for it', async () => {
    await makeTheme(page, answering, 'LY', 'Lys')
    await page.goto(`/workbench/strategies/${answering.strategy.id}/codebook/rechecks`)
    await page.locator('#late').getByRole('link', { name: /Lys/ }).click()
    await page.getByRole('checkbox', { name: 'Heivik kommune' }).check()
    await page.getByRole('button', { name: t('rechecks.submit') }).click()
    await expect(page.getByText(t('rechecks.done', { count: 1, code: 'LY' }))).toBeVisible()
    await expect(page.locator('#late').getByRole('link', { name: /Lys/ })).toHaveCount(0)
  })
  await page.goto(way.bussing)
  const examination = new Examination(page)
  await examination.look('a theme that was merged', { dark: true })
  expect(examination.failures, examination.report).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

async function makeTheme(page: Page, { strategy }: Answering, code: string, title: string) {
  await page.goto(`/workbench/strategies/${strategy.id}/codebook?new=1`)
  const form = page.locator('form', { has: page.locator('[name="titleNb"]') })
  await form.locator('[name="code"]').fill(code)
  await form.locator('[name="titleNb"]').fill(title)
  await form.locator('[name="definitionNb"]').fill(`Det som handler om ${title.toLowerCase()}.`)
  await form.getByRole('button').last().click()
  await expect(page.getByText(t('theme.done.created'))).toBeVisible()
  return page.url().replace(/\?.*/, '')
}

async function tag(page: Page, reading: string, words: string, theme: string) {
  await page.goto(reading)
  const passage = page.locator('.in-psg', { hasText: words })
  await passage.locator('.in-anchor').click()
  await expect(page.locator('.in-psg[aria-current]')).toContainText(words)
  await page.locator('#themes-panel').getByRole('button', { name: theme }).first().click()
  await expect(page.locator('.in-psg[aria-current]')).toContainText(theme)
}
