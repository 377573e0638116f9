import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { ClockIcon, PadlockIcon } from '#app/ui/icons.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ListedInput } from '../published-list.server.ts'
import { ReceivedOn } from './received-on.tsx'
import { SenderName } from './sender-name.tsx'

/** Published inputs, one line each. Withdrawn ones keep their place and say when. */
export function PublishedList({
  strategy,
  round,
  inputs,
  counties,
}: {
  strategy: string
  round: string
  inputs: readonly ListedInput[]
  counties: ReadonlyMap<string, string>
}) {
  const t = useTranslations('public')
  const locale = useLocale()
  const { day } = useDates()
  return (
    <ul className="in-list">
      {inputs.map((input) => (
        <li key={input.id}>
          <div className="in-list__row">
            <div>
              <a href={pathIn(locale, inputPath(strategy, round, input.id))}>
                <strong>
                  <SenderName name={input.senderName} kind={input.senderKind} />
                </strong>
              </a>
              <p className="in-meta">
                {input.senderName !== null && <>{t(senderKindKey(input.senderKind))}. </>}
                {input.senderCounty && counties.has(input.senderCounty) && (
                  <>{counties.get(input.senderCounty)}. </>
                )}
                {input.withdrawnAt ? (
                  t('input.withdrawnOn', { date: day(input.withdrawnAt) })
                ) : (
                  <>
                    <ReceivedOn version={input} />
                    {input.twoEditions && ` ${t('inputs.twoEditions')}`}
                  </>
                )}
              </p>
            </div>
            {input.withdrawnAt ? (
              <StatusTag line>{t('input.withdrawn')}</StatusTag>
            ) : (
              <div className="in-row">
                {input.noRemarks && <StatusTag tone="info">{t('inputs.noRemarks')}</StatusTag>}
                {input.masked && (
                  <StatusTag line icon={PadlockIcon}>
                    {t('inputs.masked')}
                  </StatusTag>
                )}
                <VersionTags kind={input.kind} late={input.lateAt !== null} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What sort of version it is when that matters to a reader, and whether it came late. */
export function VersionTags({ kind, late }: { kind: ListedInput['kind']; late: boolean }) {
  const t = useTranslations('public.input')
  if (kind === 'administrative' && !late) return null
  return (
    <div className="in-row">
      {kind !== 'administrative' && <StatusTag line>{t(`versionKind.${kind}`)}</StatusTag>}
      {late && (
        <StatusTag tone="warning" icon={ClockIcon}>
          {t('late')}
        </StatusTag>
      )}
    </div>
  )
}
