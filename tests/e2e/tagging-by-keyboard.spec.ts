import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { Examination } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')

test.setTimeout(240_000)

const chosen = (page: Page) => page.locator('.in-psg[aria-current]')
const numberOf = async (page: Page) => Number((await chosen(page).getAttribute('id'))?.replace('utdrag-', ''))
const passages = (page: Page) => page.locator('.in-psg')

/** Opens the input of a sender, with the first of its passages that nobody has tagged. */
async function openInput(page: Page, query: string) {
  await page.goto(`/workbench/search?q=${query}`)
  const href = await page.locator('a[href*="/workbench/inputs/"]').first().getAttribute('href')
  await page.goto((href ?? '').replace(/\?.*/, ''))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Presses a key and waits until what it did is said. */
async function pressed(page: Page, key: string, said: RegExp | string) {
  await page.keyboard.press(key)
  await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible()
}

test('an input is read and tagged by keyboard alone, taken back, and looked at', async ({ browser }) => {
  const { page, context, complaints } = await somebody(browser)
  await signInAs(page, 'Ingrid Dahl')
  await openInput(page, 'nettbrett')
  await expect(page.getByRole('button', { name: t('reading.keys.all') })).toBeVisible()

  // To the first passage of several sentences, from where nothing has the focus.
  const several = /[.] \p{Lu}.*[.] \p{Lu}/u
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(chosen(page).locator('p').first()).toHaveText(several, { timeout: 500 })
    await expect(chosen(page).getByRole('link').first()).toBeFocused({ timeout: 500 })
  }).toPass()
  const number = await numberOf(page)
  const text = (await chosen(page).locator('p').first().textContent()) ?? ''

  // A theme by typing, a position, a flag, and a note.
  await page.keyboard.press('/')
  await page.keyboard.type('personv')
  await pressed(page, 'Enter', t('reading.tagged', { number, theme: 'Personvern og sikkerhet' }))
  await expect(chosen(page).getByRole('link').first()).toBeFocused()
  await pressed(page, 'd', 'Standpunktet')
  await expect(chosen(page)).toContainText('Personvern og sikkerhet – støtter med merknader')
  await pressed(page, 'f', t('reading.done.marked'))
  await expect(chosen(page)).toContainText(t('reading.flagged'))
  await page.keyboard.press('n')
  await page.keyboard.type('Spør om tallet.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(chosen(page)).toContainText('Spør om tallet.')
  await page.keyboard.press('Escape')
  await expect(chosen(page).getByRole('link').first()).toBeFocused()

  // Split where the second sentence begins: everything stands on both.
  const before = await passages(page).count()
  await page.keyboard.press('o')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(passages(page)).toHaveCount(before + 1)
  await expect(chosen(page).getByRole('link').first()).toBeFocused()
  for (const at of [number, number + 1]) {
    const part = page.locator(`#utdrag-${at}`)
    expect(text).toContain(await part.locator('p').first().textContent())
    await expect(part).toContainText('Personvern og sikkerhet – støtter med merknader')
    await expect(part).toContainText('Spør om tallet.')
  }

  // Taken back, one after the other: the split, the note, the flag, the position.
  await page.keyboard.press('z')
  await expect(passages(page)).toHaveCount(before)
  await expect(chosen(page)).toContainText('Spør om tallet.')
  await expect(chosen(page).locator('p').first()).toHaveText(text)
  await pressed(page, 'z', t('reading.done.unmarked'))

  // Any words a passage of their own, and joined with the next, each taken back.
  await page.keyboard.press('v')
  await page.keyboard.type(text.split(' ').slice(0, 3).join(' '))
  await page.keyboard.press('Enter')
  await expect(page.locator('.in-psg--span')).toHaveCount(1)
  await expect(page.locator('.in-psg--span .in-anchor')).toBeFocused()
  await page.keyboard.press('z')
  await expect(page.locator('.in-psg--span')).toHaveCount(0)

  // Read, and all of it read.
  const read = chosen(page).locator('xpath=ancestor::section').locator('.in-read button')
  if ((await read.getAttribute('aria-pressed')) === 'true') await page.keyboard.press('l')
  for (const pressedNow of ['true', 'false']) {
    await expect(read).toHaveAttribute('aria-pressed', pressedNow === 'true' ? 'false' : 'true')
    await page.keyboard.press('l')
    await expect(read).toHaveAttribute('aria-pressed', pressedNow)
  }
  await pressed(page, 'Shift+L', t('reading.done.read'))
  await expect(page.getByText(t('reading.allRead'))).toBeVisible()

  // The keys can be looked up, and turned off.
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  const examination = new Examination(page)
  await examination.look('the keys', { dark: true })
  await page.keyboard.press('Escape')
  await examination.look('an input that is read', { dark: true })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByText(t('reading.cutting'), { exact: true }).click()
  await page.locator('#stance-panel summary').click()
  // The row that stays on top of a telephone would lie half over a button.
  await page.evaluate(() => window.scrollTo(0, 0))
  await examination.look('an input with everything open', { dark: true })
  expect(examination.failures, examination.report).toEqual([])

  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByLabel(t('reading.keys.use')).uncheck()
  await chosen(page).getByRole('link').first().focus()
  const stood = await numberOf(page)
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  expect(await numberOf(page)).toBe(stood)
  expect(complaints).toEqual([])
  await context.close()
})

test('the same by form, without script', async ({ browser }) => {
  const { page, context } = await somebody(browser, { scripted: false })
  await signInAs(page, 'Håkon Rud')
  await openInput(page, 'vikar')
  const before = await passages(page).count()
  await page
    .locator('.in-psg', { hasText: /[.] \p{Lu}/u })
    .first()
    .locator('.in-anchor')
    .click()
  const text = (await chosen(page).locator('p').first().textContent()) ?? ''
  const themes = page.locator('#themes-panel')

  const theme = themes.getByRole('button', { name: 'Læremidler', pressed: false }).first()
  await theme.click()
  await expect(page.getByRole('status')).toContainText('Læremidler')
  await page
    .locator('#positions-panel')
    .getByRole('button', { name: t('positions.against') })
    .last()
    .click()
  await expect(chosen(page)).toContainText('støtter ikke')
  await page.getByRole('button', { name: t('reading.undo') }).click()
  await expect(chosen(page)).not.toContainText('støtter ikke')

  // What is refused is said, and what was typed is there.
  await page.getByRole('button', { name: t('reading.writeNote') }).click()
  await expect(page.getByText(t('reading.problems.note-missing')).first()).toBeVisible()
  await page.getByRole('textbox', { name: t('reading.note') }).fill('Et notat uten skript.')
  await page.getByRole('button', { name: t('reading.writeNote') }).click()
  await expect(chosen(page)).toContainText('Et notat uten skript.')

  const cutting = page.locator('#cutting-panel')
  await cutting.locator('summary').click()
  await cutting.getByLabel(t('reading.splitWords')).fill('ord som ingen har skrevet')
  await cutting.getByRole('button', { name: t('reading.split') }).click()
  await expect(page.getByText(t('reading.problems.words-not-found')).first()).toBeVisible()
  await expect(cutting.getByLabel(t('reading.splitWords'))).toHaveValue('ord som ingen har skrevet')
  await cutting.getByLabel(t('reading.splitWords')).fill('')
  await cutting.getByRole('radio').first().check()
  await cutting.getByRole('button', { name: t('reading.split') }).click()
  await expect(passages(page)).toHaveCount(before + 1)
  expect(text).toContain(await chosen(page).locator('p').first().textContent())
  await page.getByRole('button', { name: t('reading.undo') }).click()
  await expect(passages(page)).toHaveCount(before)
  await expect(chosen(page).locator('p').first()).toHaveText(text)
  await page.getByRole('button', { name: t('reading.readAll') }).click()
  await expect(page.getByRole('button', { name: t('reading.allRead') })).toBeVisible()
  await context.close()
})

test('two who read the same input see each other’s work, and nothing is written over', async ({
  browser,
}) => {
  const [one, other] = [await somebody(browser), await somebody(browser)]
  await signInAs(one.page, 'Ingrid Dahl')
  await signInAs(other.page, 'Håkon Rud')
  for (const { page } of [one, other]) await openInput(page, 'rådgivar')
  const first = one.page.locator('.in-psg', { hasText: /[.] \p{Lu}/u }).first()
  const id = (await first.getAttribute('id')) ?? ''
  for (const { page } of [one, other]) await page.locator(`#${id} .in-anchor`).click()
  const before = await passages(one.page).count()
  await one.page.keyboard.press('o')
  await one.page.keyboard.press('Space')
  await one.page.keyboard.press('Enter')
  await expect(passages(one.page)).toHaveCount(before + 1)
  // The other has not seen it yet, tags what was there, and is told; then the page is as it is.
  await other.page.keyboard.press('1')
  await expect(
    other.page.getByRole('status').filter({ hasText: t('reading.problems.passage-changed') }),
  ).toBeVisible()
  await expect(passages(other.page)).toHaveCount(before + 1)
  await pressed(other.page, '1', /er merket|tatt bort/)
  await one.page.keyboard.press('z')
  await expect(passages(one.page)).toHaveCount(before)
  expect([...one.complaints, ...other.complaints]).toEqual([])
  await Promise.all([one.context.close(), other.context.close()])
})
