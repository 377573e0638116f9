import { createHash } from 'node:crypto'
import { outcomeOf } from './page-cache/conditional.ts'

/** A text that is the same for everybody, for anybody's program: with its tag, and 304 for those who have it. */
export function openAnswer(request: Request, text: string, type: string): Response {
  const { headers, outcome } = openHead(request, text)
  if (outcome !== 200) return new Response(null, { status: outcome, headers })
  headers.set('Content-Type', `${type}; charset=utf-8`)
  return new Response(text, { headers })
}

/**
 * How what anybody's program may read begins: its headers, and whether who asks has it already (304). `made` is what it is
 * recognised by, the text itself or all that it is made of. They ask each time whether it has changed.
 */
export function openHead(request: Request, made: string): { headers: Headers; outcome: 200 | 304 | 412 } {
  const tag = `"${createHash('sha256').update(made).digest('base64url').slice(0, 22)}"`
  const headers = new Headers({
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=0, must-revalidate',
    // Weak: what lies between may compress it.
    ETag: `W/${tag}`,
  })
  const asked = (name: string) => request.headers.get(name) ?? undefined
  const conditions = { 'if-match': asked('if-match'), 'if-none-match': asked('if-none-match') }
  return { headers, outcome: outcomeOf(conditions, tag) }
}
