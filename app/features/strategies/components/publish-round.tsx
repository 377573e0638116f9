import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { OpeningCheck } from '../opening-checklist.ts'

type PublishRoundProps = {
  checks: readonly OpeningCheck[]
  opens: { at: Date; atOnce: boolean }
  deadline: Date
  formKey: string
  error: string | undefined
}

/** Letting everybody read a round, when nothing stops it. What is warned of is accepted with a tick. */
export function PublishRound({ checks, opens, deadline, formKey, error }: PublishRoundProps) {
  const t = useTranslations('workbench.opening')
  const { moment } = useDates()
  const count = checks.filter(({ state }) => state === 'warns').length
  const stopped = checks.some(({ state }) => state === 'hinders')
  return (
    <Panel id="publish" heading={t('publish')}>
      {stopped ? (
        <p>{t('notReady')}</p>
      ) : (
        <form method="post" className="in-form">
          <input type="hidden" name="key" value={formKey} />
          <p>
            {opens.atOnce
              ? t('opensNow', { deadline: moment(deadline) })
              : t('opensLater', { at: moment(opens.at) })}{' '}
            {t('after')}
          </p>
          {count > 0 && <Checkbox name="despite" value="yes" label={t('despite', { count })} error={error} />}
          <Button>{t('publishButton')}</Button>
        </form>
      )}
    </Panel>
  )
}
