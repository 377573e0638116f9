import { useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { findOrganisations, listExtensionLog } from '../extensions.server.ts'

type Body = Awaited<ReturnType<typeof findOrganisations>>[number]
type Logged = Awaited<ReturnType<typeof listExtensionLog>>['log'][number]

/** Organisations by name, each with the county that tells it from a namesake, and the deadline it has of its own. */
export function ExtendedBodies({
  bodies,
  base,
  mayWrite,
}: {
  bodies: readonly Body[]
  base: string
  mayWrite: boolean
}) {
  const t = useTranslations('workbench.extensions')
  const senders = useTranslations('public')
  const { moment } = useDates()
  return (
    <ul className="in-list in-list--rows">
      {bodies.map(({ id, name, kind, county, invitedAt, extendedUntil }) => (
        <li key={id} className="in-list__row">
          <div className="in-stack in-stack--1">
            <p>
              <strong>{name}</strong>{' '}
              <span className="in-meta">
                {senders(senderKindKey(kind))}
                {county && `, ${county}`}
              </span>
            </p>
            <p className="in-meta">
              {extendedUntil ? t('has', { at: moment(extendedUntil) }) : t('hasNone')}
            </p>
            {!invitedAt && <StatusTag line>{t('uninvited')}</StatusTag>}
          </div>
          {mayWrite && (
            <div className="in-row">
              <a
                href={`${base}?organisation=${id}#organisation`}
                aria-label={t(extendedUntil ? 'changeOf' : 'giveOf', { name })}
              >
                {extendedUntil ? t('change') : t('giveOne')}
              </a>
              {extendedUntil && (
                <a
                  href={`${base}?organisation=${id}&take-back=1#organisation`}
                  aria-label={t('takeBackOf', { name })}
                >
                  {t('takeBack')}
                </a>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Everything that was given and taken back, the latest first; nothing in it is ever changed. */
export function ExtensionLog({ log }: { log: readonly Logged[] }) {
  const t = useTranslations('workbench.extensions')
  const { moment } = useDates()
  return (
    <Panel id="log" heading={t('log')}>
      {log.length === 0 ? (
        <Empty heading={t('noLog')} level={3} />
      ) : (
        <DataTable
          caption={t('logList')}
          captionHidden
          columns={(['at', 'organisation', 'what', 'why', 'by'] as const).map((key) => ({
            key,
            label: t(`columns.${key}`),
          }))}
          rows={log.map(({ id, at, organisation, until, reason, by }) => ({
            key: id,
            cells: [
              moment(at),
              organisation,
              until ? t('given', { at: moment(until) }) : t('takenBack'),
              <span key="why" className="in-prelines">
                {reason}
              </span>,
              by ?? t('unknown'),
            ],
          }))}
        />
      )}
    </Panel>
  )
}
