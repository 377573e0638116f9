import { v7 } from 'uuid'
import type { RegisterFields } from '#app/features/strategies/forms.ts'
import { findRegister } from '#app/features/strategies/register.server.ts'
import { isRefusal, type Refused } from '#app/platform/refusal.ts'
import type { strategies } from '#db/schema/index.ts'
import { aStaffMember, unique } from '#tests/factories/people.ts'
import { aStrategy } from '#tests/factories/strategies.ts'
import type { TestDatabase } from '#tests/setup/database.ts'

/** A strategy and the person who leads it. */
export async function aLedStrategy({ db }: TestDatabase, own: Partial<typeof strategies.$inferInsert> = {}) {
  const strategy = await aStrategy(db, own)
  return { strategy, lead: await aStaffMember(db, strategy, 'lead') }
}

/** The form as the page draws it for a strategy that has only what the factory gives it. */
export const filled = (revision: number, own: Partial<RegisterFields> = {}): RegisterFields => ({
  ...{ key: v7(), revision, kind: 'project', status: 'ongoing', titleNb: 'Lik tilgang', titleNn: '' },
  ...{ projectNumber: '', caseNumber: '', mandateFrom: '', mandateTo: '', appointedOn: '' },
  ...{ goalsNb: '', goalsNn: '', resultsNb: '', resultsNn: '', summaryNb: 'Kort sagt.', summaryNn: '' },
  ...{ scopeNb: '', scopeNn: '', legalRegimeNb: 'Offentleglova', legalRegimeNn: '' },
  ...{ titleEn: '', goalsEn: '', resultsEn: '', summaryEn: '', scopeEn: '', legalRegimeEn: '' },
  ...{ titleSv: '', goalsSv: '', resultsSv: '', summarySv: '', scopeSv: '', legalRegimeSv: '' },
  ...{ contactEmail: 'post@example.test', ...own },
})

/** What a call gave when it was not refused. */
export function made<T extends object>(outcome: T): Exclude<T, Refused> {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`)
  return outcome as Exclude<T, Refused>
}

/** A number no other test has. */
export const aNumber = () => `DEP${Number.parseInt(unique(), 16)}:00/2026`

export const recordNow = async (...asked: Parameters<typeof findRegister>) =>
  made(await findRegister(...asked))
