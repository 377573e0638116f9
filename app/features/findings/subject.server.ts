import { and, eq } from 'drizzle-orm'
import { standingTheme } from '#app/features/analysis/codebook.server.ts'
import type { Transaction } from '#app/platform/database.server.ts'
import { type Refused, refuse } from '#app/platform/refusal.ts'
import { questions } from '#db/schema/index.ts'
import { type Subject, subjectOf } from './finding.ts'

/**
 * What a form says that a finding is about: a theme of its strategy, a question of its round, or neither; anybody else's is
 * neither. A theme that was merged is what it became part of. Refused where it is out of use ('theme-retired').
 */
export async function subjectIn(
  tx: Transaction,
  { strategyId, roundId }: { strategyId: string; roundId: string },
  key: string,
): Promise<Subject | Refused<'theme-retired'>> {
  const { themeId, questionId } = subjectOf(key)
  const theme = themeId ? await standingTheme(tx, strategyId, themeId) : null
  if (theme?.retiredAt) return refuse('theme-retired')
  const [question] = questionId
    ? await tx
        .select({ id: questions.id })
        .from(questions)
        .where(and(eq(questions.id, questionId), eq(questions.roundId, roundId)))
    : []
  return { themeId: theme?.id ?? null, questionId: question?.id ?? null }
}
