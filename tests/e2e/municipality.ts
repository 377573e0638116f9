import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import type { Sender } from './senders.ts'

const words = ({ locale }: Sender) => translator(locale, 'workspace')

/** From the overview to the page for writing, through the questions when nobody has begun. */
export async function openDraft(page: Page, sender: Sender) {
  const t = words(sender)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sender.organisation)
  const open = page.getByRole('listitem').filter({ hasText: /Digital kompetanse/ })
  if (!sender.begun) {
    await open
      .getByRole('link', { name: t('overview.start') })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: t('start.questions') })).toBeVisible()
    await page.getByRole('button', { name: t('start.begin') }).click()
  } else
    await open
      .getByRole('link', { name: t('overview.write') })
      .first()
      .click()
  await expect(page.getByRole('button', { name: t('writing.continue') })).toBeVisible()
}

/** One question on the page for writing. */
export const question = (page: Page, position: number) => page.locator(`#question-${position}`)

/** Answers what must be answered: two texts, a step on a scale, a choice. */
export async function writeAnswers(page: Page, { answers }: Sender, { scripted }: { scripted: boolean }) {
  await write(page, 1, answers.important, scripted)
  await question(page, 2).getByRole('radio', { name: answers.scale, exact: true }).check()
  await write(page, 3, [answers.infrastructure], scripted)
  await question(page, 4).getByRole('radio', { name: answers.choice, exact: true }).check()
}

async function write(page: Page, position: number, paragraphs: string[], scripted: boolean) {
  const field = question(page, position).getByRole('textbox')
  if (!scripted) {
    await expect(field).toHaveJSProperty('tagName', 'TEXTAREA')
    return field.fill(paragraphs.join('\n\n'))
  }
  // The editor comes when somebody comes to the field.
  await field.focus()
  await expect(field).toHaveAttribute('contenteditable', 'true')
  await field.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  for (const [place, paragraph] of paragraphs.entries()) {
    if (place > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(paragraph)
  }
}

/** Saves, and finds everything there when the page is opened again. */
export async function save(page: Page, sender: Sender) {
  const t = words(sender)
  await page.getByRole('button', { name: t('writing.save'), exact: true }).click()
  for (const position of [1, 2, 3, 4])
    await expect(question(page, position).getByText(/^Lagr[ae](t)? /)).toBeVisible()
  await page.reload()
  await expectAnswers(page, sender)
}

export async function expectAnswers(page: Page, { answers }: Sender) {
  for (const paragraph of answers.important) await expect(question(page, 1)).toContainText(paragraph)
  await expect(question(page, 2).getByRole('radio', { name: answers.scale, exact: true })).toBeChecked()
  await expect(question(page, 3)).toContainText(answers.infrastructure)
  await expect(question(page, 4).getByRole('radio', { name: answers.choice, exact: true })).toBeChecked()
}

/** Goes on to the page for sending; whoever may not send is told who may. */
export async function reviewWithoutRight(page: Page, sender: Sender) {
  const t = words(sender)
  await page.getByRole('button', { name: t('writing.continue') }).click()
  await expect(page.getByRole('heading', { name: t('submission.title') })).toBeVisible()
  await expect(page.getByText(sender.submitter).first()).toBeVisible()
  await expect(page.getByRole('button', { name: t('submission.send'), exact: true })).toHaveCount(0)
}

/** Reads through and sends; answers the number and the sum of the receipt. */
export async function submit(page: Page, sender: Sender) {
  const t = words(sender)
  const before = Date.now()
  await page.getByRole('link', { name: t('overview.write') }).click()
  await page
    .getByRole('button', { name: t('writing.continue') })
    .or(page.getByRole('link', { name: t('writing.print') }))
    .click()
  await expect(page.locator('#sent')).toContainText(sender.answers.important[0] ?? '')
  await page.getByRole('button', { name: t('submission.send'), exact: true }).click()
  const paper = page.getByRole('article')
  await expect(paper).toContainText(t('receipt.state'))
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText(/^Kvittering \S*\d{3,}/)
  await expect(paper).toContainText(sender.submitter)
  const at = Date.parse((await paper.locator('time').first().getAttribute('datetime')) ?? '')
  // The database and the test share a clock, but not its last second.
  expect(at).toBeGreaterThan(before - 1_000)
  expect(at).toBeLessThan(Date.now() + 1_000)
  const sum = (await paper.locator('.in-hash').textContent())?.replace(/\s/g, '')
  expect(sum).toMatch(/^[0-9a-f]{64}$/)
  return sum
}
