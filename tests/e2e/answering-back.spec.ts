import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Examination } from './examination.ts'
import {
  approvalRefused,
  backToHit,
  beginWithQuote,
  carryAsQuestion,
  openPassage,
  pressTheme,
  quoteHit,
  respond,
  seeNewNumber,
  tagAndQuote,
  takeInNumber,
  write,
} from './finding-desk.ts'
import { aHeardRound, editorName, type HeardRound, leadName } from './heard-round.ts'
import { lettersTo, readOutcome, sendLetters, sendLettersAgain } from './letters.ts'
import { askReport, downloadDocx, downloadPdf, publishReport } from './reports.ts'
import { approveFinding, publishFinding } from './secretariat.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const read = translator('nb', 'public')

const first = 'Skolene vil ha noen å ringe'
const second = 'Elevene venter på maskiner'

test('what was said is counted and quoted, answered, and told to each who said it, and the report is fetched', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const heard = await aHeardRound()
  const [storneset, litlevik, ovrebo] = heard.voices
  if (!storneset || !litlevik || !ovrebo) throw new Error('Three were heard')
  const everyone = [
    await somebody(browser),
    await somebody(browser, { scripted: false }),
    await somebody(browser, { scripted: false }),
  ] as const
  const [editor, lead, reader] = [everyone[0].page, everyone[1].page, everyone[2].page]
  const staff = [editor, lead] as const
  await signInAs(editor, editorName)
  await signInAs(lead, leadName)

  const calling =
    await test.step('a passage found by search is tagged, and quoted in a finding begun with it', async () => {
      await tagAndQuote(editor, heard, storneset, 'nettvakt')
      return beginWithQuote(editor, heard, first, storneset)
    })
  await test.step('a number is taken in from a table', () => takeInNumber(editor, heard, '2 av 3'))
  await test.step('a save warns of what rests on nothing, and the lead cannot approve it', async () => {
    await write(editor, 'De fleste vil ha hjelp: {s1}', 'Dei fleste vil ha hjelp: {s1}')
    const why = t('finding.problems.word-without-count', { word: 'De fleste' })
    await expect(editor.getByText(why)).toBeVisible()
    await approvalRefused(lead, calling, why)
  })
  await test.step('with its number it is approved', async () => {
    await write(editor, 'De fleste, {t2}, vil ha hjelp: {s1}', 'Dei fleste, {t2}, vil ha hjelp: {s1}')
    await expect(editor.getByText(t('finding.clear'))).toBeVisible()
    await approveFinding(lead, calling)
  })
  const waiting =
    await test.step('the lead writes another without script, from a hit of a search, and comes back to it', async () => {
      const search = await quoteHit(lead, heard, litlevik, 'nettvakta')
      const finding = await beginWithQuote(lead, heard, second, litlevik)
      await backToHit(lead, search, litlevik)
      await lead.goto(finding)
      await write(lead, 'Ventetiden er lang. {s1}', 'Ventetida er lang. {s1}')
      await approveFinding(lead, finding)
      return finding
    })
  await test.step('the second is moved before the first', () => move(lead, heard))
  await test.step('all that is approved is published, but not what a new tagging has made untrue', async () => {
    await openPassage(editor, ovrebo)
    await pressTheme(editor, heard.theme.code)
    await expect(
      editor.locator('.in-psg[aria-current]').getByText(heard.theme.code, { exact: true }),
    ).toBeVisible()
    await publishAllApproved(lead, heard)
  })
  await test.step('the new number is seen, approved and published', async () => {
    await seeNewNumber(staff, calling, '3 av 3')
    await editor.goto(calling)
    await publishFinding(editor)
  })
  await test.step('the public number is frozen with its list, and says that it has moved since', () =>
    readNumber(reader, editor, heard))

  await test.step('one is taken into the next round as a question, which leads back', async () => {
    const later = ['Vi spør om dette igjen i neste runde.', 'Vi spør om dette att i neste runde.'] as const
    await respond(staff, calling, 'carried-forward', later)
    await carryAsQuestion(editor, heard, first)
    const not = ['Kommunen kjøper maskinene selv.', 'Kommunen kjøper maskinene sjølv.'] as const
    await respond(staff, waiting, 'outside-mandate', not)
  })

  await test.step('the letters are sent once, after a look at them', async () => {
    const examination = new Examination(editor)
    await editor.goto(`${heard.base}/feedback`)
    await examination.look('feedback that is not sent')
    await editor.setViewportSize({ width: 1280, height: 720 })
    expect(examination.failures, examination.report).toEqual([])
    await sendLetters(editor, lead, heard)
  })
  await test.step('each organisation has one letter, in its written form', async () => {
    await lettersTo(reader, heard)
    await sendLettersAgain(lead, heard)
    await lettersTo(reader, heard)
  })
  await test.step('the letter leads a municipality to its own page, the receipt too', () =>
    readOutcome(reader, litlevik))

  await test.step('reports are asked for, made and fetched', async () => {
    await askReport(lead, heard, 'docx', 'nn', { scripted: false })
    await downloadDocx(lead, heard)
    await askReport(editor, heard, 'pdf', 'nb', { scripted: true })
    const address = await publishReport(editor, heard)
    await downloadPdf(reader, heard, address)
  })
  for (const { complaints, context } of everyone) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

async function move(page: Page, { base }: HeardRound) {
  await page.goto(`${base}/findings`)
  const titles = page.locator('#findings-list strong')
  await expect(titles).toHaveText([first, second])
  await page.getByRole('button', { name: t('findings.upOf', { title: second }) }).click()
  await expect(page.getByText(t('findings.moved'))).toBeVisible()
  await expect(titles).toHaveText([second, first])
}

async function publishAllApproved(page: Page, { base }: HeardRound) {
  await page.goto(`${base}/findings`)
  await page.getByRole('button', { name: t('findings.publishApproved', { count: 2 }) }).click()
  await expect(page.getByText(t('findings.publishedNow', { count: 1 }))).toBeVisible()
  await expect(page.getByText(t('findings.refusedNow', { count: 1 }))).toBeVisible()
  const row = page.locator('#findings-list li', { hasText: first })
  await row.getByText(t('findings.obstacles', { count: 2 })).click()
  await expect(row).toContainText(t('finding.problems.count-stale', { number: '2' }))
}

async function readNumber(reader: Page, editor: Page, { strategy, round, theme, voices }: HeardRound) {
  const findings = pathIn('nb', `/strategies/${strategy.slug}/rounds/${round.slug}/findings`)
  await reader.goto(findings)
  await expect(
    reader.getByRole('main').getByRole('link', { name: new RegExp(`^${second}|^${first}`) }),
  ).toHaveText([second, first])
  await reader.getByRole('link', { name: first, exact: true }).click()
  await reader.getByRole('link', { name: '3 av 3' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(
    read('number.title', { count: 3, of: 3 }),
  )
  await expect(reader.getByText(read('number.same'))).toBeVisible()
  for (const { name } of voices)
    await expect(reader.getByRole('table').getByRole('link', { name })).toBeVisible()
  const [, , last] = voices
  if (last) await openPassage(editor, last)
  await pressTheme(editor, theme.code)
  await expect(editor.locator('.in-psg[aria-current]').getByText(theme.code, { exact: true })).toHaveCount(0)
  // The key is answered before it is saved.
  await expect(async () => {
    await reader.reload()
    await expect(reader.getByText(read('number.moved', { count: 2, of: 3 }))).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await expect(reader.getByRole('heading', { level: 1 })).toContainText(
    read('number.title', { count: 3, of: 3 }),
  )
  for (const { name } of voices)
    await expect(reader.getByRole('table').getByRole('link', { name })).toBeVisible()
}
