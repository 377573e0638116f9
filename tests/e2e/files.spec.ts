import { type Browser, expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { aPdf } from '#tests/factories/files.ts'
import { aMunicipalityAnswering } from './answering.ts'
import { Examination } from './examination.ts'
import { question } from './municipality.ts'
import { signInAs, signInByMail, somebody } from './signing-in.ts'
import { begin, done, type } from './typing.ts'

const t = translator('nb', 'workspace')

for (const scripted of [true, false])
  test(`files are added to an input and taken out again, ${scripted ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    test.setTimeout(90_000)
    await enclose(browser, scripted)
  })

async function enclose(browser: Browser, scripted: boolean) {
  const place = await aMunicipalityAnswering('Vardnes kommune')
  const [tora, nils] = await Promise.all([somebody(browser, { scripted }), somebody(browser, { scripted })])
  const { page } = tora
  const examination = new Examination(page)
  const list = page.locator('#files')
  await signInByMail(page, place.writer.email)
  const writing = await begin(page, place)
  await page.goto(`${writing}/attachments`)

  await test.step('a file that lies about what it is, is refused with a sentence', async () => {
    await upload(page, 'Plan.pdf', Buffer.from('MZ this is a program, whatever its name says'))
    await expect(page.locator('.ds-error-summary')).toContainText(t('attachments.problems.unknown-kind'))
    await expect(list).toContainText(t('attachments.none'))
    if (scripted) await examination.look('a file that is refused', { dark: true })
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  await test.step('one file for the whole input and one for a question are added', async () => {
    await upload(page, 'Vedtak.pdf', await aPdf(['Vardnes vil ha nett i hver grend.']))
    await expect(page.getByText(t('attachments.done.added'))).toBeVisible()
    await upload(page, 'Plan.pdf', await aPdf(['Planen for nett i Vardnes.']), 'Legg ved planen')
    await expect(list).toContainText(t('attachments.toQuestion', { position: 4 }))
    await page.goto(writing)
    await expect(question(page, 4)).toContainText('Plan.pdf')
  })
  await test.step('one is taken out, when one has said that one means it', async () => {
    await page.goto(`${writing}/attachments`)
    const remove = t('attachments.removeName', { name: 'Vedtak.pdf' })
    await page.getByRole('link', { name: remove }).click()
    await expect(page.getByText(t('attachments.confirm', { name: 'Vedtak.pdf' }))).toBeVisible()
    if (scripted) await examination.look('whether a file is to be taken out')
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('button', { name: t('attachments.confirmButton') }).click()
    await expect(page.getByText(t('attachments.done.removed'))).toBeVisible()
    await expect(list).not.toContainText('Vedtak.pdf')
    await expect(list).toContainText('Plan.pdf')
  })
  await test.step('what is left is read, sent, and stands on the receipt', async () => {
    await expect(async () => {
      await page.reload()
      await expect(list).toContainText(t('attachments.state.read'), { timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await page.goto(writing)
    if (scripted) await type(page, 1, 'Vi legger ved planen.')
    else {
      await question(page, 1).getByRole('textbox').first().fill('Vi legger ved planen.')
      await page.getByRole('button', { name: t('writing.save'), exact: true }).click()
    }
    await signInByMail(nils.page, place.submitter.email)
    await nils.page.goto(`${writing}/submission`)
    await nils.page.getByRole('button', { name: t('submission.send'), exact: true }).click()
    await expect(nils.page.getByRole('article')).toContainText(t('receipt.state'))
    await expect(nils.page.locator('main')).toContainText('Plan.pdf')
    await expect(nils.page.locator('main')).not.toContainText('Vedtak.pdf')
  })
  expect(examination.failures, examination.report).toEqual([])
  await done([tora, nils])
}

/** Chooses a file and sends it, for the whole input or for the question of a title. */
async function upload(page: Page, name: string, buffer: Buffer, asked?: string) {
  const belongs = page.getByLabel(t('attachments.belongs'))
  const option = asked && (await belongs.locator('option', { hasText: asked }).getAttribute('value'))
  await belongs.selectOption(option ?? '')
  await page.getByLabel(t('attachments.file'), { exact: true }).setInputFiles({
    ...{ name, buffer, mimeType: 'application/pdf' },
  })
  await page.getByRole('button', { name: t('attachments.upload') }).click()
}

test('a register that is uploaded twice doubles nobody', async ({ browser }) => {
  const tor = await somebody(browser)
  const { page } = tor
  const examination = new Examination(page)
  const register = page.locator('#register')
  const report = page.locator('#report')
  const rows = [
    'kommunenr,navn_norsk,navn_offisielt,fylke,fylkenr,maalform,orgnr',
    '8801,Tangvik,Tangvik,Vestvidda,88,Nynorsk,',
    '8802,Lerkeng,"Lerkeng, Giervvásjohka",Vestvidda,88,Bokmål,',
    '8901,Tangvik,Tangvik,Nordvidda,89,Nøytral,',
    '89,Uten nummer,Uten nummer,Nordvidda,89,Nøytral,',
  ]
  const send = async (button: string) => {
    await register.locator('input[type=file]').setInputFiles({
      ...{ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) },
    })
    await register.getByRole('button', { name: button }).click()
  }
  const counted = (created: number, same: number) =>
    t('keeping.counts', { rows: 4, created, changed: 0, same, leftOut: 1 })
  await signInAs(page, 'Tor Lien')
  await page.goto('/admin/organisations')
  await send(t('keeping.try'))
  await expect(report).toContainText(t('keeping.triedText'))
  await expect(report).toContainText(counted(3, 0))
  await send(t('keeping.import'))
  await expect(report).toContainText(t('keeping.doneText'))
  await expect(report).toContainText(counted(3, 0))
  await expect(report).toContainText(t('keeping.row.number-unusable'))
  await examination.look('a register that has been taken in', { dark: true })
  await send(t('keeping.import'))
  await expect(report).toContainText(counted(0, 3))
  await page.goto('/admin/organisations?q=Tangvik')
  await expect(page.locator('#list')).toContainText(t('keeping.total', { total: 2 }))
  expect(examination.failures, examination.report).toEqual([])
  await done([tor])
})
