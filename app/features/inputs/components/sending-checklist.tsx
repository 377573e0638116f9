import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { CheckCircleFillIcon, CircleIcon, WarningIcon } from '#app/ui/icons.tsx'
import type { Check } from '../checklist.ts'

const marks = { done: CheckCircleFillIcon, note: CircleIcon, hinders: WarningIcon } as const

/** What to see to before sending. Every line says in words whether sending waits for it. */
export function SendingChecklist({
  checks,
  values,
  more,
}: {
  checks: readonly Check[]
  values: { now: string; deadline: string; count: number }
  /** What stands under a line: links to what is missing, the way to approval. */
  more: Partial<Record<Check['says'], ReactNode>>
}) {
  const t = useTranslations('workspace.submission')
  return (
    <ul className="in-checklist">
      {checks.map(({ says, state }) => {
        const Mark = marks[state]
        return (
          <li key={says} data-state={state}>
            <Mark />
            <div>
              <p>
                <span className="in-sr">{t(`checkState.${state}`)} </span>
                {t(`check.${says}`, values)}
              </p>
              {more[says]}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
