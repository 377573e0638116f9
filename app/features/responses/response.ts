import type { LocalisedText } from '../../platform/localised-text.ts'
import type { Disposition } from './disposition.ts'

/** Citations on one page of the list of what may be answered by itself. */
export const citationsPerPage = 20

/** Which of a response's revisions are what. */
export type Revisions = {
  revision: number
  approvedRevision: number | null
  publishedRevision: number | null
}

/**
 * How far a response has come. 'written': nobody has approved it. 'approved': what is written is approved and not yet
 * public. 'changed': written on after it was approved. 'published': what is written is what anyone reads.
 */
export type ResponseState = 'written' | 'approved' | 'changed' | 'published'

/** How far a response has come; an older revision may be public whatever this says. */
export function responseState({ revision, approvedRevision, publishedRevision }: Revisions): ResponseState {
  if (publishedRevision === revision) return 'published'
  if (approvedRevision === revision) return 'approved'
  return approvedRevision === null && publishedRevision === null ? 'written' : 'changed'
}

/** The revision that publication would make public; null when nothing new is approved. */
export function revisionToPublish({ approvedRevision, publishedRevision }: Revisions): number | null {
  return approvedRevision === publishedRevision ? null : approvedRevision
}

/** What stands in the way of a response, or is to be known of it. */
export type ResponseProblem =
  | 'no-reason'
  | 'unfinished-reason'
  | 'no-change'
  | 'no-change-yet'
  | 'reason-in-one-form'
  | 'carried-nowhere'
  | 'citation-withdrawn'
  | 'finding-not-published'

/** A response as the rule sees it, with what stands around it. */
export type JudgedResponse = {
  disposition: Disposition
  reason: LocalisedText
  /** Changes that stand, or a "none" with its reason. */
  changes: number
  /** Whether a later version of what was consulted on is public. */
  laterPublished: boolean
  /** Whether the finding is taken up in a later round. */
  carried: boolean
  /** Whether what it answers was taken back by its sender. */
  withdrawn: boolean
  findingPublished: boolean
}

const approvalStops: readonly ResponseProblem[] = ['no-reason', 'unfinished-reason', 'no-change']
const publicationStops: readonly ResponseProblem[] = [...approvalStops, 'finding-not-published']

/** Whether a problem keeps a response from being approved. */
export const stopsApproval = (problem: ResponseProblem) => approvalStops.includes(problem)

/** Whether a problem keeps a response from being published. */
export const stopsPublication = (problem: ResponseProblem) => publicationStops.includes(problem)

/** The sentences one can begin with have blanks, which somebody fills in. One left out in a quote stands in brackets. */
const isUnfinished = (reason: string | undefined) => reason !== undefined && /(^|\s)…/.test(reason)

/**
 * What is wrong with a response, the gravest first. A response that says the text is followed points to a change or to
 * "none" with its reason once a later version is public (analysis.md § 5.2); before that it is only told.
 */
export function responseProblems(response: JudgedResponse): ResponseProblem[] {
  const { disposition, reason } = response
  const [nb, nn] = [reason.nb?.trim(), reason.nn?.trim()]
  const unchanged = (disposition === 'followed' || disposition === 'partly') && response.changes === 0
  const problems: (ResponseProblem | false)[] = [
    !nb && !nn && 'no-reason',
    [nb, nn].some(isUnfinished) && 'unfinished-reason',
    unchanged && (response.laterPublished ? 'no-change' : 'no-change-yet'),
    !response.findingPublished && 'finding-not-published',
    Boolean(nb) !== Boolean(nn) && 'reason-in-one-form',
    disposition === 'carried-forward' && !response.carried && 'carried-nowhere',
    response.withdrawn && 'citation-withdrawn',
  ]
  return problems.filter((problem) => problem !== false)
}
