import { type Browser, expect, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { Examination } from './examination.ts'
import {
  createPlan,
  expectLocked,
  expectSubPlans,
  recordDecision,
  supersede,
  writeAndPublish,
} from './planning.ts'
import { expectReadable, expectSameWords, fetchPrint } from './printing.ts'
import { signInAs, somebody } from './signing-in.ts'

const p = translator('nb', 'public')

test('a plan is written, adopted, locked, followed by sub-plans and replaced by a new plan', async ({
  browser,
}) => {
  await wholePlan(browser, { scripted: true, name: 'Plan for leseglede' })
})

test('a plan goes all the way without script', async ({ browser }) => {
  await wholePlan(browser, { scripted: false, name: 'Plan for skolemat' })
})

const foreword = '#! Forord\n\nVi vil at flere skal glede seg.\n\n-- Sigrid Lie\nutdanningsdirektør'
const text = `${foreword}\n\n# Mål\n\nAlle barn skal ha noe å glede seg til.\n\nDet skal merkes hver uke.`
const changed = '# Mål\n\nAlle barn skal ha noe å glede seg til hver dag.'

/** Nordic practice S3-R; comments on each section have journeys of their own. */
async function wholePlan(browser: Browser, { scripted, name }: { scripted: boolean; name: string }) {
  test.setTimeout(150_000)
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const editor = await somebody(browser, { scripted })
  const { page, context, complaints } = await somebody(browser, { scripted: false })
  await signInAs(editor.page, 'Håkon Rud')
  const document = await test.step('a draft is written and published', async () => {
    const path = await createPlan(editor.page, name, slug)
    await writeAndPublish(editor.page, path, 1, text)
    return path
  })
  await page.goto('/')
  const strategy =
    (await page
      .getByRole('link', { name: /^Digital kompetanse/ })
      .first()
      .getAttribute('href')) ?? ''
  const address = `${strategy.replace(/(\/strategies\/[^/]+).*/, '$1')}/documents/${slug}`
  await page.goto(address)
  await expect(page.getByText(p('document.notAdopted'), { exact: true })).toBeVisible()

  await test.step('the director adopts it: text locked, hash stored and shown', async () => {
    await recordDecision(editor.page, document, {
      ...{ by: 'utdanningsdirektøren', on: '2023-03-06', caseNumber: '23/114' },
      ...{ consulted: 'ledergruppen', name: 'Versjon 1.0' },
    })
    await expectLocked(editor.page, document)
  })
  await page.goto(`${address}/1`)
  await expect(page.getByText('Vedtatt av utdanningsdirektøren 6. mars 2023. Sak 23/114.')).toBeVisible()
  await expect(page.locator('.in-foreword')).toContainText('Sigrid Lie')
  const hash = (await page.locator('.in-hash').textContent()) ?? ''
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const adopted = await page.locator('article').textContent()

  await test.step('its file is what the link says, and says under each address what the page says', async () => {
    const file = await fetchPrint(page, 'nb')
    await expectReadable(file, { title: `${name}, Versjon 1.0`, lang: 'nb' })
    expect(await expectSameWords(page, file)).toBe(6)
  })

  await test.step('a paragraph has an address of its own to link and to copy', async () => {
    await page.getByRole('link', { name: p('document.linkTo', { number: '1.2' }) }).click()
    await expect(page.locator(':target')).toContainText('Det skal merkes hver uke.')
    await expect(page.locator(':target code')).toHaveText(page.url())
    await page.goto(`${address}/1#avsnitt-99.9`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  })

  await test.step('a changed draft is a new version, and 1.0 stays as it was', async () => {
    await writeAndPublish(editor.page, document, 2, changed)
    await page.goto(address)
    await expect(page.locator('.in-hash')).toHaveText(hash)
    await expect(page.getByText('Det finnes et utkast til ny utgave')).toBeVisible()
    expect(await page.locator('article').textContent()).toBe(adopted)
  })

  await test.step('of fourteen sub-plans twelve are there, and the page names the two that are missing', async () => {
    const titles = Array.from(
      { length: 14 },
      (_, at) => `${at < 5 ? 'Område' : 'Avdeling'} ${at + 1}: ${name}`,
    )
    await expectSubPlans(editor.page, document, titles, 12)
    await page.goto(address)
    await expect(page.getByText(p('document.subPlansPresent', { present: 12, expected: 14 }))).toBeVisible()
    await expect(page.locator('#mangler li')).toHaveText(titles.slice(12))
  })

  const next = `Ny ${name.toLowerCase()}`
  await test.step('a new plan is adopted: the old page says so and keeps its address', async () => {
    const path = await createPlan(editor.page, next, `ny-${slug}`)
    await supersede(editor.page, path, name)
    await writeAndPublish(editor.page, path, 1, changed)
    await page.goto(`${address}/1`)
    await expect(page.getByText(p('document.supersededHeading'))).toHaveCount(0)
    await recordDecision(editor.page, path, {
      ...{ by: 'utdanningsdirektøren', on: '2024-03-04', caseNumber: '24/12' },
      ...{ consulted: 'ledergruppen', name: 'Versjon 1.0' },
    })
    await page.goto(`${address}/1`)
    await expect(page.getByText(p('document.supersededHeading'))).toBeVisible()
    await expect(page.getByText(`«${next}» ble vedtatt 4. mars 2024`)).toBeVisible()
    await expect(page.locator('.in-hash')).toHaveText(hash)
    expect(await page.locator('article').textContent()).toBe(adopted)
  })

  // Axe needs script in the page it looks at; the editor's has it.
  if (scripted) {
    const examination = new Examination(editor.page)
    for (const path of [`${address}/1`, document, `${document}/measures`]) await examination.open(path)
    await editor.page.goto(document)
    await editor.page
      .getByRole('link', { name: translator('nb', 'workbench')('document.adopt') })
      .first()
      .click()
    await examination.look('the form of a decision')
    expect(examination.failures, examination.report).toEqual([])
  }
  expect([...complaints, ...editor.complaints]).toEqual([])
  await context.close()
  await editor.context.close()
}
