/** How something came that did not come through Innspill. */
export const CHANNELS = ['e-mail', 'letter', 'oral', 'file'] as const
export type Channel = (typeof CHANNELS)[number]

/** The ways staff register one at a time; `file` is for a table of many. */
export const SINGLE_CHANNELS = ['letter', 'e-mail', 'oral'] as const
export type SingleChannel = (typeof SINGLE_CHANNELS)[number]

// Names that the page's form and the server agree on; here so that browsers need not load schemas.

/** Fields that carry files from one page to the next: each with whether it is the letter itself, and whether it goes along. */
export const ticketField = 'ticket'
export const saidField = 'said'
export const keptField = 'kept'
