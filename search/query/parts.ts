import { wordsOf } from '../analyser.ts'
import { type Field, type Match, minPartLength, type TypedQuery } from '../tree.ts'

/** Something to search for. `plain`: a word as anyone types it, without quotes, signs or field. */
export type Part = { readonly kind: 'part'; readonly node: TypedQuery; readonly plain: boolean }

/** Why something typed cannot be searched for. */
export type PartRefusal =
  | 'part-too-short'
  | 'word-too-short'
  | 'sign-needs-one-word'
  | 'unknown-field'
  | 'unknown-language'
  | 'field-without-word'

/** The languages a passage can be in, as one types them. */
const languages = ['nb', 'nn', 'sv', 'fi', 'en', 'se']

/** How many letters a word must have before others may stand for it. */
const minFuzzyLength = 4

const fields: ReadonlyMap<string, 'sender' | 'language'> = new Map([
  ['avsender', 'sender'],
  ['avsendar', 'sender'],
  ['avsändare', 'sender'],
  ['sender', 'sender'],
  ['språk', 'language'],
  ['lang', 'language'],
])

/** What a text ends with when the quotes that follow are for the sender's name, and what stands before that. */
export function opensSenderField(text: string): { before: string } | null {
  const [, before = '', name = ''] = /^(.*?)(\p{L}+):$/su.exec(text) ?? []
  return fields.get(name.toLowerCase()) === 'sender' && !/[\p{L}\p{M}\p{N}]$/u.test(before)
    ? { before }
    : null
}

/** Words in quotes: side by side, as written. */
export function quotedParts(text: string, field?: Field): Part[] | PartRefusal {
  const parts = sideBySide(text, 'exact', field)
  return parts.length === 0 && field ? 'field-without-word' : parts
}

/** What stands between two spaces: words, perhaps with a field before and signs around. */
export function partsOf(typed: string): Part[] | PartRefusal {
  const [, name = '', value = ''] = /^(\p{L}+):(.*)$/su.exec(typed) ?? []
  if (name === '') return listed(typed)
  switch (fields.get(name.toLowerCase())) {
    case 'sender':
      return ofSender(value)
    case 'language':
      return inLanguage(value)
    default:
      return looksLikeField(name, value) ? 'unknown-field' : listed(typed)
  }
}

// Not "Mål: skole", an address, or the endings of EU:s and YK:n.
function looksLikeField(name: string, value: string): boolean {
  return name.length > 2 && /\p{Ll}/u.test(name) && /^[\p{L}\p{N}*]/u.test(value)
}

function ofSender(value: string): Part[] | PartRefusal {
  const parts = listed(value, 'sender')
  return parts.length === 0 ? 'field-without-word' : parts
}

function inLanguage(value: string): Part[] | PartRefusal {
  const lang = value.toLowerCase()
  if (lang === '') return 'field-without-word'
  return languages.includes(lang) ? [part({ kind: 'language', lang })] : 'unknown-language'
}

// A slash lists.
function listed(typed: string, field?: Field): Part[] | PartRefusal {
  const parts: Part[] = []
  for (const one of typed.split('/')) {
    const found = withSigns(one, field)
    if (!Array.isArray(found)) return found
    parts.push(...found)
  }
  return parts
}

function withSigns(typed: string, field?: Field): Part[] | PartRefusal {
  const before = typed.startsWith('*')
  const [sign = ''] = /[*~]+(?=[.,;:!?]*$)/.exec(typed.slice(before ? 1 : 0)) ?? []
  const words = wordsOf(typed)
  const [word] = words
  if (!word || (!before && sign === '')) return sideBySide(typed, 'inflected', field)
  const open = before || sign !== '*'
  if (words.length > 1 || (sign.includes('~') && (before || sign.includes('*'))) || (open && field))
    return 'sign-needs-one-word'
  const letters = Array.from(word.text).length
  if (sign.includes('~'))
    return letters < minFuzzyLength ? 'word-too-short' : [part({ kind: 'fuzzy', text: word.text })]
  if (letters < minPartLength) return 'part-too-short'
  if (before) return [part({ kind: 'infix', text: word.text })]
  return [part({ kind: 'prefix', text: word.text, ...inField(field) })]
}

// "11-5" and "IKT-plan" are one thing to the person typing, so their parts must stand together.
function sideBySide(typed: string, match: Match, field?: Field): Part[] {
  const words = wordsOf(typed).map((word) => word.text)
  const [text] = words
  if (text === undefined) return []
  if (words.length > 1) return [part({ kind: 'phrase', words, match, ...inField(field) })]
  return [part({ kind: 'term', text, match, ...inField(field) }, match === 'inflected' && !field)]
}

const inField = (field: Field | undefined) => (field ? { field } : {})

function part(node: TypedQuery, plain = false): Part {
  return { kind: 'part', node, plain }
}
