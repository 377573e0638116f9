import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const title = 'Én identitet hele veien, fra første klasse til eksamen'

const text = (page: Page) => page.getByLabel(t('finding.textNb'))
const save = (page: Page) => page.getByRole('button', { name: t('finding.save'), exact: true }).click()

async function openFinding(page: Page) {
  await page.goto('/workbench')
  await page
    .getByRole('table', { name: /Digital kompetanse/ })
    .getByRole('row', { name: new RegExp(t('overview.round', { number: 1 })) })
    .getByRole('link', { name: t('overview.findings'), exact: true })
    .click()
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

test('two write in one finding, one of them without script; it is approved, taken back and approved again', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const editor = await somebody(browser, { scripted: true })
  const lead = await somebody(browser, { scripted: false })
  await signInAs(editor.page, 'Håkon Rud')
  await signInAs(lead.page, 'Elin Strand')
  await Promise.all([openFinding(editor.page), openFinding(lead.page)])
  const before = await text(editor.page).inputValue()
  const paragraphs = before.split('\n\n')
  const note = paragraphs.at(-1) ?? ''

  await test.step('a paragraph without a source is told of, and holds the finding back', async () => {
    const place = t('finding.placeNb', { paragraph: paragraphs.length })
    await expect(lead.page.getByRole('link', { name: place })).toBeVisible()
    await lead.page.getByRole('button', { name: t('finding.approve', { revision: 1 }) }).click()
    await expect(lead.page.locator(':focus')).toContainText(t('finding.refused.problems'))
  })
  await test.step('what is typed is seen as it will read, and is said not to be saved', async () => {
    await text(editor.page).fill(before.replace(note, `${note} {s3}`))
    await expect(editor.page.getByText(t('finding.unsaved'))).toBeVisible()
    await expect(editor.page.locator('#preview .in-finding[lang="nb"]')).toContainText(
      /bransjeforeningen\. «En elev/,
    )
    const norsk = editor.page.getByLabel(t('finding.textNn'))
    await norsk.fill(`${await norsk.inputValue()} {s3}`)
    await save(editor.page)
    await expect(editor.page.getByText(/^Lagret kl/)).toBeVisible()
  })
  await test.step('another paragraph, changed from the old text, is put together with it', async () => {
    await text(lead.page).fill(before.replace('Innspillene ønsker', 'Innspillene ber om'))
    await save(lead.page)
    await expect(lead.page.getByText(t('finding.merged', { names: 'Håkon Rud' }))).toBeVisible()
    await expect(text(lead.page)).toHaveValue(/^Innspillene ber om[\s\S]* \{s3\}$/)
  })
  await test.step('the same paragraph is for them to decide; both texts stand on the page', async () => {
    const mine = (await text(editor.page).inputValue()).replace('Innspillene ønsker', 'Alle ønsker')
    await text(editor.page).fill(mine)
    await save(editor.page)
    await expect(editor.page.locator(':focus')).toContainText('Innspillene ber om')
    await expect(text(editor.page)).toHaveValue(mine)
    await save(editor.page)
    await expect(editor.page.getByText(/^Lagret kl/)).toBeVisible()
  })
  await test.step('the lead approves; a later save is told as that', async () => {
    await openFinding(lead.page)
    await lead.page.getByRole('button', { name: t('finding.approve', { revision: 4 }) }).click()
    await expect(lead.page.getByText(t('finding.approved'), { exact: true })).toBeVisible()
    await text(lead.page).fill((await text(lead.page).inputValue()).replace('Alle ønsker', 'De ønsker'))
    await save(lead.page)
    await expect(lead.page.getByText(t('finding.states.changed')).first()).toBeVisible()
  })
  await test.step('what was approved is taken back as a new revision', async () => {
    await lead.page.getByRole('link', { name: t('finding.history') }).click()
    await lead.page
      .getByRole('link', { name: t('findingHistory.what') })
      .first()
      .click()
    await expect(lead.page.locator('#changes del')).toHaveText(['Alle'])
    await expect(lead.page.locator('#changes ins')).toHaveText(['De'])
    await lead.page.getByRole('button', { name: t('findingHistory.restore', { revision: 4 }) }).click()
    await expect(lead.page.getByText(t('finding.restored'))).toBeVisible()
    await expect(text(lead.page)).toHaveValue(/^Alle ønsker/)
  })
  for (const { complaints, context } of [editor, lead]) {
    expect(complaints.filter((line) => !/409|422/.test(line))).toEqual([])
    await context.close()
  }
})
