import type { LocalisedText } from '../../platform/localised-text.ts'
import { cleanLine, cleanText } from '../../platform/rich-text/clean-text.ts'
import { normalisedCode } from './theme.ts'

/** What a theme says, as it is stored. */
export type ThemeText = {
  code: string
  title: LocalisedText
  definition: LocalisedText
  include: LocalisedText | null
  exclude: LocalisedText | null
  standardAnswer: LocalisedText | null
  assigneeId: string | null
}

type Words =
  | 'titleNb'
  | 'titleNn'
  | 'definitionNb'
  | 'definitionNn'
  | 'includeNb'
  | 'includeNn'
  | 'excludeNb'
  | 'excludeNn'
  | 'answerNb'
  | 'answerNn'

/** What was typed, in both written forms. */
export type TypedTheme = { code?: string | undefined; assignee?: string | undefined } & {
  [word in Words]?: string | undefined
}

/** What somebody typed of a theme, fit to store. */
export type Draft = ReturnType<typeof draftOf>

/** What somebody typed, fit to store. */
export function draftOf(typed: TypedTheme) {
  const said = (nb = '', nn = '') => localised(cleanText(nb), cleanText(nn))
  return {
    code: normalisedCode(typed.code ?? ''),
    title: localised(cleanLine(typed.titleNb ?? ''), cleanLine(typed.titleNn ?? '')),
    definition: said(typed.definitionNb, typed.definitionNn),
    include: said(typed.includeNb, typed.includeNn),
    exclude: said(typed.excludeNb, typed.excludeNn),
    standardAnswer: said(typed.answerNb, typed.answerNn),
    assigneeId: typed.assignee ?? null,
  }
}

function localised(nb: string, nn: string): LocalisedText {
  return { ...(nb.trim() && { nb: nb.trim() }), ...(nn.trim() && { nn: nn.trim() }) }
}

type Change = { before: Partial<ThemeText>; after: Partial<ThemeText> }

const names = ['code', 'title'] as const
const meaning = ['definition', 'include', 'exclude', 'standardAnswer', 'assigneeId'] as const

/** What is different, a new name apart from a new meaning; null where nothing is. */
export function changesOf(was: ThemeText, now: ThemeText): { renamed: Change | null; edited: Change | null } {
  return { renamed: changeOf(names, was, now), edited: changeOf(meaning, was, now) }
}

function changeOf(parts: readonly (keyof ThemeText)[], was: ThemeText, now: ThemeText): Change | null {
  const changed = parts.filter((part) => !same(was[part], now[part]))
  if (changed.length === 0) return null
  const only = (text: ThemeText) => Object.fromEntries(changed.map((part) => [part, text[part]]))
  return { before: only(was), after: only(now) }
}

// No text and an empty one say the same, and the order of the written forms says nothing.
function same(one: ThemeText[keyof ThemeText], other: ThemeText[keyof ThemeText]): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return (one?.nb ?? '') === (other?.nb ?? '') && (one?.nn ?? '') === (other?.nn ?? '')
}
