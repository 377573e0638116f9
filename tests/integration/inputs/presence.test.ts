import { expect, test } from 'vitest'
import { bePresent } from '#app/features/inputs/presence.server.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { written } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

async function two() {
  const draft = await aReadyDraft(t.db)
  const jonas = await aMember(t.db, draft.organisation, 'approver')
  const place = { inputId: draft.input.id, slug: draft.organisation.slug }
  const open = (questionId: string | null = null, shown: [string, number][] = [[draft.required, 1]]) => ({
    ...place,
    questionId,
    shown: new Map(shown),
  })
  return { ...draft, jonas, open }
}

test('who else has the draft open is told, at which question, and nobody is told of oneself', async () => {
  const { writer, jonas, required, open } = await two()
  expect(await bePresent(writer, open(required))).toEqual({ writers: [], newer: [] })
  expect(await bePresent(jonas, open())).toEqual({
    writers: [{ personId: writer.personId, name: writer.name, questionId: required }],
    newer: [],
  })
  expect(await bePresent(writer, open())).toMatchObject({
    writers: [{ personId: jonas.personId, questionId: null }],
  })
})

test('whoever has not said so for half a minute has left', async () => {
  const { writer, jonas, input, open } = await two()
  await bePresent(writer, open())
  const ago = (seconds: number) =>
    t.sql`update writers_present set at = now() - make_interval(secs => ${seconds}) where input_id = ${input.id}`
  await ago(29)
  expect(await bePresent(jonas, open())).toMatchObject({ writers: [{ personId: writer.personId }] })
  await ago(31)
  expect(await bePresent(jonas, open())).toMatchObject({ writers: [] })
})

test('what was saved since the page heard of it comes with its words and who wrote them', async () => {
  const { writer, jonas, input, required, open } = await two()
  const read = () => ({ text: 'Nytt fra Jonas.' })
  await saveDraft(jonas, { inputId: input.id }, [{ questionId: required, revision: 1, read }])
  expect(await bePresent(writer, open())).toMatchObject({
    newer: [{ questionId: required, revision: 2, answer: written('Nytt fra Jonas.'), name: jonas.name }],
  })
  expect(await bePresent(writer, open(null, [[required, 2]]))).toMatchObject({ newer: [] })
})

test('a question of another round is nowhere, and a stranger is told nothing', async () => {
  const { writer, jonas, open } = await two()
  const other = await two()
  await bePresent(writer, open(other.required))
  expect(await bePresent(jonas, open())).toMatchObject({ writers: [{ questionId: null }] })
  const stranger = await aMember(t.db, await anOrganisation(t.db), 'contributor')
  expect(await bePresent(stranger, open())).toEqual({ refusal: 'not-found' })
  expect(await bePresent(writer, { ...open(), slug: other.organisation.slug })).toEqual({
    refusal: 'not-found',
  })
})

test('asking is one read and one write', async () => {
  const { writer, open } = await two()
  await bePresent(writer, open())
  expect(await statementsOf(() => bePresent(writer, open()))).toHaveLength(2)
})
