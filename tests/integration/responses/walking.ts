import { chainOfInput, chainOfParagraph, findChainParagraph } from '#app/features/responses/chain.server.ts'
import type { aChain } from '#tests/factories/chains.ts'

type Chain = Awaited<ReturnType<typeof aChain>>

/** Why a paragraph of a version reads as it does; null where there is no such paragraph. */
export async function storyAt(chain: Chain, version: number, anchor: string, page = 1) {
  const paragraph = await findChainParagraph(chain.at(version, anchor))
  return paragraph && chainOfParagraph(paragraph, new Date(), page)
}

/** What became of an input, the chain's own unless another is named. */
export const outcomeOf = (chain: Chain, inputId = chain.sent.input.id) =>
  chainOfInput(chain.round.id, inputId, new Date())
