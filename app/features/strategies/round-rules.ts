import type { LocalisedText } from '../../platform/localised-text.ts'
import { osloDate } from '../../platform/oslo-time.ts'
import type { InputsShown } from './round.ts'

/** How private persons may stand, from the narrowest to the widest. */
export const ROUND_NAMINGS = ['named', 'may-hide', 'may-be-anonymous'] as const
export type RoundNaming = (typeof ROUND_NAMINGS)[number]

/** An informal round of input, or a hearing with the duties that has. */
export const LEGAL_FORMS = ['innspill', 'høring'] as const
export type LegalForm = (typeof LEGAL_FORMS)[number]

/** The rules of a round: when it takes input from whom, and what senders may do. */
export type RoundRules = {
  legalForm: LegalForm
  opensAt: Date
  deadlineAt: Date
  acceptsLateUntil: Date | null
  inputsShown: InputsShown
  naming: RoundNaming
  allowsCorrections: boolean
  allowsWithdrawal: boolean
  /** A deadline of their own for some kinds of sender. */
  groupDeadlines: Readonly<Record<string, Date>>
  shortNoticeReason: LocalisedText | null
}

/** The rules as they stand, with what decides how much of them may still change. */
export type StandingRules = RoundRules & {
  publishedAt: Date | null
  closedAt: Date | null
}

/** Why rules cannot be like this; `kind` is the kind of sender whose deadline it is about. */
export type RulesRefusal = {
  refusal:
    | 'round-closed'
    | 'opening-fixed'
    | 'form-fixed'
    | 'deadline-before-opening'
    | 'late-before-deadline'
    | 'reason-missing'
    | 'deadline-earlier'
    | 'late-earlier'
    | 'naming-narrower'
    | 'corrections-taken-back'
    | 'withdrawal-taken-back'
    | 'inputs-shown-fixed'
  kind?: string
}

const no = (refusal: RulesRefusal['refusal'], kind?: string): RulesRefusal =>
  kind === undefined ? { refusal } : { refusal, kind }

/** Whether senders have been let in: from then on the rules may only be made roomier. */
export const hasOpened = (
  { opensAt, publishedAt }: Pick<StandingRules, 'opensAt' | 'publishedAt'>,
  now: Date,
): boolean => publishedAt !== null && now >= opensAt

/** The deadline of a kind of sender, without extensions: the group's own, else the round's. */
export const ordinaryDeadline = (
  { deadlineAt, groupDeadlines }: Pick<RoundRules, 'deadlineAt' | 'groupDeadlines'>,
  kind: string,
): Date => (Object.hasOwn(groupDeadlines, kind) ? (groupDeadlines[kind] ?? deadlineAt) : deadlineAt)

/**
 * Why a round's rules cannot be changed to these. Before the opening anything that hangs together; afterwards only what
 * takes nothing from anybody: no earlier deadline, no narrower choice of name, no right taken back, and the time when
 * inputs are shown stays what those who have sent were told.
 */
export function rulesRefusal(before: StandingRules, after: RoundRules, now: Date): RulesRefusal | null {
  if (before.closedAt !== null) return no('round-closed')
  const opened = hasOpened(before, now)
  if (opened && after.opensAt.getTime() !== before.opensAt.getTime()) return no('opening-fixed')
  if (opened && after.legalForm !== before.legalForm) return no('form-fixed')
  const early = Object.keys(after.groupDeadlines).find(
    (kind) => ordinaryDeadline(after, kind) <= after.opensAt,
  )
  if (after.deadlineAt <= after.opensAt) return no('deadline-before-opening')
  if (early !== undefined) return no('deadline-before-opening', early)
  if (after.acceptsLateUntil !== null && after.acceptsLateUntil <= after.deadlineAt)
    return no('late-before-deadline')
  const narrower = opened ? takenBack(before, after) : null
  if (narrower) return narrower
  return needsReason(after) && after.shortNoticeReason === null ? no('reason-missing') : null
}

function takenBack(before: RoundRules, after: RoundRules): RulesRefusal | null {
  if (after.deadlineAt < before.deadlineAt) return no('deadline-earlier')
  const kinds = [...Object.keys(before.groupDeadlines), ...Object.keys(after.groupDeadlines)]
  const kind = kinds.find((one) => ordinaryDeadline(after, one) < ordinaryDeadline(before, one))
  if (kind !== undefined) return no('deadline-earlier', kind)
  const late = before.acceptsLateUntil
  // Late input is no longer spoken of where everybody's deadline is moved past it.
  if (late !== null && (after.acceptsLateUntil ?? firstDeadline(after)) < late) return no('late-earlier')
  if (ROUND_NAMINGS.indexOf(after.naming) < ROUND_NAMINGS.indexOf(before.naming)) return no('naming-narrower')
  if (before.allowsCorrections && !after.allowsCorrections) return no('corrections-taken-back')
  if (before.allowsWithdrawal && !after.allowsWithdrawal) return no('withdrawal-taken-back')
  return after.inputsShown === before.inputsShown ? null : no('inputs-shown-fixed')
}

// Of those who have the least time.
const firstDeadline = ({ deadlineAt, groupDeadlines }: Pick<RoundRules, 'deadlineAt' | 'groupDeadlines'>) =>
  new Date(Math.min(...[deadlineAt, ...Object.values(groupDeadlines)].map((at) => at.getTime())))

/** Days the instructions ask for between the opening of a hearing and its deadline: six weeks. */
export const FEWEST_DAYS = 42

const DAY = 86_400_000

/** How many days of the calendar the senders with the least time get. */
export function daysOfNotice(rules: Pick<RoundRules, 'opensAt' | 'deadlineAt' | 'groupDeadlines'>): number {
  const [from, to] = [rules.opensAt, firstDeadline(rules)].map((at) => Date.parse(osloDate(at)))
  return Math.round(((to ?? 0) - (from ?? 0)) / DAY)
}

/**
 * Whether a hearing gives less time than it normally must (utredningsinstruksen 3-3: three months, not less than six
 * weeks). It is no stop, since urgent cases are real, but it takes a reason.
 */
export const needsReason = (
  rules: Pick<RoundRules, 'legalForm' | 'opensAt' | 'deadlineAt' | 'groupDeadlines'>,
): boolean => rules.legalForm === 'høring' && daysOfNotice(rules) < FEWEST_DAYS

/** The names of the rules that differ. */
export function changedRules(before: RoundRules, after: RoundRules): (keyof RoundRules)[] {
  const said = (value: unknown) =>
    value !== null && typeof value === 'object' && !(value instanceof Date)
      ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : JSON.stringify(value)
  return RULES.filter((name) => said(before[name]) !== said(after[name]))
}

const RULES = [
  ...(['legalForm', 'opensAt', 'deadlineAt', 'groupDeadlines', 'acceptsLateUntil'] as const),
  ...(['shortNoticeReason', 'naming', 'allowsCorrections', 'allowsWithdrawal', 'inputsShown'] as const),
] satisfies (keyof RoundRules)[]
