import { noSuchAddress } from '#app/features/open-data/api-problems.ts'
import { forPrograms, onlyRead } from '#app/platform/http/json-answer.server.ts'

/** Addresses under the API where nothing stands. */
export const loader = forPrograms(async () => {
  throw noSuchAddress()
})

export const action = onlyRead
