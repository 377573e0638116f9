import { dataLicence } from './licence.ts'

/** A moment as data says it: in UTC. */
export const iso = (at: Date): string => at.toISOString()

export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null

/** What every answer says of itself. */
export const told = <Pages>(self: string, pages: Pages) => ({ self, pages, licence: dataLicence })
