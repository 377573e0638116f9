import { z } from 'zod'

const words = z.string().max(4000, 'tooLong').default('')

/** What somebody writes about a theme, in both written forms. */
const themeFields = {
  key: z.uuid(),
  code: z.string({ error: 'codeMissing' }),
  titleNb: words,
  titleNn: words,
  definitionNb: words,
  definitionNn: words,
  includeNb: words,
  includeNn: words,
  excludeNb: words,
  excludeNn: words,
}

/** The codebook's forms: write a theme (a new one has no id), or retire it. */
export const codebookForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('write'), theme: z.uuid().optional(), ...themeFields }),
  z.object({ act: z.literal('retire'), theme: z.uuid() }),
])

export type ThemeForm = z.output<z.ZodObject<typeof themeFields>>
