/**
 * Writes an unexpected error to the log under the code the page shows.
 * The log holds the route and the error, never what was typed or by whom.
 */
export function logUnexpected(error: unknown, where: string, code: string) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(JSON.stringify({ level: 'error', code, where, error: redacted(text) }))
}

// Query errors quote their parameters, and those are people's words.
const redacted = (text: string) => text.replace(/^params: .*$/gm, 'params: (left out)').slice(0, 4_000)
