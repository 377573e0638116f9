import { expect, type Page } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import type { HeardRound, Voice } from './heard-round.ts'
import { followLetter, followLink } from './signing-in.ts'

const t = translator('nb', 'workbench')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Opens the form, looks at a letter, forgets to confirm, and sends. `other` opened the form before it was sent. */
export async function sendLetters(page: Page, other: Page, { base, voices }: HeardRound) {
  await other.goto(`${base}/feedback`)
  await other.getByLabel(t('feedback.confirm')).check()
  await page.goto(`${base}/feedback`)
  await page.getByLabel(t('feedback.sender'), { exact: true }).selectOption({ label: 'Litlevik kommune' })
  await press(page, t('feedback.show'))
  await expect(page.locator('#preview [lang="nn"]').last()).toContainText('Elevane ventar i fleire veker')
  await page.getByLabel(t('feedback.wordsNb')).fill('Takk for at dere svarte.')
  await page.getByLabel(t('feedback.wordsNn')).fill('Takk for at de svarte.')
  await press(page, t('feedback.sendNow'))
  await expect(page.locator('.ds-error-summary')).toContainText(t('feedback.notConfirmed'))
  await expect(page.getByLabel(t('feedback.wordsNb'))).toHaveValue('Takk for at dere svarte.')
  await page.getByLabel(t('feedback.confirm')).check()
  await press(page, t('feedback.sendNow'))
  await expect(page.getByText(t('feedback.notice'))).toBeVisible()
  await expect(async () => {
    await page.goto(`${base}/feedback`)
    await expect(page.getByText(t('feedback.allSent'))).toBeVisible({ timeout: 500 })
  }).toPass()
  const { addresses, name } = voices[2] ?? { addresses: [], name: '' }
  expect(addresses).toEqual([])
  await page.getByText(t('feedback.nobodyShow', { count: 1 })).click()
  await expect(page.locator('#nobody').getByRole('link', { name })).toBeVisible()
  await expect(page.getByText(t('feedback.progress', { sent: 2, all: 3 }))).toBeVisible()
}

/** Whoever had the form open presses the button too: it is told that it was sent. */
export async function sendLettersAgain(page: Page, _: HeardRound) {
  await press(page, t('feedback.sendNow'))
  await expect(page.getByText(t('feedback.refused.already-sent'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('feedback.sendNow') })).toHaveCount(0)
}

const subjectOf = (form: 'nb' | 'nn', title: string) =>
  translator(form, 'auth')('feedbackLetter.subject', { you: 'organisation', number: 1, strategy: title })

/** Each who said something has one letter, to all its addresses, in its written form and with its own words. */
export async function lettersTo(page: Page, { strategy, voices }: HeardRound) {
  await page.goto('/mailbox')
  for (const { addresses, form, text } of voices) {
    const letters = page.getByRole('listitem').filter({ hasText: addresses[0] ?? text })
    await expect(letters).toHaveCount(addresses.length > 0 ? 1 : 0)
    if (addresses.length === 0) continue
    await expect(letters.getByRole('heading')).toHaveText(subjectOf(form, strategy.title[form] ?? ''))
    for (const words of [...addresses, text]) await expect(letters).toContainText(words)
    await expect(letters).toContainText(form === 'nb' ? 'Takk for at dere svarte.' : 'Takk for at de svarte.')
    for (const { text: other } of voices) if (other !== text) await expect(letters).not.toContainText(other)
  }
}

/** From the letter by way of signing in to the page of what became of it, and from there to the receipt and back. */
export async function readOutcome(page: Page, { addresses, form, organisation, input, text }: Voice) {
  const email = addresses[1] ?? ''
  const own = `/workspace/${organisation.slug}/inputs/${input.id}`
  const outcome = form === 'nb' ? `${own}/outcome` : `${own}/outcome?lang=${form}`
  await page.goto('/mailbox')
  await page.getByRole('listitem').filter({ hasText: email }).locator(`a[href="${outcome}"]`).click()
  // Whoever has not signed in yet is asked in the letter's language.
  const auth = translator(form, 'auth')
  await page.getByLabel(auth('mail.label')).fill(email)
  await press(page, auth('mail.button'))
  await expect(page.getByRole('heading', { name: auth('sent.title') })).toBeVisible()
  await followLetter(page, email, /sign-in\//)
  await followLink(page, form)
  const t = translator(form, 'workspace')
  const named = { sender: 'municipality', number: 1 }
  await expect(page).toHaveURL(outcome)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('outcome.title', named))
  const part = 'Det eine utdraget frå innspelet er med i 2 publiserte funn.'
  for (const words of [part, text, 'Kommunen kjøper maskinene sjølv.'])
    await expect(page.getByRole('main')).toContainText(words)
  await page
    .getByRole('link', { name: t('outcome.receipt') })
    .first()
    .click()
  await page.getByRole('link', { name: t('receipt.outcome', named) }).click()
  await expect(page).toHaveURL(`${own}/outcome`)
}
