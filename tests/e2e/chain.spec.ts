import { type Browser, expect, test } from '@playwright/test'
import { openDraft, reviewWithoutRight, save, submit, writeAnswers } from './municipality.ts'
import { expectNotPublic, readFinding, readInput, readStrategyAndDraft } from './reader.ts'
import {
  approvalIsRefused,
  approveFinding,
  citeInText,
  citeVerbatim,
  findBySearch,
  publishFinding,
  publishInput,
  tagPassage,
  writeFinding,
} from './secretariat.ts'
import { fjellvik, type Sender, solvaer } from './senders.ts'
import { signInAs, signInByMail, somebody } from './signing-in.ts'

test('an answer goes all the way from a municipality to a public finding', async ({ browser }) => {
  await wholeChain(browser, solvaer, { scripted: true })
})

test('an answer goes all the way without script, in nynorsk', async ({ browser }) => {
  await wholeChain(browser, fjellvik, { scripted: false })
})

async function wholeChain(browser: Browser, sender: Sender, how: { scripted: boolean }) {
  test.setTimeout(120_000)
  const reader = await somebody(browser, { scripted: false })
  const [contributor, submitter, analyst, editor, lead] = await Promise.all([
    somebody(browser, how),
    somebody(browser, how),
    somebody(browser, how),
    somebody(browser, how),
    somebody(browser, how),
  ])

  await test.step('reads the strategy and the draft', () =>
    readStrategyAndDraft(contributor.page, sender.locale))
  await test.step('signs in by mail', () =>
    signInByMail(contributor.page, sender.contributor.email, sender.locale))
  await test.step('opens the draft', () => openDraft(contributor.page, sender))
  await test.step('answers', () => writeAnswers(contributor.page, sender, how))
  await test.step('saves', () => save(contributor.page, sender))
  await test.step('may not send', () => reviewWithoutRight(contributor.page, sender))

  await test.step('another signs in', () => signInAs(submitter.page, sender.submitter, sender.locale))
  await test.step('reads through, sends, and gets a receipt', () => submit(submitter.page, sender))

  await test.step('the analyst signs in', () => signInAs(analyst.page, 'Ingrid Dahl'))
  await test.step('finds the input by a word', () => findBySearch(analyst.page, sender))
  await test.step('tags the passage', () => tagPassage(analyst.page, sender))

  await test.step('the editor signs in', () => signInAs(editor.page, 'Håkon Rud'))
  await test.step('writes a finding', () => writeFinding(editor.page, sender))
  await test.step('cites the words as they stand', () => citeVerbatim(editor.page, sender))
  await test.step('puts the mark in the text', () => citeInText(editor.page, sender, how))
  const finding = editor.page.url()
  await test.step('the lead signs in', () => signInAs(lead.page, 'Elin Strand'))
  await test.step('the lead cannot approve yet', () => approvalIsRefused(lead.page, finding))
  await test.step('nobody finds the input yet', () => expectNotPublic(reader.page, sender))
  await test.step('publishes the input', () => publishInput(editor.page, sender))
  await test.step('the lead approves', () => approveFinding(lead.page, finding))
  await editor.page.goto(finding)
  const address = await test.step('publishes the finding', () => publishFinding(editor.page))

  await test.step('anybody finds and reads the input', () => readInput(reader.page, sender))
  await test.step('anybody reads the finding', () => readFinding(reader.page, sender, address))

  for (const { complaints, context } of [reader, contributor, submitter, analyst, editor, lead]) {
    expect(complaints).toEqual([])
    await context.close()
  }
}
