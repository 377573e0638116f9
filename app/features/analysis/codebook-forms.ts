import { z } from 'zod'

const key = z.uuid()
const words = z.string().max(4000, 'tooLong').default('')
const why = z.string().max(1000, 'reasonTooLong').optional()
const reason = z.string({ error: 'reasonMissing' }).trim().min(1, 'reasonMissing').max(1000, 'reasonTooLong')
/** The one it stands under; none is the top. */
const parent = z.uuid().optional()

const names = { code: z.string({ error: 'codeMissing' }).max(20), titleNb: words, titleNn: words }
const definition = { definitionNb: words, definitionNn: words }

/** What somebody writes about a theme, in both written forms. `seen` is what it said when the form was drawn. */
const themeFields = {
  ...{ key, ...names, ...definition },
  ...{ includeNb: words, includeNn: words, excludeNb: words, excludeNn: words },
  ...{ parent, assignee: z.uuid().optional(), reason: why, seen: z.string().max(64).optional() },
  ...{ answerNb: z.string().max(8000, 'tooLong').optional() },
  answerNn: z.string().max(8000, 'tooLong').optional(),
}

export type ThemeForm = z.output<z.ZodObject<typeof themeFields>>

/** A new theme in the codebook. */
export const newThemeForm = z.object({ act: z.literal('write'), ...themeFields })

const passages = z.array(z.uuid()).max(200, 'tooMany')

const splitFields = { key, reason: why, passages, into: z.uuid().optional() }
const splitNames = {
  code: z.string().max(20).optional(),
  titleNb: words,
  titleNn: words,
  ...definition,
}

export type SplitForm = z.output<z.ZodObject<typeof splitFields & typeof splitNames>>

/** What is done with a theme on its page. */
export const themeForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('write'), ...themeFields }),
  z.object({ act: z.literal('move'), key, parent, before: z.uuid().optional(), reason: why }),
  z.object({ act: z.literal('merge'), key, into: z.uuid('intoMissing'), reason }),
  z.object({ act: z.literal('split'), ...splitFields, ...splitNames }),
  z.object({ act: z.literal('retire'), key, reason }),
  z.object({ act: z.literal('restore'), key, reason: why }),
  z.object({ act: z.literal('example'), key, passage: z.uuid() }),
  z.object({ act: z.literal('no-example'), key, passage: z.uuid() }),
])

export type MoveForm = Extract<z.output<typeof themeForm>, { act: 'move' }>
export type MergeForm = Extract<z.output<typeof themeForm>, { act: 'merge' }>

/** Versions that somebody has looked through for a theme that was not there when they were read. */
export const recheckForm = z.object({
  key,
  theme: z.uuid(),
  versions: z.array(z.uuid()).min(1, 'nothingChosen').max(200, 'tooMany'),
})

/** A file with themes: looked at, and taken in after somebody has seen what it says. */
export const codebookFileForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('preview') }),
  z.object({
    ...{ act: z.literal('take'), key, name: z.string().max(300).default('') },
    ...{ format: z.enum(['csv', 'qdc']), text: z.string().max(600_000) },
  }),
])
