import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { seedDemo } from '#app/commands/seed/seed.server.ts'
import type { Database } from '#db/client.server.ts'
import {
  changes,
  documents,
  documentVersions,
  findingCounts,
  findings,
  inputPublications,
  inputs,
  measures,
  meetings,
  paragraphs,
  responses,
  rounds,
  strategies,
} from '#db/schema/index.ts'
import { only } from './people.ts'

/** A page of the demo: its address and what its route makes of it. */
export type AskedPage = { at: string; params: Record<string, string> }

/** Every page of the demo that may be kept, by route, with what lists are asked for. */
export async function keptPages(db: Database): Promise<Record<string, AskedPage[]>> {
  await seedDemo()
  const told = only(
    await db
      .select({
        strategy: strategies.slug,
        round: rounds.slug,
        finding: findings.slug,
        number: findingCounts.number,
      })
      .from(findingCounts)
      .innerJoin(findings, eq(findings.id, findingCounts.findingId))
      .innerJoin(rounds, eq(rounds.id, findings.roundId))
      .innerJoin(strategies, eq(strategies.id, rounds.strategyId))
      .where(and(isNotNull(findingCounts.frozenAt), isNotNull(findings.publishedAt)))
      .orderBy(findings.position, findingCounts.number)
      .limit(1),
  )
  const { input } = only(
    await db
      .select({ input: inputPublications.inputId })
      .from(inputPublications)
      .innerJoin(inputs, eq(inputs.id, inputPublications.inputId))
      .innerJoin(rounds, eq(rounds.id, inputs.roundId))
      .where(eq(rounds.slug, told.round))
      .orderBy(inputPublications.inputId)
      .limit(1),
  )
  const { meeting } = only(
    await db
      .select({ meeting: meetings.slug })
      .from(meetings)
      .innerJoin(strategies, eq(strategies.id, meetings.strategyId))
      .where(
        and(
          eq(strategies.slug, told.strategy),
          isNotNull(meetings.publishedAt),
          isNotNull(meetings.summaryAt),
        ),
      )
      .limit(1),
  )
  const { anchor, version } = only(
    await db
      .select({ anchor: paragraphs.anchor, version: documentVersions.number })
      .from(changes)
      .innerJoin(responses, and(eq(responses.id, changes.responseId), isNotNull(responses.publishedAt)))
      .innerJoin(paragraphs, eq(paragraphs.id, changes.toParagraphId))
      .innerJoin(documentVersions, eq(documentVersions.id, paragraphs.versionId))
      .innerJoin(documents, and(eq(documents.id, documentVersions.documentId), eq(documents.slug, 'utkast')))
      .where(and(isNotNull(documentVersions.publishedAt), isNull(changes.removedAt)))
      .orderBy(paragraphs.position)
      .limit(1),
  )
  const planned = only(
    await db
      .select({ strategy: strategies.slug, document: documents.slug })
      .from(measures)
      .innerJoin(documents, eq(documents.id, measures.documentId))
      .innerJoin(strategies, eq(strategies.id, documents.strategyId))
      .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
      .where(and(isNotNull(strategies.publishedAt), isNotNull(documentVersions.publishedAt)))
      .limit(1),
  )
  const strategy = `/strategies/${told.strategy}`
  const round = `${strategy}/rounds/${told.round}`
  const asked = (at: string, more: Record<string, string> = {}): AskedPage => ({
    at,
    params: { strategy: told.strategy, round: told.round, ...more },
  })
  const { finding, number } = told
  const document = { document: 'utkast' }
  return {
    'nb/public/home': [{ at: '/', params: {} }],
    'nb/public/accessibility': [{ at: '/accessibility', params: {} }],
    'nb/public/open-data': [{ at: '/open-data', params: {} }],
    'nb/public/strategy': [asked(strategy)],
    'nb/public/calendar': [{ at: '/calendar.ics', params: {} }],
    'nb/public/strategy-calendar': [asked(`${strategy}/calendar.ics`)],
    'nb/public/feed': [{ at: '/feed.atom', params: {} }],
    'nb/public/strategy-feed': [asked(`${strategy}/feed.atom`)],
    'nb/public/register-history': [asked(`${strategy}/history`)],
    'nb/public/meetings': [asked(`${strategy}/meetings`)],
    'nb/public/meeting': [asked(`${strategy}/meetings/${meeting}`, { meeting })],
    'nb/public/round': [asked(round)],
    'nb/public/published-inputs': [
      asked(`${round}/inputs`),
      asked(`${round}/inputs?question=1&order=name`),
      asked(`${round}/inputs?kind=municipality`),
    ],
    'nb/public/published-input': [asked(`${round}/inputs/${input}`, { input })],
    'nb/public/invited': [
      asked(`${round}/invited`),
      asked(`${round}/invited?state=silent&kind=municipality`),
    ],
    'nb/public/findings': [asked(`${round}/findings`)],
    'nb/public/finding': [asked(`${round}/findings/${finding}`, { finding })],
    'nb/public/number': [
      asked(`${round}/findings/${finding}/numbers/${number}`, { finding, number: String(number) }),
    ],
    'nb/public/coverage': [asked(`${round}/coverage`)],
    'nb/public/outcome': [asked(`${round}/inputs/${input}/outcome`, { input })],
    'nb/public/heard': [asked(`${strategy}/heard`)],
    'nb/public/document': [
      asked(`${strategy}/documents/utkast`, document),
      asked(`${strategy}/documents/utkast/1`, { ...document, version: '1' }),
      { at: `/strategies/${planned.strategy}/documents/${planned.document}`, params: planned },
    ],
    'nb/public/comparison': [asked(`${strategy}/documents/utkast/2/changes`, { ...document, version: '2' })],
    'nb/public/origin': [
      asked(`${strategy}/documents/utkast/${version}/paragraphs/${anchor}`, {
        ...{ ...document, version: String(version), anchor },
      }),
    ],
  }
}
