import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { type Locale, locales, pathIn } from '#app/platform/locale.ts'
import { Examination } from './examination.ts'
import { harvest } from './harvesting.ts'
import {
  addPeopleAndLinks,
  endWithResults,
  fillIn,
  project,
  publish,
  rename,
  seeWarning,
  startRecord,
  takenNumber,
} from './registrar.ts'
import { signInAs, somebody } from './signing-in.ts'

test.setTimeout(180_000)

const address = `/strategies/${project.slug}`

test('a record of the register is made, read, found by number, ended and renamed (S1-R)', async ({
  browser,
}) => {
  const [admin, lead, reader] = await Promise.all([
    somebody(browser),
    somebody(browser, { scripted: false }),
    somebody(browser, { scripted: false }),
  ])
  await signInAs(admin.page, 'Tor Lien')
  await signInAs(lead.page, 'Elin Strand')
  await test.step('the administrator starts the record', () => startRecord(admin.page))
  await test.step('nobody else sees it yet', () => isMissing(reader.page))
  await test.step('the lead fills it in', () => fillIn(lead.page))
  await test.step('a number is taken once', () => takenNumber(lead.page))
  await test.step('people and results are named', () => addPeopleAndLinks(lead.page))
  await test.step('the lead publishes it', () => publish(lead.page))
  for (const locale of locales) {
    await test.step(`a visitor reads it in ${locale}`, () => readInOrder(reader.page, locale, 'ongoing'))
    await test.step(`and finds it by its numbers in ${locale}`, () => findByNumbers(reader.page, locale))
  }
  await test.step('a program finds it by either number', () => harvest(reader.page, 'ongoing'))
  await test.step('the mandate has passed: staff are warned', () => seeWarning(lead.page))
  await test.step('the lead ends it with results', () => endWithResults(lead.page))
  for (const locale of locales) {
    await test.step(`a visitor reads the end in ${locale}`, () => readInOrder(reader.page, locale, 'ended'))
    await test.step(`and what was changed in ${locale}`, () => readHistory(reader.page, locale))
  }
  await test.step('a program reads the end', () => harvest(reader.page, 'ended'))
  await test.step('it gets another address', () => rename(lead.page, 'lik-tilgang'))
  await test.step('the old address works', () => followOldAddresses(reader.page))
  for (const { complaints, context } of [admin, lead, reader]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

async function isMissing(page: Page) {
  const response = await page.goto(address)
  expect(response?.status()).toBe(404)
}

/** Every field in the order of S1-R: type, number, status, number, case number, organiser, mandate and so on. */
async function readInOrder(page: Page, locale: Locale, status: 'ongoing' | 'ended') {
  const t = translator(locale, 'public')
  await page.goto(pathIn(locale, address))
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(project.title[locale])
  await expect(page.locator('.in-lead')).toHaveText(project.summary[locale])
  const told = (await page.locator('#registeropplysninger').textContent()) ?? ''
  inOrder(told, [
    t('register.kinds', { kind: 'project' }),
    project.number,
    t('register.statuses', { status }),
    t('register.fields.projectNumber'),
    project.number,
    t('register.fields.caseNumber'),
    project.caseNumber,
    project.organiser,
    locale === 'en' ? project.mandate.inEnglish : project.mandate.shown,
    t('register.fields.appointedOn'),
    locale === 'en' ? project.appointed.inEnglish : project.appointed.shown,
    project.goals[locale],
    ...(status === 'ended' ? [project.results[locale]] : [t('register.noResults')]),
    project.summary[locale],
    project.chair,
    t('register.related'),
    project.related,
    project.scope.sv,
    t('register.cite'),
    `${project.title[locale]}. ${t('register.kinds', { kind: 'project' })} ${project.number}`,
  ])
  expect(told.match(new RegExp(t('register.writtenOn', { day: '\\S+' }), 'g'))).toHaveLength(
    status === 'ended' ? 2 : 1,
  )
  // Only in bokmål, and only in Swedish: marked as that where the page is in another language.
  const marked = (words: string, lang: Locale) =>
    page.locator('#registeropplysninger').locator(`[lang="${lang}"]`).getByText(words)
  await expect(marked(project.related, 'nb')).toHaveCount(locale === 'nb' ? 0 : 1)
  await expect(marked(project.scope.sv, 'sv')).toHaveCount(locale === 'sv' ? 0 : 1)
}

function inOrder(text: string, parts: readonly string[]) {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    expect(at, `«${part}» after «${text.slice(Math.max(0, from - 60), from)}»`).toBeGreaterThanOrEqual(0)
    from = at + part.length
  }
}

async function findByNumbers(page: Page, locale: Locale) {
  const t = translator(locale, 'public')
  const bare = (number: string) => number.replace(/[:/]/g, '')
  for (const words of [
    project.number,
    bare(project.number).toLowerCase(),
    project.caseNumber,
    bare(project.caseNumber),
  ]) {
    await page.goto(pathIn(locale, '/search'))
    await page.getByRole('searchbox').fill(words)
    await page.getByRole('button', { name: t('search.button'), exact: true }).click()
    await page
      .getByRole('region', { name: t('search.byNumber', { count: 1 }) })
      .getByRole('link', { name: project.title[locale] })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(project.title[locale])
  }
}

/** What stood before and what stands now; nobody's name. */
async function readHistory(page: Page, locale: Locale) {
  const t = translator(locale, 'public')
  await page.goto(pathIn(locale, address))
  await page.getByRole('link', { name: t('register.history') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('history.title'))
  const newest = page.locator('main ol > li').first()
  await expect(newest.locator('del').first()).toHaveText(t('register.statuses', { status: 'ongoing' }))
  await expect(newest.locator('ins').first()).toHaveText(t('register.statuses', { status: 'ended' }))
  await expect(newest).toContainText(t('history.nothing'))
  await expect(newest).toContainText(project.results.nb)
  await expect(newest).toContainText(project.results.nn)
  await expect(page.locator('main ol > li').last()).toContainText(t('history.first'))
  await expect(page.getByRole('main')).not.toContainText('Elin Strand')
}

async function followOldAddresses(page: Page) {
  for (const locale of locales)
    for (const [rest, path] of [
      ['', ''],
      ['/history?page=1', '/history'],
    ]) {
      const response = await page.goto(pathIn(locale, `${address}${rest}`))
      expect(response?.status()).toBe(200)
      expect(new URL(page.url()).pathname).toBe(pathIn(locale, `/strategies/lik-tilgang${path}`))
    }
}

test('everybody can use the pages of the register', async ({ page, browser }) => {
  const open = new Examination(page)
  await open.open('/strategies/digital-opplaering', { dark: true })
  await open.open('/nn/strategies/laeremidler-for-sma-sprak')
  await open.open('/strategies/digital-kompetanse-2027-2032/history', { dark: true })
  await open.open('/search?q=26%2F1482', { dark: true })
  expect(open.failures, open.report).toEqual([])

  const editor = await somebody(browser)
  await signInAs(editor.page, 'Elin Strand')
  await editor.page.goto('/workbench')
  const phases = await editor.page.locator('a[href$="/phases"]').first().getAttribute('href')
  const base = (phases ?? '').replace(/\/phases$/, '')
  const work = new Examination(editor.page)
  await work.open('/workbench')
  for (const place of ['', '/people', '/phases']) await work.open(`${base}${place}`, { dark: true })
  expect(work.failures, work.report).toEqual([])
  await editor.context.close()

  const admin = await somebody(browser)
  await signInAs(admin.page, 'Tor Lien')
  const house = new Examination(admin.page)
  await house.open('/admin/strategies', { dark: true })
  expect(house.failures, house.report).toEqual([])
  await admin.context.close()
})
