import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, json, type LocalisedColumn, moment } from './columns.ts'
import { people } from './identity.ts'
import { rounds, strategies } from './strategies.ts'

export const documents = pgTable(
  'documents',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    slug: text('slug').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique('documents_slug').on(t.strategyId, t.slug)],
)

/** An immutable edition; `roundId` is the round it was put out in. */
export const documentVersions = pgTable(
  'document_versions',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    number: integer('number').notNull(),
    roundId: uuid('round_id').references(() => rounds.id),
    title: json<LocalisedColumn>('title').notNull(),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('document_versions_number').on(t.documentId, t.number),
    index('document_versions_round').on(t.roundId),
  ],
)

/**
 * One block of one document version: heading, subheading, paragraph, ambition or signature. `anchor` ('4', '4.2',
 * '4.a1') is its address on the page. Lineage between versions is rows of its own, never the id.
 */
export const paragraphs = pgTable(
  'paragraphs',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => documentVersions.id),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    anchor: text('anchor').notNull(),
    text: json<LocalisedColumn>('text').notNull(),
  },
  (t) => [
    unique('paragraphs_position').on(t.versionId, t.position),
    unique('paragraphs_anchor').on(t.versionId, t.anchor),
  ],
)
