import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'

type Named = { id: string; code: string; title: LocalisedText }

export type ThemeHappening = {
  id: string
  kind: string
  at: Date
  by: string
  reason: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  theme: Named
  other: Named | null
}

const kinds = [
  ...(['created', 'renamed', 'edited', 'moved', 'merged'] as const),
  ...(['split', 'retired', 'restored'] as const),
]
const parts = ['definition', 'include', 'exclude', 'standardAnswer', 'assigneeId'] as const

type ThemeHistoryProps = {
  events: readonly ThemeHappening[]
  themeId: string
  base: string
  /** What a theme of the codebook is called, for those that were moved under one another. */
  nameOf: (id: string) => string | null
}

/** What happened to a theme, newest first: what, who, when, why, and what it said before. */
export function ThemeHistory({ events, themeId, base, nameOf }: ThemeHistoryProps) {
  const { moment } = useDates()
  return (
    <ol className="in-list in-list--last">
      {events.map((event) => (
        <li key={event.id} className="in-stack in-stack--2">
          <p>
            <What {...{ event, themeId, base, nameOf }} />
          </p>
          <Before event={event} />
          {event.reason && <p className="in-lines in-break">«{event.reason}»</p>}
          <p className="in-small in-muted">{`${event.by}, ${moment(event.at)}`}</p>
        </li>
      ))}
    </ol>
  )
}

type WhatProps = Omit<ThemeHistoryProps, 'events'> & { event: ThemeHappening }

function What({ event, themeId, base, nameOf }: WhatProps) {
  const t = useTranslations('workbench.theme.history')
  const locale = useLocale()
  const kind = kinds.find((one) => one === event.kind) ?? 'edited'
  const other = event.theme.id === themeId ? event.other : event.theme
  const from = event.theme.id !== themeId
  const passages = Number(event.after?.passages ?? 0)
  const link = () =>
    other && <a href={`${base}/themes/${other.id}`}>{`${other.code} ${pick(other.title, locale).text}`}</a>
  if (kind === 'merged' || kind === 'split')
    return t.rich(from ? `${kind}From` : kind, { other: link, passages })
  if (kind === 'moved') {
    const parentId = event.after?.parentId
    const under = typeof parentId === 'string' ? nameOf(parentId) : null
    if (parentId === event.before?.parentId) return t('reordered')
    return under ? t('moved', { under }) : t('movedTop')
  }
  return t(kind)
}

/** What the theme said before it was changed. */
function Before({ event }: { event: ThemeHappening }) {
  const t = useTranslations('workbench.theme')
  const locale = useLocale()
  const { before } = event
  if (!before || (event.kind !== 'renamed' && event.kind !== 'edited')) return null
  const said = (value: unknown) =>
    typeof value === 'string' ? value : pick((value ?? {}) as LocalisedText, locale).text
  if (event.kind === 'renamed')
    return (
      <p className="in-small">
        {t('history.wasCalled', { name: [said(before.code), said(before.title)].filter(Boolean).join(' ') })}
      </p>
    )
  return (
    <ul className="in-small">
      {parts
        .filter((part) => part in before)
        .map((part) => (
          <li key={part}>
            {part === 'assigneeId' || !said(before[part])
              ? t(`history.new.${part}`)
              : t(`history.was.${part}`, { words: said(before[part]) })}
          </li>
        ))}
    </ul>
  )
}
