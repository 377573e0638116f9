import { expect, type Page, test } from '@playwright/test'
import { translator } from '#app/messages/translator.ts'
import { aDocx } from '../factories/docx.ts'
import { zeros } from '../factories/evil-docx.ts'
import {
  comesFrom,
  confirm,
  expectCounts,
  expectFolded,
  expectNoAddress,
  expectParts,
  expectProposal,
  expectSaid,
  expectTold,
  expectWords,
  lookAtChoices,
  told,
} from './comparing.ts'
import { Examination } from './examination.ts'
import { createPlan } from './planning.ts'
import { blocksInWord, draftInWord, expected, revision, words } from './revised-text.ts'
import {
  expectNotes,
  expectRefused,
  handIn,
  insertAfter,
  joinWithNext,
  moveDown,
  note,
  publish,
  remove,
  rewrite,
  startFromLatest,
  takeIn,
} from './revising.ts'
import { signInAs, somebody } from './signing-in.ts'

const t = translator('nb', 'workbench')
const { reworded, moved, split, joined, removed, inserted, rewritten } = revision
const [aboutMoved, aboutRemoved] = ['Vent med denne til budsjettet er klart.', 'Spør rådet om dette.']

test('a draft of 150 paragraphs comes from Word, is revised, and everybody reads what changed', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const { page, context, complaints } = await somebody(browser, { scripted: false })
  // Axe needs script in the page it looks at, so somebody with script opens the same addresses.
  const looker = await somebody(browser)
  const examination = new Examination(looker.page)
  await signInAs(page, 'Håkon Rud')
  await signInAs(looker.page, 'Håkon Rud')
  const document = await createPlan(page, 'Utkast om gode skoledager', 'gode-skoledager', 'draft')

  await test.step('files that may do harm are not read, and the page says why', async () => {
    const macros = aDocx(['Hei.'], { 'word/vbaProject.bin': 'x' })
    await expectRefused(page, document, macros, t('import.problems.macros'))
    await expectRefused(page, document, await zeros(200), t('import.problems.unpacks-too-large'))
  })

  const first = await test.step('a Word file is looked at, taken in and published', async () => {
    await handIn(page, document, 'gode skoledager.docx', aDocx(draftInWord))
    await expect(page.getByRole('main')).toContainText(`${blocksInWord} tekstblokker.`)
    await expect(page.locator('[id="avsnitt-15.10"]')).toContainText(words(15, 10))
    await examination.open(new URL(page.url()).pathname)
    await takeIn(page, 1)
    return await publish(page, 1, blocksInWord)
  })
  await test.step('staff write notes at two of its paragraphs', async () => {
    await note(page, first, moved.from, aboutMoved)
    await note(page, first, removed, aboutRemoved)
  })

  const second = await test.step('the next version is made of it and revised', async () => {
    await startFromLatest(page, document, 2)
    await rewrite(page, reworded.at, words(2, 2).replace(reworded.out, reworded.in))
    await moveDown(page, moved, words(3, 9))
    await rewrite(page, split.at, split.parts.join('\n\n'))
    await joinWithNext(page, joined.at)
    await remove(page, removed, words(10, 7))
    await insertAfter(page, inserted.after, inserted.at, inserted.words)
    await rewrite(page, rewritten.at, rewritten.words)
    await examination.open(new URL(page.url()).pathname)
    return await publish(page, 2, blocksInWord)
  })

  const sure = [
    told.changed(reworded.at),
    told.moved(moved.to, moved.from),
    told.split(split.at, split.at),
    told.split('6.5', split.at),
    told.joined(joined.at, `${joined.at} og ${joined.with}`),
    told.gone(removed),
    told.fresh(inserted.at),
  ]
  const address =
    await test.step('the proposal is looked at, mended in one place and confirmed', async () => {
      await page.goto(`${second}/alignment`)
      const proposed = [...sure, told.gone(rewritten.at), told.fresh(rewritten.at)]
      await expectTold(page, proposed)
      // A paragraph that is lightly reworded is sure; what is folded is word for word the same.
      const all = blocksInWord + 2
      const unsure = proposed.length - 1
      const look = proposed.slice(1).map(({ id }) => id)
      await expectProposal(page, { sure: all - unsure, all, unsure }, look)
      await expectSaid(page, `avsnitt-${moved.to}`, aboutMoved)
      await expectSaid(page, `slettet-${removed}`, aboutRemoved)
      await comesFrom(page, rewritten.at, '99.9')
      await expectNoAddress(page, rewritten.at, '99.9')
      await comesFrom(page, rewritten.at, rewritten.at)
      await lookAtChoices(page)
      await expectTold(page, [...sure, told.changed(rewritten.at)])
      await examination.open(new URL(page.url()).pathname)
      const address = await confirm(page)
      await expectSaid(page, `avsnitt-${moved.to}`, aboutMoved, `Avsnittet er flyttet til ${moved.to}.`)
      await expectSaid(page, `slettet-${removed}`, aboutRemoved, 'Avsnittet er slettet.')
      return address
    })
  await test.step('the notes stand where they were written, and say what became of that', async () => {
    await expectNotes(page, first, [
      [moved.from, aboutMoved, `I utkast 2: Avsnittet er flyttet til ${moved.to}.`],
      [removed, aboutRemoved, 'I utkast 2: Avsnittet er slettet.'],
    ])
    await expectNotes(page, second, [])
  })

  await test.step('everybody reads what changed, without script and without signing in', async () => {
    const reader = await somebody(browser, { scripted: false })
    await reader.page.goto(address)
    await expectTold(reader.page, [...sure, told.changed(rewritten.at)])
    await expectCounts(reader.page, expected)
    await expectWords(reader.page, reworded.at, reworded.out, reworded.in)
    await expectParts(reader.page, split.at, split.parts)
    await expectFolded(reader.page, expected.same)
    await expect(reader.page.getByRole('main')).not.toContainText(aboutMoved)
    await examination.open(address)
    await unfold(looker.page)
    await examination.look('a comparison with everything unfolded')
    expect(reader.complaints).toEqual([])
    await reader.context.close()
  })

  expect(examination.failures, examination.report).toEqual([])
  expect([...complaints, ...looker.complaints]).toEqual([])
  await context.close()
  await looker.context.close()
})

const unfold = (page: Page) =>
  page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '')
  })
