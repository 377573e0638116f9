import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { pathIn } from '#app/platform/locale.ts'
import {
  decideTakedown,
  maskProposal,
  maskWords,
  openDesk,
  openTakedown,
  publishMasked,
  staffFinds,
  withhold,
} from './publishing.ts'
import { searchPublic } from './reader.ts'
import {
  approvalIsRefused,
  approveFinding,
  citeInText,
  citeVerbatim,
  findBySearch,
  publishFinding,
  saveText,
  tagPassage,
  writeFinding,
} from './secretariat.ts'
import { tyttebaeret as sender } from './senders.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nn', 'public')
const staff = translator('nb', 'workbench')
const child = 'Jonas Eikeland'
const sentence = 'har bede oss ta med dette'

test('what the public reads is checked, masked, asked about and withheld, without script', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const editor = await somebody(browser, { scripted: false })
  const reader = await somebody(browser, { scripted: false })
  const lead = await somebody(browser, { scripted: false })

  await test.step('the editor reads, tags and cites the input', async () => {
    await signInAs(editor.page, 'Håkon Rud')
    await findBySearch(editor.page, sender)
    await tagPassage(editor.page, sender)
    await writeFinding(editor.page, sender)
    await citeVerbatim(editor.page, sender)
  })
  const finding = editor.page.url()
  await test.step('a proposed name is masked by a law', async () => {
    await openDesk(editor.page, sender)
    await maskProposal(editor.page, child)
  })
  await test.step('a phone number is masked where it stands', () => maskWords(editor.page, '400 00 000', 1))
  await test.step('the rest is published', () => publishMasked(editor.page, 2))
  const open =
    (await editor.page.getByRole('link', { name: staff('publication.open') }).getAttribute('href')) ?? ''

  await test.step('everybody reads a sign and the law', async () => {
    await reader.page.goto(pathIn('nn', open))
    const main = reader.page.getByRole('main')
    await expect(main).toContainText(`Mor til [skjerma] ${sentence}`)
    await expect(main).toContainText('offentleglova § 13')
    await expect(main).not.toContainText('Eikeland har')
    await expect(main).not.toContainText('400 00 000')
  })
  await test.step('nobody finds the name; staff do', async () => {
    await indexed(reader.page)
    for (const words of [child, 'Jonas', '"Jonas Eikeland"']) {
      await searchPublic(reader.page, 'nn', words)
      await expect(reader.page.getByRole('link', { name: sender.organisation }), words).toHaveCount(0)
    }
    await staffFinds(editor.page, child, sender)
  })
  const address = await test.step('the finding is not published with masked words, and then without', () =>
    publishedFinding(editor.page, lead.page, finding))
  await test.step('everybody reads its quote', async () => {
    await reader.page.goto(pathIn('nn', address))
    await expect(reader.page.getByRole('main')).toContainText('fekk tre brukarnamn')
    await expect(reader.page.getByRole('main')).not.toContainText('Eikeland')
  })

  const reference = await test.step('somebody asks that it be taken down', () => asked(reader.page, open))
  await test.step('that it is withheld is not said before it is so', async () => {
    await openTakedown(editor.page, sender, reference)
    await expect(editor.page.getByRole('main')).toContainText('Alle veit kven det er.')
    await decideTakedown(editor.page, 'Innspelet er halde tilbake.')
    await expect(editor.page.locator('.ds-error-summary')).toContainText(
      staff('takedown.problems.nothing-withheld'),
    )
    await expect(editor.page.getByLabel(staff('takedown.answer'))).toHaveValue('Innspelet er halde tilbake.')
  })
  await test.step('the input is withheld, and the request decided', async () => {
    await editor.page.getByRole('link', { name: staff('takedown.toDesk') }).click()
    await withhold(editor.page)
    await openTakedown(editor.page, sender, reference)
    await decideTakedown(editor.page, 'Innspelet er halde tilbake.')
    await expect(editor.page.getByText(staff('takedown.done'))).toBeVisible()
  })

  await test.step('the page says that it is gone and why, and the finding follows', async () => {
    const gone = await reader.page.goto(pathIn('nn', open))
    expect(gone?.status()).toBe(410)
    await expect(reader.page.getByRole('main')).toContainText('offentleglova § 13')
    await expect(reader.page.getByRole('main')).not.toContainText(sentence)
    await reader.page.goto(pathIn('nn', address))
    await expect(reader.page.getByRole('heading', { level: 1 })).toHaveText(sender.finding.title)
    await expect(reader.page.getByRole('main')).not.toContainText('brukarnamn på éin haust')
  })
  for (const { complaints, context } of [editor, reader, lead]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

/** Waits until what is left of the input can be found: a word of it that is not masked. */
async function indexed(page: Page) {
  await expect(async () => {
    await searchPublic(page, 'nn', 'brukarnamn')
    await expect(page.getByRole('link', { name: sender.organisation }).first()).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
}

/** A finding whose quote crosses a mask is not approved; with another quote of the same paragraph it is. */
async function publishedFinding(page: Page, lead: Page, finding: string) {
  await page.goto(finding)
  await citeInText(page, sender, { scripted: false })
  await signInAs(lead, 'Elin Strand')
  await approvalIsRefused(lead, finding, 'quote-masked')
  await page.locator('#citations').getByRole('button').first().click()
  await expect(page.locator(':focus')).toContainText(staff('finding.refused.in-text'))
  await page.getByLabel(staff('finding.textNb')).fill(sender.finding.text)
  await saveText(page)
  await page.locator('#citations').getByRole('button').first().click()
  await expect(page.getByText(staff('finding.removed'))).toBeVisible()
  const quote = 'Ho fekk tre brukarnamn på éin haust'
  await citeVerbatim(page, { ...sender, quote, misquote: quote.replace('tre', 'fire') }, '{s2}')
  await citeInText(page, sender, { scripted: false, marker: '{s2}' })
  await approveFinding(lead, finding)
  await page.goto(finding)
  return publishFinding(page)
}

/** Asks from the open page; a form without a reason comes back with what was typed. Answers the reference. */
async function asked(page: Page, open: string) {
  await page.goto(pathIn('nn', open))
  await page.getByRole('link', { name: t('input.takedown') }).click()
  await page.getByLabel(t('takedown.words')).fill('Det som står om mora')
  await page.getByRole('button', { name: t('takedown.send') }).click()
  await expect(page.locator('.ds-error-summary')).toContainText(t('takedown.problems.reasonMissing'))
  await expect(page.getByLabel(t('takedown.words'))).toHaveValue('Det som står om mora')
  await page.getByLabel(t('takedown.reason')).fill('Alle veit kven det er.')
  await page.getByRole('button', { name: t('takedown.send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('takedown.doneTitle'))
  return new URL(page.url()).searchParams.get('received') ?? ''
}
