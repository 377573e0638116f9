import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Desk } from '../desk.server.ts'
import { useLegalBasis } from './legal-basis.tsx'

type DeskDecisionProps = {
  desk: Desk
  formKey: string
  senderKind: string
  legalRegime: LocalisedText | null
  mayDecide: boolean
  /** The open page of the input. */
  open: string
  back: string
}

/** Where the version stands for the public, and the button that makes it public. */
export function DeskDecision({
  desk,
  formKey,
  senderKind,
  legalRegime,
  mayDecide,
  open,
  back,
}: DeskDecisionProps) {
  const t = useTranslations('workbench.publication')
  const busy = useNavigation().state === 'submitting'
  const { standing } = desk
  return (
    <Panel id="decision" heading={t('decision')}>
      <div className="in-stack">
        <Standing desk={desk} open={open} />
        {!standing.publishedAt && !standing.withholding && !standing.withdrawnAt && (
          <>
            {senderKind === 'person' && <p>{t('senderPrivate')}</p>}
            <h3 className="in-h3">{t('legal')}</h3>
            <p className="in-small">
              <Localised text={legalRegime} />
            </p>
            <p className="in-small">{t('final')}</p>
            {mayDecide && (
              <Form method="post">
                <input type="hidden" name="act" value="publish" />
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="version" value={standing.id} />
                <Button disabled={busy}>{t('publish', { masks: standing.masks.length })}</Button>
              </Form>
            )}
          </>
        )}
        {!mayDecide && <p className="in-muted">{t('notAllowed')}</p>}
        <p>
          <a href={back}>{t('back')}</a>
        </p>
      </div>
    </Panel>
  )
}

function Standing({ desk, open }: Pick<DeskDecisionProps, 'desk' | 'open'>) {
  const t = useTranslations('workbench.publication')
  const { full } = useLegalBasis()
  const { day } = useDates()
  const { standing } = desk
  if (standing.withdrawnAt)
    return (
      <Alert tone="warning" level={3} heading={t('withdrawn')}>
        <p>{t('withdrawnText')}</p>
      </Alert>
    )
  if (standing.withholding)
    return (
      <Alert tone="warning" level={3} heading={t('withheld', { day: day(standing.withholding.withheldAt) })}>
        <p>{full(standing.withholding.legalBasis)}</p>
        <p>{t(standing.publishedAt ? 'withheldPublished' : 'withheldWaiting')}</p>
      </Alert>
    )
  if (!standing.publishedAt) return null
  return (
    <Alert tone="success" level={3} heading={t('already', { day: day(standing.publishedAt) })}>
      <p>
        {t('alreadyText', { masks: standing.masks.length })} <a href={open}>{t('open')}</a>
      </p>
    </Alert>
  )
}
