import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import mammoth from 'mammoth'
import { translator } from '#app/messages/translator.ts'
import { pathIn } from '#app/platform/locale.ts'
import { readTagged } from '#tests/integration/exports/tagged.ts'
import type { HeardRound } from './heard-round.ts'

const t = translator('nb', 'workbench')

/** Asks for a report of what is published, and waits until it is made. */
export async function askReport(
  page: Page,
  { base }: HeardRound,
  format: 'docx' | 'pdf',
  lang: 'nb' | 'nn',
  { scripted }: { scripted: boolean },
) {
  await page.goto(`${base}/reports`)
  await page.getByRole('radio', { name: t(`report.formats.${format}`) }).check()
  await page.getByRole('radio', { name: t(`report.languages.${lang}`) }).check()
  await page.getByRole('button', { name: t('report.make') }).click()
  await expect(page.getByText(t('report.asked'))).toBeVisible()
  const look = page.getByRole('link', { name: t('report.look') })
  const done = page
    .locator('#list li')
    .first()
    .getByRole('link', { name: new RegExp(`^Last ned ${format}`, 'i') })
  // With script the page follows by itself; without it one looks again.
  await expect(async () => {
    if (!scripted && (await look.count()) > 0) await look.first().click()
    await expect(done).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
}

/** Fetches the newest report and reads it as a word processor does. */
export async function downloadDocx(page: Page, { base, strategy, voices }: HeardRound) {
  await page.goto(`${base}/reports`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /^Last ned DOCX/ })
      .first()
      .click(),
  ])
  expect(file.suggestedFilename()).toBe(`Oppsummering av runde 1 – ${strategy.title.nn} (nynorsk).docx`)
  const { value } = await mammoth.extractRawText({ buffer: await readFile(await file.path()) })
  for (const { text } of voices.slice(0, 2)) expect(value).toContain(text)
  for (const words of ['Dei fleste, 3 av 3, vil ha hjelp', 'Kommunen kjøper maskinene sjølv.', 'Tabell 6:'])
    expect(value).toContain(words)
}

/** Lets everyone have the newest report; answers its public address. */
export async function publishReport(page: Page, { strategy, round }: HeardRound) {
  await page
    .getByRole('button', { name: /^Publiser: PDF/ })
    .first()
    .click()
  await expect(page.getByText(t('report.published'))).toBeVisible()
  return pathIn('nb', `/strategies/${strategy.slug}/rounds/${round.slug}/findings`)
}

/** Fetches the report from the page of findings: whole, the rest of one that was broken off, and nothing when it is the same. */
export async function downloadPdf(page: Page, { strategy, voices }: HeardRound, findings: string) {
  await page.goto(findings)
  const href = (await page.locator('a[href^="/reports/"]').getAttribute('href')) ?? ''
  const whole = await page.request.get(href)
  expect(whole.status()).toBe(200)
  const headers = whole.headers()
  const name = `Oppsummering av runde 1 – ${strategy.title.nb} (bokmål).pdf`
  expect(headers['content-type']).toBe('application/pdf')
  expect(headers['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent(name).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
  )
  const bytes = await whole.body()
  expect(headers['content-length']).toBe(String(bytes.length))
  const rest = await page.request.get(href, {
    headers: { Range: 'bytes=1000-', 'If-Range': headers.etag ?? '' },
  })
  expect(rest.status()).toBe(206)
  expect(rest.headers()['content-range']).toBe(`bytes 1000-${bytes.length - 1}/${bytes.length}`)
  expect(Buffer.concat([bytes.subarray(0, 1000), await rest.body()]).equals(bytes)).toBe(true)
  const same = await page.request.get(href, { headers: { 'If-None-Match': headers.etag ?? '' } })
  expect(same.status()).toBe(304)
  const { elements, title } = await readTagged(bytes)
  expect(title).toContain('Oppsummering av runde 1')
  const said = elements.map(({ text }) => text).join('\n')
  for (const { text } of voices.slice(0, 2)) expect(said).toContain(text)
  for (const words of ['De fleste, 3 av 3, vil ha hjelp', 'Kommunen kjøper maskinene selv.'])
    expect(said).toContain(words)
}
