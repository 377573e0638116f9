import { expect, type Page, test } from '@playwright/test'
import { inputPath, inputsPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { type Answering, aMunicipalityAnswering, workedOnBy } from './answering.ts'
import { Examination } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const common = translator('nb', 'public')
const refusal = (page: Page) => page.locator('.ds-error-summary')
const pressing = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()
const yesterday = osloDate(new Date(Date.now() - 86_400_000))

for (const scripted of [true, false])
  test(`a saved e-mail and a spreadsheet become inputs like all others, and one is taken back, ${scripted ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    test.setTimeout(120_000)
    const answering = await aMunicipalityAnswering(scripted ? 'Granneset kommune' : 'Furuneset kommune')
    await workedOnBy(answering, 'Håkon Rud')
    const { page, context, complaints } = await somebody(browser, { scripted })
    const examination = new Examination(page)
    const looked = async (name: string) => {
      await examination.look(name)
      await page.setViewportSize({ width: 1280, height: 800 })
    }
    const reader = await somebody(browser, { scripted: false })
    const round = `/workbench/rounds/${answering.round.id}`
    await signInAs(page, 'Håkon Rud')

    await test.step('what stands in the e-mail fills the form, with its day and what it encloses', async () => {
      await page.goto(`${round}/intake/new?channel=e-mail`)
      await page.getByLabel(t('intake.file'), { exact: true }).setInputFiles(anEMail(answering))
      await pressing(page, t('intake.read'))
      await expect(page.getByText(t('intake.enclosed', { count: 1 }))).toBeVisible()
      await expect(page.getByLabel(t('intake.text'), { exact: true })).toHaveValue(/gang- og sykkelvei/)
      await expect(page.getByLabel(t('intake.sender'), { exact: true })).toHaveValue(
        answering.organisation.name,
      )
      if (scripted) await looked('a form filled from an e-mail')
      await pressing(page, t('intake.register'))
      await expect(page.getByRole('status')).toContainText(answering.organisation.name)
      await page.getByRole('link', { name: t('intake.readIt') }).click()
      // The worker makes the passages a moment after the input was registered.
      await expect(async () => {
        await page.reload()
        await expect(page.getByText('gang- og sykkelvei langs elva')).toBeVisible({ timeout: 1_000 })
      }).toPass()
      await expect(page.getByText('kart.png').first()).toBeAttached()
    })

    await test.step('a spreadsheet says by row and column what is wrong, and is mended', async () => {
      await page.goto(`${round}/intake/import`)
      await choose(page, answering, ['Nordli vel', '32.12.2026', 'Vi trenger lys.', 'Ja'])
      await page.getByLabel(t('tableImport.kind')).selectOption('organisation')
      await pressing(page, t('tableImport.check'))
      await expect(page.locator('#problems')).toContainText(
        t('tableImport.at', { row: '2', column: 'B «Mottatt»' }),
      )
      await expect(page.locator('#problems')).toContainText(t('tableImport.reason.received-no-day'))
      if (scripted) await looked('a spreadsheet with a mistake')
      await page.goto(`${round}/intake/import`)
      await choose(page, answering, ['Nordli vel', yesterday, 'Vi trenger lys.', 'Ja'])
      await page.getByLabel(t('tableImport.kind')).selectOption('organisation')
      await pressing(page, t('tableImport.check'))
      await expect(page.getByRole('table', { name: t('tableImport.preview', { count: 2 }) })).toContainText(
        'Sørli vel',
      )
      await pressing(page, t('tableImport.register', { count: 2 }))
      const finished = page.getByText(t('tableImport.finished'))
      await expect(async () => {
        if (!scripted && !(await finished.isVisible())) await page.reload()
        await expect(finished).toBeVisible({ timeout: scripted ? 15_000 : 500 })
      }).toPass()
      await page.getByRole('link', { name: t('tableImport.seeThem') }).click()
      await expect(page.getByRole('link', { name: t('intake.filter.file', { count: 2 }) })).toBeVisible()
    })

    await test.step('all three are read and counted, and one is made public', async () => {
      await expect(await senders(page, round)).toBe('3')
      await page.goto(`${round}/intake`)
      await page.getByRole('link', { name: 'Nordli vel', exact: true }).click()
      await expect(page.getByText('Vi trenger lys.')).toBeVisible()
      await page.getByRole('link', { name: t('reading.publish'), exact: true }).click()
      await pressing(page, t('publication.publish', { masks: 0 }))
      await expect(page.getByText(t('publication.done.published'))).toBeVisible()
    })
    const [, input = ''] = /inputs\/([0-9a-f-]{36})/.exec(page.url()) ?? []
    const at = [answering.strategy.slug, answering.round.slug] as const
    await reader.page.goto(inputsPath(...at))
    await expect(reader.page.getByRole('link', { name: /Nordli vel/ })).toBeVisible()

    await test.step('it is taken back with a reason, and leaves list, table and page', async () => {
      await page.goto(`${round}/intake`)
      await page.getByRole('link', { name: t('intake.takeBackOf', { name: 'Nordli vel' }) }).click()
      await pressing(page, t('takingBack.submit'))
      await expect(refusal(page)).toContainText(t('takingBack.refused.reason-missing'))
      if (scripted) await looked('taking back a registration')
      await page.getByLabel(t('takingBack.reason')).fill('Innspillet gjaldt en annen runde.')
      await pressing(page, t('takingBack.submit'))
      await expect(page.getByRole('status')).toContainText(/er tatt tilbake/)
      await expect(page.getByRole('row', { name: /Nordli vel/ })).toContainText(t('intake.withdrawn'))
      await expect(await senders(page, round)).toBe('2')
      await reader.page.goto(inputsPath(...at))
      await expect(reader.page.getByText('Vi trenger lys.')).toHaveCount(0)
      const gone = await reader.page.goto(inputPath(...at, input))
      expect(gone?.status()).toBe(410)
      await expect(reader.page.getByRole('main')).toContainText(common('input.withdrawnTitle'))
      await expect(reader.page.getByRole('main')).toContainText('Innspillet gjaldt en annen runde.')
      await expect(reader.page.getByRole('main')).not.toContainText('Vi trenger lys.')
    })
    expect(examination.failures, examination.report).toEqual([])
    expect([...complaints, ...reader.complaints]).toEqual([])
    await reader.context.close()
    await context.close()
  })

/** Chooses a spreadsheet of two rows, the first of them given, and has it read. */
async function choose(page: Page, { questions }: Answering, first: readonly string[]) {
  const [important, good] = questions.map(({ title }) => title.nb ?? '')
  const rows = [
    ['Avsender', 'Mottatt', important, good],
    first,
    ['Sørli vel', yesterday, '=1+1 er to, og fortau er bra.', 'Nei'],
  ]
  const csv = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n')
  await page
    .getByLabel(t('tableImport.file'), { exact: true })
    .setInputFiles({ name: 'innspill.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${csv}`) })
  await pressing(page, t('tableImport.read'))
  await expect(page.getByRole('heading', { name: 'innspill.csv' })).toBeVisible()
}

/** How many have answered, whoever they are, in the table of what is received. */
async function senders(page: Page, round: string) {
  await page.goto(`${round}/tables/received`)
  const total = page.getByRole('table').locator('tr').last().getByRole('link')
  return (await total.first().textContent())?.trim()
}

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const anEMail = ({ organisation }: Answering) => ({
  name: 'svar.eml',
  mimeType: 'message/rfc822',
  buffer: Buffer.from(
    [
      `From: =?utf-8?B?${Buffer.from(organisation.name).toString('base64')}?= <post@kommune.example>`,
      'To: skolevei@direktoratet.example',
      'Date: Mon, 1 Jun 2026 10:00:00 +0200',
      'Subject: Svar om skoleveien',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="del"',
      '',
      '--del',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      'Kommunen ber om gang- og sykkelvei langs elva.',
      '--del',
      'Content-Type: image/png; name="kart.png"',
      'Content-Disposition: attachment; filename="kart.png"',
      'Content-Transfer-Encoding: base64',
      '',
      png,
      '--del--',
      '',
    ].join('\r\n'),
  ),
})
