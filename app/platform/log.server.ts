/**
 * Writes an unexpected error to the log under the code the page shows.
 * The log holds the route and the error, never what was typed or by whom.
 */
export function logUnexpected(error: unknown, where: string, code: string) {
  console.error(JSON.stringify({ level: 'error', code, where, error: described(error) }))
}

/** An error without people's words: database errors quote queries and values, so only their code is kept. */
export function described(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = error as { code?: unknown }
  const fromDatabase = 'severity' in error || 'query' in error
  const head = [error.name, typeof code === 'string' ? code : '', fromDatabase ? '' : error.message]
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause ? [`caused by ${described(error.cause)}`] : []
  return [head.filter(Boolean).join(' '), ...frames.slice(0, 12), ...cause].join('\n')
}
