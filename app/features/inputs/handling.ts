import { cleanLine, cleanText } from '../../platform/rich-text/clean-text.ts'
import { writtenDay } from '../../platform/written-day.ts'
import type { Handling, HandlingStep } from './sending.ts'

/** Who adopted the answer of a body: an official by delegation, a committee, the executive board or the council (B4). */
export const ADOPTION_LEVELS = ['delegated', 'committee', 'executive-board', 'council'] as const

/** The most bodies a form has room for before the one that adopted. */
export const mostSteps = 10

const longest = { body: 200, caseNumber: 60, decision: 1_000, on: 40 } as const

type Part = keyof typeof longest

/** Why a field of a form about handling cannot be taken in. */
export type HandlingProblem =
  | 'level-missing'
  | 'body-missing'
  | 'day-missing'
  | 'not-a-day'
  | 'day-in-future'
  | 'day-passed'
  | 'case-number-missing'
  | 'after-adoption'
  | 'too-long-60'
  | 'too-long-200'
  | 'too-long-1000'

/** What is wrong, by the name of the field. */
export type HandlingProblems = Record<string, HandlingProblem>

type Read = { handling: Handling } | { problems: HandlingProblems }

/** What was typed, by the name of the field. */
export type TypedHandling = Record<string, string | undefined>

/** The name of a field of a step, which is also its id: 'step-2-body'. Steps are counted from 1. */
export const stepField = (at: number, part: Part) => `step-${at}-${part}`

const problemOfLength = {
  body: 'too-long-200',
  caseNumber: 'too-long-60',
  decision: 'too-long-1000',
  on: 'not-a-day',
} as const

/** A field read: cleaned, and judged by its length. */
function part(typed: TypedHandling, name: string, kind: Part, problems: HandlingProblems): string {
  const text = typed[name] ?? ''
  const clean = kind === 'decision' ? cleanText(text).trim() : cleanLine(text)
  if (clean.length > longest[kind]) problems[name] = problemOfLength[kind]
  return clean
}

/** A day read; its problem is set when it is none. */
function day(typed: TypedHandling, name: string, problems: HandlingProblems): string | null {
  const text = part(typed, name, 'on', problems)
  if (text === '' || problems[name]) return null
  const on = writtenDay(text)
  if (on === null) problems[name] = 'not-a-day'
  return on
}

/**
 * The adoption of an answer and the chain before it, as typed. A step with nothing in it is no step. A step takes a
 * body and a day; its case number and decision may be missing. Nothing is decided in the future, and no body that
 * treated the answer did so after it was adopted. `today` is the day in Norway.
 */
export function adoptionOf(typed: TypedHandling, today: string): Read {
  const problems: HandlingProblems = {}
  const level = ADOPTION_LEVELS.find((one) => one === typed.level)
  if (!level) problems.level = 'level-missing'
  const body = part(typed, 'body', 'body', problems)
  if (body === '') problems.body = 'body-missing'
  const on = day(typed, 'on', problems)
  if (on === null) problems.on ??= 'day-missing'
  else if (on > today) problems.on = 'day-in-future'
  const caseNumber = part(typed, 'caseNumber', 'caseNumber', problems)
  if (caseNumber === '') problems.caseNumber = 'case-number-missing'
  const steps = stepsOf(typed, on ?? today, today, problems)
  if (!level || on === null || Object.keys(problems).length > 0) return { problems }
  const adopted = { level, body, on, caseNumber }
  return { handling: { adopted, ...(steps.length > 0 && { steps }) } }
}

function stepsOf(
  typed: TypedHandling,
  adoptedOn: string,
  today: string,
  problems: HandlingProblems,
): HandlingStep[] {
  return Array.from({ length: mostSteps }, (_, at) => at + 1).flatMap((at) => {
    const read = (kind: Exclude<Part, 'on'>) => part(typed, stepField(at, kind), kind, problems)
    const [body, caseNumber, decision] = [read('body'), read('caseNumber'), read('decision')]
    const field = stepField(at, 'on')
    const on = day(typed, field, problems)
    const nothing = body === '' && on === null && caseNumber === '' && decision === ''
    if (nothing && !problems[field]) return []
    if (body === '') problems[stepField(at, 'body')] = 'body-missing'
    if (on === null) problems[field] ??= 'day-missing'
    else if (on > today) problems[field] = 'day-in-future'
    else if (on > adoptedOn) problems[field] = 'after-adoption'
    return [{ body, on: on ?? '', ...(caseNumber && { caseNumber }), ...(decision && { decision }) }]
  })
}

/** The treatment that is planned, as typed: nothing, or a body with or without the day. The day has not passed. */
export function plannedOf(typed: TypedHandling, today: string): Read {
  const problems: HandlingProblems = {}
  const body = part(typed, 'planned-body', 'body', problems)
  const on = day(typed, 'planned-on', problems)
  if (body === '' && (on !== null || problems['planned-on'])) problems['planned-body'] = 'body-missing'
  if (on !== null && on < today) problems['planned-on'] = 'day-passed'
  if (Object.keys(problems).length > 0) return { problems }
  return { handling: body === '' ? {} : { planned: { body, ...(on !== null && { on }) } } }
}

/** Every body that treated an answer in the order of their days, the one that adopted it last. */
export function chainOf({ steps = [], adopted }: Handling): (HandlingStep & { level?: string })[] {
  const before = [...steps].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  return adopted ? [...before, adopted] : before
}

/**
 * What the public may read of it: bodies, days, case numbers and what is planned. What a body decided is written freely
 * and nobody masks it, so it stays with the sender and the secretariat.
 */
export function publicHandling({ adopted, steps, planned }: Handling): Handling {
  return {
    ...(adopted && { adopted }),
    ...(steps && { steps: steps.map(({ decision: _kept, ...step }) => step) }),
    ...(planned && { planned }),
  }
}
