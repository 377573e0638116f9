import { createHash } from 'node:crypto'

/**
 * A short mark of what a row said when a form was drawn. A form whose mark is no longer right was written from an
 * older state: rows without a revision of their own are kept from being overwritten that way.
 */
export const markOf = (row: Record<string, unknown>) =>
  createHash('sha256')
    .update(
      JSON.stringify(
        Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)),
        sorted,
      ),
    )
    .digest('hex')
    .slice(0, 16)

// Texts come back from the database with their languages in another order.
const sorted = (_: string, part: unknown) =>
  part !== null && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part
