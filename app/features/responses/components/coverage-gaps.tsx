import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import { type CoverageGroup, neverCited } from '../coverage.ts'
import type { Gaps } from '../coverage-gaps.server.ts'
import { useGroupName } from './coverage-tables.tsx'

type Place = { roundId: string; strategyId: string }

/** What is missing: themes nobody has written of, sides left out, voices left out, and findings nobody has answered. */
export function CoverageGaps(props: {
  gaps: Gaps
  groups: readonly CoverageGroup[]
  counties: Record<string, string>
  place: Place
}) {
  const t = useTranslations('workbench.coverage')
  const { gaps, groups, counties, place } = props
  const name = useGroupName(counties)
  const finding = (id: string) => `/workbench/rounds/${place.roundId}/findings/${id}`
  const left = neverCited(groups)
  return (
    <>
      <Missing id="themes" heading={t('themes')} lead={t('themesText')} none={t('themesNone')}>
        {gaps.themes.map(({ id, code, colour, title, passages, senders }) => (
          <li key={id} className="in-list__row">
            <a href={`/workbench/strategies/${place.strategyId}/codebook/themes/${id}`}>
              <ThemeTag code={code} color={colour}>
                <Localised text={title} />
              </ThemeTag>
            </a>
            <span className="in-meta">{t('themeLine', { passages, senders })}</span>
          </li>
        ))}
      </Missing>
      <Missing id="sides" heading={t('sides')} lead={t('sidesText')} none={t('sidesNone')}>
        {gaps.sides.map(({ id, title, ...numbers }) => (
          <li key={id}>
            <a href={finding(id)}>
              <Localised text={title} />
            </a>
            <p className="in-meta">{t('sideLine', numbers)}</p>
          </li>
        ))}
      </Missing>
      <Missing id="left" heading={t('left')} lead={t('leftText')} none={t('leftNone')}>
        {left.map((group) => (
          <li key={`${group.by} ${group.key}`} className="in-list__row">
            {name(group)}
            <span className="in-meta">{t('leftLine', { inputs: group.inputs })}</span>
          </li>
        ))}
      </Missing>
      <Missing id="unanswered" heading={t('unanswered')} none={t('unansweredNone')}>
        {gaps.unanswered.map(({ id, title, publishedAt }) => (
          <li key={id} className="in-list__row">
            <a href={`${finding(id)}/response`}>
              <Localised text={title} />
            </a>
            {publishedAt === null && <StatusTag line>{t('draft')}</StatusTag>}
          </li>
        ))}
      </Missing>
    </>
  )
}

type MissingProps = {
  id: string
  heading: string
  lead?: string
  none: string
  children: readonly ReactNode[]
}

function Missing({ id, heading, lead, none, children }: MissingProps) {
  return (
    <Panel id={id} heading={heading}>
      {children.length === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          {lead && <p className="in-small in-muted">{lead}</p>}
          <ul className="in-list in-list--rows in-list--last">{children}</ul>
        </>
      )}
    </Panel>
  )
}
