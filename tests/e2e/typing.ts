import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import type { Locale } from '#app/platform/locale.ts'
import type { Answering } from './answering.ts'
import { question } from './municipality.ts'
import type { Somebody } from './signing-in.ts'

/** Opens the round from the overview and begins; gives the address of the writing page. */
export async function begin(page: Page, { home, round }: Answering, locale: Locale = 'nb') {
  const own = translator(locale, 'workspace')
  await page.goto(`${home}/rounds/${round.id}`)
  await page.getByRole('button', { name: own('start.begin') }).click()
  await expect(page.getByRole('button', { name: own('writing.continue') })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Types anew in an answer's editor, and waits until it is saved unless told otherwise. */
export async function type(
  page: Page,
  position: number,
  text: string,
  { saved: wait = true, locale = 'nb' }: { saved?: boolean; locale?: Locale } = {},
) {
  const field = question(page, position).getByRole('textbox').first()
  // The editor comes when somebody comes to the field.
  await field.click()
  await expect(field).toHaveAttribute('contenteditable', 'true')
  await field.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text)
  if (wait) await saved(page, position, locale)
}

const savedAt = { nb: /^Lagret kl\./, nn: /^Lagra kl\./, en: /^Saved at/, sv: /^Sparat kl\./ } as const

/** Waits until an answer says that it is saved. */
export const saved = (page: Page, position: number, locale: Locale = 'nb') =>
  expect(question(page, position).getByText(savedAt[locale])).toBeVisible({
    timeout: 15_000,
  })

/** Closes the browsers, which must not have complained about anything. */
export async function done(people: Somebody[]) {
  for (const { complaints, context } of people) {
    expect(complaints).toEqual([])
    await context.close()
  }
}
