/** The public addresses of a strategy and what lies under it, in bokmål; `pathIn` gives them in another language. */
export const strategyPath = (strategy: string) => `/strategies/${strategy}`

export const roundPath = (strategy: string, round: string) => `${strategyPath(strategy)}/rounds/${round}`

export const inputsPath = (strategy: string, round: string) => `${roundPath(strategy, round)}/inputs`

export const inputPath = (strategy: string, round: string, input: string) =>
  `${inputsPath(strategy, round)}/${input}`

export const findingsPath = (strategy: string, round: string) => `${roundPath(strategy, round)}/findings`

export const findingPath = (strategy: string, round: string, finding: string) =>
  `${findingsPath(strategy, round)}/${finding}`

/** Without a version: whichever is the latest on the day it is followed. */
export const documentPath = (strategy: string, document: string, version?: number) =>
  `${strategyPath(strategy)}/documents/${document}${version === undefined ? '' : `/${version}`}`
