import { z } from 'zod'
import { apiPath } from './api-address.ts'
import { longestNumber } from './api-problems.ts'
import { apiSchemas, Problem } from './api-schema.ts'
import { DocumentList, DocumentVersion } from './api-schema-document.ts'
import { Finding, FindingList } from './api-schema-finding.ts'
import { RegisterHistory } from './api-schema-history.ts'
import { Input, InputList } from './api-schema-input.ts'
import { Meeting, MeetingList } from './api-schema-meeting.ts'
import { Round, RoundList, Strategy, StrategyList } from './api-schema-strategy.ts'
import { dataLicencePage } from './licence.ts'

type Json = Record<string, unknown>

// A format says what a pattern of three hundred signs would.
const withoutPattern = ({ jsonSchema }: { jsonSchema: Json }) => {
  if (jsonSchema.format) delete jsonSchema.pattern
}

let made: Json | undefined

function schemas(): Json {
  made ??= madeSchemas()
  return made
}

function madeSchemas(): Json {
  const all = z.toJSONSchema(apiSchemas, {
    ...{ uri: (id) => `#/components/schemas/${id}`, io: 'input', override: withoutPattern },
  }).schemas
  return Object.fromEntries(
    Object.entries(all).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}

/** A shape by its name in the description. */
const named = (schema: z.ZodType) => ({ $ref: `#/components/schemas/${apiSchemas.get(schema)?.id}` })

const parameters = {
  strategy: 'The strategy, as its address names it',
  document: 'The document, as its address names it',
  version: 'The number of the version',
  round: 'The round, as its address names it',
  input: 'The id of the input',
  meeting: 'The meeting, as its address names it',
  finding: 'The finding, as its address names it',
} as const

const page = {
  ...{ name: 'page', in: 'query', required: false, description: 'Which page of the list, from 1' },
  schema: { type: 'integer', minimum: 1, maximum: 999_999, default: 1 },
}

const number = {
  ...{ name: 'number', in: 'query', required: false },
  description: 'A project or case number, with or without its signs: OKM071:00/2021 or OKM071002021',
  schema: { type: 'string', maxLength: longestNumber },
}

const failure = (description: string) => ({
  description,
  headers: {
    'Content-Language': {
      description:
        'What title and detail are written in: nb, nn, en or sv, as Accept-Language asks for, else en',
      schema: { type: 'string', enum: ['nb', 'nn', 'en', 'sv'] },
    },
  },
  content: { 'application/problem+json': { schema: named(Problem) } },
})

type Operation = {
  id: string
  tag: string
  summary: string
  answers: z.ZodType
  query?: object[]
  gone?: true
}

const operations: Record<string, Operation> = {
  '/strategies': {
    ...{ id: 'listStrategies', tag: 'Strategies', answers: StrategyList, query: [number, page] },
    summary: 'The published strategies, or those that bear a number',
  },
  '/strategies/{strategy}': {
    ...{ id: 'getStrategy', tag: 'Strategies', answers: Strategy },
    summary: 'A strategy as its register page says it',
  },
  '/strategies/{strategy}/history': {
    ...{ id: 'getRegisterHistory', tag: 'Strategies', answers: RegisterHistory, query: [page] },
    summary: 'What was changed in the register since it was published, field by field',
  },
  '/strategies/{strategy}/meetings': {
    ...{ id: 'listMeetings', tag: 'Meetings', answers: MeetingList, query: [page] },
    summary: 'Its meetings, the latest first',
  },
  '/strategies/{strategy}/meetings/{meeting}': {
    ...{ id: 'getMeeting', tag: 'Meetings', answers: Meeting },
    summary: 'A meeting with its programme and its summary',
  },
  '/strategies/{strategy}/documents': {
    ...{ id: 'listDocuments', tag: 'Documents', answers: DocumentList, query: [page] },
    summary: 'Its documents with their published versions',
  },
  '/strategies/{strategy}/documents/{document}/{version}': {
    ...{ id: 'getDocumentVersion', tag: 'Documents', answers: DocumentVersion },
    summary: 'A published version with its text, paragraph by paragraph',
  },
  '/strategies/{strategy}/rounds': {
    ...{ id: 'listRounds', tag: 'Rounds', answers: RoundList, query: [page] },
    summary: 'Its rounds of input',
  },
  '/strategies/{strategy}/rounds/{round}': {
    ...{ id: 'getRound', tag: 'Rounds', answers: Round },
    summary: 'A round with what it asks, what it is about, and how many have answered',
  },
  '/strategies/{strategy}/rounds/{round}/inputs': {
    ...{ id: 'listInputs', tag: 'Inputs', answers: InputList, query: [page] },
    summary: 'Its published inputs, newest first',
  },
  '/strategies/{strategy}/rounds/{round}/inputs/{input}': {
    ...{ id: 'getInput', tag: 'Inputs', answers: Input, gone: true },
    summary: 'A published input with its public text',
  },
  '/strategies/{strategy}/rounds/{round}/findings': {
    ...{ id: 'listFindings', tag: 'Findings', answers: FindingList, query: [page] },
    summary: 'What was heard in it',
  },
  '/strategies/{strategy}/rounds/{round}/findings/{finding}': {
    ...{ id: 'getFinding', tag: 'Findings', answers: Finding, query: [page] },
    summary: 'A finding with its whole chain; "page" is of the passages behind it',
  },
}

const tags: Record<string, string> = {
  Strategies: 'The register of strategies',
  Documents: 'Drafts and adopted documents, version by version',
  Meetings: 'Where people meet about it, and what was said there',
  Rounds: 'When something is asked, of whom, and how many have answered',
  Inputs: 'What was sent in, as anyone may read it',
  Findings: 'What was heard, what is made of it, and what was changed',
}

function operation(path: string, { id, tag, summary, answers, query = [], gone }: Operation) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])
  const inPath = names.map((name) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    description: parameters[name as keyof typeof parameters],
  }))
  return {
    get: {
      ...{ operationId: id, tags: [tag], summary, parameters: [...inPath, ...query] },
      responses: {
        200: {
          description: summary,
          headers: {
            ETag: { description: 'Send it in If-None-Match', schema: { type: 'string' } },
            Link: { description: 'Licence, and the pages of a list (RFC 8288)', schema: { type: 'string' } },
          },
          content: { 'application/json': { schema: named(answers) } },
        },
        304: { description: 'It is the one you have, by If-None-Match' },
        ...(query.length > 0 && { 400: failure('A parameter is not what it can be') }),
        404: failure('Nothing that anyone may read stands there'),
        ...(gone && { 410: failure('It was published, and is withdrawn or withheld') }),
      },
    },
  }
}

/** The description of the API in OpenAPI 3.1, as served from an origin. */
export function apiDescription(origin: string) {
  return {
    openapi: '3.1.0',
    info: {
      ...{
        title: 'Innspill',
        version: '1.0.0',
        summary: 'Strategies, rounds, documents, inputs and findings',
      },
      description:
        'Everything here is what anyone may read on the site, as it is now. Nobody signs in, and nothing can be written. Times are ISO 8601 in UTC; days are those of Norway. What goes wrong is said in the language of Accept-Language (nb, nn, en or sv; English otherwise). Fields may be added; what stands here keeps its meaning. Metadata and statistics are under the licence below; texts that were sent in belong to those who sent them, and are given as what is masked leaves them. Names of private persons are left out when they are a year old.',
      license: { name: 'Norsk lisens for offentlige data (NLOD) 2.0', url: dataLicencePage },
      termsOfService: `${origin}/en/open-data`,
    },
    servers: [{ url: `${origin}${apiPath}` }],
    security: [],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      Object.entries(operations).map(([path, told]) => [path, operation(path, told)]),
    ),
    components: { schemas: schemas() },
  }
}
