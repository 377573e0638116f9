import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { addComment, changeComment } from '#app/features/inputs/commenting.server.ts'
import { listDraftComments } from '#app/features/inputs/comments.server.ts'
import { listParagraphComments } from '#app/features/inputs/paragraph-comments.server.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { inputs } from '#db/schema/index.ts'
import { aConsultedDraft } from '#tests/factories/comments.ts'
import { aSubmittedInput } from '#tests/factories/inputs.ts'
import { anOrganisation } from '#tests/factories/people.ts'
import { appDatabase } from './room.ts'

const t = appDatabase()

test('what counts now is counted under each paragraph, with how many inputs there are', async () => {
  const { input, say, writer, submitter, version, round, required, second } = await aConsultedDraft(t.db)
  await aSubmittedInput(t.db, round, await anOrganisation(t.db, { name: 'Tindås kommune' }), {
    [required]: 'Ja.',
  })
  await say(input.id)
  await say(input.id, { paragraphId: second.id, marked: { quote: 'en plan' } })
  await submitInput(submitter, input.id, v7())
  // A draft is nobody's but the sender's until it is sent.
  const [first] = await listDraftComments(input.id)
  const typed = { stance: 'disagree', proposal: '', reason: 'Vi tok feil.' }
  await changeComment(writer, input.id, first?.id ?? '', { revision: 1, typed })
  const stances = async () =>
    (await listParagraphComments(version.id)).paragraphs.map(({ anchor, comments }) => [
      anchor,
      comments.map(({ stance, quote }) => [stance, quote]),
    ])
  expect(await listParagraphComments(version.id)).toMatchObject({ inputs: 2, commenting: 1, cut: false })
  expect(await stances()).toEqual([
    ['1.1', [['agree', null]]],
    ['1.2', [['agree', 'en plan']]],
  ])
  // The correction replaces what was sent.
  await submitInput(submitter, input.id, v7())
  expect(await stances()).toEqual([
    ['1.1', [['disagree', null]]],
    ['1.2', [['agree', 'en plan']]],
  ])
  await t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  expect(await listParagraphComments(version.id)).toMatchObject({ inputs: 1, commenting: 0, paragraphs: [] })
})

test('comments on one version are not counted for another', async () => {
  const one = await aConsultedDraft(t.db)
  const other = await aConsultedDraft(t.db)
  await addComment(one.writer, one.input.id, one.comment())
  await submitInput(one.submitter, one.input.id, v7())
  expect(await listParagraphComments(other.version.id)).toMatchObject({ inputs: 0, commenting: 0 })
})
