import type { LocalisedText } from '../../platform/localised-text.ts'
import { lookAtDeadlines } from './deadline-advice.ts'
import type { RoundContact } from './round-revision.ts'
import { hasOpened, needsReason, type RulesRefusal, rulesRefusal, type StandingRules } from './round-rules.ts'

/** A line of the checklist before a round is public: what it says, and whether the round waits for it. */
export type OpeningCheck = { says: OpeningSays; state: 'done' | 'note' | 'warns' | 'hinders' }

export type OpeningSays =
  | 'strategy-not-public'
  | 'phase-not-open'
  | 'phase-ended'
  | 'phase-open'
  | 'intro-missing'
  | 'intro'
  | 'questions-missing'
  | 'questions-general'
  | 'questions'
  | 'rules-broken'
  | 'deadline-past'
  | 'deadline'
  | 'short-notice'
  | 'under-three-months'
  | 'times-off'
  | 'one-form'
  | 'both-forms'
  | 'contact-missing'
  | 'contact'
  | 'documents-missing'
  | 'documents-unpublished'
  | 'documents'
  | 'case-number-missing'
  | 'nobody-invited'
  | 'invited'

/** What the checklist looks at. */
export type Opening = {
  rules: StandingRules
  intro: LocalisedText
  contact: RoundContact | null
  /** Every text senders read before they answer: of the round, its questions with their alternatives, its documents. */
  texts: readonly LocalisedText[]
  questions: number
  documents: { public: number; waiting: number }
  strategyPublic: boolean
  /** Whether an organiser is a body of the state. */
  ofState: boolean
  phaseOpened: boolean
  phaseEnded: boolean
  caseNumber: string | null
  invited: number
}

/** Texts that lack bokmål or nynorsk. */
export const inOneForm = (texts: readonly LocalisedText[]): LocalisedText[] =>
  texts.filter((text) => Object.keys(text).length > 0 && !(text.nb?.trim() && text.nn?.trim()))

/**
 * What a round lacks before everybody may read it, what stops it first. A state body's forms exist in bokmål and nynorsk
 * at the same time (språklova § 14): that, and short notice, are warned of and must be accepted by whoever goes on.
 */
export function openingChecklist(round: Opening, now: Date): OpeningCheck[] {
  const { rules, contact, documents } = round
  const hearing = rules.legalForm === 'høring'
  const none = documents.public + documents.waiting === 0
  const lines: (OpeningCheck | null)[] = [
    round.strategyPublic ? null : { says: 'strategy-not-public', state: 'hinders' },
    phaseLine(round, now),
    Object.keys(round.intro).length === 0
      ? { says: 'intro-missing', state: 'hinders' }
      : { says: 'intro', state: 'done' },
    questionsLine(round.questions),
    ...deadlineLines(rules, now),
    inOneForm(round.texts).length > 0
      ? { says: 'one-form', state: round.ofState ? 'warns' : 'note' }
      : { says: 'both-forms', state: 'done' },
    none
      ? { says: 'documents-missing', state: hearing ? 'warns' : 'note' }
      : documents.waiting > 0
        ? { says: 'documents-unpublished', state: 'note' }
        : { says: 'documents', state: 'done' },
    contact?.mailbox ? { says: 'contact', state: 'done' } : { says: 'contact-missing', state: 'note' },
    hearing && round.caseNumber === null ? { says: 'case-number-missing', state: 'note' } : null,
    rules.publishedAt === null
      ? null
      : round.invited === 0
        ? { says: 'nobody-invited', state: 'note' }
        : { says: 'invited', state: 'done' },
  ]
  const found = lines.filter((line) => line !== null)
  return (['hinders', 'warns', 'note', 'done'] as const).flatMap((state) =>
    found.filter((line) => line.state === state),
  )
}

/** Every questionnaire has a general question from the start; one alone is enough where the paper is what is asked about. */
function questionsLine(questions: number): OpeningCheck {
  if (questions === 0) return { says: 'questions-missing', state: 'hinders' }
  return questions === 1 ? { says: 'questions-general', state: 'note' } : { says: 'questions', state: 'done' }
}

/** What opens now is in a phase that is open; what is only told of may wait for it. */
function phaseLine({ rules, phaseOpened, phaseEnded }: Opening, now: Date): OpeningCheck {
  if (phaseEnded && rules.publishedAt === null) return { says: 'phase-ended', state: 'warns' }
  if (phaseOpened) return { says: 'phase-open', state: 'done' }
  return { says: 'phase-not-open', state: rules.opensAt <= now ? 'hinders' : 'warns' }
}

/** Why the rules as they stand cannot hold, or null. */
export const brokenRule = (rules: StandingRules, now: Date): RulesRefusal | null =>
  rulesRefusal(rules, rules, now)

function deadlineLines(rules: StandingRules, now: Date): OpeningCheck[] {
  if (brokenRule(rules, now)) return [{ says: 'rules-broken', state: 'hinders' }]
  if (rules.deadlineAt <= now) return [{ says: 'deadline-past', state: 'hinders' }]
  // Who publishes after the hour of opening gives less time than the rules say.
  const opensAt = hasOpened(rules, now) || rules.opensAt > now ? rules.opensAt : now
  const given = { ...rules, opensAt }
  const warnings = lookAtDeadlines(given).flatMap((deadline) => deadline.warnings)
  const short = needsReason(given)
  const off = warnings.some((warning) => warning !== 'under-six-weeks' && warning !== 'under-three-months')
  const lines: (OpeningCheck | null)[] = [
    short
      ? { says: 'short-notice', state: 'warns' }
      : warnings.includes('under-three-months')
        ? { says: 'under-three-months', state: 'note' }
        : { says: 'deadline', state: 'done' },
    off ? { says: 'times-off', state: 'note' } : null,
  ]
  return lines.filter((line) => line !== null)
}

/** Why a round does not become public, or null. Whoever goes on despite what is warned of says so. */
export function openingRefusal(
  checks: readonly OpeningCheck[],
  despite: boolean,
): 'not-ready' | 'not-confirmed' | null {
  if (checks.some(({ state }) => state === 'hinders')) return 'not-ready'
  return !despite && checks.some(({ state }) => state === 'warns') ? 'not-confirmed' : null
}
