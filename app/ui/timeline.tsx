import type { ReactNode } from 'react'
import type { Icon } from './icon.tsx'
import { CheckCircleFillIcon, CircleIcon, RingedDotIcon } from './icons.tsx'

export type TimelineStep = {
  name: string
  /** What language the name is in, when not the page's. */
  lang?: string
  at: 'done' | 'now' | 'next'
  /** The same in words, with when: every step says where it stands. */
  state: ReactNode
  href?: string
}

const MARKS: Record<TimelineStep['at'], Icon> = {
  done: CheckCircleFillIcon,
  now: RingedDotIcon,
  next: CircleIcon,
}

/** Steps in order. `wide` lays them in a row where there is room. */
export function Timeline({ steps, wide, label }: { steps: TimelineStep[]; wide?: boolean; label?: string }) {
  return (
    <ol className={wide ? 'in-phases in-phases--wide' : 'in-phases'} aria-label={label}>
      {steps.map(({ name, lang, at, state, href }) => {
        const Mark = MARKS[at]
        return (
          <li key={name} aria-current={at === 'now' ? 'step' : undefined}>
            <Mark className="in-dot" />
            <b lang={lang}>{href ? <a href={href}>{name}</a> : name}</b>
            <span className="in-state">{state}</span>
          </li>
        )
      })}
    </ol>
  )
}
