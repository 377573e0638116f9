import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { Examination } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const p = translator('nb', 'public')
const strategy = '/strategies/digital-kompetanse-2027-2032'
const title = 'Frokostmøte om veiledning i barnehagen'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: Parameters<typeof t>[0]) => page.getByLabel(t(name), { exact: true })
const errors = (page: Page) => page.locator('.ds-error-summary')

/** A day as the date field wants it; the demo's days are told from today. */
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

test('staff plan, announce and summarise a meeting without script, and everyone reads it', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const editor = await somebody(browser, { scripted: false })
  const reader = await somebody(browser, { scripted: false })
  const { page } = editor

  await test.step('plans it, after a time that cannot be', async () => {
    await signInAs(page, 'Håkon Rud')
    const navigation = page.getByRole('navigation')
    await navigation
      .getByRole('link', { name: t('nav.meetings'), exact: true })
      .first()
      .click()
    await field(page, 'meeting.titleNb').fill(title)
    await field(page, 'meeting.date').fill(day(-2))
    await field(page, 'meeting.from').fill('10:00')
    await field(page, 'meeting.to').fill('09:00')
    await field(page, 'meeting.programmeNb').fill('08.30 Åpning | Ingrid Dal\n08.45 Samtale')
    await button(page, t('meetings.create')).click()
    await expect(errors(page)).toContainText(t('meeting.errors.ends-before-start'))
    await expect(field(page, 'meeting.programmeNb')).toHaveValue(/Samtale/)
    await field(page, 'meeting.from').fill('08:30')
    await button(page, t('meetings.create')).click()
    await expect(page.getByText(t('meeting.created'))).toBeVisible()
  })
  const address = new URL(page.url()).pathname

  await test.step('nobody else sees it', async () => {
    await reader.page.goto(`${strategy}/meetings`)
    await expect(reader.page.getByText(title)).toHaveCount(0)
  })

  await test.step('announces it when there is a way to it', async () => {
    await expect(page.locator('#publish')).toContainText(t('meeting.problems.nowhere'))
    await field(page, 'meeting.placeNb').fill('Kulturhuset, lille sal')
    const input = await reader.page
      .goto(`${strategy}/rounds/runde-1/inputs?order=name`)
      .then(() => reader.page.locator('.in-list a').first().getAttribute('href'))
    await field(page, 'meeting.inputs').fill(`${input}\nikke et innspill`)
    await button(page, t('meeting.save')).click()
    await expect(errors(page)).toContainText('Linje 2')
    await field(page, 'meeting.inputs').fill(`${input}`)
    await button(page, t('meeting.save')).click()
    await button(page, t('meeting.publish')).click()
    await expect(page.getByText(t('meeting.done'))).toBeVisible()
  })

  await test.step('the public reads the programme, and no summary', async () => {
    await reader.page.goto(`${strategy}/meetings`)
    await reader.page.getByRole('link', { name: title }).click()
    await expect(reader.page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(reader.page.locator('#program')).toContainText('08.30')
    await expect(reader.page.locator('#program')).toContainText('Ingrid Dal')
    await expect(reader.page.locator('#referat')).toHaveCount(0)
    await expect(reader.page.getByText(p('meeting.noSummary'))).toBeVisible()
  })

  await test.step('writes the summary, and publishes it when it is read', async () => {
    await page.goto(address)
    await field(page, 'meeting.summaryNb').fill('Tolv tok ordet.\n\n- Tid til veiledning\n- Fast kontakt')
    await button(page, t('meeting.saveSummary')).click()
    await reader.page.reload()
    await expect(reader.page.locator('#referat')).toHaveCount(0)
    await expect(page.locator('#preview')).toContainText('Tolv tok ordet.')
    await button(page, t('meeting.publishSummary')).click()
    await expect(page.locator('#publish-summary')).toContainText(t('meeting.errors.not-sure'))
    await page.getByLabel(t('meeting.publishSummarySure')).check()
    await button(page, t('meeting.publishSummary')).click()
    await expect(page.getByText(t('meeting.summaryDone'))).toBeVisible()
  })

  await test.step('the public reads the summary, with a way to the input', async () => {
    await reader.page.reload()
    await expect(reader.page.locator('#referat')).toContainText('Fast kontakt')
    await reader.page.locator('#innspill a').click()
    await expect(reader.page).toHaveURL(/\/inputs\/[0-9a-f-]{36}$/)
  })
  expect([...editor.complaints, ...reader.complaints]).toEqual([])
})

test('two who change a meeting at once both keep their words', async ({ browser }) => {
  const [one, other] = [await somebody(browser, { scripted: false }), await somebody(browser)]
  for (const { page } of [one, other]) await signInAs(page, 'Håkon Rud')
  await one.page.goto('/workbench')
  await one.page
    .getByRole('link', { name: t('nav.meetings'), exact: true })
    .first()
    .click()
  const meeting = one.page.locator('#meetings-list').getByRole('link', { name: 'Digitalt dialogmøte' })
  await meeting.click()
  await other.page.goto(one.page.url())
  await field(one.page, 'meeting.placeNb').fill('Salen')
  await field(other.page, 'meeting.placeNb').fill('Biblioteket')
  await button(one.page, t('meeting.save')).click()
  await expect(one.page).toHaveURL(/notice=saved/)
  await button(other.page, t('meeting.save')).click()
  await expect(other.page.getByRole('heading', { name: t('meeting.stale') })).toBeVisible()
  await expect(other.page.locator('.in-alert')).toContainText('Salen')
  await expect(field(other.page, 'meeting.placeNb')).toHaveValue('Biblioteket')
  await button(other.page, t('meeting.save')).click()
  await expect(other.page).toHaveURL(/notice=saved/)
  await expect(field(other.page, 'meeting.placeNb')).toHaveValue('Biblioteket')
})

test('everybody can use the pages of meetings, of who was invited, and of published inputs', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const examination = new Examination(page)
  const meetings = `${strategy}/meetings`
  await examination.open(meetings, { dark: true })
  await examination.open(`${meetings}/apent-innspillsmote-om-forste-utkast`, { dark: true })
  await examination.open(`/nn${meetings}/mote-for-private-barnehageeiere`)
  await examination.open(`${strategy}/rounds/runde-1/invited`, { dark: true })
  await examination.open(`/nn${strategy}/rounds/runde-2/invited?state=silent&kind=x`)
  await examination.open(`${strategy}/rounds/runde-1/inputs?question=1&order=name`)
  await signInAs(page, 'Håkon Rud')
  await page.goto('/workbench')
  await page
    .getByRole('link', { name: t('nav.meetings'), exact: true })
    .first()
    .click()
  await examination.look('the meetings of a strategy')
  await page.locator('#meetings-list a').first().click()
  await expect(page.locator('#preview')).toBeVisible()
  await examination.look('a meeting at work')
  expect(examination.failures, examination.report).toEqual([])
})
