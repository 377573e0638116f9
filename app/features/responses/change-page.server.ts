import { type Lineage, lineageBetween } from '#app/features/documents/lineage.server.ts'
import { tellKinds } from '#app/features/documents/lineage.ts'
import { aPagesEffort, type Effort, wordChanges } from '#app/features/documents/word-changes.ts'
import { listBlocks } from '#app/features/documents/work.server.ts'
import { database } from '#app/platform/database.server.ts'
import { type LocalisedText, pick, type TextLanguage } from '#app/platform/localised-text.ts'
import { isSought, type ProposedBlock, type ProposedChange, proposedChanges } from './change-proposals.ts'
import { type About, listTalkedOf } from './change-sources.server.ts'
import { listLaterVersions } from './change-versions.server.ts'

/** Most proposals, hits and new paragraphs shown at once. */
export const mostShown = 30

/** Most earlier versions of a document that what was said may be about. */
const mostEarlier = 4

type Finding = { id: string; strategyId: string; roundId: string; themeId: string | null }
type Asked = { version: string | null; sought: string; citationId: string | null; locale: TextLanguage }

/**
 * What could be linked as changed by a response: the paragraphs its finding is about, followed to a later version through
 * the confirmed alignment, and those of that version somebody looks for. `target` is null while no later version is there.
 */
export async function findProposals(
  finding: Finding,
  round: { id: string; strategyId: string; opensAt: Date },
  { version, sought, citationId, locale }: Asked,
) {
  const later = await listLaterVersions(database().db, round)
  const target = later.find((one) => one.version.id === version) ?? later[0]
  const none = { later, target: null, proposals: [], added: [], hits: [], sought, unconfirmed: null }
  if (!target) return none
  const talked = (await listTalkedOf(finding, citationId)).filter(
    (one) =>
      one.version.documentId === target.version.documentId && one.version.number < target.version.number,
  )
  const blocks = await listBlocks(target.version.id)
  const from = [...(target.base ? [target.base] : []), ...talked.map((one) => one.version)]
  const earlier = [...new Map(from.map((one) => [one.id, one])).values()].slice(0, mostEarlier)
  const ways = await Promise.all(earlier.map((one) => wayTo(target.version, blocks, one)))
  const about = new Map(talked.map((one) => [one.id, one.about]))
  const effort = aPagesEffort()
  const show = (change: ProposedChange, confirmed: boolean) =>
    shown(change, { about, locale, effort, confirmed })
  const confirmed = ways.filter(({ isConfirmed }) => isConfirmed)
  const proposals = talked
    .flatMap(({ id }) =>
      confirmed.flatMap(({ changes }) => changes.filter(({ before }) => before?.id === id)),
    )
    .slice(0, mostShown)
  const [base] = target.base ? ways : []
  const own = base?.changes ?? blocks.map((after) => newOne(after))
  const hits = own.filter(({ before, after }) =>
    [after ?? before].some((block) => block && isSought(block, sought)),
  )
  return {
    ...{ later, target, sought, hitCount: hits.length },
    proposals: proposals.map((change) => show(change, true)),
    hits: hits.slice(0, mostShown).map((change) => show(change, base?.isConfirmed ?? true)),
    added: (base?.isConfirmed ? own : [])
      .filter(({ kind, after }) => kind === 'new' && after?.kind !== 'heading')
      .slice(0, mostShown)
      .map((change) => show(change, true)),
    /** The earlier version whose way to the later one nobody has confirmed. */
    unconfirmed: ways.find(({ isConfirmed }) => !isConfirmed)?.version ?? null,
  }
}

type Version = {
  id: string
  number: number
  title: LocalisedText
  documentId: string
  publishedAt: Date | null
}
type Blocks = Awaited<ReturnType<typeof listBlocks>>

const sure: readonly Lineage['source'][] = ['confirmed', 'composed']

async function wayTo(target: Version, blocks: Blocks, version: Version) {
  const before = await listBlocks(version.id)
  const { links, source } = await lineageBetween(
    target.documentId,
    { ...version, blocks: before },
    { ...target, blocks },
  )
  const changes = proposedChanges(tellKinds(links, before, blocks), before, blocks)
  return { version, changes, isConfirmed: sure.includes(source) }
}

const newOne = (after: ProposedBlock): ProposedChange => ({
  ...{ kind: 'new', reworded: false, before: null, after, linkAs: 'added' },
})

type Around = { about: ReadonlyMap<string, About>; locale: TextLanguage; effort: Effort; confirmed: boolean }

/** A proposal as it is drawn: the words that were taken out and put in, in a language both are written in. */
function shown({ before, after, ...change }: ProposedChange, { about, locale, effort, confirmed }: Around) {
  const [earlier, later] = [pick(before?.text ?? {}, locale), pick(after?.text ?? {}, locale)]
  const lang = before && after && !after.text[earlier.lang] ? later.lang : (before ? earlier : later).lang
  const words = (block: ProposedBlock | null) => (block ? pick(block.text, lang).text : '')
  return {
    ...{ ...change, confirmed, lang, fallback: lang !== locale },
    key: `${before?.id ?? ''} ${after?.id ?? ''}`,
    before: before && { id: before.id, anchor: before.anchor },
    after: after && { id: after.id, anchor: after.anchor },
    blockKind: (after ?? before)?.kind ?? 'paragraph',
    changes: wordChanges(words(before), words(after), effort),
    about: (before && about.get(before.id)) ?? null,
  }
}

/** A proposal as the page draws it. */
export type ShownProposal = ReturnType<typeof shown>
