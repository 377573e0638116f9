import type { WrittenLanguage } from './written-language.ts'

/** A body that treated the answer: when, under which case number, and what it decided. Days are ISO dates. */
export type HandlingStep = { body: string; on: string; caseNumber?: string; decision?: string }

/**
 * How a version came about in its own house: the decision that adopted it and the steps before it, or when and where
 * political treatment is planned (nordic-practice.md § B4).
 */
export type Handling = {
  adopted?: { level: string; body: string; on: string; caseNumber: string }
  steps?: HandlingStep[]
  planned?: { body: string; on?: string }
}

/**
 * As what a draft is sent: as it stands, as having no remarks (nothing of the draft goes with it, and the draft stays),
 * or as what a political body adopted. `lang` is what it is written in, where the sender said so.
 */
export type Sending = { lang?: WrittenLanguage } & (
  | { as: 'usual'; handling?: Handling }
  | { as: 'no-remarks' }
  | { as: 'adopted'; handling: Handling }
)
