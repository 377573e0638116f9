import { Form } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { CheckCircleIcon, TrashIcon, WarningIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { type Ratio, sameRatio } from '../count.ts'
import { countWords, markerOf } from '../finding-text.ts'

/** A number of a finding as those who write it see it. */
export type StandingNumber = {
  number: number
  label: LocalisedText
  seen: Ratio
  seenAt: Date
  live: Ratio | null
  merged: LocalisedText | null
  frozen: (Ratio & { at: Date }) | null
  inText: boolean
  /** The senders behind it now. */
  sendersAt: string | null
}

type NumberListProps = { numbers: readonly StandingNumber[]; mayWrite: boolean; formKey: string }

/** The numbers of a finding: what was seen, what they are now, and what is published. */
export function NumberList({ numbers, mayWrite, formKey }: NumberListProps) {
  const t = useTranslations('workbench.numbers')
  return (
    <Panel id="numbers" heading={t('list')}>
      {numbers.length === 0 && (
        <Empty heading={t('none')} level={3}>
          {t('noneText')}
        </Empty>
      )}
      <ul className="in-list">
        {numbers.map((one) => (
          <li key={one.number} id={`t${one.number}`}>
            <StandingNumberRow {...one} mayWrite={mayWrite} formKey={formKey} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type RowProps = StandingNumber & Omit<NumberListProps, 'numbers'>

function StandingNumberRow(props: RowProps) {
  const { number, label, seen, seenAt, live, merged, frozen, inText, sendersAt, mayWrite, formKey } = props
  const t = useTranslations('workbench.numbers')
  const locale = useLocale()
  const { moment } = useDates()
  const marker = markerOf('count', number)
  const moved = live && !sameRatio(live, seen) ? live : null
  return (
    <div className="in-stack in-stack--2">
      <p className="in-row">
        <code>{marker}</code> <strong>{countWords(seen)}</strong>
        {!live ? (
          <StatusTag tone="warning" icon={WarningIcon}>
            {t('goneTag')}
          </StatusTag>
        ) : moved ? (
          <StatusTag tone="warning" icon={WarningIcon}>
            {t('moved')}
          </StatusTag>
        ) : (
          <StatusTag tone="success" icon={CheckCircleIcon}>
            {t('same')}
          </StatusTag>
        )}
        {!inText && <span className="in-small in-muted">{t('notInText')}</span>}
      </p>
      <p>{pick(label, locale).text}</p>
      {moved && <p>{t('movedText', { was: countWords(seen), now: countWords(moved) })}</p>}
      {!live && <p>{t('gone')}</p>}
      {merged && <p>{t('merged', { theme: pick(merged, locale).text })}</p>}
      <p className="in-small in-muted">
        {t('seenAt', { at: moment(seenAt) })}{' '}
        {frozen && t('frozen', { at: moment(frozen.at), number: countWords(frozen) })}
      </p>
      <div className="in-row">
        {mayWrite && live && (moved || merged) && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="act" value="see" />
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="number" value={number} />
            <input type="hidden" name="count" value={live.count} />
            <input type="hidden" name="of" value={live.of} />
            <Button size="sm" aria-label={t('useOf', { now: countWords(live), marker })}>
              {t('use')}
            </Button>
          </Form>
        )}
        {sendersAt && <a href={sendersAt}>{t('behind')}</a>}
        {mayWrite && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="act" value="remove" />
            <input type="hidden" name="number" value={number} />
            <Button variant="tertiary" size="sm" icon={TrashIcon} aria-label={t('removeOf', { marker })}>
              {t('remove')}
            </Button>
          </Form>
        )}
      </div>
    </div>
  )
}
