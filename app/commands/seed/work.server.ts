import { eq } from 'drizzle-orm'
import { shareOf } from '#app/features/assignments/assignment.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import { themes as themeContents } from '#db/seed/content/codebook.ts'
import { type AssignmentContent, assignments, firstRoundReadDay, readings } from '#db/seed/content/work.ts'
import { found, type Seeded } from './frame.server.ts'
import type { SeededAnswers } from './inputs.server.ts'
import { osloDay, osloTime } from './oslo-time.ts'

/** Who reads what in the demo, and what they have read. */
export async function seedWork(tx: Transaction, seeded: Seeded, answers: SeededAnswers) {
  const { strategyId, today, people, rounds } = seeded
  const themes = await tx
    .select({ id: schema.themes.id, code: schema.themes.code })
    .from(schema.themes)
    .where(eq(schema.themes.strategyId, strategyId))
    .limit(500)
  const themeOf = (key: string) => {
    const code = themeContents.find((theme) => theme.key === key)?.code
    return found(
      themes.find((theme) => theme.code === code),
      key,
    ).id
  }
  const rows = assignments.map((content) => ({
    ...{ strategyId, roundId: found(rounds.get(content.round), content.round).id, kind: content.kind },
    ...targetOf(seeded, content, themeOf),
    ...{ personId: idOf(people, content.person), by: idOf(people, content.by), note: content.note ?? null },
    ...{ at: osloTime(today, content.day, '09:30') },
    dueOn: content.dueDay === null ? null : osloDay(today, content.dueDay),
  }))
  await tx.insert(schema.assignments).values(rows)
  const own = readings.map(({ person, input, question, day }) => {
    const { versionId, answerId } = found(answers.get(`${input}/${question}`), `${input}/${question}`)
    const at = osloTime(today, day, '10:15')
    return { strategyId, versionId, answerId, personId: idOf(people, person), at }
  })
  await tx
    .insert(schema.readings)
    .values([...own, ...(await readInFirstRound(tx, seeded))])
    .onConflictDoNothing()
}

async function readInFirstRound(tx: Transaction, { strategyId, today, people, rounds }: Seeded) {
  const roundId = found(rounds.get('runde-1'), 'runde-1').id
  const shares = assignments.flatMap((one) => (one.kind === 'share' ? one : []))
  const rows = await tx
    .select({ answerId: schema.answers.id, versionId: schema.inputVersions.id, inputId: schema.inputs.id })
    .from(schema.answers)
    .innerJoin(schema.inputVersions, eq(schema.inputVersions.id, schema.answers.versionId))
    .innerJoin(schema.inputs, eq(schema.inputs.id, schema.inputVersions.inputId))
    .where(eq(schema.inputVersions.roundId, roundId))
    .limit(5_000)
  const at = osloTime(today, firstRoundReadDay, '14:00')
  return rows.map(({ inputId, ...answer }) => {
    const mine = found(
      shares.find((one) => one.share === shareOf(inputId, one.shareOf)),
      'a share of the first round',
    )
    return { ...answer, strategyId, personId: idOf(people, mine.person), at }
  })
}

function targetOf(seeded: Seeded, content: AssignmentContent, themeOf: (key: string) => string) {
  switch (content.kind) {
    case 'share':
      return { shareNumber: content.share, shareOf: content.shareOf }
    case 'question':
      return {
        questionId: found(seeded.questions.get(`${content.round}/${content.question}`), content.question).id,
      }
    case 'theme':
      return { themeId: themeOf(content.theme) }
    case 'organisation':
      return {
        organisationId: found(seeded.organisations.get(content.organisation), content.organisation).id,
      }
  }
}

const idOf = (people: Seeded['people'], key: string) => found(people.get(key), key).id
