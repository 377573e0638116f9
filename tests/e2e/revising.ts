import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'

const t = translator('nb', 'workbench')

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const block = (page: Page, number: string) => page.locator(`[id="avsnitt-${number}"]`)
const form = (page: Page) => page.locator('.in-written__form')
const named = (number: string) => t('version.paragraphNo', { number })
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Hands in a file as bokmål text; what comes next is for others to look at. */
export async function handIn(page: Page, document: string, name: string, bytes: Buffer) {
  await page.goto(document)
  await link(page, t('documents.startImport')).click()
  await page.getByRole('radio', { name: t('import.langs.nb') }).check()
  await page
    .getByLabel(t('import.file'), { exact: true })
    .setInputFiles({ name, mimeType: word, buffer: bytes })
  await button(page, t('import.read')).click()
}

/** A file that is not read: the page says why, and nothing of it is kept. */
export async function expectRefused(page: Page, document: string, bytes: Buffer, sentence: string) {
  await handIn(page, document, 'plan.docx', bytes)
  await expect(page.locator('.ds-error-summary')).toContainText(sentence)
  await expect(page.getByRole('heading', { name: t('import.earlier') })).toHaveCount(0)
  await page.goto(document)
  await expect(page.getByRole('heading', { name: t('document.noVersions') })).toBeVisible()
}

/** Takes in the import that is looked at, as a version nobody has seen yet. */
export async function takeIn(page: Page, number: number) {
  await button(page, t('import.take', { number })).click()
  await expect(page.getByText(t('version.notice.taken'))).toBeVisible()
}

/** Publishes the version that is being written; answers where the secretariat has it. */
export async function publish(page: Page, number: number, blocks: number) {
  await link(page, t('version.views.publish')).click()
  await expect(page.getByRole('main')).toContainText(t('version.publishText', { count: blocks }))
  await button(page, t('version.publishYes', { number })).click()
  await expect(page.getByText(t('version.notice.published'))).toBeVisible()
  return new URL(page.url()).pathname
}

/** Begins the next version from the text of the last. */
export async function startFromLatest(page: Page, document: string, number: number) {
  await page.goto(document)
  await button(page, t('documents.startCopy', { number })).click()
  await expect(page.getByText(t('version.notice.started'))).toBeVisible()
}

/** Writes other words in a paragraph. A blank line between them makes two of it. */
export async function rewrite(page: Page, number: string, words: string) {
  await block(page, number)
    .getByRole('link', { name: `${t('version.edit')} ${named(number)}`, exact: true })
    .click()
  await form(page).getByLabel(t('version.textNb')).fill(words)
  await form(page)
    .getByRole('button', { name: t('version.save') })
    .click()
  await expect(block(page, number)).toContainText(t('version.done.edited'))
}

/** Moves a paragraph down, one step at a time. */
export async function moveDown(
  page: Page,
  moved: { from: string; to: string; steps: number },
  words: string,
) {
  const at = page.locator('.in-written').filter({ hasText: words })
  for (let step = 0; step < moved.steps; step += 1) {
    await openMore(page, at)
    await at.getByRole('button', { name: t('version.moveDown') }).click()
    await expect(at).toContainText(t('version.done.moved'))
  }
  await expect(block(page, moved.to)).toContainText(words)
}

/** Joins a paragraph with the next. */
export async function joinWithNext(page: Page, number: string) {
  await openMore(page, block(page, number))
  await block(page, number)
    .getByRole('button', { name: `${t('version.join')} ${named(number)}`, exact: true })
    .click()
  await expect(block(page, number)).toContainText(t('version.done.joined'))
}

/** Takes a paragraph away, after being asked. */
export async function remove(page: Page, number: string, words: string) {
  await openMore(page, block(page, number))
  await block(page, number)
    .getByRole('link', { name: `${t('version.remove')} ${named(number)}`, exact: true })
    .click()
  await expect(block(page, number)).toContainText(t('version.removeSure', { name: named(number) }))
  await form(page)
    .getByRole('button', { name: t('version.removeYes') })
    .click()
  await expect(page.getByText(t('version.done.removed'))).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
}

/** Writes a new paragraph under another. */
export async function insertAfter(page: Page, after: string, at: string, words: string) {
  await block(page, after)
    .getByRole('link', { name: `${t('version.insertAfter')} ${named(after)}`, exact: true })
    .click()
  await form(page).getByLabel(t('version.textNb')).fill(words)
  await form(page)
    .getByRole('button', { name: t('version.insert') })
    .click()
  await expect(block(page, at)).toContainText(words)
}

/** Without script a fold opens all the same. */
async function openMore(page: Page, at: ReturnType<Page['locator']>) {
  await at.locator('details > summary').click()
  await expect(page.locator('.in-written details[open]')).toHaveCount(1)
}

/** Writes a note at a paragraph of a published version. */
export async function note(page: Page, version: string, at: string, words: string) {
  await page.goto(`${version}/notes`)
  await page.getByLabel(t('notes.at'), { exact: true }).fill(at)
  await page.getByLabel(t('notes.text'), { exact: true }).fill(words)
  await button(page, t('notes.save')).click()
  await expect(page.getByText(t('notes.saved'))).toBeVisible()
}

/** Every note with its paragraph, as it was written, and what became of that. */
export async function expectNotes(
  page: Page,
  version: string,
  notes: [at: string, words: string, now: string][],
) {
  await page.goto(`${version}/notes`)
  const list = page.locator('#notes li')
  await expect(list).toHaveCount(notes.length)
  for (const [at, words, now] of notes) {
    const item = list.filter({ hasText: words })
    await expect(item.locator('b')).toHaveText(at)
    await expect(item).toContainText(now)
  }
}
