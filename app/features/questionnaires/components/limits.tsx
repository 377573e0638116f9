import { useTranslations } from 'use-intl/react'
import type { Question } from '../question.ts'

/** What may be answered, said before somebody answers: how long, how many. Undefined where there is no limit. */
export function useLimits({ kind, settings }: Pick<Question, 'kind' | 'settings'>): string | undefined {
  const t = useTranslations('public.question.limit')
  const { mostCharacters, fewest = 0, most } = settings ?? {}
  if (kind === 'multiple-choice' || kind === 'ranking' || kind === 'participants' || kind === 'file') {
    if (most !== undefined && most === fewest) return t('exactly', { kind, count: most })
    if (most !== undefined && fewest > 0) return t('between', { kind, fewest, most })
    if (most !== undefined) return t('atMost', { kind, count: most })
    return fewest > 0 ? t('atLeast', { kind, count: fewest }) : undefined
  }
  const hasText = ['rich-text', 'general', 'swot', 'table', 'acceptance'].includes(kind)
  if (mostCharacters === undefined || !hasText) return undefined
  return t(kind === 'swot' || kind === 'table' ? 'charactersEach' : 'characters', { count: mostCharacters })
}
