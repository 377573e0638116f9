import { z } from 'zod'
import { inOtherLanguages } from '../strategies/other-languages.ts'
import { DOCUMENT_KINDS } from './facts.ts'

const line = z.string().max(200, 'tooLong200').default('')
const year = z.coerce
  .number('notAYear')
  .int('notAYear')
  .min(1900, 'notAYear')
  .max(2200, 'notAYear')
  .optional()
const list = z.string().max(20_000, 'tooLong20000').default('')

const lists = inOtherLanguages('expected', 20_000, 'tooLong20000')

/** What a document is: its facts. `seen` is the mark of what stood in the form when it was drawn. */
const factsFields = {
  ...{ key: z.uuid(), seen: z.string().max(64) },
  kind: z.enum(DOCUMENT_KINDS),
  ...{ titleNb: line, titleNn: line, subtitleNb: line, subtitleNn: line, ownerNb: line, ownerNn: line },
  ...inOtherLanguages('title', 200, 'tooLong200'),
  ...inOtherLanguages('subtitle', 200, 'tooLong200'),
  ...inOtherLanguages('owner', 200, 'tooLong200'),
  contact: z.string().max(500, 'tooLong500').default(''),
  ...{ periodFrom: year, periodTo: year },
  ...{ parent: z.uuid().optional(), supersedes: z.uuid().optional() },
}

/** A sub-plan that is expected, and the document that it is, if any: 'expected:document' or 'expected:'. */
const tie = z.string().regex(/^[0-9a-f-]{36}:([0-9a-f-]{36})?$/)

/** The document's page: its facts, the sub-plans it expects, what each is called, which documents they are, and dropping one. */
export const documentForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('facts'), ...factsFields }),
  z.object({ act: z.literal('expect'), key: z.uuid(), expectedNb: list, expectedNn: list, ...lists }),
  z.object({
    ...{ act: z.literal('rename'), key: z.uuid(), expected: z.uuid(), seen: z.string().max(64) },
    ...{ nameNb: line, nameNn: line, ...inOtherLanguages('name', 200, 'tooLong200') },
  }),
  z.object({ act: z.literal('tie'), key: z.uuid(), tie: z.array(tie).max(200) }),
  z.object({ act: z.literal('drop'), expected: z.uuid() }),
])

type Forms = z.output<typeof documentForm>
export type FactsForm = Omit<Extract<Forms, { act: 'facts' }>, 'act'>
export type ExpectForm = Omit<Extract<Forms, { act: 'expect' }>, 'act'>
export type RenameForm = Omit<Extract<Forms, { act: 'rename' }>, 'act'>
export type TieForm = Omit<Extract<Forms, { act: 'tie' }>, 'act'>
