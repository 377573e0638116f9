import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { numberParagraphs } from '#app/features/documents/paragraph.ts'
import { NO_OPINION } from '#app/features/questionnaires/question.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import * as schema from '#db/schema/index.ts'
import type {
  DocumentVersionContent,
  OptionContent,
  OrganisationKind,
  QuestionContent,
} from '#db/seed/content/content.ts'
import { documentV1 } from '#db/seed/content/document-v1.ts'
import { documentV2 } from '#db/seed/content/document-v2.ts'
import { counties } from '#db/seed/content/municipalities.ts'
import { organisations } from '#db/seed/content/organisations.ts'
import { people } from '#db/seed/content/people.ts'
import { noOpinion, questionnaires } from '#db/seed/content/questions.ts'
import { strategy } from '#db/seed/content/strategy.ts'
import { osloDay, osloTime } from './oslo-time.ts'

/** Where the demo's rows are, by the keys its content uses. */
export type Seeded = {
  today: Date
  strategyId: string
  people: Map<string, { id: string; name: string }>
  organisations: Map<string, typeof schema.organisations.$inferSelect>
  rounds: Map<string, typeof schema.rounds.$inferSelect>
  questions: Map<string, typeof schema.questions.$inferSelect>
  /** The person who publishes and writes findings. */
  editor: string
}

const kinds: Partial<Record<OrganisationKind, string>> = {
  'private-owner': 'private-kindergarten-owner',
  'pupil-parent-body': 'pupils-and-parents',
}

/** Everything that stands before anybody answers: people, bodies, the strategy, its drafts and questions. */
export async function seedFrame(tx: Transaction, today: Date): Promise<Seeded> {
  const persons = await seedPeople(tx, today)
  const bodies = await seedOrganisations(tx, persons)
  const lead = persons.get(people.find((person) => person.staff?.role === 'lead')?.key ?? '')?.id ?? null
  const strategyId = await seedStrategy(tx, today, bodies, persons, lead)
  const rounds = await seedRounds(tx, today, strategyId, bodies, lead)
  await seedDocument(tx, today, strategyId, rounds, lead)
  const questions = await seedQuestions(tx, strategyId, rounds)
  const editor = found(
    people.find((person) => person.staff?.role === 'editor'),
    'an editor',
  ).key
  return { today, strategyId, people: persons, organisations: bodies, rounds, questions, editor }
}

async function seedPeople(tx: Transaction, today: Date) {
  const rows = await tx
    .insert(schema.people)
    .values(
      people.map((person) => ({
        email: person.email,
        name: person.name,
        locale: person.preferredForm,
        administratorSince: person.administrator ? today : null,
      })),
    )
    .returning({ id: schema.people.id, name: schema.people.name, email: schema.people.email })
  const byEmail = new Map(rows.map((row) => [row.email, row]))
  return new Map(people.map((person) => [person.key, found(byEmail.get(person.email), person.key)]))
}

async function seedOrganisations(tx: Transaction, persons: Seeded['people']) {
  await tx.insert(schema.counties).values(counties)
  const organisers = strategy.organisers.map(({ slug, name }) => ({
    slug,
    name: name.nb,
    kind: 'state-body',
    writtenForm: 'neutral',
  }))
  const rows = await tx
    .insert(schema.organisations)
    .values([
      ...organisers,
      ...organisations.map(({ members: _, ...body }) => ({ ...body, kind: kinds[body.kind] ?? body.kind })),
    ])
    .returning()
  const bodies = new Map(rows.map((row) => [row.slug, row]))
  const members = people.flatMap((person) =>
    (person.memberships ?? []).flatMap(({ organisation, roles }) =>
      roles.map((role) => ({
        organisationId: found(bodies.get(organisation), organisation).id,
        personId: found(persons.get(person.key), person.key).id,
        role,
      })),
    ),
  )
  await tx.insert(schema.memberships).values(members)
  return bodies
}

async function seedStrategy(
  tx: Transaction,
  today: Date,
  bodies: Seeded['organisations'],
  persons: Seeded['people'],
  lead: string | null,
) {
  const id = v7()
  const { slug, title, summary, scope, caseNumber, legalRegime, contactEmail } = strategy
  await tx.insert(schema.strategies).values({
    ...{ id, slug, title, summary, scope, caseNumber, legalRegime, contactEmail },
    publishedAt: osloTime(today, -200, '09:00'),
    publishedBy: lead,
  })
  await tx.insert(schema.organisers).values(
    strategy.organisers.map(({ slug, role }, position) => ({
      strategyId: id,
      role,
      organisationId: found(bodies.get(slug), slug).id,
      position,
    })),
  )
  await tx.insert(schema.strategyStaff).values(
    people.flatMap(({ key, staff }) =>
      staff
        ? [
            {
              strategyId: id,
              personId: found(persons.get(key), key).id,
              organiserId: found(bodies.get(staff.organiser), staff.organiser).id,
              role: staff.role,
            },
          ]
        : [],
    ),
  )
  return id
}

async function seedRounds(
  tx: Transaction,
  today: Date,
  strategyId: string,
  bodies: Seeded['organisations'],
  lead: string | null,
) {
  const last = 365 * 2
  const phases = await tx
    .insert(schema.phases)
    .values(
      strategy.phases.map(({ name, purpose, opensDay, closesDay }, position) => ({
        ...{ strategyId, position, title: name, purpose },
        startsOn: osloDay(today, opensDay),
        endsOn: osloDay(today, closesDay ?? last),
      })),
    )
    .returning({ id: schema.phases.id, position: schema.phases.position })
  const rows = await tx
    .insert(schema.rounds)
    .values(
      strategy.rounds.map(({ slug, number, name, intro, legalForm, purpose, opens, deadline }) => ({
        ...{ strategyId, slug, number, title: name, intro, legalForm, purpose },
        phaseId: found(
          phases.find((row) => strategy.phases[row.position]?.rounds.includes(slug)),
          slug,
        ).id,
        opensAt: osloTime(today, opens.day, opens.time ?? '08:00'),
        deadlineAt: osloTime(today, deadline.day, deadline.time ?? '12:00'),
        publishedAt: osloTime(today, opens.day - 2, '09:00'),
        publishedBy: lead,
      })),
    )
    .returning()
  const invited = [...bodies.values()].filter((body) => body.municipalityNumber || body.kind !== 'state-body')
  for (const round of rows)
    await tx.insert(schema.invitations).values(
      invited.map(({ id }) => ({
        ...{ strategyId, roundId: round.id, organisationId: id },
        invitedAt: round.opensAt,
        invitedBy: lead,
      })),
    )
  return new Map(rows.map((row) => [row.slug, row]))
}

async function seedDocument(
  tx: Transaction,
  today: Date,
  strategyId: string,
  rounds: Seeded['rounds'],
  lead: string | null,
) {
  const documentId = v7()
  const title = { nb: 'Utkast til strategi', nn: 'Utkast til strategi' }
  await tx.insert(schema.documents).values({ id: documentId, strategyId, slug: 'utkast', title })
  for (const content of [documentV1, documentV2]) {
    const versionId = v7()
    const round = strategy.rounds.find((r) => r.documentVersion === content.version)
    await tx.insert(schema.documentVersions).values({
      ...{ id: versionId, strategyId, documentId, number: content.version, title: content.label },
      roundId: rounds.get(round?.slug ?? '')?.id ?? null,
    })
    const rows = blocksOf(content).map(({ kind, anchor, text }, position) => ({
      ...{ strategyId, versionId, position, kind, anchor, text },
    }))
    await tx.insert(schema.paragraphs).values(rows)
    await tx
      .update(schema.documentVersions)
      .set({ publishedAt: osloTime(today, content.publishedDay, '09:00'), publishedBy: lead })
      .where(eq(schema.documentVersions.id, versionId))
  }
}

const blocksOf = (content: DocumentVersionContent) =>
  numberParagraphs(
    content.chapters.flatMap((chapter) => [
      { kind: 'heading' as const, unnumbered: chapter.number === null, text: chapter.title },
      ...chapter.blocks.map(({ kind, text }) => ({ kind, unnumbered: false, text })),
    ]),
  )

async function seedQuestions(tx: Transaction, strategyId: string, rounds: Seeded['rounds']) {
  const questions: Seeded['questions'] = new Map()
  for (const content of questionnaires) {
    const roundId = found(rounds.get(content.round), content.round).id
    const questionnaireId = v7()
    // The first who begins to answer freezes it.
    await tx.insert(schema.questionnaires).values({ id: questionnaireId, strategyId, roundId })
    for (const [position, question] of content.questions.entries()) {
      const steps = question.scale && [...question.scale, noOpinion]
      const options = (question.options ?? steps)?.map(({ key, text }) => ({
        key: key === noOpinion.key ? NO_OPINION : key,
        label: text,
      }))
      const { kind, title, help, required, askedOf } = question
      const settings = settingsOf(question)
      const [row] = await tx
        .insert(schema.questions)
        .values({
          ...{ strategyId, roundId, questionnaireId, position, kind, title, help, required, options },
          ...{ settings, askedOf },
        })
        .returning()
      questions.set(`${content.round}/${question.key}`, found(row, question.key))
    }
  }
  return questions
}

/** What a question needs besides options, or nothing. */
function settingsOf({ most, importance, levels, rows, columns }: QuestionContent) {
  const labelled = ({ key, text }: OptionContent) => ({ key, label: text })
  const settings = {
    ...(most && { most }),
    ...(importance && { importance }),
    ...(levels && { levels: levels.map(labelled) }),
    ...(rows && { rows: rows.map(labelled) }),
    ...(columns && {
      columns: columns.map(({ unit, ...column }) => ({
        ...labelled(column),
        ...(unit ? { kind: 'amount' as const, unit } : { kind: 'text' as const }),
      })),
    }),
  }
  return Object.keys(settings).length > 0 ? settings : null
}

/** The value, or an error that names what the content refers to in vain. */
export function found<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined)
    throw new Error(`The demo content refers to ${name}, which is not there.`)
  return value
}
