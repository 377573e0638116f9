import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { aFindableInput, aMunicipalityAnswering, workedOnBy } from './answering.ts'
import { Examination } from './examination.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const common = translator('nb', 'public')

for (const scripted of [true, false])
  test(`a search is built, saved, shared and found again, and all its hits are tagged and untagged, ${scripted ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    test.setTimeout(120_000)
    // A word of its own, so that the demo has nothing to say of it.
    const word = scripted ? 'kvernstein' : 'vasshjul'
    const answering = await aMunicipalityAnswering(scripted ? 'Kvernes kommune' : 'Hjulstad kommune')
    const [owner, colleague] = ['Håkon Rud', 'Ingrid Dahl'] as const
    for (const name of [owner, colleague]) await workedOnBy(answering, name)
    const about = (what: string) => `Kommunen vil ta vare på ${word} og ${what}.`
    const input = await aFindableInput(answering, [about('bro'), about('dam'), about('tun')])
    const { page, context, complaints } = await somebody(browser, { scripted })
    await signInAs(page, owner)
    await makeTheme(page, answering.strategy.id)
    const field = page.getByRole('searchbox')

    await test.step('typed words become rows, and rows become typed words', async () => {
      await expect(async () => {
        await page.goto(`/workbench/search?q=${word} (bro ELLER "og tun")`)
        await expect(hits(page, 2)).toBeVisible({ timeout: 1_000 })
      }).toPass()
      await page.getByRole('link', { name: t('builder.open') }).click()
      const row = (number: number) => page.getByRole('group', { name: t('builder.row', { row: number }) })
      await expect(row(2).getByLabel(t('builder.text'), { exact: true })).toHaveValue('bro')
      await expect(row(3).getByLabel(t('builder.text'), { exact: true })).toHaveValue('og tun')
      await expect(row(3).getByLabel(t('builder.join'))).toHaveValue('or')
      await row(4).getByLabel(t('builder.text'), { exact: true }).fill('to ord')
      await page.getByRole('button', { name: t('builder.write') }).click()
      await expect(page.locator('.ds-error-summary')).toContainText(t('builder.notOneThing'))
      await row(4).getByLabel(t('builder.join')).selectOption('and')
      await row(4).getByLabel(t('builder.has')).selectOption('no')
      await row(4).getByLabel(t('builder.text'), { exact: true }).fill('bro')
      await page.getByRole('button', { name: t('builder.write') }).click()
      await expect(field).toHaveValue(`${word} (bro ELLER "og tun") -bro`)
      await expect(hits(page, 1)).toBeVisible()
    })
    await test.step('saved under a name for everybody on the strategy, named anew, and found by a colleague', async () => {
      await page.goto(`/workbench/search?q=${word}`)
      await page.getByRole('link', { name: t('saved.saveThis') }).click()
      await page.getByRole('button', { name: t('saved.save') }).click()
      await expect(page.locator('.ds-error-summary')).toContainText(t('saved.refusal.name-missing'))
      await page.getByLabel(t('saved.name'), { exact: true }).fill(`Alt om ${word}`)
      await page.locator('[name="share"]').selectOption(answering.strategy.id)
      await page.getByRole('button', { name: t('saved.save') }).click()
      await expect(page.getByText(t('saved.done.saved'))).toBeVisible()
      const own = page
        .locator('#own')
        .getByRole('listitem')
        .filter({ hasText: `Alt om ${word}` })
      await own.getByText(t('saved.rename'), { exact: true }).click()
      await own.getByRole('textbox').fill(`Bruk av ${word}`)
      await own.getByRole('button', { name: t('saved.renameButton') }).click()
      await expect(page.getByText(t('saved.done.renamed'))).toBeVisible()

      const other = await somebody(browser, { scripted })
      await signInAs(other.page, colleague)
      await other.page.goto('/workbench/search/saved')
      await other.page
        .locator('#shared')
        .getByRole('link', { name: `Bruk av ${word}` })
        .click()
      await expect(other.page.getByRole('searchbox')).toHaveValue(word)
      await expect(hits(other.page, 3)).toBeVisible()
      await other.context.close()
    })
    await test.step('all hits are tagged, after a look at what will happen', async () => {
      await page.goto(`/workbench/search?q=${word}`)
      await page.getByRole('link', { name: t('tagHits.open') }).click()
      const title = answering.strategy.title.nb ?? ''
      await page.locator('[name="with"]').selectOption({ label: `KU Kulturminner, ${title}` })
      await page.getByRole('button', { name: t('tagHits.preview') }).click()
      const willTag = { left: 3, total: 3, theme: 'KU Kulturminner' }
      await expect(page.getByText(t('tagHits.willTag', willTag))).toBeVisible()
      await page.getByRole('button', { name: t('tagHits.tag', { left: 3 }) }).click()
      await until(page, scripted, t('taggingJob.heading.done'))
      await expect(page.getByText(t('taggingJob.tagged', { tagged: 3, total: 3 }))).toBeVisible()
    })
    const job = page.url()
    await test.step('it is where one reads, and gone again when it is undone', async () => {
      await page.goto(`/workbench/inputs/${input.id}`)
      await expect(page.locator('.in-psg').getByText('Kulturminner')).toHaveCount(3)
      await page.goto(job)
      await page.getByRole('button', { name: t('taggingJob.undo') }).click()
      await until(page, scripted, t('taggingJob.heading.undone'))
      await page.goto(`/workbench/inputs/${input.id}`)
      await expect(page.locator('.in-psg').first()).toBeVisible()
      await expect(page.locator('.in-psg').getByText('Kulturminner')).toHaveCount(0)
    })
    if (scripted) {
      const examination = new Examination(page)
      await page.goto(`/workbench/search?q=${word} (bro ELLER "og tun")&build=1`)
      await examination.look('a search that is being built')
      await page.goto('/workbench/search/saved')
      await examination.look('saved searches')
      expect(examination.failures, examination.report).toEqual([])
    }
    expect(complaints).toEqual([])
    await context.close()
  })

const hits = (page: Page, total: number) => {
  const name = common('search.total', { total, text: '', words: 'no', show: 'passages' })
  return page.locator('#hits').getByRole('heading', { name })
}

/** With script the page follows by itself; without it one looks again. */
async function until(page: Page, scripted: boolean, heading: string) {
  const done = page.getByRole('heading', { name: heading })
  if (scripted) return expect(done).toBeVisible({ timeout: 20_000 })
  await expect(async () => {
    if (!(await done.isVisible())) await page.getByRole('link', { name: t('taggingJob.look') }).click()
    await expect(done).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

async function makeTheme(page: Page, strategyId: string) {
  await page.goto(`/workbench/strategies/${strategyId}/codebook?new=1`)
  await page.locator('[name="code"]').fill('KU')
  await page.locator('[name="titleNb"]').fill('Kulturminner')
  await page.locator('[name="definitionNb"]').fill('Det som er gammelt og skal tas vare på.')
  await page.locator('#theme-form').getByRole('button').last().click()
  await expect(page.getByText(t('theme.done.created'))).toBeVisible()
}
