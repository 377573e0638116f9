import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { aMunicipalityAnswering, workedOnBy } from './answering.ts'
import { Examination } from './examination.ts'
import { question } from './municipality.ts'
import { followLetter, followLink, signInAs, signInByMail, somebody } from './signing-in.ts'
import { begin, done, type } from './typing.ts'

const t = translator('nb', 'workspace')

/** What is said to those who are several, and to a municipality. */
const toSeveral = /\b(dere|deres|kommunen|organisasjonen)\b/i

test('a private person answers by a link in a letter, and is never named in public', async ({ browser }) => {
  test.setTimeout(90_000)
  const place = await aMunicipalityAnswering('Vardnes kommune')
  await workedOnBy(place, 'Håkon Rud')
  const { strategy, round } = place
  const rounds = `/strategies/${strategy.slug}/rounds/${round.slug}`
  const ragnhild = await somebody(browser)
  const { page } = ragnhild
  const examination = new Examination(page)
  const name = 'Ragnhild Storli'
  const email = `ragnhild.${Date.now()}@post.example`

  await test.step('she asks for a link and follows it', async () => {
    const p = translator('nb', 'public')
    await page.goto(`${rounds}/answer`)
    await page.getByRole('textbox', { name: p('answer.new.name') }).fill(name)
    await page.getByLabel(p('answer.new.email')).fill(email)
    await page.getByRole('button', { name: p('answer.new.button') }).click()
    await expect(page.getByRole('heading', { name: p('answer.sent.title') })).toBeVisible()
    await followLetter(page, email, /sign-in\//)
    await followLink(page, 'nb')
  })
  const writing = await test.step('she lets her name be hidden, and writes', async () => {
    await page.getByRole('radio', { name: t('naming.hidden.label') }).check()
    await spokenToAsOne(page)
    await page.getByRole('button', { name: t('start.begin') }).click()
    await expect(page.getByRole('button', { name: t('writing.continue') })).toBeVisible()
    const address = new URL(page.url()).pathname
    await type(page, 1, 'Bussen går for sjelden til biblioteket.')
    return address
  })
  await test.step('no page takes her for several', async () => {
    for (const path of ['', '/submission', '/no-remarks', '/attachments']) {
      await page.goto(writing + path)
      await spokenToAsOne(page)
    }
    await page.goto('/workspace/personal')
    await spokenToAsOne(page)
    await examination.look('the tasks of a private person')
  })
  const number = await test.step('she sends, and gets a receipt', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${writing}/submission`)
    await page.getByRole('button', { name: t('submission.send'), exact: true }).click()
    const paper = page.getByRole('article')
    await expect(paper).toContainText(t('receipt.state'))
    await expect(paper).toContainText(t('receipt.named.hidden'))
    await spokenToAsOne(page)
    return /\d{4}-\d{6}/.exec((await paper.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0]
  })
  await test.step('the secretariat knows who she is, and publishes', async () => {
    const hakon = await somebody(browser, { scripted: false })
    const b = translator('nb', 'workbench')
    await signInAs(hakon.page, 'Håkon Rud')
    await hakon.page.goto(`/workbench/inputs/${writing.split('/').pop()}`)
    await expect(hakon.page.locator('main')).toContainText(name)
    await hakon.page.goto(`/workbench/inputs/${writing.split('/').pop()}/publication`)
    await hakon.page
      .getByRole('button', { name: b('publication.publish', { masks: 0 }), exact: true })
      .click()
    await expect(hakon.page.getByText(b('publication.done.published'))).toBeVisible()
    await done([hakon])
  })
  await test.step('no public page has the name', async () => {
    const reader = await somebody(browser, { scripted: false })
    const open = `${rounds}/inputs/${writing.split('/').pop()}`
    for (const address of [open, `/nn${open}`, `${rounds}/inputs`, rounds, `/check?number=${number}`]) {
      const answer = await reader.page.goto(address)
      expect(answer?.status(), address).toBe(200)
      expect(await answer?.text(), address).not.toContain('Storli')
    }
    await reader.page.goto(open)
    await expect(reader.page.locator('main')).toContainText('Bussen går for sjelden')
    await done([reader])
  })
  expect(examination.failures, examination.report).toEqual([])
  await done([ragnhild])
})

test('a member is invited, reads the invitation in her own language, joins and writes', async ({
  browser,
}) => {
  const place = await aMunicipalityAnswering('Vardnes kommune')
  const [gro, amy] = await Promise.all([somebody(browser), somebody(browser, { abroad: true })])
  const examinations = [new Examination(gro.page), new Examination(amy.page)] as const
  const email = `amy.${Date.now()}@kommune.example`
  const e = translator('en', 'auth')

  await test.step('an approver invites her', async () => {
    await signInByMail(gro.page, place.approver.email)
    await gro.page.goto(`${place.home}/members`)
    await gro.page.getByLabel(t('members.email')).fill(email)
    await gro.page.getByRole('button', { name: t('members.sendInvitation') }).click()
    await expect(gro.page.getByText(t('members.done.invite'))).toBeVisible()
    await examinations[0].look('members when somebody is invited')
  })
  await test.step('she reads it in English, and may read it in Norwegian', async () => {
    await followLetter(amy.page, email, /\/join\//)
    const heading = amy.page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText(e('invitation.title', { organisation: place.organisation.name }))
    await expect(amy.page.locator('html')).toHaveAttribute('lang', 'en')
    await amy.page.getByRole('link', { name: 'Nynorsk' }).click()
    await expect(heading).toHaveText(
      translator('nn', 'auth')('invitation.title', { organisation: place.organisation.name }),
    )
    await amy.page.getByRole('link', { name: 'English' }).click()
    await examinations[1].look('an invitation')
    await amy.page.setViewportSize({ width: 1280, height: 800 })
  })
  await test.step('without a name she is told so, in English', async () => {
    await amy.page.getByRole('button', { name: e('invitation.button') }).click()
    await expect(amy.page.locator('.ds-error-summary')).toContainText(e('invitation.nameMissing'))
  })
  await test.step('she joins, and writes', async () => {
    await amy.page.getByLabel(e('invitation.name')).fill('Amy Lind')
    await amy.page.getByRole('button', { name: e('invitation.button') }).click()
    await expect(amy.page.getByRole('heading', { level: 1 })).toContainText(place.organisation.name)
    const writing = await begin(amy.page, place, 'en')
    await type(amy.page, 1, 'Vi trenger tolker.', { locale: 'en' })
    await gro.page.goto(writing)
    await expect(question(gro.page, 1)).toContainText('Vi trenger tolker.')
  })
  for (const { failures, report } of examinations) expect(failures, report).toEqual([])
  await done([gro, amy])
})

async function spokenToAsOne(page: Page) {
  await expect(page.locator('main')).toBeVisible()
  expect(await page.locator('main').textContent(), page.url()).not.toMatch(toSeveral)
}
