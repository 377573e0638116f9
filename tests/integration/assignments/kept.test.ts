import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { listRoundInputs, listWork } from '#app/features/analysis/queries.server.ts'
import { readAssignments, readProgress, readQueue } from '#app/features/assignments/kept.server.ts'
import { readerOf } from '#app/features/assignments/queue.server.ts'
import { closeDatabase } from '#app/platform/database.server.ts'
import {
  assignments,
  inputMasks,
  inputs,
  inputWithholdings,
  invitations,
  organisations,
  passageMarks,
  passages,
  people,
  readings,
  rounds,
  strategies,
  strategyStaff,
  takedownRequests,
  themeRechecks,
  themes,
} from '#db/schema/index.ts'
import { aTagging, aTheme } from '#tests/factories/analysis.ts'
import { publish } from '#tests/factories/inputs.ts'
import { aStaffMember } from '#tests/factories/people.ts'
import { appDatabase } from '#tests/setup/app-database.ts'
import { anInputToRead, aRoundToRead, haveRead } from './room.ts'

const t = await appDatabase()
afterAll(() => t.end())

test('whatever happens, queue, progress, assignments, inputs and overview say what they say counted anew', async () => {
  const here = await aRoundToRead(t.db)
  const { round, lead, ingrid, mads } = here
  const { strategyId } = round
  const sent = await anInputToRead(t.db, here)
  const theme = await aTheme(t.db, { id: strategyId })
  const [passage] = sent.passages
  const [answer] = sent.answers
  if (!passage || !answer) throw new Error('Nothing was sent')
  const own = { strategyId, inputId: sent.input.id, versionId: sent.version.id }
  const soon = new Date(Date.now() + 60_000)
  const why = { legalBasis: 'offl-13', reason: 'Navn på en ansatt.' }
  const given = {
    strategyId,
    roundId: round.id,
    personId: ingrid.personId,
    at: new Date(),
    by: lead.personId,
  }
  const acts: [string, () => PromiseLike<unknown>][] = [
    ['an assignment', () => t.db.insert(assignments).values({ ...given, kind: 'round' })],
    ['a reading', () => haveRead(t.db, ingrid, sent.answers)],
    ['a theme that comes late', () => aTheme(t.db, { id: strategyId }, { createdAt: soon })],
    [
      'another of a theme',
      () => t.db.insert(assignments).values({ ...given, kind: 'theme', themeId: theme.id }),
    ],
    [
      'one of a question',
      () => t.db.insert(assignments).values({ ...given, kind: 'question', questionId: here.first }),
    ],
    [
      'one of a sender',
      () =>
        t.db.insert(assignments).values({ ...given, kind: 'organisation', organisationId: sent.sender.id }),
    ],
    [
      'another name of the sender',
      () =>
        t.db.update(organisations).set({ name: 'Ny kommune' }).where(eq(organisations.id, sent.sender.id)),
    ],
    [
      'another title of the strategy',
      () =>
        t.db
          .update(strategies)
          .set({ title: { nb: 'Ny strategi' } })
          .where(eq(strategies.id, strategyId)),
    ],
    ['a tagging', () => aTagging(t.db, passage, theme, mads.personId)],
    [
      'a recheck',
      async () => {
        const [late] = await t.db.select().from(themes).where(eq(themes.createdAt, soon))
        const by = { at: new Date(), by: ingrid.personId }
        const { versionId } = own
        await t.db.insert(themeRechecks).values({ strategyId, versionId, themeId: late?.id ?? '', ...by })
      },
    ],
    [
      'a flag',
      () =>
        t.db
          .insert(passageMarks)
          .values({ strategyId, passageId: passage.id, kind: 'flag', by: mads.personId }),
    ],
    ['reading undone', () => t.db.delete(readings).where(eq(readings.answerId, answer.id))],
    ['another input', () => anInputToRead(t.db, here, { name: 'Fjære kommune' })],
    ['a publication', () => publish(t.db, sent, lead.personId)],
    [
      'a mask',
      () =>
        t.db.insert(inputMasks).values({
          ...{ strategyId, versionId: own.versionId, answerId: answer.id, startCp: 0, endCp: 3, ...why },
          ...{ maskedAt: new Date(), maskedBy: lead.personId },
        }),
    ],
    [
      'a withholding',
      () =>
        t.db
          .insert(inputWithholdings)
          .values({ ...own, ...why, withheldAt: new Date(), withheldBy: lead.personId }),
    ],
    [
      'a wish',
      () =>
        t.db
          .insert(takedownRequests)
          .values({ strategyId, inputId: own.inputId, words: 'Navn', reason: 'Mitt navn', lang: 'nb' }),
    ],
    [
      'an invitation',
      () =>
        t.db.insert(invitations).values({ strategyId, roundId: round.id, organisationId: sent.sender.id }),
    ],
    [
      'a passage less',
      () => t.db.update(passages).set({ supersededAt: new Date() }).where(eq(passages.id, passage.id)),
    ],
    [
      'a withdrawal',
      () => t.db.update(inputs).set({ withdrawnAt: new Date() }).where(eq(inputs.id, own.inputId)),
    ],
    ['another name', () => t.db.update(people).set({ name: 'Ada Nes' }).where(eq(people.id, lead.personId))],
    ['somebody new', () => aStaffMember(t.db, { id: strategyId }, 'analyst')],
    [
      'somebody who leaves',
      () =>
        t.db
          .update(strategyStaff)
          .set({ endedAt: new Date() })
          .where(eq(strategyStaff.personId, mads.personId)),
    ],
    ['another number', () => t.db.update(rounds).set({ number: 7 }).where(eq(rounds.id, round.id))],
    [
      'an end',
      () => t.db.update(assignments).set({ endedAt: new Date() }).where(eq(assignments.kind, 'round')),
    ],
  ]
  const shown = () =>
    Promise.all([
      readQueue(readerOf(ingrid), null),
      readProgress(round),
      readAssignments(round, 1),
      listRoundInputs(round, { status: 'all', page: 1, size: 10 }),
      listWork(lead),
    ])
  await shown()
  let before = await shown()
  for (const [name, act] of acts) {
    await act()
    const kept = await shown()
    // Another pool knows nothing of what was kept in this one.
    await closeDatabase()
    expect([name, kept]).toEqual([name, await shown()])
    expect([name, kept]).not.toEqual([name, before])
    before = kept
  }
}, 60_000)
