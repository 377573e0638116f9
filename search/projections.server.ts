import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import {
  answers,
  inputPublications,
  inputs,
  inputVersions,
  inputWithholdings,
  passages,
  publicAnswers,
  rounds,
  strategies,
  taggings,
} from '#db/schema/index.ts'
import { versionCounts } from './counting.server.ts'
import type { Database } from './database.server.ts'
import { docKey, isUuid, parseDocKey, type SearchDocument } from './document.ts'
import { standingThemeId } from './merged-themes.server.ts'
import type { IndexChange } from './port.ts'
import { publicStretch } from './public-text.ts'

/** What a key's document must become now, and when the passing of time alone will change the answer. */
export type Projection = { readonly change: IndexChange; readonly againAt: Date | null }

/**
 * Reads the rows as they are now, whatever the change that caused it: an outbox key says that something changed,
 * not what. One query for all keys. `rev` must have been drawn before this is called.
 */
export async function project(db: Database, docKeys: readonly string[], rev: number): Promise<Projection[]> {
  const passageIds = new Set(docKeys.flatMap((key) => parseDocKey(key)?.passageId ?? []))
  const found = new Map((await listRows(db, [...passageIds])).map((row) => [row.passageId, row]))
  return docKeys.map((key) => {
    const parsed = parseDocKey(key)
    const row = parsed && found.get(parsed.passageId)
    if (!row || row.superseded) return { change: { op: 'delete', docKey: key, rev }, againAt: null }
    return parsed.audience === 'staff' ? staffProjection(row, rev) : publicProjection(row, rev)
  })
}

type Row = Awaited<ReturnType<typeof listRows>>[number]

function staffProjection(row: Row, rev: number): Projection {
  const key = docKey('staff', row.passageId)
  if (!row.counts) return { change: { op: 'delete', docKey: key, rev }, againAt: null }
  const [themeIds, positions] = [listed(row.themeIds), listed(row.positions)]
  return {
    change: {
      op: 'put',
      doc: { ...base(row, rev), docKey: key, audience: 'staff', themeIds, positions, body: row.text },
    },
    againAt: null,
  }
}

// Themes and positions stay out: nothing in the schema says that a tagging has been published. So does a private person's name.
function publicProjection(row: Row, rev: number): Projection {
  const key = docKey('public', row.passageId)
  const gone = { op: 'delete', docKey: key, rev } as const
  // Words that staff drew a line round stand in their paragraph already.
  const body = row.published && row.origin !== 'span' ? publicBodyOf(row) : null
  if (body === null) return { change: gone, againAt: null }
  if (row.shownAfter !== null && !row.shown) return { change: gone, againAt: row.shownAfter }
  const senderName = row.organisationId === null ? '' : row.senderName
  const doc: SearchDocument = {
    ...base(row, rev),
    docKey: key,
    audience: 'public',
    themeIds: [],
    positions: [],
    senderName,
    body,
  }
  return { change: { op: 'put', doc }, againAt: null }
}

const listed = (values: string | null) => (values ? values.split(',') : [])

type Own = 'docKey' | 'audience' | 'themeIds' | 'positions' | 'body'

function base(row: Row, rev: number): Omit<SearchDocument, Own> {
  const { strategyId, roundId, questionId, inputId, versionId, passageId, organisationId } = row
  const { organisationKind, countyNumber, lang, senderName, startCp, endCp, submittedAt } = row
  return {
    rev,
    strategyId,
    roundId,
    questionId,
    inputId,
    versionId,
    passageId,
    organisationId,
    organisationKind,
    countyNumber,
    lang,
    senderName,
    startCp,
    endCp,
    submittedAt,
  }
}

const isWithheld = (version: SQL) =>
  sql`exists (select 1 from ${inputWithholdings} w where w.version_id = ${version} and w.lifted_at is null)`

const isPublished = sql`exists (select 1 from ${inputPublications} p where p.version_id = other.id)
  and not ${isWithheld(sql`other.id`)}`

// The moment after which a round's published inputs may be seen; null means as soon as they are published.
const shownAfter = sql<Date | null>`case when ${rounds.inputsShown} = 'as-checked' then null
  else least(${rounds.closedAt}, greatest(${rounds.deadlineAt}, ${rounds.acceptsLateUntil})) end`

// Where nothing is masked the public text is the canonical one, and one passage of it is enough.
const asItIs = sql<string | null>`case when ${publicAnswers.masks} = '[]'::jsonb
  and char_length(${publicAnswers.text}) = char_length(${answers.canonicalText})
  then substring(${publicAnswers.text} from ${passages.startCp} + 1 for ${passages.endCp} - ${passages.startCp}) end`

const withSigns = sql<
  string | null
>`case when ${publicAnswers.masks} <> '[]'::jsonb then ${publicAnswers.text} end`

// Whatever comes out of here is part of the stored public text. A passage that is masked as a whole has no document.
function publicBodyOf({ publicText, maskedText, masks, startCp, endCp }: Row): string | null {
  if (maskedText === null || masks === null) return publicText
  return publicStretch(maskedText, masks, startCp, endCp)
}

// Whatever stands on a theme that became part of another is found by that one.
const themeThatStands = standingThemeId(sql`${taggings.themeId}`)

function listRows(db: Database, passageIds: string[]) {
  return db
    .select({
      passageId: passages.id,
      strategyId: passages.strategyId,
      roundId: passages.roundId,
      questionId: passages.questionId,
      inputId: passages.inputId,
      versionId: passages.versionId,
      organisationId: inputs.organisationId,
      organisationKind: inputVersions.senderKind,
      countyNumber: inputVersions.senderCounty,
      lang: passages.lang,
      senderName: inputVersions.senderName,
      superseded: sql<boolean>`${passages.supersededAt} is not null`,
      origin: passages.origin,
      startCp: passages.startCp,
      endCp: passages.endCp,
      submittedAt: inputVersions.submittedAt,
      text: passages.text,
      publicText: asItIs,
      maskedText: withSigns,
      masks: publicAnswers.masks,
      themeIds: sql<string | null>`(select string_agg(distinct ${themeThatStands}::text, ',') from ${taggings}
        where ${taggings.passageId} = ${passages.id} and ${taggings.removedAt} is null)`,
      positions: sql<string | null>`(select string_agg(distinct ${taggings.position}, ',') from ${taggings}
        where ${taggings.passageId} = ${passages.id} and ${taggings.removedAt} is null)`,
      counts: versionCounts(),
      published: sql<boolean>`${inputPublications.publishedAt} is not null and ${inputs.withdrawnAt} is null
        and not ${isWithheld(sql`${passages.versionId}`)}
        and ${rounds.publishedAt} is not null and ${strategies.publishedAt} is not null
        and ${versionCounts(isPublished)}`,
      shownAfter: sql`${shownAfter}`.mapWith(rounds.deadlineAt),
      shown: sql<boolean>`coalesce(${shownAfter} < now(), true)`,
    })
    .from(passages)
    .innerJoin(inputs, eq(inputs.id, passages.inputId))
    .innerJoin(inputVersions, eq(inputVersions.id, passages.versionId))
    .innerJoin(answers, eq(answers.id, passages.answerId))
    .innerJoin(rounds, eq(rounds.id, passages.roundId))
    .innerJoin(strategies, eq(strategies.id, passages.strategyId))
    .leftJoin(inputPublications, eq(inputPublications.versionId, passages.versionId))
    .leftJoin(publicAnswers, eq(publicAnswers.answerId, passages.answerId))
    .where(inArray(passages.id, passageIds.filter(isUuid)))
}
