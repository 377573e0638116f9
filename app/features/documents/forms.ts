import { z } from 'zod'
import { inOtherLanguages } from '../strategies/other-languages.ts'
import { DOCUMENT_KINDS } from './facts.ts'

const line = z.string().max(200, 'titleTooLong').default('')
const note = z.string().max(2_000, 'noteTooLong').default('')
// One block is at most 10,000 characters; several may be pasted into one field.
const words = z.string().max(400_000, 'textTooLong').default('')
const inOthers = inOtherLanguages('text', 400_000, 'textTooLong')
const revision = z.coerce.number().int().min(1).max(1_000_000)
const seen = z.string().max(64)

/** A block's kinds as a choice: a chapter that is not counted is one of its own. */
export const KIND_CHOICES = [
  ...(['heading', 'uncounted', 'subheading', 'paragraph', 'ambition', 'signature'] as const),
] as const

const block = { key: z.uuid(), block: z.uuid(), revision }

const textActs = [
  z.object({
    ...{ act: z.literal('edit'), ...block, kind: z.enum(KIND_CHOICES) },
    ...{ nb: words, nn: words, ...inOthers },
  }),
  z.object({ act: z.literal('move-up'), ...block }),
  z.object({ act: z.literal('move-down'), ...block }),
  z.object({ act: z.literal('move-after'), ...block, to: z.string().max(40).default('') }),
  z.object({ act: z.literal('join'), ...block }),
  z.object({ act: z.literal('remove'), ...block }),
  z.object({
    ...{ act: z.literal('insert'), key: z.uuid(), nb: words, nn: words, ...inOthers },
    after: z.union([z.literal('start'), z.uuid()]),
  }),
] as const

/** The writing of a version: what is done to its text, what it is called, and putting it out or throwing it away. */
export const versionForm = z.discriminatedUnion('act', [
  ...textActs,
  z.object({
    ...{ act: z.literal('describe'), key: z.uuid(), seen },
    ...{ titleNb: line, titleNn: line, noteNb: note, noteNn: note, round: z.uuid().optional() },
    ...inOtherLanguages('title', 200, 'titleTooLong'),
    ...inOtherLanguages('note', 2_000, 'noteTooLong'),
  }),
  z.object({ act: z.literal('publish'), key: z.uuid(), seen }),
  z.object({ act: z.literal('discard'), key: z.uuid(), seen }),
])

/** A strategy's documents: a new one, or a new version of one. */
export const documentsForm = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('create'), key: z.uuid(), kind: z.enum(DOCUMENT_KINDS) },
    ...{ titleNb: line, titleNn: line, ...inOtherLanguages('title', 200, 'titleTooLong') },
    slug: z.string().max(60, 'slugTooLong').default(''),
  }),
  z.object({
    ...{ act: z.literal('start'), key: z.uuid(), document: z.uuid() },
    from: z.enum(['latest', 'empty']),
  }),
])

/** What comes beside a file: which written form its text is in. The file itself is read apart. */
export const uploadForm = z.object({ key: z.uuid(), lang: z.enum(['nb', 'nn'], 'langMissing') })

/** What becomes of an import. `seen` is the state of the version whose text it replaces or fills. */
export const importForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('take'), key: z.uuid(), how: z.enum(['new', 'replace', 'fill']), seen }),
  z.object({ act: z.literal('discard'), key: z.uuid() }),
])

type VersionForm = z.output<typeof versionForm>
export type TextAct = Exclude<VersionForm, { act: 'describe' | 'publish' | 'discard' }>
export type VersionDescription = Extract<VersionForm, { act: 'describe' }>
export type NewDocument = Extract<z.output<typeof documentsForm>, { act: 'create' }>
export type TakingIn = Extract<z.output<typeof importForm>, { act: 'take' }>
