import { type Entry, type Filled, partName } from '#app/features/questionnaires/filled.ts'
import { textareaText } from '#app/platform/rich-text/plain-text.ts'
import { writtenAmount } from './amount.ts'
import type { AnswerContent } from './answer-content.ts'
import { answerField } from './fields.ts'

/** A stored answer as its fields show it. Files have names only where they are listed. */
export function filledAnswer(answer: AnswerContent | null): Filled {
  if (answer === null) return {}
  const importance = answer.importance === undefined ? {} : { importance: String(answer.importance) }
  return { ...partsOf(answer), ...importance }
}

function partsOf(answer: AnswerContent): Filled {
  switch (answer.kind) {
    case 'rich-text':
      return { text: textareaText(answer.body), body: answer.body }
    case 'single-choice':
      return { choice: answer.choice }
    case 'scale':
      return { choice: String(answer.value) }
    case 'multiple-choice':
      return { choices: answer.choices }
    case 'ranking':
      return { ranks: Object.fromEntries(answer.order.map((key, at) => [key, String(at + 1)])) }
    case 'acceptance':
      return { choice: answer.choice, note: answer.note ?? '' }
    case 'swot':
      return { cells: answer.cells }
    case 'table':
      return { cells: tableOf(answer.cells) }
    case 'participants':
      return { people: answer.people.map(({ name, role, leadership = '' }) => ({ name, role, leadership })) }
    case 'file':
      return {}
  }
}

function tableOf(cells: Extract<AnswerContent, { kind: 'table' }>['cells']): NonNullable<Filled['cells']> {
  const rows = Object.entries(cells).map(([row, filled]) => {
    const words = Object.entries(filled).map(([column, cell]) => [
      column,
      typeof cell === 'number' ? writtenAmount(cell) : cell,
    ])
    return [row, Object.fromEntries(words)]
  })
  return Object.fromEntries(rows)
}

/** An answer as its fields would send it. */
export function entriesOf(questionId: string, answer: AnswerContent | null): Entry[] {
  const {
    text,
    body,
    choice,
    note,
    importance,
    choices = [],
    ranks,
    cells,
    people = [],
  } = filledAnswer(answer)
  const name = answerField(questionId)
  const own = text ?? choice
  return [
    ...(own === undefined ? [] : [[name, own] as Entry]),
    ...(body === undefined ? [] : [[partName(name, 'json'), JSON.stringify(body)] as Entry]),
    ...(note === undefined ? [] : [[partName(name, 'note'), note] as Entry]),
    ...(importance === undefined ? [] : [[partName(name, 'importance'), importance] as Entry]),
    ...choices.map((key): Entry => [partName(name, 'choice'), key]),
    ...Object.entries(ranks ?? {}).map(([key, place]): Entry => [partName(name, 'rank', key), place]),
    ...Object.entries(cells ?? {}).flatMap(([row, filled]) =>
      Object.entries(filled).map(([column, cell]): Entry => [partName(name, row, column), cell]),
    ),
    ...people.flatMap((person, at) =>
      Object.entries(person).map(([part, words]): Entry => [partName(name, 'person', at, part), words]),
    ),
  ]
}
