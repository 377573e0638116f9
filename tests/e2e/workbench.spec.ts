import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import {
  type Answering,
  aChangedMind,
  aHeldMeeting,
  aMunicipalityAnswering,
  workedOnBy,
} from './answering.ts'
import { Examination } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')

const speakers = Array.from({ length: 20 }, (_, at) => `Taler ${at + 1} Vik`)

test('the secretariat registers a meeting, reads, tags and counts: nobody twice, and everybody is found (S4-R)', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const answering = await aMunicipalityAnswering('Myrvang kommune')
  await workedOnBy(answering, 'Håkon Rud')
  const meeting = await aHeldMeeting(answering)
  const input = await aChangedMind(answering)
  const { page, context } = await somebody(browser, { scripted: false })
  await signInAs(page, 'Håkon Rud')

  await test.step('twenty who spoke are twenty inputs', () => registerSpeakers(page, answering, meeting.id))
  await test.step('a theme is made, and what the council says is tagged with where it stands', async () => {
    await makeTheme(page, answering)
    await tagAgainst(page, `/workbench/inputs/${input.id}`, 'Kommunestyret krever')
  })
  await test.step('the municipality that answered twice counts once, the twenty once each', async () => {
    await openTable(page, answering, 'received')
    expect(await numberIn(page, 'municipality', 'uninvited')).toBe('1')
    expect(await numberIn(page, 'person', 'uninvited')).toBe('20')
  })
  await test.step('the theme stands with senders, and its number leads to them', async () => {
    await openTable(page, answering, 'themes')
    await page
      .getByRole('row', { name: /Hvem betaler/ })
      .getByRole('link', { name: /: 1 av 21/ })
      .click()
    const list = page.getByRole('main')
    await expect(list).toContainText('Myrvang kommune')
    await expect(list).not.toContainText('Taler 1 Vik')
  })
  await test.step('a reader of spreadsheets gets the same', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.goto(`${rounds(answering)}/tables/themes/file/csv`).catch(() => null),
    ])
    expect(file.suggestedFilename()).toMatch(/\.csv$/)
  })
  await context.close()
})

const rounds = ({ round }: Answering) => `/workbench/rounds/${round.id}`

async function registerSpeakers(page: Page, answering: Answering, meetingId: string) {
  await page.goto(`${rounds(answering)}/intake/new?channel=oral&meeting=${meetingId}`)
  for (const [at, name] of speakers.entries()) {
    await page.getByRole('radio', { name: t('intake.whoIs.person') }).check()
    await page.getByLabel(t('intake.sender'), { exact: true }).fill(name)
    await page
      .getByLabel(t('intake.oralText'), { exact: true })
      .fill(`Innlegg nummer ${at + 1} om skoleveien.`)
    await page
      .getByRole('button', { name: t('intake.registerOral') })
      .last()
      .click()
    await expect(page.getByRole('status')).toContainText(name)
    await expect(
      page.getByRole('heading', { name: t('intake.fromMeeting', { count: at + 1 }) }),
    ).toBeVisible()
  }
  await page.goto(`${rounds(answering)}/intake`)
  await expect(page.getByRole('link', { name: t('intake.filter.oral', { count: 20 }) })).toBeVisible()
}

async function makeTheme(page: Page, { strategy }: Answering) {
  await page.goto(`/workbench/strategies/${strategy.id}/codebook?new=1`)
  const form = page.locator('form', { has: page.locator('[name="titleNb"]') })
  await form.locator('[name="code"]').fill('HB')
  await form.locator('[name="titleNb"]').fill('Hvem betaler')
  await form.locator('[name="definitionNb"]').fill('Hvem som skal bære kostnaden.')
  await form.getByRole('button').last().click()
  await expect(page.getByRole('main')).toContainText('Hvem betaler')
}

async function tagAgainst(page: Page, reading: string, words: string) {
  await page.goto(reading)
  await page.locator('.in-psg', { hasText: words }).locator('.in-anchor').click()
  await page.locator('#themes-panel').getByRole('button', { name: 'Hvem betaler' }).first().click()
  await page
    .locator('#positions-panel')
    .getByRole('button', { name: t('positions.against') })
    .last()
    .click()
  await expect(page.locator('.in-psg[aria-current]')).toContainText('støtter ikke')
}

async function openTable(page: Page, answering: Answering, table: string) {
  await page.goto(`${rounds(answering)}/tables/${table}`)
  await expect(page.getByRole('table')).toBeVisible()
}

/** The number of a cell, by the link behind it. */
async function numberIn(page: Page, row: string, column: string) {
  return page.locator(`a[href*="row=${row}&column=${column}"]`).first().textContent()
}

test('everybody can use the pages of the secretariat’s work', async ({ browser }) => {
  test.setTimeout(240_000)
  const { page, context } = await somebody(browser)
  await signInAs(page, 'Håkon Rud')
  await page.goto('/workbench')
  const round = (await page.locator('a[href^="/workbench/rounds/"]').first().getAttribute('href')) ?? ''
  const strategy =
    (await page.locator('a[href^="/workbench/strategies/"]').first().getAttribute('href')) ?? ''
  const [, strategyId = ''] = /strategies\/([0-9a-f-]{36})/.exec(strategy) ?? []
  const codebook = `/workbench/strategies/${strategyId}/codebook`
  const places = [
    ...['/settings', '/invitations', '/intake', '/intake/new', '/intake/import'].map(
      (place) => round + place,
    ),
    ...['/assignments', '/progress', '/tables', '/tables/received'].map((place) => round + place),
    ...['', '/health', '/rechecks', '/import'].map((place) => codebook + place),
    ...[`/workbench/strategies/${strategyId}/rounds/new`, '/workbench/queue'],
    ...['/workbench/search/saved', '/workbench/search/tagging?q=skole'],
  ]
  const examination = new Examination(page)
  for (const place of places) {
    await page.goto(place)
    await expect(page.getByRole('heading', { level: 1 }), place).toBeVisible()
    await examination.look(place)
  }
  expect(examination.failures, examination.report).toEqual([])
  await context.close()
})

test('an administrator looks through the record', async ({ browser }) => {
  const { page, context } = await somebody(browser)
  await signInAs(page, 'Tor Lien')
  const audit = translator('nb', 'auth')
  await page.goto('/admin')
  await page.getByLabel(audit('audit.filter.from')).fill('i går')
  await page.getByRole('button', { name: audit('audit.filter.show') }).click()
  await expect(page.getByText(audit('audit.filter.dayUnusable'))).toBeVisible()
  await expect(page.getByLabel(audit('audit.filter.from'))).toHaveValue('i går')
  await page.getByLabel(audit('audit.filter.from')).fill('1.1.2020')
  await page.getByLabel(audit('audit.filter.kind')).selectOption('person')
  await page.getByRole('button', { name: audit('audit.filter.show') }).click()
  await expect(page.getByRole('row', { name: /Tor Lien/ }).first()).toBeVisible()
  const examination = new Examination(page)
  await examination.look('the record, filtered', { dark: true })
  expect(examination.failures, examination.report).toEqual([])
  await context.close()
})
