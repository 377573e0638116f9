import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { aMunicipalityAnswering, workedOnBy } from './answering.ts'
import { Examination } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const common = translator('nb', 'public')
const refusal = (page: Page) => page.locator('.ds-error-summary')
const day = (fromNow: number) => osloDate(new Date(Date.now() + fromNow * 86_400_000))
const pressing = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const why = 'Statsråden har bedt om svar før budsjettet er lagt.'

test('a hearing on short notice is made, opened with its invitations, changed, ended early and opened again by page', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const pasted = await aMunicipalityAnswering('Lauvåsen kommune')
  const filed = await aMunicipalityAnswering('Steinvika kommune')
  await workedOnBy(pasted, 'Håkon Rud')
  const { page, context, complaints } = await somebody(browser)
  const examination = new Examination(page)
  const looked = async (name: string) => {
    await examination.look(name)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await signInAs(page, 'Håkon Rud')
  const reader = await somebody(browser, { scripted: false })
  const strategy = `/workbench/strategies/${pasted.strategy.id}`

  await test.step('too short a deadline is told of, and nothing is made until somebody says why', async () => {
    await page.goto(`${strategy}/rounds/new`)
    await page.locator('[name="titleNb"]').fill('Rask høring om skoleveien')
    await page.locator('[name="titleNn"]').fill('Rask høyring om skulevegen')
    await page.getByRole('radio', { name: t('roundRules.legalForms.høring') }).check()
    await page.locator('[name="opensDay"]').fill(day(0))
    await page.locator('[name="opensClock"]').fill('00:00')
    await page.locator('[name="deadlineDay"]').fill(day(25))
    await pressing(page, t('newRound.create'))
    await expect(refusal(page)).toContainText(t('roundErrors.reason-missing'))
    await expect(page.getByText(t('roundRules.short'))).toBeVisible()
    await expect(page.locator('[name="titleNn"]')).toHaveValue('Rask høyring om skulevegen')
    await looked('a new round that needs a reason')
    await page.getByLabel(t('roundRules.reason'), { exact: true }).fill(why)
    await pressing(page, t('newRound.create'))
    await expect(page.getByText(t('newRound.done'))).toBeVisible()
  })
  const round = page.url().replace(/\/opening.*/, '')
  const line = (words: string) => page.locator('#checklist').getByRole('listitem').filter({ hasText: words })

  await test.step('what is missing is said, and each line leads to where it is mended', async () => {
    await expect(line(t('opening.check.phase-not-open'))).toContainText(t('opening.state.hinders'))
    await expect(page.getByRole('button', { name: t('opening.publishButton') })).toHaveCount(0)
    await line(t('opening.check.phase-not-open')).getByRole('link').click()
    await pressing(page, t('phases.openOf', { phase: 'Innspill' }))
    await expect(page.getByText(t('phases.done.opened'))).toBeVisible()

    await page.goto(`${round}/opening`)
    await line(t('opening.check.intro-missing')).getByRole('link').click()
    await page.locator('[name="introNb"]').fill('Fortell hvordan barna kommer til skolen.')
    await page.locator('[name="introNn"]').fill('Fortel korleis barna kjem til skulen.')
    await page.getByLabel(t('roundSettings.contactName'), { exact: true }).fill('Brita Moen')
    await page.getByLabel(t('roundSettings.mailbox')).fill('skolevei@direktoratet.example')
    await pressing(page, t('roundSettings.save'))
    await expect(page.getByText(t('roundSettings.saved'))).toBeVisible()

    await page.goto(`${round}/opening`)
    await line(t('opening.check.questions-missing')).getByRole('link').click()
    await expect(page).toHaveURL(/\/questionnaire$/)
    await pressing(page, t('questionnaire.begin'))
    await expect(page.getByText(t('questionnaire.done.begun'))).toBeVisible()
  })

  await test.step('it is published only when the warnings are read, and everybody sees why notice is short', async () => {
    await page.goto(`${round}/opening`)
    await expect(line(t('opening.state.hinders'))).toHaveCount(0)
    await pressing(page, t('opening.publishButton'))
    await expect(refusal(page)).toContainText(t('roundErrors.not-confirmed'))
    await page.locator('[name="despite"]').check()
    await pressing(page, t('opening.publishButton'))
    await expect(page.getByText(t('opening.published'))).toBeVisible()
  })
  const address = (await page.getByRole('link', { name: t('opening.toPage') }).getAttribute('href')) ?? ''
  const publicly = async (...words: string[]) => {
    await reader.page.goto(address)
    for (const said of words) await expect(reader.page.getByRole('main')).toContainText(said)
  }
  await publicly('Rask høring om skoleveien', why, 'Brita Moen', 'skolevei@direktoratet.example')

  await test.step('the invited are found in the register, in a list and in a file, and seen before anybody is told', async () => {
    await page.getByRole('link', { name: t('opening.toInvite') }).click()
    await page.locator('#kind-county-municipality').check()
    await pressing(page, t('invitations.look'))
    const preview = page.locator('#preview')
    await expect(preview).toContainText(/i registeret passer/)
    await preview.getByRole('button').click()
    await expect(page.getByRole('status')).toContainText(/ble invitert/)

    await page.getByLabel(t('invitations.listLabel')).fill('Lauvåsen kommune\nFinnesikke kommune')
    await pressing(page, t('invitations.lookList'))
    const unknown = t('invitations.problem.unknown', { written: 'Finnesikke kommune', first: 0, meant: '' })
    await expect(preview).toContainText(unknown)
    await looked('invitations before anybody is invited')
    await preview.getByRole('button').click()
    await expect(page.getByText(t('invitations.done', { invited: 1 }))).toBeVisible()

    const csv = 'Navn;Fylke\r\nLauvåsen kommune;\r\nSteinvika kommune;\r\n'
    const file = { name: 'inviterte.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${csv}`) }
    await page.getByLabel(t('invitations.fileLabel')).setInputFiles(file)
    await pressing(page, t('invitations.lookFile'))
    await expect(preview).toContainText(t('invitations.already', { count: 1 }))
    await preview.getByRole('button').click()
    await expect(page.getByText(t('invitations.done', { invited: 1 }))).toBeVisible()
  })
  await test.step('those who are invited have a letter about it', async () => {
    const letter = page.getByRole('listitem').filter({ hasText: filed.submitter.email })
    await expect(async () => {
      await page.goto('/mailbox')
      await expect(letter.filter({ hasText: 'Rask høring' }).first()).toBeVisible({ timeout: 500 })
    }).toPass()
  })

  await test.step('a change after the opening needs a reason, and is a version that everybody can read', async () => {
    await page.goto(`${round}/settings`)
    await page.getByLabel(t('roundSettings.contactName'), { exact: true }).fill('Sverre Lia')
    await pressing(page, t('roundSettings.save'))
    await expect(refusal(page)).toContainText(t('roundErrors.why-missing'))
    await page.locator('[name="whyNb"]').fill('Brita Moen har fått andre oppgaver.')
    await pressing(page, t('roundSettings.save'))
    await expect(page.locator('#versions')).toContainText(t('roundVersions.number', { number: 2 }))
    await publicly('Sverre Lia', 'Brita Moen har fått andre oppgaver.')
  })

  await test.step('it is ended early when that is meant and explained, and opened again', async () => {
    await page.goto(`${round}/closing`)
    await page.locator('[name="whyNb"]').fill('Saken er trukket fra budsjettet.')
    await pressing(page, t('closing.close'))
    await expect(refusal(page)).toContainText(t('roundErrors.closing-not-confirmed'))
    await expect(page.locator('[name="whyNb"]')).toHaveValue('Saken er trukket fra budsjettet.')
    await looked('ending a round')
    await page.locator('[name="confirmed"]').check()
    await pressing(page, t('closing.close'))
    await expect(page.getByText(t('closing.done.closed'))).toBeVisible()
    await publicly(common('deadline.heading.early'), 'Saken er trukket fra budsjettet.')
    await expect(
      reader.page.getByRole('link', { name: common('deadline.answer', { number: 2 }) }),
    ).toHaveCount(0)

    await page.locator('[name="whyNb"]').fill('Saken er likevel med.')
    await pressing(page, t('closing.reopen'))
    await expect(page.getByText(t('closing.done.reopened'))).toBeVisible()
    await publicly(common('deadline.heading.open'), 'Saken er likevel med.')
  })
  expect(examination.failures, examination.report).toEqual([])
  expect([...complaints, ...reader.complaints]).toEqual([])
  await reader.context.close()
  await context.close()
})
