import { z } from 'zod'
import { REPORT_FORMATS, REPORT_LANGUAGES, REPORT_SCOPES } from './report.ts'

const key = z.uuid()

/** The page of a round's reports: ask for one, let everyone have one, take it off again. */
export const reportsForm = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('ask'), key },
    format: z.enum(REPORT_FORMATS, { error: 'chooseFormat' }),
    lang: z.enum(REPORT_LANGUAGES, { error: 'chooseLanguage' }),
    scope: z.enum(REPORT_SCOPES, { error: 'chooseScope' }),
  }),
  z.object({ act: z.literal('publish'), key, report: z.uuid() }),
  z.object({ act: z.literal('take-off'), key, report: z.uuid() }),
])
