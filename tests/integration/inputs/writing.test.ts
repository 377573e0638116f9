import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { listAnswerHistory } from '#app/features/inputs/answer-history.server.ts'
import { digest } from '#app/features/inputs/content-hash.server.ts'
import type { Saved } from '#app/features/inputs/draft.ts'
import { findDraft } from '#app/features/inputs/drafts.server.ts'
import type { SentAnswer } from '#app/features/inputs/forms.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { startInput } from '#app/features/inputs/writing.server.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import { auditEvents, draftAnswers, inputs } from '#db/schema/index.ts'
import { aDraft, written } from '#tests/factories/inputs.ts'
import { aMember, anOrganisation, senderOf } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, daysFromNow } from '#tests/factories/strategies.ts'
import { appDatabase, aReadyDraft } from './room.ts'

const t = appDatabase()

async function saved(outcome: ReturnType<typeof saveDraft>): Promise<Saved> {
  const known = await outcome
  if ('refusal' in known) throw new Error(`Refused: ${known.refusal}`)
  return known
}

const plain = (questionId: string, revision: number, text: string): SentAnswer => ({
  questionId,
  revision,
  read: ({ kind }) => (kind === 'rich-text' || kind === 'general' ? { text } : { choice: text }),
})

async function storedText(inputId: string, questionId: string) {
  const [row] = await t.db
    .select()
    .from(draftAnswers)
    .where(and(eq(draftAnswers.inputId, inputId), eq(draftAnswers.questionId, questionId)))
  return row?.body ? canonicalText(row.body) : null
}

test('an organisation has one draft in a round, whoever starts first and however often', async () => {
  const round = await aRound(t.db)
  await aQuestionnaire(t.db, round)
  const organisation = await anOrganisation(t.db)
  const kari = await aMember(t.db, organisation, 'contributor')
  const siri = await aMember(t.db, organisation, 'approver')
  const started = await Promise.all(
    [kari, siri, kari].map((who) => startInput(who, round.id, senderOf(organisation))),
  )
  expect(
    new Set(started.map((outcome) => ('inputId' in outcome ? outcome.inputId : outcome.refusal))).size,
  ).toBe(1)
  const rows = await t.db.select().from(inputs).where(eq(inputs.roundId, round.id))
  expect(rows).toHaveLength(1)
  expect(await t.db.$count(auditEvents, eq(auditEvents.subjectId, rows[0]?.id ?? ''))).toBe(1)
})

test('a draft is not opened in a round that is closed, not open, unpublished, or by somebody else', async () => {
  const organisation = await anOrganisation(t.db)
  const writer = await aMember(t.db, organisation, 'contributor')
  const submitter = await aMember(t.db, organisation, 'submitter')
  const stranger = await aMember(t.db, await anOrganisation(t.db), 'contributor')
  const start = async (own: Parameters<typeof aRound>[1], who = writer) =>
    startInput(who, (await aRound(t.db, own)).id, senderOf(organisation))
  expect(await start({ deadlineAt: daysFromNow(-0.5) })).toEqual({ refusal: 'round-closed' })
  expect(await start({ opensAt: daysFromNow(1) })).toEqual({ refusal: 'round-not-open' })
  expect(await start({ publishedAt: null })).toEqual({ refusal: 'not-found' })
  expect(await start({}, stranger)).toEqual({ refusal: 'not-found' })
  expect(await start({}, submitter)).toEqual({ refusal: 'forbidden' })
  expect(await startInput(writer, v7(), senderOf(organisation))).toEqual({ refusal: 'not-found' })
})

test('a stale save is not written, and the refusal carries both texts', async () => {
  const { writer, input, required, organisation } = await aReadyDraft(t.db)
  const jonas = await aMember(t.db, organisation, 'approver')
  const first = await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 1, 'Det Kari skrev.')]))
  expect(first.saved).toMatchObject([{ questionId: required, revision: 2, answered: true }])
  const second = await saved(
    saveDraft(jonas, { inputId: input.id }, [plain(required, 1, 'Det Jonas skrev.')]),
  )
  expect(second.saved).toEqual([])
  expect(second.conflicts).toMatchObject([
    {
      questionId: required,
      yours: written('Det Jonas skrev.'),
      theirs: written('Det Kari skrev.'),
      revision: 2,
    },
  ])
  expect(await storedText(input.id, required)).toBe('Det Kari skrev.')
})

test('one of two saves at once from the same revision is told of the other', async () => {
  const { writer, input, required } = await aReadyDraft(t.db)
  const outcomes = await Promise.all(
    ['En.', 'To.', 'Tre.'].map((text) =>
      saved(saveDraft(writer, { inputId: input.id }, [plain(required, 1, text)])),
    ),
  )
  expect(outcomes.filter((outcome) => outcome.saved.length === 1)).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome.conflicts.length === 1)).toHaveLength(2)
})

test('saving again what is already saved is no conflict', async () => {
  const { writer, input, required } = await aReadyDraft(t.db)
  await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 1, 'Samme tekst.')]))
  const again = await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 1, 'Samme tekst.')]))
  expect(again.conflicts).toEqual([])
  expect(again.saved).toMatchObject([{ questionId: required, revision: 2 }])
})

test('a stale answer holds back no other answer of the same save', async () => {
  const { writer, input, required, questions } = await aReadyDraft(t.db)
  const general = questions[3]?.id ?? ''
  await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 1, 'Først.')]))
  const outcome = await saved(
    saveDraft(writer, { inputId: input.id }, [
      plain(required, 1, 'For sent.'),
      plain(general, 0, 'Noe annet.'),
    ]),
  )
  expect(outcome.saved).toMatchObject([{ questionId: general, revision: 1 }])
  expect(outcome.conflicts).toHaveLength(1)
  expect(await storedText(input.id, general)).toBe('Noe annet.')
})

test('formatting nobody offers and links that run script are refused, and nothing is stored', async () => {
  const { writer, input, required, questions } = await aReadyDraft(t.db)
  const general = questions[3]?.id ?? ''
  const document = (content: unknown) => JSON.stringify({ type: 'doc', content: [content] })
  const refusedFor = async (json: string) => {
    const answer = { questionId: general, revision: 0, read: () => ({ text: 'x', document: json }) }
    return (await saved(saveDraft(writer, { inputId: input.id }, [answer]))).unacceptable.map(
      ({ reason }) => reason,
    )
  }
  const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
  expect(await refusedFor(document({ type: 'script', content: [] }))).toEqual(['unknown-formatting'])
  expect(
    await refusedFor(
      document({ type: 'paragraph', content: [{ type: 'text', text: 'her', marks: [link] }] }),
    ),
  ).toEqual(['forbidden-link'])
  expect(await refusedFor('{"type":"doc"')).toEqual(['not-rich-text'])
  expect(await storedText(input.id, general)).toBeNull()
  expect(await storedText(input.id, required)).not.toBeNull()
})

test('a choice that is not offered and a step that is not on the scale are refused', async () => {
  const { writer, input, questions } = await aReadyDraft(t.db)
  const [, choice, scale] = questions.map(({ id }) => id)
  const outcome = await saved(
    saveDraft(writer, { inputId: input.id }, [plain(choice ?? '', 0, 'maybe'), plain(scale ?? '', 0, '6')]),
  )
  expect(outcome.unacceptable.map(({ reason }) => reason)).toEqual(['unknown-choice', 'not-on-the-scale'])
  const taken = await saved(
    saveDraft(writer, { inputId: input.id }, [
      plain(choice ?? '', 0, 'no'),
      plain(scale ?? '', 0, 'no-opinion'),
    ]),
  )
  expect(taken.saved).toHaveLength(2)
})

test('text written without script keeps its formatting while it is unchanged', async () => {
  const { writer, input, required } = await aReadyDraft(t.db)
  const bold = { type: 'text', text: 'viktig', marks: [{ type: 'bold' }] }
  const document = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [bold] }] })
  await saved(
    saveDraft(writer, { inputId: input.id }, [
      { questionId: required, revision: 1, read: () => ({ text: 'viktig', document }) },
    ]),
  )
  const unchanged = await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 2, 'viktig')]))
  expect(unchanged.saved).toMatchObject([{ revision: 2, simplified: false }])
  const changed = await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 2, 'svært viktig')]))
  expect(changed.saved).toMatchObject([{ revision: 3, simplified: true }])
})

test("a neighbour's member and a mere submitter write nothing", async () => {
  const { input, required, submitter } = await aReadyDraft(t.db)
  const neighbour = await aMember(t.db, await anOrganisation(t.db), 'contributor', 'approver', 'submitter')
  const answer = [plain(required, 1, 'Nytt.')]
  expect(await saveDraft(neighbour, { inputId: input.id }, answer)).toEqual({ refusal: 'not-found' })
  expect(await saveDraft(submitter, { inputId: input.id }, answer)).toEqual({ refusal: 'forbidden' })
  expect(await storedText(input.id, required)).toBe('Bistanden må vare i to år.')
})

test('an answer to a question of another round, or that is not asked of the sender, is refused and stored nowhere', async () => {
  const round = await aRound(t.db)
  const questions = await aQuestionnaire(t.db, round, [
    { kind: 'rich-text', askedOf: ['county'] },
    { kind: 'general', askedOf: ['county', 'municipality'] },
  ])
  const [ofCounties, ofBoth] = questions.map(({ id }) => id)
  const organisation = await anOrganisation(t.db)
  const writer = await aMember(t.db, organisation, 'contributor')
  const input = await aDraft(t.db, round, organisation)
  const elsewhere = await aReadyDraft(t.db)
  const outcome = await saved(
    saveDraft(writer, { inputId: input.id }, [
      plain(elsewhere.required, 1, 'Feil sted.'),
      plain(ofCounties ?? '', 0, 'Ikke spurt.'),
      plain(v7(), 0, 'Ingen steder.'),
      plain(ofBoth ?? '', 0, 'Spurt.'),
    ]),
  )
  expect(outcome.saved).toMatchObject([{ questionId: ofBoth }])
  expect(outcome.unacceptable.map(({ reason }) => reason)).toEqual(Array(3).fill('no-such-question'))
  expect(await t.db.$count(draftAnswers, eq(draftAnswers.inputId, input.id))).toBe(1)
  const shown = await findDraft(writer, organisation.slug, input.id)
  expect(shown?.questions.map(({ id }) => id)).toEqual([ofBoth])
})

test('what a save writes is what freezing it would give, and the draft is said to have changed', async () => {
  const { writer, input, required } = await aReadyDraft(t.db)
  await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 1, 'Nytt svar.')]))
  const [row] = await t.db
    .select()
    .from(draftAnswers)
    .where(and(eq(draftAnswers.inputId, input.id), eq(draftAnswers.questionId, required)))
  const { body, choice, data, importance } = row ?? {}
  expect(row).toMatchObject({ canonicalText: 'Nytt svar.', answered: true, updatedBy: writer.personId })
  expect(row?.digest).toBe(digest({ questionId: required, body, choice, data, importance }))
  const revisionOf = async () =>
    (await t.db.select().from(inputs).where(eq(inputs.id, input.id)))[0]?.draftRevision
  expect(await revisionOf()).toBe(1)
  await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 2, 'Nytt svar.')]))
  expect(await revisionOf()).toBe(1)
})

test('what stood is kept when somebody else changes it, and a person saves in its own input alone', async () => {
  const { writer, input, required, organisation } = await aReadyDraft(t.db)
  const jonas = await aMember(t.db, organisation, 'approver')
  await saved(saveDraft(writer, { inputId: input.id }, [plain(required, 1, 'Det Kari skrev om nett.')]))
  await saved(saveDraft(jonas, { inputId: input.id }, [plain(required, 2, 'Det Jonas skrev.')]))
  const kept = await listAnswerHistory(input.id, { id: required, kind: 'rich-text' })
  expect(kept.map(({ revision, answer, current }) => [revision, answer, current])).toEqual([
    [3, written('Det Jonas skrev.'), true],
    [2, written('Det Kari skrev om nett.'), false],
    [1, written('Bistanden må vare i to år.'), false],
  ])
  const own = await aReadyDraft(t.db)
  await t.db
    .update(inputs)
    .set({ organisationId: null, personId: jonas.personId })
    .where(eq(inputs.id, own.input.id))
  const answer = [plain(own.required, 1, 'Mitt.')]
  expect(await saveDraft(own.writer, { inputId: own.input.id }, answer)).toEqual({ refusal: 'not-found' })
  expect(await saveDraft(jonas, { inputId: own.input.id, slug: own.organisation.slug }, answer)).toEqual({
    refusal: 'not-found',
  })
  const mine = await saved(saveDraft(jonas, { inputId: own.input.id, slug: 'personal' }, answer))
  expect(mine.saved).toHaveLength(1)
})

test('nothing is saved in an input that is withdrawn, also when it is withdrawn meanwhile', async () => {
  const { writer, input, required } = await aReadyDraft(t.db)
  let release = () => {}
  let hold = () => {}
  const until = new Promise<void>((resolve) => {
    release = resolve
  })
  const held = new Promise<void>((resolve) => {
    hold = resolve
  })
  // Held as withdrawing holds it: the save has read that the input stands before it is told to wait.
  const withdrawing = t.db.transaction(async (tx) => {
    await tx.select().from(inputs).where(eq(inputs.id, input.id)).for('update')
    hold()
    await until
    await tx.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, input.id))
  })
  await held
  const saving = saveDraft(writer, { inputId: input.id }, [plain(required, 1, 'For sent.')])
  await expect
    .poll(
      () =>
        t.sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.then(
          (rows) => rows.length,
        ),
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0)
  release()
  await withdrawing
  expect(await saving).toEqual({ refusal: 'withdrawn' })
  expect(await storedText(input.id, required)).toBe('Bistanden må vare i to år.')
})
