import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import { findingState } from '../finding.ts'
import type { ListedFinding } from '../queries.server.ts'
import { FindingStateTags } from './finding-state.tsx'
import { ProblemList } from './problem-list.tsx'

type FindingListProps = {
  base: string
  findings: readonly ListedFinding[]
  /** Where the first of the page stands in the whole list, and how many there are; null for those who only read. */
  order: { first: number; total: number } | null
  /** The passage that is to be cited in the finding that is chosen, as an address carries it. */
  along: string | null
}

/** The findings of a round in their order, each with where it is and what stands in its way. */
export function FindingList({ base, findings, order, along }: FindingListProps) {
  const t = useTranslations('workbench.findings')
  const about = useTranslations('workbench.finding')
  const locale = useLocale()
  const { moment } = useDates()
  return (
    <ul className="in-list">
      {findings.map((finding, place) => {
        const title = pick(finding.title, locale).text
        const { state } = findingState(finding)
        return (
          <li key={finding.id} id={`funn-${finding.id}`}>
            <div className="in-list__row">
              <div className="in-stack in-stack--1">
                <p>
                  <a href={`${base}/${finding.id}`}>
                    <strong>
                      <Localised text={finding.title} />
                    </strong>
                  </a>
                </p>
                <p className="in-small in-muted">
                  {t('citations', { count: finding.citations })} · {t('counts', { count: finding.counts })} ·{' '}
                  {t('changed', { at: moment(finding.updatedAt), name: finding.updatedBy ?? '–' })}
                </p>
                {finding.code && finding.colour && (
                  <p>
                    <ThemeTag code={finding.code} color={finding.colour}>
                      <Localised text={finding.themeTitle} />
                    </ThemeTag>
                  </p>
                )}
                {finding.questionTitle && (
                  <p className="in-small">
                    {about('ofQuestion', {
                      ...{
                        number: finding.questionPosition,
                        title: pick(finding.questionTitle, locale).text,
                      },
                    })}
                  </p>
                )}
              </div>
              <div className="in-row">
                <FindingStateTags {...finding} />
                {along && (
                  <LinkButton
                    variant="secondary"
                    size="sm"
                    href={`${base}/${finding.id}/citations?${along}`}
                    aria-label={t('citeIn', { title })}
                  >
                    {t('citeHere')}
                  </LinkButton>
                )}
                {order && <Move id={finding.id} title={title} at={order.first + place} of={order.total} />}
              </div>
            </div>
            {state !== 'published' && finding.problems.length === 0 && (
              <p className="in-small in-muted">{t('clear')}</p>
            )}
            {finding.problems.length > 0 && (
              <details>
                <summary>
                  {t(state === 'published' ? 'noLonger' : 'obstacles', { count: finding.problems.length })}
                </summary>
                <ProblemList problems={finding.problems} at={`${base}/${finding.id}`} />
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** The two buttons that change a finding's place in the list. */
function Move({ id, title, at, of }: { id: string; title: string; at: number; of: number }) {
  const t = useTranslations('workbench.findings')
  return (
    <Form method="post" className="in-row" preventScrollReset>
      <input type="hidden" name="act" value="move" />
      <input type="hidden" name="finding" value={id} />
      {(['up', 'down'] as const).map((to) => (
        <Button
          key={to}
          variant="tertiary"
          size="sm"
          name="to"
          value={to}
          disabled={to === 'up' ? at === 1 : at === of}
          aria-label={t(to === 'up' ? 'upOf' : 'downOf', { title })}
        >
          {t(to)}
        </Button>
      ))}
    </Form>
  )
}
