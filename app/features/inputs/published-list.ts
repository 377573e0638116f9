/** In which order published inputs are listed: the newest first, or by the name of the sender. */
export const LIST_ORDERS = ['newest', 'name'] as const

export type ListOrder = (typeof LIST_ORDERS)[number]

/** So many published inputs from senders of one kind in one county. */
export type InputGroup = { kind: string; county: string | null; inputs: number; withdrawn: number }

/** What is asked for in the address of a list; null where nothing is. */
export type AskedInputs = { kind: string | null; county: string | null }

/** How many inputs are left by a choice of kind and county. */
export function inputsMatching(groups: readonly InputGroup[], { kind, county }: AskedInputs): number {
  return groups
    .filter((group) => kind === null || group.kind === kind)
    .filter((group) => county === null || group.county === county)
    .reduce((sum, { inputs }) => sum + inputs, 0)
}
