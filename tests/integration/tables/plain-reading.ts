import { eq, inArray } from 'drizzle-orm'
import { lineOf } from '#app/features/analysis/codebook.ts'
import { positionOf } from '#app/features/analysis/position.ts'
import { type AnswerContent, answerFromRow } from '#app/features/inputs/answers.ts'
import { effectiveVersions } from '#app/features/inputs/effective.ts'
import type { VersionKind } from '#app/features/inputs/input.ts'
import { voicesOf } from '#app/features/inputs/voices.ts'
import type { AskedQuestion } from '#app/features/tables/layout.ts'
import {
  answerThatCounts,
  countyColumns,
  positionColumn,
  questionColumns,
  receivedColumns,
  themeRows,
} from '#app/features/tables/placing.ts'
import type { Subject } from '#app/features/tables/subject.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import type { Database } from '#db/client.server.ts'
import {
  answers,
  inputs,
  inputVersions,
  invitations,
  organisations,
  passages,
  taggings,
  themes,
} from '#db/schema/index.ts'

type Round = { id: string; strategyId: string; opensAt: Date }

/** Everything of a round as plain rows, nothing counted. */
async function rowsOf(db: Database, round: Round) {
  const versions = await db.select().from(inputVersions).where(eq(inputVersions.roundId, round.id))
  const ids = versions.map(({ id }) => id)
  const cut = await db.select().from(passages).where(eq(passages.roundId, round.id))
  return {
    versions,
    passages: cut,
    inputs: await db.select().from(inputs).where(eq(inputs.roundId, round.id)),
    invitations: await db.select().from(invitations).where(eq(invitations.roundId, round.id)),
    organisations: await db.select().from(organisations),
    themes: await db.select().from(themes).where(eq(themes.strategyId, round.strategyId)),
    answers: ids.length ? await db.select().from(answers).where(inArray(answers.versionId, ids)) : [],
    taggings: await db.select().from(taggings).where(eq(taggings.strategyId, round.strategyId)),
  }
}

type Rows = Awaited<ReturnType<typeof rowsOf>>
type Spoken = ReturnType<typeof speakersOf>[number]

// Each sender that is heard: an organisation by its voice, a private person by having sent something that counts.
function speakersOf(rows: Rows) {
  const all = rows.inputs.map((input) => {
    const own = rows.versions
      .filter(({ inputId }) => inputId === input.id)
      .map((version) => ({ ...version, kind: version.kind as VersionKind }))
    const counting = input.withdrawnAt ? [] : effectiveVersions(own)
    const last = [...own].sort((a, b) => Number(a.submittedAt) - Number(b.submittedAt)).at(-1)
    return { input, counting, lastSubmittedAt: last?.submittedAt ?? null }
  })
  const voices = voicesOf(
    all.map(({ input, counting, lastSubmittedAt }) => ({
      ...{ inputId: input.id, organisationId: input.organisationId, withdrawnAt: input.withdrawnAt },
      ...{ countingVersions: counting.length, lastSubmittedAt },
    })),
  )
  const heard = all.filter(
    ({ input, counting }) =>
      voices.some(({ inputId }) => inputId === input.id) || (input.personId !== null && counting.length > 0),
  )
  return heard.map(({ input, counting }) => ({
    ...{ input, counting, key: input.id, kind: counting.at(-1)?.senderKind ?? '' },
    noRemarks: counting.every(({ noRemarks }) => noRemarks),
  }))
}

/** Who stands where in a table, read one sender after another: 'row|column' and the senders there. */
export async function readPlainly(
  db: Database,
  subject: Subject,
  round: Round,
): Promise<Map<string, string[]>> {
  const rows = await rowsOf(db, round)
  const speakers = speakersOf(rows)
  const cells = new Map<string, string[]>()
  const put = (key: string, row: string, columns: readonly string[]) => {
    for (const column of columns) {
      const cell = `${row}|${column}`
      cells.set(cell, [...(cells.get(cell) ?? []), key].sort())
    }
  }
  if (subject.kind === 'received')
    for (const body of bodiesOf(rows, speakers)) put(body.key, body.kind, receivedColumns(body))
  if (subject.kind === 'counties')
    for (const body of municipalitiesOf(rows, speakers, osloDate(round.opensAt)))
      put(body.key, body.county ?? 'no-county', countyColumns(body))
  for (const one of speakers) {
    if (subject.kind === 'questions')
      for (const question of subject.questions) {
        const given = answerTo(rows, one, question)
        if (isAsked(question, one, given))
          put(one.key, question.id, questionColumns(given, { noRemarks: one.noRemarks, options: null }))
      }
    if (subject.kind === 'question') {
      const { question } = subject
      const given = answerTo(rows, one, question)
      const keys = question.options?.map(({ key }) => key) ?? null
      const known = keys && question.kind === 'scale' ? [...keys, 'no-opinion'] : keys
      if (isAsked(question, one, given))
        put(one.key, one.kind, questionColumns(given, { noRemarks: one.noRemarks, options: known }))
    }
    if (subject.kind === 'question-positions') {
      const given = answerTo(rows, one, subject.question)
      const taken = taggingsOf(rows, one).filter(({ questionId }) => questionId === subject.question.id)
      const said = { noRemarks: one.noRemarks, answered: given !== null }
      const column = positionColumn(
        taken.map(({ position }) => positionOf(position)),
        said,
      )
      if (isAsked(subject.question, one, given)) put(one.key, one.kind, ['asked', column])
    }
    if (subject.kind === 'themes')
      for (const row of themeRows(
        taggingsOf(rows, one).flatMap(({ line }) => line),
        one,
      ))
        put(one.key, row, [one.kind])
    if (subject.kind === 'positions')
      for (const theme of subject.themes) put(one.key, theme.id, ['answered', stand(rows, one, theme.id)])
    if (subject.kind === 'theme-positions')
      put(one.key, one.kind, ['answered', stand(rows, one, subject.theme.id)])
  }
  return cells
}

const isAsked = ({ askedOf }: AskedQuestion, { kind }: Spoken, given: AnswerContent | null) =>
  given !== null || askedOf === null || askedOf.includes(kind)

function answerTo(rows: Rows, { counting }: Spoken, question: AskedQuestion): AnswerContent | null {
  return answerThatCounts(
    counting.flatMap(({ id, kind, submittedAt, number }) =>
      rows.answers
        .filter(({ versionId, questionId }) => versionId === id && questionId === question.id)
        .map((row) => ({ kind, submittedAt, number, answer: answerFromRow(question.kind, row) })),
    ),
  )
}

function taggingsOf(rows: Rows, { counting }: Spoken) {
  const cut = rows.passages.filter(
    (passage) => !passage.supersededAt && counting.some(({ id }) => id === passage.versionId),
  )
  return rows.taggings.flatMap(({ passageId, themeId, position, removedAt }) => {
    const on = cut.find(({ id }) => id === passageId)
    if (!on || removedAt) return []
    // What became part of another belongs to that, and to nothing it lay under.
    const above = rows.themes.map((theme) => ({ ...theme, parentId: theme.mergedInto ?? theme.parentId }))
    const line = themeId ? lineOf(above, themeId).map(({ id }) => id) : []
    return [{ questionId: on.questionId, position, line }]
  })
}

function stand(rows: Rows, one: Spoken, themeId: string): string {
  const taken = taggingsOf(rows, one).filter(({ line }) => line.includes(themeId))
  return positionColumn(
    taken.map(({ position }) => positionOf(position)),
    { noRemarks: one.noRemarks },
  )
}

const inputOf = (one: Spoken | undefined) => (one ? { withdrawnAt: null, counting: one.counting } : null)

const speakerFor = (speakers: Spoken[], id: string) =>
  speakers.find(({ input }) => input.organisationId === id)

function bodiesOf(rows: Rows, speakers: Spoken[]) {
  const invited = rows.invitations.filter(({ invitedAt }) => invitedAt !== null)
  const asked = invited.map(({ organisationId }) => {
    const one = speakerFor(speakers, organisationId)
    const body = rows.organisations.find(({ id }) => id === organisationId)
    const kind = one?.kind ?? body?.kind ?? ''
    return { key: one?.key ?? organisationId, kind, invited: true, input: inputOf(one) }
  })
  const others = speakers
    .filter(({ input }) => !invited.some(({ organisationId }) => organisationId === input.organisationId))
    .map((one) => ({ key: one.key, kind: one.kind, invited: false, input: inputOf(one) }))
  return [...asked, ...others]
}

function municipalitiesOf(rows: Rows, speakers: Spoken[], day: string) {
  const among = rows.organisations.filter(({ kind }) => kind === 'municipality')
  return among.flatMap(({ id, countyNumber: county, listed, validFrom, validTo }) => {
    const one = speakerFor(speakers, id)
    const invited = rows.invitations.some((row) => row.organisationId === id && row.invitedAt !== null)
    const stands = listed && (!validFrom || validFrom <= day) && (!validTo || validTo >= day)
    return one || invited || stands ? [{ key: one?.key ?? id, county, invited, input: inputOf(one) }] : []
  })
}
