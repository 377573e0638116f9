/** The public addresses of a strategy and what lies under it, in bokmål; `pathIn` gives them in another language. */
export const strategyPath = (strategy: string) => `/strategies/${strategy}`

export const roundPath = (strategy: string, round: string) => `${strategyPath(strategy)}/rounds/${round}`

/** Where anyone begins to answer a round. */
export const answerPath = (strategy: string, round: string) => `${roundPath(strategy, round)}/answer`

export const inputsPath = (strategy: string, round: string) => `${roundPath(strategy, round)}/inputs`

export const inputPath = (strategy: string, round: string, input: string) =>
  `${inputsPath(strategy, round)}/${input}`

export const findingsPath = (strategy: string, round: string) => `${roundPath(strategy, round)}/findings`

export const findingPath = (strategy: string, round: string, finding: string) =>
  `${findingsPath(strategy, round)}/${finding}`

/** What was heard in a strategy's rounds, and what was changed. */
export const heardPath = (strategy: string) => `${strategyPath(strategy)}/heard`

/** How much of what was said in a round is read, cited and answered. */
export const coveragePath = (strategy: string, round: string) => `${roundPath(strategy, round)}/coverage`

/** What became of an input. */
export const outcomePath = (strategy: string, round: string, input: string) =>
  `${inputPath(strategy, round, input)}/outcome`

/** The senders behind a number of a finding. */
export const numberPath = (strategy: string, round: string, finding: string, number: number) =>
  `${findingPath(strategy, round, finding)}/numbers/${number}`

/** Without a version: whichever is the latest on the day it is followed. */
export const documentPath = (strategy: string, document: string, version?: number) =>
  `${strategyPath(strategy)}/documents/${document}${version === undefined ? '' : `/${version}`}`

/** What changed in a version since another; without `since`, the version before it. */
export const changesPath = (strategy: string, document: string, version: number, since?: number) =>
  `${documentPath(strategy, document, version)}/changes${since === undefined ? '' : `/${since}`}`

/** Why a paragraph reads as it does. */
export const originPath = (strategy: string, document: string, version: number, anchor: string) =>
  `${documentPath(strategy, document, version)}/paragraphs/${anchor}`

export const historyPath = (strategy: string) => `${strategyPath(strategy)}/history`

/** Whom a round asked, and what came of it. */
export const invitedPath = (strategy: string, round: string) => `${roundPath(strategy, round)}/invited`

export const meetingsPath = (strategy: string) => `${strategyPath(strategy)}/meetings`

export const meetingPath = (strategy: string, meeting: string) => `${meetingsPath(strategy)}/${meeting}`

/** What is new, for readers of feeds: in a strategy, or in all of them. */
export const feedPath = (strategy?: string) => `${strategy ? strategyPath(strategy) : ''}/feed.atom`

/** Deadlines and meetings, for calendars: of a strategy, or of all of them. */
export const calendarPath = (strategy?: string) => `${strategy ? strategyPath(strategy) : ''}/calendar.ics`

/** The same place under another address of its strategy: language (or the API), rest of the path and query stay. */
export function renamedPath(
  { pathname, search }: { pathname: string; search: string },
  strategy: string,
): string {
  const moved = pathname.replace(/^((?:\/[a-z]{2}|\/api\/v1)?\/strategies\/)[^/]+/, `$1${strategy}`)
  return `${moved.replace(/\.data$/, '')}${search}`
}
