import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Examination, linkOn } from './examination.ts'
import { openInput, signInAs } from './signing-in.ts'

const strategy = '/strategies/digital-kompetanse-2027-2032'
const first = `${strategy}/rounds/runde-1`
const second = `${strategy}/rounds/runde-2`

// Looking at many pages in a row takes its time on a busy machine.
test.setTimeout(240_000)

for (const locale of ['nb', 'nn'] as const)
  test(`everybody can use the open pages in ${locale}`, async ({ page }) => {
    const examination = new Examination(page)
    const input = await linkOn(page, `${first}/inputs`, /\/inputs\/[0-9a-f-]{36}/)
    const finding = await linkOn(page, `${first}/findings`, /\/findings\/./)
    // The words differ between the languages, the colours and places do not.
    const dark = locale === 'nb'
    examination.brief = locale === 'nn'
    const open = (path: string, how = {}) => examination.open(pathIn(locale, path), how)
    await open('/', { dark })
    await open(strategy, { dark })
    await open(first)
    await open(second, { dark })
    await open(`${first}/inputs`, { dark })
    await open(input, { dark })
    await open(`${first}/findings`)
    await open(finding, { dark })
    await open(`${second}/findings`)
    await open(`${strategy}/documents/utkast`, { dark })
    await open(`${strategy}/documents/utkast/1`)
    await open('/search?q=kurs', { dark })
    await open('/search?q=finsikkje')
    await open('/search?q=%22uferdig')
    await open('/accessibility')
    await open('/finst-ikkje')
    await open('/sign-in', { dark })
    await open('/sign-in/ikkje-ei-lenkje')
    expect(examination.failures, examination.report).toEqual([])
  })

test('everybody can sign in and out', async ({ page }) => {
  const t = translator('nb', 'auth')
  const examination = new Examination(page)
  await page.goto('/sign-in')
  await page.getByLabel(t('mail.label')).fill('ingen-adresse')
  await page.getByRole('button', { name: t('mail.button') }).click()
  await expect(page.locator('.ds-error-summary')).toBeFocused()
  await examination.look('sign-in with an error')
  await page.getByLabel(t('mail.label')).fill('kari.lund@solvaer.example')
  await page.getByRole('button', { name: t('mail.button') }).click()
  await page.getByRole('link', { name: t('sent.mailbox') }).waitFor()
  await examination.look('sign-in when a letter is sent')
  await examination.open('/mailbox')
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Kari Lund' }).click()
  await page.getByRole('heading', { name: t('link.title') }).waitFor()
  await examination.look('a link to sign in')
  await examination.open('/sign-out')
  expect(examination.failures, examination.report).toEqual([])
})

test('everybody can write and send for a municipality', async ({ page }) => {
  const t = translator('nn', 'workspace')
  const examination = new Examination(page)
  await signInAs(page, 'Marit Nes')
  const home = '/workspace/fjellvik'
  const draft = await openInput(page, 'fjellvik')
  const receipt = await linkOn(page, home, /\/receipt$/)
  const withdrawal = await linkOn(page, receipt, /\/withdrawal$/)
  await examination.open('/workspace')
  await examination.open(home)
  await page.goto(draft)
  await page.locator('#question-1 [contenteditable=true]').waitFor()
  await examination.look('writing, with the editor', { dark: true })
  await examination.open(`${draft}/submission`)
  await examination.open(receipt, { dark: true })
  await examination.open(withdrawal)
  await page.getByRole('button', { name: t('withdrawal.submit') }).click()
  await expect(page.locator('.ds-error-summary')).toBeFocused()
  await examination.look('withdrawal without a reason')
  await examination.open('/workspace/finst-ikkje')
  await examination.open('/workbench')
  expect(examination.failures, examination.report).toEqual([])
})

test('everybody can see the questions before anybody has begun', async ({ page }) => {
  const examination = new Examination(page)
  await signInAs(page, 'Siri Vik')
  await examination.open(await startOf(page))
  expect(examination.failures, examination.report).toEqual([])
})

const startOf = (page: Page) => linkOn(page, '/workspace/solvaer', /\/(rounds|inputs)\/[0-9a-f-]{36}$/)

test('everybody can work for the secretariat', async ({ page }) => {
  const examination = new Examination(page)
  await signInAs(page, 'Håkon Rud')
  const codebook = await linkOn(page, '/workbench', /\/codebook$/)
  const findings = await linkOn(page, '/workbench', /\/findings$/)
  const round = findings.replace(/\/findings$/, '')
  await page.goto('/workbench')
  const firstRound = await page
    .getByRole('main')
    .getByRole('link', { name: /Runde 1$/ })
    .getAttribute('href')
  const input = await linkOn(page, `${round}?status=waiting`, /\/workbench\/inputs\//)
  const finding = await linkOn(page, `${firstRound}/findings`, /\/findings\/[0-9a-f-]{36}$/)
  const passage = await linkOn(page, '/workbench/search?q=kurs', /passage=/)
  await examination.open('/workbench', { dark: true })
  await examination.open(codebook)
  await examination.open(`${codebook}?new=1`)
  await examination.open(round, { dark: true })
  await examination.open(`${round}?status=waiting`)
  await examination.open(`${round}?status=withdrawn`)
  await examination.open(input, { dark: true })
  await examination.open(passage)
  await examination.open(`${input}/publication`)
  await examination.open(findings)
  await examination.open(finding, { dark: true })
  await examination.open(`${finding}/citations`)
  await examination.open(await linkOn(page, `${finding}/citations?q=kurs`, /passage=/))
  await examination.open('/workbench/search')
  await examination.open('/workbench/search?q=kurs', { dark: true })
  await examination.open('/workbench/search?q=finsikkje')
  await examination.open('/workbench/search?q=%22uferdig')
  expect(examination.failures, examination.report).toEqual([])
})

test('everybody can keep the house', async ({ page }) => {
  const examination = new Examination(page)
  await signInAs(page, 'Tor Lien')
  await examination.open('/admin', { dark: true })
  await examination.open('/admin?page=2')
  await examination.open('/workspace')
  expect(examination.failures, examination.report).toEqual([])
})
