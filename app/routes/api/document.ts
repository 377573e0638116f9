import { findPublishedDocument } from '#app/features/documents/published-document.server.ts'
import { apiLoader, oneAnswer } from '#app/features/open-data/api-answer.server.ts'
import { versionAnswer } from '#app/features/open-data/api-document.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { slugParam } from '#app/platform/http/answer.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: [] }

/** A published version of a document with its text. */
export const loader = apiLoader(async (asked) => {
  const { params, at } = asked
  const wanted = params.version ?? ''
  const number = /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 0
  const found = await findPublishedDocument(slugParam(params.strategy), slugParam(params.document), number)
  return oneAnswer(asked, versionAnswer(found ?? (await leadOn(asked)), at), 'texts')
})

export const action = onlyRead
