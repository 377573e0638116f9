import type { rounds } from '#db/schema/index.ts'
import { LEGAL_FORMS, ROUND_NAMINGS, type StandingRules } from './round-rules.ts'

type RoundRow = typeof rounds.$inferSelect

/** The rules of a round as they stand; a stored word nobody knows is read as the narrowest. */
export function rulesOf(round: RoundRow): StandingRules {
  const { opensAt, deadlineAt, acceptsLateUntil, allowsCorrections, allowsWithdrawal } = round
  const { shortNoticeReason, publishedAt, closedAt } = round
  return {
    ...{ opensAt, deadlineAt, acceptsLateUntil, allowsCorrections, allowsWithdrawal, shortNoticeReason },
    ...{ publishedAt, closedAt },
    // Written without ø in places.
    legalForm:
      round.legalForm === 'hoering'
        ? 'høring'
        : (LEGAL_FORMS.find((one) => one === round.legalForm) ?? 'innspill'),
    inputsShown: round.inputsShown === 'after-closing' ? 'after-closing' : 'as-checked',
    naming: ROUND_NAMINGS.find((one) => one === round.naming) ?? 'named',
    groupDeadlines: Object.fromEntries(
      Object.entries(round.groupDeadlines ?? {}).map(([kind, at]) => [kind, new Date(at)]),
    ),
  }
}
