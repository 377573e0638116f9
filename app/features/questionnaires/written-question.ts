import type { LocalisedText } from '../../platform/localised-text.ts'
import { lineOver, orNone, textOver } from '../strategies/written.ts'
import type { QuestionFields } from './forms.ts'
import {
  hasOptions,
  mayAskImportance,
  type QuestionKind,
  type QuestionOption,
  type TableColumn,
} from './question.ts'
import { columnsFrom, optionsFrom, partsFrom, rowsOf, stepsFrom } from './written-parts.ts'

/** Settings as a row holds them. */
export type StoredSettings = {
  mostCharacters?: number
  fewest?: number
  most?: number
  importance?: boolean
  levels?: QuestionOption[]
  rows?: QuestionOption[]
  columns?: TableColumn[]
}

/** What a question says, as its row holds it. */
export type QuestionContent = {
  title: LocalisedText
  help: LocalisedText | null
  options: QuestionOption[] | null
  required: boolean
  settings: StoredSettings | null
  askedOf: string[] | null
}

/** What the form of a kind has fields for, beside words, whether it is required and whom it is asked of. */
export type KindField = 'options' | 'levels' | 'rows' | 'columns' | 'mostCharacters' | 'counts' | 'importance'

/** The lists among them. */
export const PART_FIELDS = ['options', 'levels', 'rows', 'columns'] as const
export type PartField = (typeof PART_FIELDS)[number]

/** Which fields a kind has. */
export function fieldsOf(kind: QuestionKind): KindField[] {
  const characters: readonly QuestionKind[] = ['rich-text', 'general', 'swot', 'table', 'acceptance']
  const counted: readonly QuestionKind[] = ['multiple-choice', 'ranking', 'participants', 'file']
  return [
    ...(hasOptions(kind) ? (['options'] as const) : []),
    ...(kind === 'swot' ? (['levels'] as const) : []),
    ...(kind === 'table' ? (['rows', 'columns'] as const) : []),
    ...(counted.includes(kind) ? (['counts'] as const) : []),
    ...(characters.includes(kind) ? (['mostCharacters'] as const) : []),
    ...(mayAskImportance(kind) ? (['importance'] as const) : []),
  ]
}

/** The question a form says, put over what was stored. What its kind has no field for is left alone or left out. */
export function questionFrom(
  kind: QuestionKind,
  fields: Omit<QuestionFields, 'key' | 'revision' | 'kind' | 'rearrange'>,
  stored: QuestionContent | null,
): QuestionContent {
  const has = new Set(fieldsOf(kind))
  const list = (field: PartField) => rowsOf(fields[field])
  const before = stored?.options ?? []
  const plain = (field: 'levels' | 'rows', word: string) =>
    partsFrom(list(field), stored?.settings?.[field] ?? [], word).map(({ key, label }) => ({ key, label }))
  const settings: StoredSettings = {
    ...(has.has('mostCharacters') && fields.mostCharacters && { mostCharacters: fields.mostCharacters }),
    ...(has.has('counts') && fields.fewest && { fewest: fields.fewest }),
    ...(has.has('counts') && fields.most !== undefined && { most: fields.most }),
    ...(has.has('importance') && fields.importance && { importance: true }),
    ...(has.has('levels') && { levels: plain('levels', 'niva') }),
    ...(has.has('rows') && { rows: plain('rows', 'rad') }),
    ...(has.has('columns') && { columns: columnsFrom(list('columns'), stored?.settings?.columns ?? []) }),
  }
  const words = kind === 'scale' ? stepsFrom : optionsFrom
  return {
    title: lineOver(stored?.title ?? null, fields.titleNb, fields.titleNn, fields.titleEn, fields.titleSv),
    help: orNone(textOver(stored?.help ?? null, fields.helpNb, fields.helpNn, fields.helpEn, fields.helpSv)),
    options: has.has('options') ? words(list('options'), before) : null,
    required: fields.required,
    settings: Object.keys(settings).length > 0 ? settings : null,
    // What we did not ask about is for everybody.
    askedOf: kind === 'general' || fields.askedOf.length === 0 ? null : [...new Set(fields.askedOf)],
  }
}
