import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { listCited } from '#app/features/findings/cited.server.ts'
import { listHeads, questionNumber } from '#app/features/findings/published.server.ts'
import { textQuote } from '#app/features/findings/published-text.ts'
import { isThemeNow } from '#app/features/findings/queries.server.ts'
import type { SaidTo } from '#app/features/inputs/said-to.ts'
import { withChains } from '#app/features/responses/chain.server.ts'
import { carriedFrom } from '#app/features/responses/chain-responses.server.ts'
import { listChanges } from '#app/features/responses/changes.server.ts'
import type { Disposition } from '#app/features/responses/disposition.ts'
import { config } from '#app/platform/config.server.ts'
import { database } from '#app/platform/database.server.ts'
import {
  documents,
  documentVersions,
  findingCounts,
  findings,
  paragraphs,
  questions,
  responses,
  themes,
} from '#db/schema/index.ts'
import type { ReportFinding, ReportPlace, ReportQuote, ReportScope } from './report.ts'

type Asked = { strategyId: string; strategy: string; lang: 'nb' | 'nn'; scope: ReportScope; now: Date }

/** A finding of a report, and the theme that stands for it today. */
export type FoundForReport = ReportFinding & { themeId: string | null }

/** Most findings of one report. */
const mostFindings = 500

/** The findings a report is to hold, in the secretariat's order. */
export async function listReportFindings(roundId: string, scope: ReportScope): Promise<string[]> {
  const rows = await database()
    .db.select({ id: findings.id })
    .from(findings)
    .where(
      and(eq(findings.roundId, roundId), scope === 'published' ? isNotNull(findings.publishedAt) : undefined),
    )
    .orderBy(asc(findings.position), asc(findings.id))
    .limit(mostFindings)
  return rows.map(({ id }) => id)
}

/** Some findings with all that the report says of them. Gone meanwhile, they are left out. */
export async function readFindings(ids: readonly string[], asked: Asked): Promise<FoundForReport[]> {
  const found = await (asked.scope === 'published' ? readPublished(ids, asked) : readWritten(ids))
  const said = found.flatMap(({ quotes }) => quotes.flatMap((quote) => quote.said ?? []))
  const places = await commentedPlaces(said, asked)
  return found.map(({ quotes, ...finding }) => ({
    ...finding,
    quotes: quotes.map(({ said: _, ...quote }) => quote),
    commented: quotes.flatMap(({ said }) => {
      const place = said?.kind === 'comment' ? places.get(placeKey(said)) : undefined
      return place ? [place] : []
    }),
  }))
}

type Found = Omit<FoundForReport, 'commented' | 'quotes'> & {
  quotes: (ReportQuote & { said: SaidTo | null })[]
}

/** As anyone reads them at this moment. */
async function readPublished(ids: readonly string[], { strategy, lang, now }: Asked): Promise<Found[]> {
  const chained = await withChains(await listHeads(inArray(findings.id, [...ids]), mostFindings), now)
  const origin = config().publicUrl?.replace(/\/$/, '')
  return chained.map(
    ({ title, text, theme, themeNow, question, quotes, counts, responses: answers, carried }) => ({
      ...{ title, text, question, counts, responses: answers, carried },
      ...{ theme: theme?.title ?? null, themeId: themeNow?.id ?? null },
      themeNow: theme && themeNow && themeNow.id !== theme.id ? themeNow.title : null,
      quotes: quotes.map((quote) => {
        const drawn = textQuote(quote, { strategy, locale: lang })
        return {
          ...{ ...drawn, href: origin && drawn.href ? `${origin}${drawn.href}` : null },
          ...{ key: quote.key, number: quote.number, from: quote.input?.id ?? null, said: quote.said },
        }
      }),
    }),
  )
}

/** As they are written now, whatever is approved: the words as they were cited, of all that is not taken back. */
async function readWritten(ids: readonly string[]): Promise<Found[]> {
  const { db } = database()
  const own = [...ids]
  const [rows, cited, counts, answers, carried] = await Promise.all([
    db
      .select({
        ...{ id: findings.id, title: findings.title, text: findings.text },
        ...{ themeId: themes.id, theme: themes.title },
        question: { position: questionNumber, title: questions.title },
      })
      .from(findings)
      .leftJoin(themes, isThemeNow)
      .leftJoin(questions, eq(questions.id, findings.questionId))
      .where(inArray(findings.id, own))
      .orderBy(asc(findings.position), asc(findings.id))
      .limit(mostFindings),
    listCited(db, own),
    db.select().from(findingCounts).where(inArray(findingCounts.findingId, own)).limit(5_000),
    db
      .select({
        ...{ id: responses.id, findingId: responses.findingId, citationId: responses.citationId },
        ...{ disposition: sql<Disposition>`${responses.disposition}`, reason: responses.reason },
      })
      .from(responses)
      .where(inArray(responses.findingId, own))
      .orderBy(sql`${responses.citationId} nulls first`)
      .limit(5_000),
    carriedFrom(own),
  ])
  const changed = await listChanges(answers.map(({ id }) => id))
  const placed = (place: (typeof changed)[number]['before'], title: ReportPlace['document']['title']) =>
    place && { document: { title }, version: place.version, anchor: place.anchor, text: place.text }
  return rows.map(({ id, ...row }) => ({
    ...{ ...row, themeNow: null },
    quotes: cited
      .filter(({ findingId }) => findingId === id)
      .map((one) => ({
        ...{ key: one.id, number: one.number, mode: one.mode, lang: one.lang, said: one.said, bases: [] },
        ...{ from: one.inputId, href: null, words: one.withdrawnAt ? null : one.quote },
        state: one.withdrawnAt ? ('withdrawn' as const) : ('shown' as const),
        sender: { name: one.senderName, kind: one.senderKind },
      })),
    counts: counts
      .filter(({ findingId }) => findingId === id)
      .map(({ number, seenCount, seenOf }) => ({ number, count: seenCount, of: seenOf })),
    responses: answers
      .filter(({ findingId }) => findingId === id)
      .map(({ id: responseId, citationId, disposition, reason }) => ({
        ...{ citationId, disposition, reason },
        changes: changed
          .filter((change) => change.responseId === responseId)
          .map(({ id: changeId, kind, before, after, version, note, document }) => ({
            ...{ id: changeId, kind, version, note },
            before: placed(before, document?.title ?? {}),
            after: placed(after, document?.title ?? {}),
          })),
      })),
    carried: carried.get(id) ?? [],
  }))
}

type Comment = Extract<SaidTo, { kind: 'comment' }>
const placeKey = ({ document, anchor }: Pick<Comment, 'document' | 'anchor'>) =>
  `${document.slug} ${document.number} ${anchor}`

/** The paragraphs that cited passages comment on; for everybody only those of published versions. */
async function commentedPlaces(said: readonly SaidTo[], { strategyId, scope }: Asked) {
  const wanted = new Map(
    said.flatMap((one) => (one.kind === 'comment' ? [[placeKey(one), one] as const] : [])),
  )
  const places = new Map<string, ReportPlace>()
  if (wanted.size === 0) return places
  const asked = JSON.stringify(
    [...wanted.values()].map(({ document, anchor }) => ({
      slug: document.slug,
      number: document.number,
      anchor,
    })),
  )
  const rows = await database()
    .db.select({
      ...{
        slug: documents.slug,
        document: documents.title,
        anchor: paragraphs.anchor,
        text: paragraphs.text,
      },
      ...{ number: documentVersions.number, title: documentVersions.title },
    })
    .from(paragraphs)
    .innerJoin(documentVersions, eq(documentVersions.id, paragraphs.versionId))
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .where(
      and(
        eq(documents.strategyId, strategyId),
        scope === 'published' ? isNotNull(documentVersions.publishedAt) : undefined,
        sql`(${documents.slug}, ${documentVersions.number}, ${paragraphs.anchor}) in (
          select slug, number, anchor from jsonb_to_recordset(${asked}::text::jsonb) as w (slug text, number int, anchor text))`,
      ),
    )
    .limit(wanted.size)
  for (const { slug, document, anchor, text, number, title } of rows)
    places.set(placeKey({ document: { slug, number, strategy: '' } as Comment['document'], anchor }), {
      ...{ document: { title: document }, version: { number, title }, anchor, text },
    })
  return places
}
