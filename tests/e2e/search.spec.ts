import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Examination, linkOn } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

// Looking at many pages in a row takes its time on a busy machine.
test.setTimeout(240_000)

const unlikely = 'kurs finsikkje'

for (const locale of ['nb', 'nn'] as const)
  test(`everybody can read every answer a search may give, in ${locale}`, async ({ page }) => {
    const examination = new Examination(page)
    const dark = locale === 'nb'
    examination.brief = locale === 'nn'
    const open = (parameters: Record<string, string>, how = {}) =>
      examination.open(`${pathIn(locale, '/search')}?${new URLSearchParams(parameters)}`, how)
    await open({ q: 'kurs', show: 'inputs' }, { dark })
    await open({ q: 'kurs', show: 'words' }, { dark })
    await open({ q: 'språk:nn', show: 'words' })
    await open({ q: unlikely })
    await open({ q: 'barnhage' })
    await open({ q: unlikely, any: '1' })
    await open({ q: 'skole ELLER *kurs* ELLER barnehge~', compounds: '1' })
    await open({ q: '(skole' })
    await open({ q: 'kurs', page: '900' })
    const within = await linkOn(page, `${pathIn(locale, '/search')}?q=kurs&show=inputs`, /[?&]input=/)
    await examination.open(within, { dark })
    await page.setViewportSize({ width: 1280, height: 800 })
    for (const summary of await page.locator('main summary').all()) await summary.press('Enter')
    await expect(page.locator('.in-howto table')).toBeVisible()
    await examination.look('a search with everything unfolded', { dark })
    expect(examination.failures, examination.report).toEqual([])
  })

test('everybody can see answers as they need them in the secretariat', async ({ page }) => {
  const examination = new Examination(page)
  await signInAs(page, 'Håkon Rud')
  await examination.open('/workbench/search?q=kurs&show=inputs', { dark: true })
  await examination.open('/workbench/search?q=kurs&show=words', { dark: true })
  await examination.open('/workbench/search?q=finsikkje+heller&kind=municipality')
  await examination.open(await linkOn(page, '/workbench/search?q=kurs&show=inputs', /[?&]input=/))
  expect(examination.failures, examination.report).toEqual([])
})

test('everybody can see how it stands with the search', async ({ page }) => {
  const t = translator('nb', 'auth')
  const examination = new Examination(page)
  await signInAs(page, 'Tor Lien')
  await page.goto('/admin')
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t('upkeep.nav'), exact: true })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('upkeep.title'))
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
  await examination.look('how it stands with the search', { dark: true })
  await examination.open('/admin/search?done=retry&count=2')
  expect(examination.failures, examination.report).toEqual([])
})

for (const scripted of [true, false])
  test(`one finds a passage as an input and among words in context, ${scripted ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    const { page, complaints, context } = await somebody(browser, { scripted })
    await signInAs(page, 'Håkon Rud')
    for (const [address, main] of [
      ['/search', 'main'],
      ['/workbench/search', '#hits'],
    ] as const) {
      await page.goto(address)
      await asInputs(page, main)
      await amongWords(page, address)
    }
    expect(complaints).toEqual([])
    await context.close()
  })

function viewLink(page: Page, view: 'inputs' | 'words') {
  const t = translator('nb', 'public')
  return page.getByRole('navigation', { name: t('search.show') }).getByRole('link', {
    name: t(`search.view.${view}`),
    exact: true,
  })
}

/** From the form to the inputs, from an input to its own passages, and out to all of them again. */
async function asInputs(page: Page, main: string) {
  const t = translator('nb', 'public')
  await page.getByRole('searchbox').fill('kurs')
  await page.getByRole('button', { name: t('search.button'), exact: true }).click()
  await viewLink(page, 'inputs').click()
  await expect(viewLink(page, 'inputs')).toHaveAttribute('aria-current', 'page')
  const several = page.locator('main').getByRole('link', { name: t('search.inInput', { count: 2 }) })
  await several.first().click()
  await expect(page.locator(`${main} ol.in-list > li`)).toHaveCount(2)
  await page.getByRole('link', { name: t('search.removeInput') }).click()
  expect(await page.locator(`${main} ol.in-list > li`).count()).toBeGreaterThan(2)
}

/** Each line has the word looked for, and leads to where it stands. The words are kept from view to view. */
async function amongWords(page: Page, address: string) {
  const t = translator('nb', 'public')
  await viewLink(page, 'words').click()
  await expect(page.getByRole('searchbox')).toHaveValue('kurs')
  expect(new URL(page.url()).pathname).toBe(address)
  const lines = page.getByRole('list', { name: t('search.view.words') }).getByRole('listitem')
  expect(await lines.count()).toBeGreaterThan(5)
  for (const word of await lines.locator('mark').allTextContents()) expect(word.toLowerCase()).toMatch(/kurs/)
  const sender = (await lines.first().getByRole('link').textContent()) ?? ''
  await lines.first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sender)
  await page.goBack()
}
