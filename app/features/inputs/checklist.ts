import type { SignOffState } from './sign-off.ts'

/** A line of the checklist before sending: what it says, and whether sending waits for it. */
export type Check = { says: CheckSays; state: 'done' | 'note' | 'hinders' }

export type CheckSays =
  | 'answered'
  | 'missing'
  | 'nothing-written'
  | 'approved'
  | 'must-be-approved'
  | 'must-be-approved-again'
  | 'changed-since-approved'
  | 'need-not-be-approved'
  | 'files-being-read'
  | 'files-unreadable'
  | 'in-time'
  | 'late'
  | 'closed'
  | 'announced'
  | 'corrections-not-allowed'

/** What the checklist looks at. `approval` is null for who asks nobody. */
export type Checked = {
  missing: number
  anythingWritten: boolean
  approval: { state: SignOffState; required: boolean } | null
  files: readonly { readAt: Date | null; problem: string | null }[]
  time: 'announced' | 'open' | 'late' | 'closed'
  correctsWhereNoneAre: boolean
}

/** What stands in the way first, in the order one would mend it; files never do, because what is sent is the file itself. */
export function checklist(draft: Checked): Check[] {
  const { missing, anythingWritten, approval, files, time } = draft
  const lines: (Check | null)[] = [
    draft.correctsWhereNoneAre ? { says: 'corrections-not-allowed', state: 'hinders' } : null,
    missing > 0
      ? { says: 'missing', state: 'hinders' }
      : anythingWritten
        ? { says: 'answered', state: 'done' }
        : { says: 'nothing-written', state: 'hinders' },
    approval && approvalLine(approval),
    files.some(({ readAt }) => readAt === null) ? { says: 'files-being-read', state: 'note' } : null,
    files.some(({ problem }) => problem !== null) ? { says: 'files-unreadable', state: 'note' } : null,
    timeLine(time),
  ]
  return lines.filter((line) => line !== null)
}

function approvalLine({ state, required }: NonNullable<Checked['approval']>): Check {
  if (state === 'approved') return { says: 'approved', state: 'done' }
  if (state === 'changed')
    return required
      ? { says: 'must-be-approved-again', state: 'hinders' }
      : { says: 'changed-since-approved', state: 'note' }
  return required
    ? { says: 'must-be-approved', state: 'hinders' }
    : { says: 'need-not-be-approved', state: 'note' }
}

function timeLine(time: Checked['time']): Check {
  if (time === 'open') return { says: 'in-time', state: 'done' }
  return { says: time, state: time === 'late' ? 'note' : 'hinders' }
}
