import { z } from 'zod'

// What the API answers, said once: answers are made to these shapes, checked by them in tests, and described by them in the
// OpenAPI description that is served.

/** The shapes that have a name of their own in the description. */
export const apiSchemas = z.registry<{ id: string }>()

const words = z.string().optional()

export const Localised = z
  .object({
    nb: words.describe('Bokmål'),
    nn: words.describe('Nynorsk'),
    en: words.describe('English'),
    sv: words.describe('Swedish'),
  })
  .describe('A text in the languages it is written in. A language that is missing has not been written.')
  .register(apiSchemas, { id: 'LocalisedText' })

export const Moment = z.iso.datetime().describe('A moment in UTC, ISO 8601')
export const Day = z.iso.date().describe('A day of the calendar in Norway, ISO 8601')
export const Address = z.url()
export const Count = z.number().int().min(0)
export const Ordinal = z.number().int().min(1)

/** Where a question stands among those of its round; questions are known by it. */
export const Position = Count.describe('The question, by its position among those of the round, from 0')

export const Pages = z
  .object({ nb: Address, nn: Address, en: Address, sv: Address })
  .describe('The page people read, in each language')
  .register(apiSchemas, { id: 'Pages' })

/** What every answer says of itself. */
export const about = {
  self: Address.describe('The address of this answer'),
  pages: Pages,
  licence: Address.describe(
    'The licence of metadata and statistics. Texts that were sent in belong to those who sent them.',
  ),
}

/** One page of what is more than that. */
export const pageOf = <Item extends z.ZodType>(item: Item) => ({
  page: Ordinal.describe('Which page this is'),
  pageSize: Ordinal.describe('Most items on one page'),
  total: Count.describe('Items on all pages'),
  first: Address,
  last: Address,
  previous: Address.nullable().describe('The page before this one; null on the first'),
  next: Address.nullable().describe('The page after this one; null on the last'),
  items: z.array(item),
})

/** One page of a list that has an address of its own. */
export const listOf = <Item extends z.ZodType>(id: string, item: Item) =>
  z.object({ ...about, ...pageOf(item) }).register(apiSchemas, { id })

export const SenderKind = z
  .string()
  .describe(
    'What sort of sender it is: municipality, county-municipality, network, person and others; more may come.',
  )

export const Sender = z
  .object({
    kind: SenderKind,
    name: z
      .string()
      .nullable()
      .describe(
        'Null for a private person who did not ask to stand by name, or whose name is over a year old.',
      ),
  })
  .describe('Who sent it, as public pages name them')
  .register(apiSchemas, { id: 'Sender' })

export const Masks = z
  .array(z.object({ legalBasis: z.string().describe('The law it is masked by'), count: Ordinal }))
  .describe(
    'How many stretches of the text are masked, by law. In the text a sign in brackets stands for each.',
  )
  .register(apiSchemas, { id: 'Masks' })

/** Where in a document something stands, or was said to. */
export const ParagraphAddress = z
  .object({
    document: z.string().describe('The document, as its address names it'),
    version: Ordinal,
    anchor: z.string().describe('The paragraph, as its address names it: 4.2'),
  })
  .register(apiSchemas, { id: 'ParagraphAddress' })

export const SaidTo = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('question'),
      position: Position,
      title: Localised,
    }),
    z.object({
      kind: z.literal('comment'),
      paragraph: ParagraphAddress,
      stance: z.string().nullable(),
      quote: z.string().nullable().describe('The words it is about; null: the whole paragraph'),
    }),
    z.object({ kind: z.literal('attachment'), name: z.string() }),
  ])
  .describe('What was answered or commented')
  .register(apiSchemas, { id: 'SaidTo' })

/** What went wrong, in a sentence for people (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What went wrong, in a sentence'),
  })
  .describe('What went wrong (RFC 9457)')
  .register(apiSchemas, { id: 'Problem' })

/** An answer of the API that satisfies a shape. */
export type Answer<Schema extends z.ZodType> = z.output<Schema>
