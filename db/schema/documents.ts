import {
  type AnyPgColumn,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, json, type LocalisedColumn, moment } from './columns.ts'
import { people } from './identity.ts'
import { rounds, strategies } from './strategies.ts'

/**
 * A text that lives in versions. Kind is draft, strategy, plan, sub-plan or report. `supersedesId` is the document
 * whose place it takes when it is adopted; `periodFrom` and `periodTo` are the years it is to hold for.
 */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    strategyId: uuid('strategy_id')
      .notNull()
      .references(() => strategies.id),
    slug: text('slug').notNull(),
    kind: text('kind').notNull().default('draft'),
    title: json<LocalisedColumn>('title').notNull(),
    subtitle: json<LocalisedColumn>('subtitle'),
    owner: json<LocalisedColumn>('owner'),
    contact: text('contact'),
    periodFrom: integer('period_from'),
    periodTo: integer('period_to'),
    parentId: uuid('parent_id').references((): AnyPgColumn => documents.id),
    supersedesId: uuid('supersedes_id')
      .unique()
      .references((): AnyPgColumn => documents.id),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [unique('documents_slug').on(t.strategyId, t.slug), index('documents_parent').on(t.parentId)],
)

/** A sub-plan that a document says there shall be, and the document that it is, once there is one. */
export const expectedDocuments = pgTable(
  'expected_documents',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    position: integer('position').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    presentId: uuid('present_id').references(() => documents.id),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [index('expected_documents_document').on(t.documentId, t.position)],
)

/**
 * An edition. Until `publishedAt` it is written on; from then its paragraphs cannot change, and from `adoptedAt`
 * nothing of it can (triggers). `adoptedOn` is the day of the decision, `adopterKind` official, board or council;
 * `contentHash` is of the text as adopted. `roundId` is the round it was put out in.
 */
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
    note: json<LocalisedColumn>('note'),
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    adoptedOn: date('adopted_on', { mode: 'string' }),
    adoptedBy: json<LocalisedColumn>('adopted_by'),
    adopterKind: text('adopter_kind'),
    adoptionCase: text('adoption_case'),
    consultedWith: json<LocalisedColumn>('consulted_with'),
    adoptedAt: moment('adopted_at'),
    adoptionRecordedBy: uuid('adoption_recorded_by').references(() => people.id),
    contentHash: text('content_hash'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
  },
  (t) => [
    unique('document_versions_number').on(t.documentId, t.number),
    index('document_versions_round').on(t.roundId),
  ],
)

/**
 * One block of one document version: heading, subheading, paragraph, ambition or signature. `anchor` ('4', '4.2',
 * '4.a1') is its address on the page. Lineage between versions is rows of its own, never the id: `copiedFromId` says
 * which block it began as a copy of, and only proposes. `revision` lets a save notice another's save.
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
    copiedFromId: uuid('copied_from_id'),
    revision: integer('revision').notNull().default(1),
    updatedAt: moment('updated_at'),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (t) => [
    unique('paragraphs_position').on(t.versionId, t.position),
    unique('paragraphs_anchor').on(t.versionId, t.anchor),
    unique('paragraphs_strategy').on(t.id, t.strategyId),
  ],
)

/** A block as an import read it. */
export type ImportedBlock = { kind: string; unnumbered?: boolean; text: string }

/** What a file was read as, waiting for somebody to look at it. Nothing is in a document before it is taken in. */
export const documentImports = pgTable(
  'document_imports',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    fileName: text('file_name').notNull(),
    lang: text('lang').notNull(),
    blocks: json<ImportedBlock[]>('blocks').notNull(),
    notes: json<Record<string, number>>('notes').notNull(),
    at: moment('at').notNull().defaultNow(),
    by: uuid('by')
      .notNull()
      .references(() => people.id),
    versionId: uuid('version_id').references(() => documentVersions.id),
    discardedAt: moment('discarded_at'),
  },
  (t) => [index('document_imports_document').on(t.documentId, t.at)],
)

/** That somebody has said how two versions of a document belong together; the links are the only lineage there is. */
export const versionAlignments = pgTable(
  'version_alignments',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    fromVersionId: uuid('from_version_id')
      .notNull()
      .references(() => documentVersions.id),
    toVersionId: uuid('to_version_id')
      .notNull()
      .references(() => documentVersions.id),
    confirmedAt: moment('confirmed_at').notNull(),
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [unique('version_alignments_pair').on(t.fromVersionId, t.toVersionId)],
)

/**
 * One paragraph's way from one version to the next. Kind is same, changed, moved, split, merged, new or deleted. While
 * the later version is written, a block that is taken out takes its links along: what is left no longer tells of
 * every block, and counts as a proposal until somebody confirms it again.
 */
export const alignmentLinks = pgTable(
  'alignment_links',
  {
    id: id(),
    alignmentId: uuid('alignment_id')
      .notNull()
      .references(() => versionAlignments.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    fromId: uuid('from_id').references(() => paragraphs.id, { onDelete: 'cascade' }),
    toId: uuid('to_id').references(() => paragraphs.id, { onDelete: 'cascade' }),
  },
  (t) => [
    unique('alignment_links_pair').on(t.alignmentId, t.fromId, t.toId).nullsNotDistinct(),
    index('alignment_links_from').on(t.fromId),
    index('alignment_links_to').on(t.toId),
  ],
)

/** What somebody in the secretariat noted at a paragraph of a published version. Never moved: lineage says where it leads. */
export const paragraphNotes = pgTable(
  'paragraph_notes',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => documentVersions.id),
    paragraphId: uuid('paragraph_id')
      .notNull()
      .references(() => paragraphs.id),
    text: text('text').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => people.id),
  },
  (t) => [index('paragraph_notes_version').on(t.versionId, t.createdAt)],
)

/**
 * What a document says shall be done: goal, owner, indicator. Kind is measure, mission (an overall one) or
 * set-aside: what is deliberately not given priority.
 */
export const measures = pgTable(
  'measures',
  {
    id: id(),
    strategyId: uuid('strategy_id').notNull(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    position: integer('position').notNull(),
    kind: text('kind').notNull().default('measure'),
    code: text('code').notNull(),
    title: json<LocalisedColumn>('title').notNull(),
    goal: json<LocalisedColumn>('goal'),
    owner: json<LocalisedColumn>('owner'),
    indicator: json<LocalisedColumn>('indicator'),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => people.id),
    retiredAt: moment('retired_at'),
    retiredBy: uuid('retired_by').references(() => people.id),
  },
  (t) => [unique('measures_code').on(t.documentId, t.code)],
)

/** How far a measure had come in a year: not-started, under-way, done or stopped. */
export const measureStatuses = pgTable(
  'measure_statuses',
  {
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    year: integer('year').notNull(),
    status: text('status').notNull(),
    note: json<LocalisedColumn>('note'),
    at: moment('at').notNull(),
    by: uuid('by').references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.year] })],
)
