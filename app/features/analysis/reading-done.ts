import { isPosition, type Position } from './position.ts'

const deeds = [
  ...(['tagged', 'tagged-instead', 'untagged', 'positioned', 'stanced', 'marked', 'unmarked'] as const),
  ...(['split', 'joined', 'made', 'restored', 'read', 'unread'] as const),
]

export type Deed = (typeof deeds)[number]

/**
 * What was just done: the deed and what it was done to (a tagging, a mark, a passage, or a version with its answer). `was` is
 * the position before. `tagged-instead`: the theme was merged meanwhile, and its successor was used. It travels in the address where there is no script.
 */
export type Done = { did: Deed; of: string; answer?: string; was?: Position | 'none' }

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What was done, as the address of a page says it; what says nothing that can have been done is null. */
export function doneFrom(query: URLSearchParams): Done | null {
  const did = deeds.find((deed) => deed === query.get('did'))
  const of = query.get('of') ?? ''
  if (!did || !id.test(of)) return null
  const answer = query.get('answer') ?? ''
  const was = query.get('was')
  return {
    ...{ did, of },
    ...(id.test(answer) && { answer }),
    ...(was === 'none' ? { was } : isPosition(was) ? { was } : {}),
  }
}

/** The fields of the form that takes a deed back; null where there is nothing to take back. */
export function undoOf({ did, of, answer, was }: Done): Record<string, string> | null {
  const read = { version: of, ...(answer && { answer }) }
  switch (did) {
    case 'tagged':
    case 'tagged-instead':
    case 'stanced':
      return { act: 'untag', tagging: of }
    case 'untagged':
      return { act: 'retag', tagging: of }
    case 'positioned':
      return { act: 'position', tagging: of, ...(was && was !== 'none' && { position: was }) }
    case 'marked':
      return { act: 'unmark', mark: of }
    case 'unmarked':
      return { act: 'remark', mark: of }
    case 'split':
    case 'joined':
    case 'made':
      return { act: 'restore', passage: of }
    case 'read':
      return { act: 'unread', ...read }
    case 'unread':
      return { act: 'read', ...read }
    case 'restored':
      return null
  }
}
