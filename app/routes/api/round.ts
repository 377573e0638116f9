import { listDocumentVersions } from '#app/features/documents/queries.server.ts'
import { listLedgers } from '#app/features/inputs/ledger.server.ts'
import { apiLoader, oneAnswer } from '#app/features/open-data/api-answer.server.ts'
import { roundAnswer } from '#app/features/open-data/api-strategy.ts'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'

export const handle = { kept: [] }

/** A round with what it asks, what it is about, and who has answered. */
export const loader = apiLoader(async (asked) => {
  const { at, now } = asked
  const round = await roundAt(asked)
  const [questions, versions, ledgers] = await Promise.all([
    listQuestions(round.id),
    listDocumentVersions(round.strategyId, { roundId: round.id }),
    listLedgers(round.strategyId),
  ])
  const ledger = ledgers.find(({ roundId }) => roundId === round.id)
  return oneAnswer(asked, roundAnswer(round, { questions, versions, ledger }, at, now), 'texts', 'inputs')
})

export const action = onlyRead
