import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PublicRoundChange } from '../round-revisions.server.ts'
import { Paragraphs } from './paragraphs.tsx'
import { RoundChangeList } from './round-change-list.tsx'

/** What was changed about a round after it opened, and why, for everybody. Nothing where nothing was. */
export function RoundChanges({ changes }: { changes: readonly PublicRoundChange[] }) {
  const t = useTranslations('public.roundChanges')
  const { moment } = useDates()
  if (changes.length === 0) return null
  return (
    <Section id="endringer" heading={t('heading')}>
      <ol className="in-list">
        {changes.map(({ number, at, reason, changes }) => (
          <li key={number} className="in-stack in-stack--3">
            <h3 className="in-h3">
              <time dateTime={at.toISOString()}>{moment(at)}</time>
            </h3>
            {reason && <Paragraphs text={reason} fold={false} />}
            <RoundChangeList changes={changes} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
