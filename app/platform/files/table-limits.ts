/** What a table may be: rows under the headings, columns, letters in all and in one cell. */
export const tableLimits = { rows: 20_000, columns: 200, letters: 60_000_000, cell: 200_000 } as const
