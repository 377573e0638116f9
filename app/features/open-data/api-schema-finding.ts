import { z } from 'zod'
import { CHANGE_KINDS } from '#app/features/responses/change.ts'
import { DISPOSITIONS } from '#app/features/responses/disposition.ts'
import {
  Address,
  about,
  apiSchemas,
  Count,
  Localised,
  listOf,
  Moment,
  Ordinal,
  Pages,
  ParagraphAddress,
  pageOf,
  SaidTo,
  Sender,
} from './api-schema.ts'

const Disposition = z.enum(DISPOSITIONS).describe('What is made of it')

const head = {
  slug: z.string(),
  title: Localised,
  text: Localised.describe(
    'Plain text. {s3} stands where citation 3 stands, {t4} where number 4 stands; both are listed in the finding.',
  ),
  writtenAt: Moment,
  publishedAt: Moment,
  theme: z.object({ code: z.string(), title: Localised }).nullable(),
  question: z.object({ number: Ordinal, title: Localised }).nullable(),
  quotes: Count.describe('Citations that may still be read'),
  inputs: Count.describe('Published inputs that are cited'),
  of: Count.describe('Published inputs of the round'),
}

export const FindingSummary = z
  .object({
    ...head,
    dispositions: z.array(Disposition).describe('Those of the published responses'),
    self: Address,
    pages: Pages,
  })
  .register(apiSchemas, { id: 'FindingSummary' })

export const FindingList = listOf('FindingList', FindingSummary)

const InputPlace = z
  .object({ self: Address, pages: Pages })
  .describe('The input, and the page at the place where it is said')
  .register(apiSchemas, { id: 'InputPlace' })

const Citation = z
  .object({
    number: Ordinal.describe('What {s3} in the text calls it'),
    mode: z.enum(['quote', 'paraphrase']),
    state: z
      .enum(['shown', 'masked', 'withheld', 'withdrawn', 'gone'])
      .describe('Whether it may be read now; judged anew at every request'),
    words: z.string().nullable().describe('Verbatim, from the public text'),
    lang: z.string(),
    legalBases: z.array(z.string()).describe('The laws by which something of it is masked or withheld'),
    sender: Sender.nullable(),
    saidTo: SaidTo.nullable(),
    input: InputPlace.nullable(),
  })
  .register(apiSchemas, { id: 'Citation' })

const FrozenNumber = z
  .object({
    number: Ordinal.describe('What {t4} in the text calls it'),
    count: Count,
    of: Count.describe('What it is counted against'),
    since: z
      .object({ count: Count, of: Count })
      .nullable()
      .describe('What it has become since it was published; null: the same'),
    pages: Pages.describe('The page that says how it is counted'),
  })
  .register(apiSchemas, { id: 'Number' })

const ChangedParagraph = z
  .object({ paragraph: ParagraphAddress, title: Localised, text: Localised, self: Address, pages: Pages })
  .describe('A paragraph with its text, and the version it stands in')
  .register(apiSchemas, { id: 'ChangedParagraph' })

const Change = z
  .object({
    kind: z.enum(CHANGE_KINDS).describe('none: nothing was changed, and the note says why'),
    before: ChangedParagraph.nullable(),
    after: ChangedParagraph.nullable(),
    version: Ordinal.nullable().describe('The version it came in'),
    note: Localised.nullable(),
  })
  .register(apiSchemas, { id: 'Change' })

const Response = z
  .object({
    disposition: Disposition,
    reason: Localised,
    publishedAt: Moment,
    citation: Ordinal.nullable().describe('Of one citation only; null: of the whole finding'),
    changes: z.array(Change),
  })
  .register(apiSchemas, { id: 'Response' })

const Passage = z
  .object({
    id: z.uuid(),
    cited: z.boolean().describe('The finding cites words of it'),
    words: z.string().nullable().describe('Null where all of it is masked'),
    lang: z.string(),
    legalBases: z.array(z.string()),
    sender: Sender,
    saidTo: SaidTo,
    input: InputPlace,
  })
  .describe('A paragraph of a published input that stands behind the finding')
  .register(apiSchemas, { id: 'Passage' })

export const Finding = z
  .object({
    ...about,
    ...head,
    round: Address,
    citations: z.array(Citation),
    numbers: z.array(FrozenNumber),
    responses: z.array(Response),
    carriedForward: z.array(
      z.object({ round: Address, as: z.enum(['theme', 'question']), title: Localised }),
    ),
    passages: z
      .object(pageOf(Passage))
      .describe('The passages of published inputs behind it, a page at a time'),
  })
  .describe(
    'A finding with its whole chain: what was said, who said it, what is made of it and what was changed',
  )
  .register(apiSchemas, { id: 'Finding' })
