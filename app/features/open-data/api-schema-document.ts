import { z } from 'zod'
import { MEASURE_KINDS, MEASURE_STATES } from '#app/features/documents/measures.ts'
import { PARAGRAPH_KINDS } from '#app/features/documents/paragraph.ts'
import { Address, about, apiSchemas, Day, Localised, listOf, Moment, Ordinal, Pages } from './api-schema.ts'

const edition = {
  number: Ordinal,
  title: Localised,
  publishedAt: Moment,
  adoptedAt: Moment.nullable(),
  adoptedOn: Day.nullable().describe('The day of the decision'),
}

const head = {
  slug: z.string(),
  kind: z.string(),
  title: Localised,
  subtitle: Localised.nullable(),
  owner: Localised.nullable(),
  periodFrom: z.number().int().nullable(),
  periodTo: z.number().int().nullable(),
}

export const DocumentSummary = z
  .object({
    ...head,
    versions: z.array(z.object({ ...edition, self: Address, pages: Pages })).describe('Newest first'),
  })
  .register(apiSchemas, { id: 'DocumentSummary' })

export const DocumentList = listOf('DocumentList', DocumentSummary)

const Paragraph = z
  .object({
    kind: z.enum(PARAGRAPH_KINDS),
    number: z.string().nullable().describe('What readers cite it by'),
    anchor: z.string().describe('Its address within the version'),
    text: Localised,
    fragment: z.string().describe('What comes after # in the address of the page'),
  })
  .register(apiSchemas, { id: 'Paragraph' })

const Measure = z
  .object({
    kind: z.enum(MEASURE_KINDS),
    code: z.string(),
    title: Localised,
    goal: Localised.nullable(),
    owner: Localised.nullable(),
    indicator: Localised.nullable(),
    retiredAt: Moment.nullable().describe('From then it is no longer followed'),
    statuses: z.array(
      z.object({ year: z.number().int(), status: z.enum(MEASURE_STATES), note: Localised.nullable() }),
    ),
  })
  .register(apiSchemas, { id: 'Measure' })

export const DocumentVersion = z
  .object({
    ...about,
    strategy: Address,
    document: z.object(head),
    ...edition,
    state: z.enum(['adopted', 'superseded', 'not-adopted']),
    note: Localised.nullable(),
    adoptedBy: Localised.nullable(),
    adoptionCase: z.string().nullable(),
    consultedWith: Localised.nullable(),
    contentHash: z.string().nullable().describe('The sum of the text as it was adopted'),
    round: Address.nullable().describe('The round it was put out in'),
    versions: z
      .array(z.object({ number: Ordinal, self: Address }))
      .describe('All published versions, newest first'),
    paragraphs: z.array(Paragraph),
    measures: z.array(Measure),
  })
  .describe('A published version of a document with its text')
  .register(apiSchemas, { id: 'DocumentVersion' })
