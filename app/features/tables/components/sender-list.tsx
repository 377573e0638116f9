import { useTranslations } from 'use-intl/react'
import { CiteLink } from '#app/features/analysis/components/cite-link.tsx'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { useDates } from '#app/ui/dates.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { SaidBehind } from '../behind.server.ts'
import type { ListedSender } from '../counting.server.ts'

type SenderListProps = {
  senders: readonly ListedSender[]
  /** What they said that the number is of, by input. */
  said: Record<string, SaidBehind>
  /** The round it was said in, for those who may take it along to a finding. */
  citeIn: string | null
}

/** The senders behind a number, by name; each leads to what it sent, with what it said of it folded away. */
export function SenderList({ senders, said, citeIn }: SenderListProps) {
  const t = useTranslations('workbench.tables.senders')
  const kinds = useTranslations('public')
  const { moment } = useDates()
  const saying = Object.keys(said).length > 0
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={[
        { key: 'name', label: t('name') },
        ...(saying ? [{ key: 'said', label: t('said') }] : []),
        { key: 'kind', label: t('kind') },
        { key: 'county', label: t('county') },
        { key: 'sent', label: t('sent') },
      ]}
      rows={senders.map((sender) => ({
        key: sender.key,
        cells: [
          sender.inputId ? (
            <a key="name" href={`/workbench/inputs/${sender.inputId}`}>
              {sender.name}
            </a>
          ) : (
            sender.name
          ),
          ...(saying ? [<Said key="said" {...{ sender, citeIn }} said={said[sender.inputId ?? '']} />] : []),
          kinds(senderKindKey(sender.kind)),
          sender.county,
          sender.sentAt ? (
            <span key="sent" className="in-row">
              {moment(new Date(sender.sentAt))}
              {sender.adopted && <span className="in-meta">{t('adopted')}</span>}
              {sender.late && <StatusTag tone="warning">{t('late')}</StatusTag>}
            </span>
          ) : (
            t('notSent')
          ),
        ],
      }))}
    />
  )
}

type SaidProps = { sender: ListedSender; said: SaidBehind | undefined; citeIn: string | null }

function Said({ sender, said, citeIn }: SaidProps) {
  const t = useTranslations('workbench.tables.senders')
  if (!said) return <span className="in-muted">{t('saidNothing')}</span>
  const { total, passages } = said
  const reading = `/workbench/inputs/${sender.inputId}`
  return (
    <details>
      <summary aria-label={t('passagesOf', { count: total, sender: sender.name })}>
        {t('passages', { count: total })}
      </summary>
      <ul className="in-list in-list--last in-measure">
        {passages.map(({ id, version, text, lang, cut }) => (
          <li key={id} className="in-stack in-stack--1">
            <p lang={lang} className="in-break">
              {text}
              {cut && ' …'}
            </p>
            <p className="in-row in-small">
              <a href={`${reading}?version=${version}&passage=${id}`}>{t('readThere')}</a>
              {citeIn && <CiteLink passage={{ id, roundId: citeIn, senderName: sender.name }} />}
            </p>
          </li>
        ))}
      </ul>
      {total > passages.length && (
        <p className="in-small in-muted">{t('passagesShown', { shown: passages.length, total })}</p>
      )}
    </details>
  )
}
