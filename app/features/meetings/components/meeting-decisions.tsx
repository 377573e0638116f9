import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { MeetingRefusal, SummaryRefusal } from '../meeting.ts'
import type { FieldProblem } from './meeting-form.tsx'

type Decided = { at: Date | null; formKey: string; errors: FieldProblem[] }

const sureError = (errors: readonly FieldProblem[], act: string) =>
  errors.find(({ field }) => field === `${act}-sure`)?.message

/** Puts a meeting on the public pages, or says when that was done, or what stands in the way. */
export function PublishMeeting({ at, formKey, refusal }: Decided & { refusal: MeetingRefusal | null }) {
  const t = useTranslations('workbench.meeting')
  const { day } = useDates()
  const busy = useNavigation().state === 'submitting'
  return (
    <Panel id="publish" heading={t('publishHeading')}>
      {at ? (
        <p>{t('publishedOn', { date: day(at) })}</p>
      ) : (
        <div className="in-stack in-stack--3">
          <p>{refusal ? t(`problems.${refusal}`) : t('publishText')}</p>
          {!refusal && (
            <Form method="post">
              <input type="hidden" name="act" value="publish" />
              <input type="hidden" name="key" value={formKey} />
              <Button variant="secondary" disabled={busy}>
                {t('publish')}
              </Button>
            </Form>
          )}
        </div>
      )}
    </Panel>
  )
}

type Summarised = Decided & { refusal: SummaryRefusal | null; revision: number }

/** Puts the summary on the meeting's page, once somebody says that it has been read. */
export function PublishSummary({ at, formKey, errors, refusal, revision }: Summarised) {
  const t = useTranslations('workbench.meeting')
  const { day } = useDates()
  const busy = useNavigation().state === 'submitting'
  return (
    <Panel id="publish-summary" heading={t('publishSummaryHeading')}>
      {at ? (
        <p>{t('summaryOn', { date: day(at) })}</p>
      ) : (
        <div className="in-stack in-stack--3">
          <p>{refusal ? t(`problems.${refusal}`) : t('publishSummaryText')}</p>
          {!refusal && (
            <Form method="post" className="in-stack in-stack--3">
              <input type="hidden" name="act" value="publish-summary" />
              <input type="hidden" name="key" value={formKey} />
              <input type="hidden" name="revision" value={revision} />
              <Checkbox
                name="sure"
                id="publish-summary-sure"
                label={t('publishSummarySure')}
                error={sureError(errors, 'publish-summary')}
              />
              <div>
                <Button variant="secondary" disabled={busy}>
                  {t('publishSummary')}
                </Button>
              </div>
            </Form>
          )}
        </div>
      )}
    </Panel>
  )
}

/** Calls a meeting off, folded away: it is rare and cannot be taken back. */
export function CancelMeeting({ at, formKey, errors }: Decided) {
  const t = useTranslations('workbench.meeting')
  const { day } = useDates()
  const busy = useNavigation().state === 'submitting'
  const error = sureError(errors, 'cancel')
  if (at)
    return (
      <Panel id="cancel" heading={t('cancelHeading')}>
        <p>{t('cancelledOn', { date: day(at) })}</p>
      </Panel>
    )
  return (
    <Panel id="cancel" heading={t('cancelHeading')}>
      <details open={error !== undefined}>
        <summary>{t('cancel')}</summary>
        <Form method="post" className="in-stack in-stack--3">
          <input type="hidden" name="act" value="cancel" />
          <input type="hidden" name="key" value={formKey} />
          <p>{t('cancelText')}</p>
          <Checkbox name="sure" id="cancel-sure" label={t('cancelSure')} error={error} />
          <div>
            <Button variant="secondary" danger disabled={busy}>
              {t('cancel')}
            </Button>
          </div>
        </Form>
      </details>
    </Panel>
  )
}
