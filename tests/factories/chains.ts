import { tellKinds } from '#app/features/documents/lineage.ts'
import type { Database } from '#db/client.server.ts'
import { alignmentLinks, versionAlignments } from '#db/schema/index.ts'
import { aTagging, aTheme } from './analysis.ts'
import { aDocument, aDocumentVersion } from './documents.ts'
import { aChange, aCitation, aFinding, aResponse } from './findings.ts'
import { aSubmittedInput, publish } from './inputs.ts'
import { anOrganisation, aPerson, only } from './people.ts'
import { aQuestionnaire, aRound, aStrategy } from './strategies.ts'

type Written = Awaited<ReturnType<typeof aDocumentVersion>>

/** Confirms which block of one version became which of another, by their places; null is that there is none. */
export async function align(
  db: Database,
  from: Written,
  to: Written,
  pairs: readonly [number | null, number | null][],
) {
  const links = pairs.map(([start, end]) => ({
    from: start === null ? null : (from.paragraphs[start]?.id ?? null),
    to: end === null ? null : (to.paragraphs[end]?.id ?? null),
  }))
  const { strategyId, documentId } = to
  const alignment = only(
    await db
      .insert(versionAlignments)
      .values({ strategyId, documentId, fromVersionId: from.id, toVersionId: to.id, confirmedAt: new Date() })
      .returning(),
  )
  const told = tellKinds(links, from.paragraphs, to.paragraphs)
  await db
    .insert(alignmentLinks)
    .values(
      told.map(({ kind, from: fromId, to: toId }) => ({ alignmentId: alignment.id, kind, fromId, toId })),
    )
}

export const said = 'Vi vil ha en fast kontaktperson i kommunen.\nFristen er for kort.'
export const quote = 'Vi vil ha en fast kontaktperson'

type ChainWords = {
  said?: string
  quote?: string
  text?: { nb: string }
  /** How the cited input was sent. */
  version?: Parameters<typeof aSubmittedInput>[4]
}

/** Two versions of a draft, an input that was tagged and cited, a finding, a response, and the paragraph it changed. */
export async function aChain(db: Database, own: ChainWords = {}) {
  const strategy = await aStrategy(db)
  const round = await aRound(db, { strategy, number: 1 })
  const [asked] = await aQuestionnaire(db, round)
  const document = await aDocument(db, strategy, { slug: 'utkast' })
  const first = await aDocumentVersion(db, document, ['Kommunene får hjelp.', 'Fristen er 2028.'])
  const second = await aDocumentVersion(db, document, [
    'Kommunene får hjelp av en fast kontaktperson.',
    'Fristen er 2028.',
  ])
  await align(db, first, second, [
    [0, 0],
    [1, 1],
  ])
  const theme = await aTheme(db, strategy, { title: { nb: 'Hjelp' } })
  const reader = (await aPerson(db)).id
  const send = async (name: string, text = said, version: ChainWords['version'] = {}) => {
    const sender = await anOrganisation(db, { name })
    const sent = await aSubmittedInput(db, round, sender, { [asked?.id ?? '']: text }, version)
    return { ...sent, publish: () => publish(db, sent, reader) }
  }
  const tag = (passage: { id: string; strategyId: string }) => aTagging(db, passage, theme, reader)
  const sent = await send('Tindås kommune', own.said, own.version)
  await sent.publish()
  for (const passage of sent.passages.slice(0, 1)) await tag(passage)
  const now = new Date()
  const finding = await aFinding(db, round, {
    ...{ slug: 'hjelp', publishedAt: now, themeId: theme.id, ...(own.text && { text: own.text }) },
  })
  const citation = await aCitation(db, finding, only(sent.answers), own.quote ?? quote)
  const response = await aResponse(db, finding, { publishedAt: now })
  const change = await aChange(db, response, reader, {
    ...{ kind: 'changed', fromParagraphId: first.paragraphs[0]?.id, toParagraphId: second.paragraphs[0]?.id },
  })
  const at = (version: number, anchor: string) => ({
    ...{ strategy: strategy.slug, document: 'utkast', version, anchor },
  })
  return {
    ...{ strategy, round, document, first, second, theme, reader, send, tag, sent, finding, citation },
    ...{ response, change, at },
  }
}
