import { type Browser, expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { aMunicipalityAnswering, letTheDeadlinePass, workedOnBy } from './answering.ts'
import { question } from './municipality.ts'
import { type Somebody, signInAs, signInByMail, somebody } from './signing-in.ts'
import { begin, done, saved, type } from './typing.ts'

const t = translator('nb', 'workspace')

test('two people write one input at once, and neither loses a word', async ({ browser }) => {
  test.setTimeout(120_000)
  const place = await aMunicipalityAnswering('Tindvik kommune')
  const [tora, eivind] = await Promise.all([somebody(browser), somebody(browser)])
  await signInByMail(tora.page, place.writer.email)
  await signInByMail(eivind.page, place.other.email)
  const writing = await begin(tora.page, place)
  await eivind.page.goto(writing)

  await test.step('each writes at a question of its own, and sees the other', async () => {
    await type(tora.page, 1, 'Vi trenger tid til opplæring.')
    await expect(
      question(eivind.page, 1).getByText(t('writing.writingHere', { name: 'Tora Bakk' })),
    ).toBeVisible({
      timeout: 20_000,
    })
    await expect(question(eivind.page, 1)).toContainText('Vi trenger tid til opplæring.', { timeout: 20_000 })
    await type(eivind.page, 3, 'Bibliotekene er ikke nevnt.')
    await expect(question(tora.page, 3)).toContainText('Bibliotekene er ikke nevnt.', { timeout: 20_000 })
  })

  await test.step('both write in one answer while one of them has no network', async () => {
    await eivind.context.setOffline(true)
    await type(eivind.page, 1, 'Vi trenger flere folk.', { saved: false })
    await type(tora.page, 1, 'Vi trenger tid til opplæring og vikarer.')
    await eivind.context.setOffline(false)
    const card = eivind.page.locator('section[id^="conflict-"]')
    await expect(card).toContainText('Vi trenger flere folk.', { timeout: 45_000 })
    await expect(card).toContainText('Vi trenger tid til opplæring og vikarer.')
    await card.getByRole('button', { name: t('writing.keepBoth') }).click()
    await saved(eivind.page, 1)
  })

  await test.step('both texts stand in both browsers', async () => {
    for (const { page } of [tora, eivind]) {
      await page.reload()
      await expect(question(page, 1)).toContainText('Vi trenger tid til opplæring og vikarer.')
      await expect(question(page, 1)).toContainText('Vi trenger flere folk.')
    }
  })
  await done([tora, eivind])
})

test('what was typed before the browser closed is offered again', async ({ browser }) => {
  const place = await aMunicipalityAnswering('Tindvik kommune')
  const tora = await somebody(browser)
  await signInByMail(tora.page, place.writer.email)
  const writing = await begin(tora.page, place)
  await type(tora.page, 1, 'Dette rakk fram.')
  await tora.context.setOffline(true)
  await type(tora.page, 1, 'Dette rakk ikke fram.', { saved: false })
  await expect(question(tora.page, 1).getByText(t('writing.failed'))).toBeVisible({ timeout: 15_000 })
  // The browser asks whether one means it.
  tora.page.on('dialog', (dialog) => void dialog.accept())
  const closed = tora.page.waitForEvent('close')
  await tora.page.close({ runBeforeUnload: true })
  await closed
  await tora.context.setOffline(false)
  const again = await tora.context.newPage()
  await again.goto(writing)
  await expect(question(again, 1)).toContainText(t('writing.copy'))
  await expect(question(again, 1)).toContainText('Dette rakk ikke fram.')
  await again.getByRole('button', { name: t('writing.copyUse') }).click()
  await saved(again, 1)
  await again.reload()
  await expect(question(again, 1)).toContainText('Dette rakk ikke fram.')
  await done([tora])
})

for (const scripted of [true, false])
  test(`an administrative answer, and after the deadline the adopted one, ${scripted ? 'with' : 'without'} script`, async ({
    browser,
  }) => {
    test.setTimeout(180_000)
    await twoVersions(browser, scripted)
  })

/** Scenario S4-R steps 3 and 5: one municipality's two versions. */
async function twoVersions(browser: Browser, scripted: boolean) {
  const place = await aMunicipalityAnswering('Vardnes kommune')
  const people = await Promise.all(Array.from({ length: 5 }, () => somebody(browser, { scripted })))
  const [tora, gro, nils, hakon, reader] = people as [Somebody, Somebody, Somebody, Somebody, Somebody]
  await signInByMail(tora.page, place.writer.email)
  await signInByMail(gro.page, place.approver.email)
  await signInByMail(nils.page, place.submitter.email)
  const writing = await begin(tora.page, place)

  await test.step('it is written and sent to approval', async () => {
    await write(tora.page, 1, 'Lånemaskiner må følge eleven.', scripted)
    await question(tora.page, 2).getByRole('radio', { name: 'Ja', exact: true }).check()
    await keep(tora.page, scripted)
    await tora.page.goto(`${writing}/sign-off`)
    await tora.page.getByRole('button', { name: t('signOff.askButton') }).click()
    await expect(tora.page.getByText(t('signOff.done.asked'))).toBeVisible()
  })
  await test.step('it is sent back with a reason, mended and approved', async () => {
    await gro.page.goto(`${writing}/sign-off`)
    await gro.page.getByLabel(t('signOff.reason')).fill('Vi må si noe om nett.')
    await gro.page.getByRole('button', { name: t('signOff.sendBackButton') }).click()
    await expect(gro.page.getByText(t('signOff.done.sent-back'))).toBeVisible()
    await tora.page.goto(`${writing}/sign-off`)
    await expect(tora.page.getByText('Vi må si noe om nett.').first()).toBeVisible()
    await tora.page.goto(writing)
    await write(tora.page, 3, 'Nettet må nå fram til øyene.', scripted)
    await keep(tora.page, scripted)
    await tora.page.goto(`${writing}/sign-off`)
    await tora.page.getByRole('button', { name: t('signOff.askButton') }).click()
    await expect(tora.page.getByText(t('signOff.done.asked'))).toBeVisible()
    await gro.page.goto(`${writing}/sign-off`)
    await gro.page.getByRole('button', { name: t('signOff.approveButton'), exact: true }).click()
    await expect(gro.page.getByText(t('signOff.done.approved'))).toBeVisible()
  })
  const first = await test.step('it is sent, with the political treatment that is planned', async () => {
    await nils.page.goto(`${writing}/submission`)
    await nils.page.getByLabel(t('handling.plannedBody')).fill('Kommunestyret')
    await nils.page.getByRole('button', { name: t('submission.send'), exact: true }).click()
    await expect(nils.page.getByRole('article')).toContainText(t('receipt.state'))
    return receiptOn(nils.page)
  })
  await test.step('anyone holding the receipt can check it', () => check(reader.page, first))

  await letTheDeadlinePass(place)
  await test.step('the text is made what the council adopted', async () => {
    await tora.page.goto(writing)
    await write(tora.page, 1, 'Lånemaskiner og opplæring må følge eleven.', scripted)
    await keep(tora.page, scripted)
  })
  const second = await test.step('and sent as adopted, after the deadline', async () => {
    await nils.page.goto(`${writing}/adoption`)
    await expect(nils.page.locator('main')).toContainText('opplæring')
    await nils.page.getByRole('radio', { name: t('handling.levels.council') }).check()
    await nils.page.getByLabel(t('handling.body')).fill('Vardnes kommunestyre')
    await nils.page.getByLabel(t('handling.on'), { exact: true }).fill('19.5.2026')
    await nils.page.getByLabel(t('handling.caseNumber'), { exact: true }).first().fill('34/26')
    await nils.page.getByRole('button', { name: t('adoption.send') }).click()
    const paper = nils.page.getByRole('article')
    await expect(paper).toContainText(t('receipt.kind.adopted'))
    await expect(paper).toContainText('kom for sent')
    await expect(nils.page.locator('main')).toContainText('34/26')
    return receiptOn(nils.page)
  })
  expect(second.number).not.toBe(first.number)
  await test.step('both receipts hold', async () => {
    await check(reader.page, first)
    await check(reader.page, second)
  })
  await test.step('the secretariat sees both, and which one counts', async () => {
    await workedOnBy(place, 'Håkon Rud')
    await signInAs(hakon.page, 'Håkon Rud')
    await hakon.page.goto(`/workbench/inputs/${writing.split('/').pop()}`)
    await expect(hakon.page.locator('main')).toContainText('Lånemaskiner og opplæring må følge eleven.')
    await expect(hakon.page.locator('main')).toContainText('34/26')
    await hakon.page.goto(`/workbench/inputs/${writing.split('/').pop()}?version=1`)
    await expect(hakon.page.locator('main')).toContainText('Lånemaskiner må følge eleven.')
  })
  await done(people)
}

test('a municipality is invited in its own written form and may answer in Northern Sámi', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const place = await aMunicipalityAnswering('Fossheim kommune', 'nn')
  await workedOnBy(place, 'Håkon Rud')
  const [hakon, tora, nils] = await Promise.all([somebody(browser), somebody(browser), somebody(browser)])
  const b = translator('nb', 'workbench')
  await test.step('staff invite it', async () => {
    await signInAs(hakon.page, 'Håkon Rud')
    await hakon.page.goto(`/workbench/rounds/${place.round.id}/invitations?q=Fossheim`)
    await hakon.page.getByRole('checkbox', { name: /Fossheim kommune/ }).check()
    await hakon.page.getByRole('button', { name: b('invitations.inviteThese') }).click()
    await expect(hakon.page.getByText(b('invitations.done', { invited: 1 }))).toBeVisible()
  })
  await test.step('the invitation comes in nynorsk', async () => {
    const letter = tora.page.getByRole('listitem').filter({ hasText: place.writer.email })
    await expect(async () => {
      await tora.page.goto('/mailbox')
      await expect(letter.first()).toContainText('invitert til å gi innspel', { timeout: 500 })
    }).toPass()
  })
  const nn = translator('nn', 'workspace')
  await signInByMail(tora.page, place.writer.email, 'nn')
  await signInByMail(nils.page, place.submitter.email, 'nn')
  const writing = await begin(tora.page, place, 'nn')
  await type(tora.page, 1, 'Mii dárbbašit sámegiel oahpponeavvuid buot skuvllain.', { locale: 'nn' })
  await test.step('the answer is sent as Northern Sámi', async () => {
    await nils.page.goto(`${writing}/submission`)
    await nils.page.getByLabel(nn('submission.lang')).selectOption('se')
    await nils.page.getByRole('button', { name: nn('submission.send'), exact: true }).click()
    await expect(nils.page.getByRole('article')).toContainText(nn('receipt.state'))
    await expect(nils.page.locator('[lang="se"]').first()).toContainText('oahpponeavvuid')
  })
  await test.step('the secretariat reads it as that', async () => {
    await hakon.page.goto(`/workbench/inputs/${writing.split('/').pop()}`)
    // The worker has the passages to cut first.
    await expect(async () => {
      await hakon.page.reload()
      const passage = hakon.page.locator('[lang="se"]').first()
      await expect(passage).toContainText('oahpponeavvuid', { timeout: 1_000 })
    }).toPass()
  })
  await done([hakon, tora, nils])
})

async function write(page: Page, position: number, text: string, scripted: boolean) {
  if (scripted) return type(page, position, text)
  await question(page, position).getByRole('textbox').first().fill(text)
}

/** Saves as one does without script; with script it has been done already. */
async function keep(page: Page, scripted: boolean) {
  if (scripted) return
  await page.getByRole('button', { name: t('writing.save'), exact: true }).click()
  await expect(question(page, 1).getByText(/^Lagret /)).toBeVisible()
}

async function receiptOn(page: Page) {
  const heading = await page.getByRole('article').getByRole('heading', { level: 1 }).textContent()
  const sum = await page.getByRole('article').locator('.in-hash').textContent()
  return { number: /\d{4}-\d{6}/.exec(heading ?? '')?.[0] ?? '', sum: sum ?? '' }
}

async function check(page: Page, { number, sum }: { number: string; sum: string }) {
  const p = translator('nb', 'public')
  await page.goto(`/check?number=${number}`)
  await page.getByLabel(p('check.sum')).fill(sum)
  await page.getByRole('button', { name: p('check.submit') }).click()
  await expect(page.getByRole('heading', { name: p('check.intact') })).toBeVisible()
}
