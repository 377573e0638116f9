import { createHash } from 'node:crypto'
import { outcomeOf } from './page-cache/conditional.ts'

/**
 * A text that is the same for everybody, for anybody's program: with its tag, and 304 for those who have it. They ask each
 * time whether it has changed.
 */
export function openAnswer(request: Request, text: string, type: string): Response {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = new Headers({
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=0, must-revalidate',
    // Weak: what lies between may compress it.
    ETag: `W/${tag}`,
  })
  const { headers: asked } = request
  const outcome = outcomeOf(
    {
      'if-match': asked.get('if-match') ?? undefined,
      'if-none-match': asked.get('if-none-match') ?? undefined,
    },
    tag,
  )
  if (outcome !== 200) return new Response(null, { status: outcome, headers })
  headers.set('Content-Type', `${type}; charset=utf-8`)
  return new Response(text, { headers })
}
