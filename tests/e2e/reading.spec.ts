import { expect, type Locator, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')

test.setTimeout(120_000)

const chosen = (page: Page) => page.locator('.in-psg[aria-current]')
const spans = (page: Page) => page.locator('.in-psg--span')
const wordsOf = async (passage: Locator) => (await passage.locator('[data-start]').textContent()) ?? ''
const told = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })

/** Opens an input where an answer has a passage with another after it, and chooses the first of the two. */
async function openTwoPassages(page: Page, query: string) {
  await page.goto(`/workbench/search?q=${query}`)
  const href = await page.locator('a[href*="/workbench/inputs/"]').first().getAttribute('href')
  await page.goto((href ?? '').replace(/\?.*/, ''))
  const second = page.locator('.in-psg:not(.in-psg--span) + .in-psg:not(.in-psg--span)').first()
  const number = Number((await second.getAttribute('id'))?.replace('utdrag-', ''))
  const [one, two] = [page.locator(`#utdrag-${number - 1}`), page.locator(`#utdrag-${number}`)]
  await one.locator('.in-anchor').click()
  await expect(one).toHaveAttribute('aria-current', 'true')
  return { one, two, words: [await wordsOf(one), await wordsOf(two)] as const, number: number - 1 }
}

/** Marks words with the mouse, from the middle of a letter of one passage to that of a letter of another. */
async function markWords(page: Page, from: [Locator, number], to: [Locator, number]) {
  await from[0].scrollIntoViewIfNeeded()
  const placeOf = ([passage, at]: [Locator, number]) =>
    passage.locator('[data-start]').evaluate((text, letter) => {
      const range = document.createRange()
      const node = text.firstChild as Text
      range.setStart(node, letter)
      range.setEnd(node, letter + 1)
      const { left, top, height } = range.getBoundingClientRect()
      return { x: left + 1, y: top + height / 2 }
    }, at)
  const [start, end] = [await placeOf(from), await placeOf(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
}

test('words marked with the mouse are a passage, also over others; a paragraph of the draft has a position', async ({
  browser,
}) => {
  const { page, context, complaints } = await somebody(browser)
  await signInAs(page, 'Ingrid Dahl')
  const { one, two, words, number } = await openTwoPassages(page, 'nettbrett')
  await expect(page.getByRole('button', { name: t('reading.keys.all') })).toBeVisible()
  const before = await spans(page).count()
  const make = page.getByRole('button', { name: t('reading.makeSpan') }).last()

  await test.step('some words of a passage', async () => {
    await markWords(page, [one, 3], [one, 14])
    await expect(told(page, words[0].slice(3, 14).trim())).toBeVisible()
    await make.click()
    await expect(spans(page)).toHaveCount(before + 1)
    await expect(chosen(page).locator('.in-anchor')).toBeFocused()
    expect(await wordsOf(chosen(page))).toBe(words[0].slice(3, 14).trim())
  })
  const first = page.locator(`#utdrag-${number}`)
  const afterSpan = page.locator(`#utdrag-${number + 2}`)
  await test.step('and from there into the next, over the first', async () => {
    await markWords(page, [first, 9], [afterSpan, 8])
    await expect(make).toBeVisible()
    await page.keyboard.press('v')
    await expect(spans(page)).toHaveCount(before + 2)
    const made = (await wordsOf(chosen(page))).replace(/\s+/g, ' ')
    expect(made).toBe(`${words[0].slice(9)} ${words[1].slice(0, 8)}`.replace(/\s+/g, ' ').trim())
  })
  await test.step('each is taken back, the last first', async () => {
    await page.keyboard.press('z')
    await expect(spans(page)).toHaveCount(before + 1)
    await page.keyboard.press('z')
    await expect(spans(page)).toHaveCount(before)
  })
  await test.step('joined with the next, and taken back', async () => {
    await one.locator('.in-anchor').click()
    await page.keyboard.press('g')
    await expect(one).toContainText(words[1])
    await page.keyboard.press('z')
    await expect(two).toContainText(words[1])
    expect(await wordsOf(one)).toBe(words[0])
  })
  await test.step('a position to a paragraph of the draft, without the hand leaving the keys', async () => {
    await one.locator('.in-anchor').click()
    // The page may still be taking in what was undone, and then hears no key.
    await expect(async () => {
      await page.keyboard.press('a')
      await expect(page.locator('select:focus')).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await expect(page.locator('input[type=radio]:focus')).toBeVisible()
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')
    await expect(told(page, t('reading.done.stanced'))).toBeVisible()
    await expect(one.locator('.in-anchor')).toBeFocused()
    await expect(one).toContainText(/Avsnitt .* – støtter/)
    await page.keyboard.press('z')
    await expect(one).not.toContainText(/Avsnitt .* – støtter/)
  })
  expect(complaints).toEqual([])
  await context.close()
})

test('without a net what was tagged waits on the page, in order, and is saved when the net is back', async ({
  browser,
}) => {
  const { page, context, complaints } = await somebody(browser)
  await signInAs(page, 'Ingrid Dahl')
  const { one, two } = await openTwoPassages(page, 'rådgivar')
  await expect(page.getByRole('button', { name: t('reading.keys.all') })).toBeVisible()
  const tags = (passage: Locator) => passage.locator('.in-psg__tags button')
  const before = [await tags(one).count(), await tags(two).count()] as const
  const theme = 'Læremidler, språk og marked'
  const tag = async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('læremid')
    await page.keyboard.press('Enter')
  }
  await context.setOffline(true)
  await tag()
  await page.keyboard.press('i')
  await page.keyboard.press('j')
  await tag()
  await expect(told(page, t('reading.waiting', { count: 3 }))).toBeVisible()
  await expect(two.locator('.in-anchor')).toBeFocused()
  await context.setOffline(false)
  await expect(one).toContainText(`${theme} – støtter ikke`)
  await expect(two).toContainText(theme)
  for (const _ of [1, 2, 3]) await page.keyboard.press('z')
  await expect(tags(one)).toHaveCount(before[0])
  await expect(tags(two)).toHaveCount(before[1])
  expect(complaints).toEqual([])
  await context.close()
})

test('without script the text is joined and drawn round by form, a paragraph has a position, and all is taken back', async ({
  browser,
}) => {
  const { page, context } = await somebody(browser, { scripted: false })
  await signInAs(page, 'Håkon Rud')
  const { one, two, words } = await openTwoPassages(page, 'nettbrett')
  const before = await page.locator('.in-psg').count()
  const cutting = page.locator('#cutting-panel')
  const undo = () => page.getByRole('button', { name: t('reading.undo') }).click()

  await cutting.locator('summary').click()
  await cutting.getByRole('button', { name: t('reading.join') }).click()
  await expect(page.locator('.in-psg')).toHaveCount(before - 1)
  await expect(chosen(page)).toContainText(words[1])
  await undo()
  await expect(two).toContainText(words[1])

  await one.locator('.in-anchor').click()
  await cutting.locator('summary').click()
  await cutting.getByLabel(t('reading.spanFrom')).fill(words[0].split(' ').slice(-3).join(' '))
  await cutting.getByLabel(t('reading.spanTo')).fill(words[1].split(' ').slice(0, 4).join(' '))
  await cutting.getByRole('button', { name: t('reading.makeSpan') }).click()
  await expect(spans(page)).toHaveCount(1)
  const made = (await wordsOf(chosen(page))).replace(/\s+/g, ' ')
  expect(made).toBe([...words[0].split(' ').slice(-3), ...words[1].split(' ').slice(0, 4)].join(' '))
  await undo()
  await expect(spans(page)).toHaveCount(0)

  await one.locator('.in-anchor').click()
  const stance = page.locator('#stance-panel')
  await stance.locator('summary').click()
  await stance.getByRole('button', { name: t('reading.takeStance') }).click()
  await expect(page.getByText(t('reading.problems.paragraph-missing')).first()).toBeVisible()
  await stance.getByRole('combobox').selectOption({ index: 1 })
  await stance.getByRole('radio', { name: t('positions.neutral') }).check()
  await stance.getByRole('button', { name: t('reading.takeStance') }).click()
  await expect(chosen(page)).toContainText(/Avsnitt .* – tar ikke stilling/)
  await undo()
  await expect(chosen(page)).not.toContainText(/Avsnitt .* – tar ikke stilling/)
  await context.close()
})
