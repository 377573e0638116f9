import { and, count, eq, isNotNull, sql } from 'drizzle-orm'
import type { Actor } from '#app/features/identity/actor.ts'
import { type database, databaseNow, type Transaction, tx } from '#app/platform/database.server.ts'
import { record } from '#app/platform/events/record.server.ts'
import { once } from '#app/platform/http/idempotency.server.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import {
  documents,
  documentVersions,
  invitations,
  organisations,
  organisers,
  paragraphs,
  phases,
  questions,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { type Opening, openingChecklist, openingRefusal } from './opening-checklist.ts'
import { decisionRefusal } from './policy.ts'
import { roundPublished } from './round-events.ts'
import { keepRoundRevision } from './round-revisions.server.ts'
import { rulesOf } from './standing-rules.server.ts'

type RoundRow = typeof rounds.$inferSelect
type Reader = Transaction | ReturnType<typeof database>['db']

const mostQuestions = 200

/** What the checklist looks at, as it stands. Asks no policy. */
export async function openingOf(db: Reader, round: RoundRow): Promise<Opening> {
  const { id: roundId, strategyId, title, intro, contact } = round
  const [[about], asked, [papers], invited, written] = await Promise.all([
    db
      .select({
        ...{ publishedAt: strategies.publishedAt, caseNumber: strategies.caseNumber },
        ...{ phaseOpenedAt: phases.openedAt, phaseEndedAt: phases.outcomeAt },
        ofState: sql<boolean>`exists (select 1 from ${organisers} o join ${organisations} b on b.id = o.organisation_id
          where o.strategy_id = ${strategies.id} and b.kind = 'state-body')`,
      })
      .from(strategies)
      .innerJoin(phases, eq(phases.id, round.phaseId))
      .where(eq(strategies.id, strategyId))
      .limit(1),
    db
      .select({
        ...{ title: questions.title, help: questions.help },
        ...{ options: questions.options, settings: questions.settings },
      })
      .from(questions)
      .where(eq(questions.roundId, roundId))
      .limit(mostQuestions),
    db
      .select({ public: count(documentVersions.publishedAt), all: count() })
      .from(documentVersions)
      .where(eq(documentVersions.roundId, roundId)),
    db.$count(invitations, and(eq(invitations.roundId, roundId), isNotNull(invitations.invitedAt))),
    textsOfDocuments(db, roundId),
  ])
  return {
    ...{ rules: rulesOf(round), intro, contact, invited, questions: asked.length },
    documents: { public: papers?.public ?? 0, waiting: (papers?.all ?? 0) - (papers?.public ?? 0) },
    texts: [title, intro, round.shortNoticeReason ?? {}, ...asked.flatMap(textsOfQuestion), ...written],
    strategyPublic: Boolean(about?.publishedAt),
    ofState: about?.ofState ?? false,
    ...{ phaseOpened: Boolean(about?.phaseOpenedAt), phaseEnded: Boolean(about?.phaseEndedAt) },
    caseNumber: about?.caseNumber ?? null,
  }
}

type AskedRow = Pick<typeof questions.$inferSelect, 'title' | 'help' | 'options' | 'settings'>

/** Everything somebody who answers reads of a question. */
function textsOfQuestion({ title, help, options, settings }: AskedRow) {
  const { levels = [], rows = [], columns = [] } = settings ?? {}
  const parts = [...(options ?? []), ...levels, ...rows, ...columns].map(({ label }) => label)
  return [title, help ?? {}, ...parts]
}

const mostTexts = 2_000

/** What the documents of a round are called, and every paragraph of them that lacks bokmål or nynorsk. */
async function textsOfDocuments(db: Reader, roundId: string): Promise<LocalisedText[]> {
  const inForm = (lang: 'nb' | 'nn') => sql`coalesce(trim(${paragraphs.text} ->> ${lang}), '') <> ''`
  const [papers, lacking] = await Promise.all([
    db
      .select({
        ...{ title: documents.title, subtitle: documents.subtitle },
        ...{ version: documentVersions.title, note: documentVersions.note },
      })
      .from(documentVersions)
      .innerJoin(documents, eq(documents.id, documentVersions.documentId))
      .where(eq(documentVersions.roundId, roundId))
      .limit(mostTexts),
    db
      .select({ text: paragraphs.text })
      .from(paragraphs)
      .innerJoin(documentVersions, eq(documentVersions.id, paragraphs.versionId))
      .where(and(eq(documentVersions.roundId, roundId), sql`not (${inForm('nb')} and ${inForm('nn')})`))
      .limit(mostTexts),
  ])
  return [
    ...papers.flatMap(({ title, subtitle, version, note }) => [title, subtitle ?? {}, version, note ?? {}]),
    ...lacking.map(({ text }) => text),
  ]
}

type Published = { at: string } | Refused<'already-public' | 'round-closed' | 'not-ready' | 'not-confirmed'>

/**
 * Lets everybody read a round; it takes input from its opening, at once if that has passed. Refused while something is
 * missing ('not-ready'), and while what is warned of has not been accepted ('not-confirmed').
 */
export function publishRound(actor: Actor, roundId: string, form: { key: string; despite: boolean }) {
  return tx(async (tx) => {
    const [round] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('update')
    if (!round) return refuse('not-found')
    const { strategyId } = round
    const refusal = decisionRefusal(actor, strategyId)
    if (refusal) return refuse(refusal)
    return once(tx, actor.personId, form.key, 'publish-round', async (): Promise<Published> => {
      if (round.publishedAt !== null) return refuse('already-public')
      if (round.closedAt !== null) return refuse('round-closed')
      const at = await databaseNow(tx)
      const checks = openingChecklist(await openingOf(tx, round), at)
      const no = openingRefusal(checks, form.despite)
      if (no) return refuse(no)
      const set = { publishedAt: at, publishedBy: actor.personId }
      await tx.update(rounds).set(set).where(eq(rounds.id, roundId))
      const versions = { before: round, after: { ...round, ...set } }
      await keepRoundRevision(tx, versions, { at, by: actor.personId, reason: null })
      const warnings = checks.filter(({ state }) => state === 'warns').map(({ says }) => says)
      await record(tx, {
        ...{ kind: roundPublished, actorId: actor.personId, subjectId: roundId, strategyId, at },
        data: { opensAt: round.opensAt, despite: warnings },
      })
      return { at: at.toISOString() }
    })
  })
}
