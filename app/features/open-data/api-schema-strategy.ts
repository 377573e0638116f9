import { z } from 'zod'
import { QUESTION_KINDS } from '#app/features/questionnaires/question.ts'
import {
  LINK_KINDS,
  MEMBER_ROLES,
  REGISTER_KINDS,
  REGISTER_STATUSES,
} from '#app/features/strategies/register.ts'
import { LEGAL_FORMS } from '#app/features/strategies/round-rules.ts'
import {
  Address,
  about,
  apiSchemas,
  Count,
  Day,
  Localised,
  listOf,
  Moment,
  Ordinal,
  Pages,
  Position,
} from './api-schema.ts'

const StrategyRef = z
  .object({ slug: z.string(), title: Localised, kind: z.enum(REGISTER_KINDS), self: Address })
  .register(apiSchemas, { id: 'StrategyReference' })

const head = {
  id: z.uuid().describe('Stays the same when the address changes'),
  slug: z.string(),
  kind: z.enum(REGISTER_KINDS),
  projectNumber: z.string().nullable().describe('The number in the register, as it is written there'),
  title: Localised,
  status: z.enum(REGISTER_STATUSES).describe('Set by a person, not derived from the dates'),
  caseNumber: z.string().nullable(),
  summary: Localised,
}

export const StrategySummary = z
  .object({ ...head, publishedAt: Moment, self: Address, pages: Pages })
  .register(apiSchemas, { id: 'StrategySummary' })

export const StrategyList = listOf('StrategyList', StrategySummary)

export const Strategy = z
  .object({
    ...about,
    ...head,
    organisers: z.array(z.object({ name: z.string(), role: Localised })),
    mandate: z.object({ from: Day.nullable(), to: Day.nullable() }),
    appointedOn: Day.nullable(),
    goals: z.object({ text: Localised, on: Day.nullable() }).nullable(),
    results: z.object({ text: Localised, on: Day.nullable() }).nullable(),
    phases: z.array(
      z.object({
        title: Localised,
        startsOn: Day.nullable(),
        endsOn: Day.nullable(),
        state: z.enum(['done', 'now', 'next', 'later']),
      }),
    ),
    links: z.array(
      z.object({
        kind: z.enum(LINK_KINDS),
        title: Localised,
        href: Address.nullable(),
        strategy: Address.nullable(),
      }),
    ),
    parent: StrategyRef.nullable(),
    children: z.array(StrategyRef),
    members: z.array(
      z.object({
        name: z.string().nullable().describe('Null when their part ended more than a year ago'),
        organisation: z.string().nullable(),
        role: z.enum(MEMBER_ROLES),
        since: Day.nullable(),
        until: Day.nullable(),
      }),
    ),
    scope: Localised,
    legalRegime: Localised,
    contactEmail: z.email(),
    rounds: Address.describe('Its rounds of input'),
    documents: Address.describe('Its documents'),
    meetings: Address.describe('Its meetings'),
    history: Address.describe('What was changed in the register, and when'),
  })
  .describe('A strategy as its register page says it')
  .register(apiSchemas, { id: 'Strategy' })

const roundHead = {
  slug: z.string(),
  number: Ordinal,
  title: Localised,
  legalForm: z.enum(LEGAL_FORMS).describe('An informal round of input, or a hearing'),
  opensAt: Moment,
  deadlineAt: Moment.describe('The deadline; senders may have been given a later one of their own'),
  acceptsLateUntil: Moment.nullable(),
  closedAt: Moment.nullable().describe('Ended early by a person'),
  state: z.enum(['announced', 'open', 'accepting-late', 'closed']).describe('Where it stands now'),
}

export const RoundSummary = z
  .object({ ...roundHead, self: Address, pages: Pages })
  .register(apiSchemas, { id: 'RoundSummary' })

export const RoundList = listOf('RoundList', RoundSummary)

const Labelled = z.object({ key: z.string(), label: Localised })

const Question = z
  .object({
    position: Position,
    number: Ordinal.describe('What readers call it'),
    kind: z.enum(QUESTION_KINDS),
    title: Localised,
    help: Localised.nullable(),
    required: z.boolean(),
    options: z.array(Labelled),
  })
  .register(apiSchemas, { id: 'Question' })

export const Round = z
  .object({
    ...about,
    ...roundHead,
    strategy: Address,
    intro: Localised,
    inputsShown: z.enum(['as-checked', 'after-closing']).describe('When published inputs can be read'),
    questions: z.array(Question),
    documents: z
      .array(z.object({ document: z.string(), version: Ordinal, title: Localised, self: Address }))
      .describe('The versions it was held about'),
    statistics: z
      .object({
        invitedMunicipalities: Count,
        answeredMunicipalities: Count.describe('Of the invited, with those that had no remarks'),
        noRemarksMunicipalities: Count,
        uninvitedMunicipalities: Count.describe('Municipalities that answered without being invited'),
        others: Count.describe('Other bodies that answered'),
        persons: Count.describe('Private persons who answered'),
      })
      .describe('Who has sent something that is not withdrawn, whether it is published or not'),
    inputs: Address.describe('Its published inputs'),
    inputsCsv: Address.describe('Its published inputs as one file'),
    findings: Address.describe('What was heard'),
  })
  .register(apiSchemas, { id: 'Round' })
