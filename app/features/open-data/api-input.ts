import type { AnswerContent } from '#app/features/inputs/answer-content.ts'
import { chainOf } from '#app/features/inputs/handling.ts'
import type { PublicInput, PublicVersion } from '#app/features/inputs/published.server.ts'
import type { ListedInput } from '#app/features/inputs/published-list.server.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { canonicalText } from '#app/platform/rich-text/plain-text.ts'
import type { ApiAddresses } from './api-address.ts'
import type { Answer, Masks } from './api-schema.ts'
import type { Input, InputSummary } from './api-schema-input.ts'
import { iso, told } from './api-values.ts'

type Place = { strategy: { slug: string }; slug: string }

/** A published input as a list names it. */
export function inputSummary(round: Place, row: ListedInput, at: ApiAddresses): Answer<typeof InputSummary> {
  const { id, senderName, senderKind, senderCounty, lang, kind, submittedAt, receivedOn } = row
  const [strategy, { slug }] = [round.strategy.slug, round]
  return {
    ...{ id, sender: { kind: senderKind, name: senderName, county: senderCounty } },
    ...{ kind, lang, submittedAt: iso(submittedAt), receivedOn, late: row.lateAt !== null },
    ...{ noRemarks: row.noRemarks, masked: row.masked },
    ...{ self: at.input(strategy, slug, id), pages: at.pages(inputPath(strategy, slug, id)) },
  }
}

/** A published input with all its words that anyone may read. */
export function inputAnswer(round: Place, input: PublicInput, at: ApiAddresses): Answer<typeof Input> {
  const [strategy, { slug }, { id, sender }] = [round.strategy.slug, round, input]
  return {
    ...told(at.input(strategy, slug, id), at.pages(inputPath(strategy, slug, id))),
    ...{ id, round: at.round(strategy, slug) },
    sender: { kind: sender.kind, name: input.aged ? null : sender.name, county: sender.county },
    versions: input.versions.map(toldVersion),
    replaced: input.replaced.map(toldVersion),
    withheld: input.withheld.map(({ number, kind, at: when, basis }) => ({
      ...{ number, kind, at: iso(when), legalBasis: basis },
    })),
  }
}

type ToldVersion = Answer<typeof Input>['versions'][number]

function toldVersion(version: PublicVersion): ToldVersion {
  const { number, kind, lang, submittedAt, receivedOn, late, publishedAt, noRemarks, handling } = version
  const planned = handling?.planned
  return {
    ...{ number, kind, lang, submittedAt: iso(submittedAt), receivedOn, late },
    ...{ publishedAt: iso(publishedAt), noRemarks, attachments: version.attachments },
    handling: chainOf(handling ?? {}).map(({ body, on, caseNumber, level }) => ({
      ...{ body, on, caseNumber: caseNumber ?? null, level: level ?? null },
    })),
    planned: planned ? { body: planned.body, on: planned.on ?? null } : null,
    answers: version.answers.map(({ question, answer, text, masks }) => ({
      question: { position: question.position, title: question.title, kind: question.kind },
      ...{ text: text && canonicalText(text), ...chosen(answer), masks: toldMasks(masks) },
    })),
    comments: version.comments.map(({ id, said, text, masks }) => ({
      ...{
        id,
        paragraph: paragraphOf(said),
        stance: said.stance as ToldVersion['comments'][number]['stance'],
      },
      ...{ quote: said.quote, text, masks: toldMasks(masks) },
    })),
  }
}

/** The paragraph a comment is to, as data names it. */
export const paragraphOf = (said: { anchor: string; document: { slug: string; number: number } }) => ({
  ...{ document: said.document.slug, version: said.document.number, anchor: said.anchor },
})

const toldMasks = (masks: readonly { basis: string; count: number }[]): Answer<typeof Masks> =>
  masks.map(({ basis, count }) => ({ legalBasis: basis, count }))

/** What was chosen or counted. Words never come this way: they are masked in the text. */
function chosen(answer: AnswerContent) {
  const none = { choices: [] as string[], value: null as number | null, amounts: [] as Amount[] }
  return { ...none, importance: answer.importance ?? null, ...given(answer) }
}

type Amount = { row: string; column: string; amount: number }

function given(answer: AnswerContent): { choices?: string[]; value?: number; amounts?: Amount[] } {
  switch (answer.kind) {
    case 'single-choice':
    case 'acceptance':
      return { choices: answer.choice ? [answer.choice] : [] }
    case 'multiple-choice':
      return { choices: answer.choices }
    case 'ranking':
      return { choices: answer.order }
    case 'scale':
      return typeof answer.value === 'number'
        ? { value: answer.value }
        : { choices: [answer.value].filter(Boolean) }
    case 'table':
      return { amounts: amountsOf(answer.cells) }
    default:
      return {}
  }
}

const amountsOf = (cells: Record<string, Record<string, string | number>>): Amount[] =>
  Object.entries(cells).flatMap(([row, line]) =>
    Object.entries(line).flatMap(([column, amount]) =>
      typeof amount === 'number' ? [{ row, column, amount }] : [],
    ),
  )
