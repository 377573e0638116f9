import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { searchPublic } from './reader.ts'
import { approveFinding, publishFinding, saveText } from './secretariat.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const read = translator('nb', 'public')
const heading = 'Én identitet hele veien, fra første klasse til eksamen'
const sender = 'Havneset kommune'
const quoted = 'elleve minutter'

test('from a sentence of a municipality to the changed paragraph, and back', async ({ browser }) => {
  test.setTimeout(120_000)
  const [editor, lead, reader] = [
    await somebody(browser),
    await somebody(browser, { scripted: false }),
    await somebody(browser, { scripted: false }),
  ]
  await signInAs(editor.page, 'Håkon Rud')
  await signInAs(lead.page, 'Elin Strand')

  const finding = await test.step('the editor leaves out what rests on nothing', () => finish(editor.page))
  await test.step('the lead approves, the editor publishes', async () => {
    await approveFinding(lead.page, finding)
    await editor.page.goto(finding)
    await publishFinding(editor.page)
  })
  await test.step('the editor says what is made of it', () => respond(editor.page, finding))
  await test.step('without a changed paragraph it is not approved', () => refused(lead.page, finding))
  const anchor = await test.step('the editor shows the paragraph it changed', () =>
    link(editor.page, finding))
  await test.step('the response is approved and published', async () => {
    await lead.page.goto(`${finding}/response`)
    await lead.page.getByRole('button', { name: t('response.approve'), exact: true }).click()
    await expect(lead.page.getByText(t('response.notices.approved'))).toBeVisible()
    await editor.page.goto(`${finding}/response`)
    await editor.page.getByRole('button', { name: t('response.publish'), exact: true }).click()
    await expect(editor.page.getByText(t('response.notices.published'))).toBeVisible()
  })
  await test.step('anybody walks from the sentence to the paragraph', () => walkForward(reader.page, anchor))
  await test.step('and from the paragraph back to the sentence', () => walkBack(reader.page, anchor))

  for (const { complaints, context } of [editor, lead, reader]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

async function finish(page: Page): Promise<string> {
  await page.goto('/workbench')
  await page
    .getByRole('table', { name: /Digital kompetanse/ })
    .getByRole('row', { name: new RegExp(t('overview.round', { number: 1 })) })
    .getByRole('link', { name: t('overview.findings'), exact: true })
    .click()
  await page.getByRole('link', { name: heading, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  for (const label of [t('finding.textNb'), t('finding.textNn')]) {
    const text = page.getByLabel(label)
    const written = await text.inputValue()
    await text.fill(written.replace(/\n\nArbeidsnotat[\s\S]*$/, ''))
  }
  await saveText(page)
  return new URL(page.url()).pathname
}

async function respond(page: Page, finding: string) {
  await page.goto(`${finding}/response`)
  await page.getByLabel(read('heard.disposition.followed'), { exact: true }).check()
  await page.getByLabel(t('response.reasonNb')).fill('Vi er enige. Elevene skal ha én innlogging.')
  await page.getByLabel(t('response.reasonNn')).fill('Vi er samde. Elevane skal ha éi innlogging.')
  await page.getByRole('button', { name: t('response.save'), exact: true }).click()
  await expect(page.getByText(/^Lagret /)).toBeVisible()
}

async function refused(page: Page, finding: string) {
  await page.goto(`${finding}/response`)
  await expect(page.getByText(t('response.problems.no-change'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('response.approve'), exact: true })).toBeDisabled()
}

/** Looks for the paragraph by its words, and links it; answers its number. */
async function link(page: Page, finding: string): Promise<string> {
  await page.goto(`${finding}/changes`)
  await page.getByLabel(t('response.changes.search')).fill('innlogging')
  await page.getByRole('button', { name: t('response.changes.find'), exact: true }).click()
  const button = page.getByRole('button', { name: /^Koble avsnitt \S+$/ }).first()
  const anchor = ((await button.getAttribute('aria-label')) ?? '').replace('Koble avsnitt ', '')
  expect(anchor).not.toBe('')
  await button.click()
  await expect(page.getByText(t('response.changes.notices.linked'))).toBeVisible()
  return anchor
}

async function walkForward(page: Page, anchor: string) {
  await searchPublic(page, 'nb', quoted)
  await page.getByRole('link', { name: sender }).first().click()
  await expect(page.getByText(quoted).first()).toBeVisible()
  await page.getByRole('link', { name: read('outcome.link') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(read('outcome.title', { name: sender }))
  await page.getByRole('link', { name: heading, exact: true }).click()
  await expect(page.getByText('Elevene skal ha én innlogging')).toBeVisible()
  await page
    .getByRole('link', { name: new RegExp(`avsnitt ${anchor.replace('.', '\\.')} i`) })
    .first()
    .click()
  await expect(page).toHaveURL(/\/documents\/.+\/2#/)
}

async function walkBack(page: Page, anchor: string) {
  await page.getByRole('link', { name: read('origin.linkTo', { number: anchor }) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(read('origin.title', { number: anchor }))
  const story = page.locator('blockquote').filter({ hasText: quoted }).first()
  await expect(story).toBeVisible()
  await page.getByRole('link', { name: heading, exact: true }).click()
  await expect(page.getByText(quoted).first()).toBeVisible()
  await page.getByRole('link', { name: sender }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sender)
  await expect(page.getByText(quoted).first()).toBeVisible()
}
