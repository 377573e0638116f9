import { forPrograms, onlyRead, problem } from '#app/platform/http/json-answer.server.ts'

/** Addresses under the API where nothing stands. */
export const loader = forPrograms(async () =>
  problem(404, 'Nothing stands at this address. /api/v1/openapi.json says which addresses there are.'),
)

export const action = onlyRead
