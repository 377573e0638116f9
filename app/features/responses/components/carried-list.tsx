import { Form } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import type { CarriedFinding } from '../carried.server.ts'
import type { Disposition } from '../disposition.ts'
import { DispositionTag } from './disposition-tag.tsx'

type Unsettled = { id: string; title: LocalisedText; disposition: Disposition | null }

/** The findings that are not settled, each with the way to take it further. */
export function UnsettledList(props: {
  rows: readonly Unsettled[]
  findings: string
  carryAt: string | null
}) {
  const t = useTranslations('workbench.carried')
  return (
    <ul className="in-list">
      {props.rows.map(({ id, title, disposition }) => (
        <li key={id} className="in-list__row">
          <div>
            <p>
              <a href={`${props.findings}/${id}/response`}>
                <Localised text={title} />
              </a>
            </p>
            {disposition ? (
              <DispositionTag disposition={disposition} />
            ) : (
              <p className="in-small in-muted">{t('notAnswered')}</p>
            )}
          </div>
          {props.carryAt && (
            <LinkButton variant="secondary" size="sm" href={`${props.carryAt}?finding=${id}#carry`}>
              {t('takeFurther')}
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  )
}

type CarriedListProps = {
  carried: readonly CarriedFinding[]
  strategyId: string
  /** Which way one looks: where findings of this round went, or where those here came from. */
  way: 'out' | 'in'
  leave?: { action: string; formKey: string } | null
}

/** Findings taken up in a later round, with the round at the other end and what they became. */
export function CarriedList({ carried, strategyId, way, leave = null }: CarriedListProps) {
  const t = useTranslations('workbench.carried')
  const { moment } = useDates()
  return (
    <ul className="in-list">
      {carried.map((one) => (
        <li key={one.id} className="in-stack in-stack--2">
          <p>
            <a href={`/workbench/rounds/${one.from.id}/findings/${one.finding.id}`}>
              <Localised text={one.finding.title} />
            </a>{' '}
            <span className="in-muted">
              {way === 'in'
                ? t('fromRound', { number: one.from.number })
                : t('toRound', { number: one.to.number })}
            </span>
          </p>
          <p>
            <Became carried={one} strategyId={strategyId} />
          </p>
          <p className="in-small in-muted">{t('carriedBy', { name: one.by, at: moment(one.at) })}</p>
          {leave && (
            <Form method="post" action={leave.action} preventScrollReset>
              <input type="hidden" name="act" value="leave" />
              <input type="hidden" name="key" value={leave.formKey} />
              <input type="hidden" name="carried" value={one.id} />
              <Button variant="tertiary" size="sm">
                {t('leave')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

function Became({ carried, strategyId }: { carried: CarriedFinding; strategyId: string }) {
  const t = useTranslations('workbench.carried')
  const { theme, successor, question, to } = carried
  if (question)
    return (
      <>
        {t('asQuestion')}{' '}
        <a href={`/workbench/rounds/${to.id}/questionnaire/${question.id}`}>
          {question.position}. <Localised text={question.title} />
        </a>
      </>
    )
  const now = successor ?? theme
  if (!now) return null
  return (
    <>
      {t('asTheme')}{' '}
      <a href={`/workbench/strategies/${strategyId}/codebook/themes/${now.id}`}>
        {now.code} <Localised text={now.title} />
      </a>
      {successor && theme && (
        <>
          {' '}
          ({t('merged')} <Localised text={theme.title} />)
        </>
      )}
    </>
  )
}

/** Said where a question or a theme stands: which findings of earlier rounds it takes up again. */
export function CarriedFrom({ origins }: { origins: readonly CarriedFinding[] }) {
  const t = useTranslations('workbench.carried')
  if (origins.length === 0) return null
  return (
    <Alert tone="info" heading={t('takesUp')}>
      <ul className="in-plain">
        {origins.map(({ id, finding, from }) => (
          <li key={id}>
            <a href={`/workbench/rounds/${from.id}/findings/${finding.id}`}>
              <Localised text={finding.title} />
            </a>{' '}
            ({t('round', { number: from.number })})
          </li>
        ))}
      </ul>
    </Alert>
  )
}
