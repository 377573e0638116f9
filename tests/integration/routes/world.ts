import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { seedDemo } from '#app/commands/seed/seed.server.ts'
import { docFromPlainText } from '#app/platform/rich-text/plain-text.ts'
import {
  documentImports,
  draftAnswers,
  findings,
  findingVersions,
  inputImports,
  inputPublications,
  inputs,
  meetings,
  reports,
  rounds,
  strategies,
  taggingJobs,
  takedownRequests,
} from '#db/schema/index.ts'
import { aTheme } from '#tests/factories/analysis.ts'
import { aDocument, aDocumentVersion } from '#tests/factories/documents.ts'
import { anAttachment } from '#tests/factories/files.ts'
import { aDraft, aSubmittedInput } from '#tests/factories/inputs.ts'
import { aMember, anActor, anOrganisation, aStaffMember, only } from '#tests/factories/people.ts'
import { aQuestionnaire, aRound, aStrategy, daysFromNow } from '#tests/factories/strategies.ts'
import type { TestDatabase } from '#tests/setup/database.ts'
import { cookieOf } from '#tests/setup/sign-in.ts'

/** Words that stand in one protected row each: whoever may not read the row must never be sent them. */
export const secrets = {
  draft: 'hemmeleg-utkast-3b1c',
  unpublished: 'upublisert-svar-9f2e',
  finding: 'uferdig-funn-77ad',
  text: 'uferdig-avsnitt-c40e',
  meeting: 'uferdig-referat-5d2b',
  takedown: 'spor-meg-81fa@example.test',
  receipt: '2026-000000',
  personal: 'eige-utkast-4c2f',
  attachment: 'hemmeleg-vedlegg-6e1d',
  inputImport: 'hemmeleg-fil-2b7a',
  taggingJob: 'hemmeleg-sok-90fe',
}

export const roles = [
  'stranger',
  'nobody',
  'contributor',
  'approver',
  'submitter',
  'neighbour',
  'analyst',
  'editor',
  'lead',
  'other-staff',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** The demo, a strategy with closed work of its own, and one signed-in person per role. */
export async function aWorld({ db }: TestDatabase) {
  await seedDemo()
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy })
  const questions = await aQuestionnaire(db, round)
  const required = questions[0]?.id ?? ''
  const organisation = await anOrganisation(db, { name: 'Lyngstrand kommune' })
  const draft = await aDraft(db, round, organisation, { [required]: `Vi vil ha ${secrets.draft}.` })
  const sender = await anOrganisation(db, { name: 'Havgløtt kommune' })
  const submitted = await aSubmittedInput(db, round, sender, {
    [required]: `Vi sende ${secrets.unpublished}.`,
  })
  const finding = only(
    await db
      .insert(findings)
      .values({
        ...{ strategyId: strategy.id, roundId: round.id, slug: 'uferdig', position: 0 },
        ...{ title: { nb: secrets.finding }, text: { nb: secrets.finding } },
      })
      .returning(),
  )
  await db.insert(findingVersions).values({
    ...{ findingId: finding.id, revision: 1, strategyId: strategy.id, at: new Date() },
    ...{ title: finding.title, text: finding.text },
  })
  const closed = await aClosedRoom(db, strategy, round.id, submitted.input.id)
  const [own, neighbour] = [organisation, await anOrganisation(db, { name: 'Bjørkelund kommune' })]
  const actors = {
    nobody: await anActor(db),
    contributor: await aMember(db, own, 'contributor'),
    approver: await aMember(db, own, 'approver'),
    submitter: await aMember(db, own, 'submitter'),
    neighbour: await aMember(db, neighbour, 'contributor', 'approver', 'submitter'),
    analyst: await aStaffMember(db, strategy, 'analyst'),
    editor: await aStaffMember(db, strategy, 'editor'),
    lead: await aStaffMember(db, strategy, 'lead'),
    'other-staff': await aStaffMember(db, await aStrategy(db), 'analyst', 'editor', 'lead'),
    administrator: await anActor(db, { administratorSince: new Date() }),
  }
  const by = actors.contributor.personId
  const report = only(
    await db
      .insert(reports)
      .values({
        ...{ strategyId: strategy.id, roundId: round.id, format: 'pdf', lang: 'nb', scope: 'draft' },
        ...{ askedAt: new Date(), askedBy: actors.lead.personId },
      })
      .returning(),
  )
  const name = `${secrets.attachment}.pdf`
  const attachment = await anAttachment(db, draft, by, { name })
  const versionId = submitted.version.id
  const sentAttachment = await anAttachment(db, submitted.input, by, { name, versionId })
  const personal = await aPersonalDraft(db, round, actors.nobody.personId, required)
  return {
    actors,
    personal,
    strategy,
    round,
    organisation,
    draft,
    submitted,
    ...{ attachment, sentAttachment },
    finding,
    report,
    ...closed,
    public: await publicPlaces(db),
    missing: { id: v7(), slug: `finst-ikkje-${v7().slice(-8)}` },
  }
}

/** What somebody writes as a private person. */
async function aPersonalDraft(
  db: TestDatabase['db'],
  round: { id: string; strategyId: string },
  personId: string,
  questionId: string,
) {
  const { strategyId, id: roundId } = round
  const input = only(
    await db.insert(inputs).values({ strategyId, roundId, personId, naming: 'hidden' }).returning(),
  )
  const body = docFromPlainText(`Eg vil ha ${secrets.personal}.`)
  await db.insert(draftAnswers).values({ strategyId, inputId: input.id, questionId, body })
  return input
}

/** What a strategy's staff have under way: a text, an import, a meeting, a request to take something down. */
async function aClosedRoom(
  db: TestDatabase['db'],
  strategy: { id: string },
  roundId: string,
  inputId: string,
) {
  const strategyId = strategy.id
  const document = await aDocument(db, strategy)
  const consulted = await aDocumentVersion(db, document, ['Vi vil dele data.'], { roundId })
  const version = await aDocumentVersion(db, document, [`Vi vil ha ${secrets.text}.`], { publishedAt: null })
  const writer = await anActor(db)
  const imported = only(
    await db
      .insert(documentImports)
      .values({
        ...{ strategyId, documentId: document.id, fileName: 'utkast.docx', lang: 'nb', notes: {} },
        ...{ blocks: [{ kind: 'paragraph', text: secrets.text }], by: writer.personId },
      })
      .returning(),
  )
  const meeting = only(
    await db
      .insert(meetings)
      .values({
        ...{ strategyId, slug: 'mote', title: { nb: secrets.meeting }, intro: { nb: secrets.meeting } },
        ...{ startsAt: daysFromNow(-3), endsAt: daysFromNow(-3), summary: { nb: secrets.meeting } },
      })
      .returning(),
  )
  const takedown = only(
    await db
      .insert(takedownRequests)
      .values({
        ...{ strategyId, inputId, words: secrets.takedown, reason: secrets.takedown },
        ...{ email: secrets.takedown, lang: 'nb' },
      })
      .returning(),
  )
  const theme = await aTheme(db, strategy)
  const inputImport = only(
    await db
      .insert(inputImports)
      .values({
        ...{
          strategyId,
          roundId,
          fileName: `${secrets.inputImport}.csv`,
          sha256: 'ukjend',
          type: 'text/csv',
        },
        ...{
          columns: [secrets.inputImport],
          rowCount: 0,
          uploadedAt: new Date(),
          uploadedBy: writer.personId,
        },
      })
      .returning(),
  )
  const query = { kind: 'phrase', words: secrets.taggingJob.split('-'), match: 'inflected' }
  const taggingJob = only(
    await db
      .insert(taggingJobs)
      .values({
        ...{ strategyId, themeId: theme.id, search: { form: 1, query, input: null, selected: {} }, total: 0 },
        ...{ askedAt: new Date(), askedBy: writer.personId },
      })
      .returning(),
  )
  return { document, consulted, version, imported, meeting, takedown, theme, inputImport, taggingJob }
}

/** A fresh session for every role but the stranger. */
export async function signInAll({ db }: TestDatabase, { actors }: Pick<World, 'actors'>) {
  const entries = Object.entries(actors).map(
    async ([role, actor]) => [role, await cookieOf(db, actor.personId)] as const,
  )
  return new Map<string, string>(await Promise.all(entries))
}

export type World = Awaited<ReturnType<typeof aWorld>>

/** Addresses of the demo that anyone may read. */
async function publicPlaces(db: TestDatabase['db']) {
  const published = only(
    await db
      .select({ strategy: strategies.slug, round: rounds.slug, finding: findings.slug, roundId: rounds.id })
      .from(findings)
      .innerJoin(rounds, eq(rounds.id, findings.roundId))
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .where(and(eq(rounds.slug, 'runde-1')))
      .orderBy(findings.position)
      .limit(1),
  )
  const input = only(await db.select({ id: inputPublications.inputId }).from(inputPublications).limit(1))
  return { ...published, input: input.id }
}
