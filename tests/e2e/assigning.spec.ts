import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { aFindableInput, aMunicipalityAnswering, workedOnBy } from './answering.ts'
import { Examination } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const pressing = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('a round is shared out, a theme is given, and the queue and the progress of a colleague follow', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const answering = await aMunicipalityAnswering('Bjørkelia kommune')
  const leader = 'Håkon Rud'
  const colleague = 'Ingrid Dahl'
  for (const name of [leader, colleague]) await workedOnBy(answering, name)
  const input = await aFindableInput(answering, ['Kommunen vil ha lys langs veien.'])
  const { page, context, complaints } = await somebody(browser)
  const examination = new Examination(page)
  const looked = async (name: string) => {
    await examination.look(name)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await signInAs(page, leader)
  const round = `/workbench/rounds/${answering.round.id}`
  const reader = await somebody(browser)
  await signInAs(reader.page, colleague)
  const sender = answering.organisation.name

  await test.step('without a word of whom or by when it makes sense, nothing is given', async () => {
    await page.goto(`${round}/assignments?kind=share`)
    await page.getByLabel(t('assignments.due')).fill('31.2.2027')
    await pressing(page, t('assignments.button.share'))
    await expect(page.locator('.ds-error-summary')).toBeVisible()
    await expect(page.getByLabel(t('assignments.due'))).toHaveValue('31.2.2027')
  })
  await test.step('the round is shared between two, and somebody has each input', async () => {
    for (const name of [leader, colleague]) await page.getByRole('checkbox', { name }).check()
    await page.getByLabel(t('assignments.due')).fill('31.12.2027')
    await pressing(page, t('assignments.button.share'))
    await expect(page.getByText(t('assignments.done.given', { count: 2 }))).toBeVisible()
    const list = page.getByRole('table', { name: t('assignments.caption') })
    for (const share of [1, 2])
      await expect(list).toContainText(t('assignments.of.share', { share: String(share), of: '2' }))
    await looked('a shared round')
  })
  await test.step('the sharing is ended, and the theme given instead', async () => {
    await pressing(page, t('assignments.endDivision'))
    await expect(page.getByText(t('assignments.done.ended', { count: 2 }))).toBeVisible()
    await makeTheme(page, answering.strategy.id)
    await page.goto(`/workbench/inputs/${input.id}`)
    await page.locator('.in-psg').first().locator('.in-anchor').click()
    await page.locator('#themes-panel').getByRole('button', { name: 'Trygg vei' }).first().click()
    await expect(page.locator('.in-psg').first()).toContainText('Trygg vei')
    await page.goto(`${round}/assignments?kind=theme`)
    await page.getByLabel(t('assignments.theme')).selectOption({ label: 'TV Trygg vei' })
    await page.getByRole('checkbox', { name: colleague }).check()
    await page.getByLabel(t('assignments.note')).fill('Se særlig på lys.')
    await pressing(page, t('assignments.button.theme'))
    await expect(page.getByText(t('assignments.done.given', { count: 1 }))).toBeVisible()
  })
  await test.step('it stands in the queue of the colleague, who reads it', async () => {
    await reader.page.goto('/workbench/queue')
    await expect(reader.page.locator('#assignments')).toContainText('Se særlig på lys.')
    const own = reader.page
      .locator('#assignments')
      .getByRole('listitem')
      .filter({ hasText: 'Se særlig på lys.' })
    await expect(own).toContainText(t('assignments.inputsRead', { read: 0, all: 1 }))
    await reader.page
      .getByRole('link', { name: new RegExp(sender) })
      .first()
      .click()
    await expect(reader.page.getByRole('heading', { level: 1 })).toHaveText(sender)
    await reader.page
      .getByRole('button', { name: t('reading.readAnswer') })
      .first()
      .click()
    await expect(reader.page.getByRole('button', { name: t('reading.unreadAnswer') }).first()).toBeVisible()
    await reader.page.goto('/workbench/queue')
    await expect(own).toContainText(t('assignments.inputsRead', { read: 1, all: 1 }))
  })
  await test.step('the progress of the round says so', async () => {
    await page.goto(`${round}/progress`)
    const row = page.locator('#people').getByRole('row', { name: new RegExp(colleague) })
    await expect(row).toContainText(t('progress.of', { part: 1, whole: 1 }))
    await expect(page.locator('#round').getByRole('row', { name: /^Innspill lest ferdig/ })).toContainText(
      t('progress.of', { part: 1, whole: 1 }),
    )
    await looked('progress of a round')
  })
  expect(examination.failures, examination.report).toEqual([])
  expect([...complaints, ...reader.complaints]).toEqual([])
  await reader.context.close()
  await context.close()
})

async function makeTheme(page: Page, strategyId: string) {
  await page.goto(`/workbench/strategies/${strategyId}/codebook?new=1`)
  await page.locator('[name="code"]').fill('TV')
  await page.locator('[name="titleNb"]').fill('Trygg vei')
  await page.locator('[name="definitionNb"]').fill('At det er trygt å ferdes.')
  await page.locator('#theme-form').getByRole('button').last().click()
  await expect(page.getByText(t('theme.done.created'))).toBeVisible()
}
