import { apiDescription } from '#app/features/open-data/api-description.ts'
import { forPrograms, jsonAnswer, onlyRead } from '#app/platform/http/json-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'

/** The API's description in OpenAPI 3.1. */
export const loader = forPrograms(async ({ request }) =>
  jsonAnswer(request, apiDescription(ownOrigin(request))),
)

export const action = onlyRead
