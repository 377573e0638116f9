import { useLocale, useTranslations } from 'use-intl/react'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { Alert } from '#app/ui/message.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { DataTable } from '#app/ui/table.tsx'
import type { CountSenders, PublishedNumber } from '../published-number.server.ts'

/** What has become of a published number since; nothing while it is the same. */
export function NumberSince({ since, merged }: Pick<PublishedNumber, 'since' | 'merged'>) {
  const t = useTranslations('public.number')
  const locale = useLocale()
  if (!since && !merged) return null
  return (
    <Alert tone="info">
      {since && <p>{since === 'gone' ? t('gone') : t('moved', since)}</p>}
      {merged && <p>{t('merged', { theme: pick(merged, locale).text })}</p>}
    </Alert>
  )
}

/** What was counted, and the rule. */
export function NumberRule({ rule }: { rule: LocalisedText }) {
  const t = useTranslations('public.number')
  const locale = useLocale()
  const { text, lang, fallback } = pick(rule, locale)
  const [what, ...rules] = text.split('\n\n')
  return (
    <div className="in-prose">
      <h2 id="telt">{t('what')}</h2>
      <p lang={fallback ? lang : undefined}>{what}</p>
      <h3>{t('rule')}</h3>
      <ul lang={fallback ? lang : undefined}>
        {rules.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

type NumberSendersProps = { senders: CountSenders; count: number; strategy: string; round: string }

/** Those behind a number: by name where anyone may see it, and the others as how many of each kind. */
export function NumberSenders({ senders, count, strategy, round }: NumberSendersProps) {
  const t = useTranslations('public.number')
  const kinds = useTranslations('public')
  const locale = useLocale()
  const { named, totalNamed, unnamed, withdrawn } = senders
  return (
    <>
      <p>{t('whoText', { named: totalNamed, count })}</p>
      {withdrawn > 0 && <p>{t('withdrawnText', { count: withdrawn })}</p>}
      {named.length > 0 && (
        <DataTable
          caption={t('named')}
          captionHidden
          columns={[
            { key: 'name', label: t('name') },
            { key: 'kind', label: t('kind') },
          ]}
          rows={named.map(({ inputId, name, kind, withdrawn: gone }) => ({
            key: inputId,
            cells: [
              <span key="name" className="in-row">
                <a href={pathIn(locale, inputPath(strategy, round, inputId))}>{name}</a>
                {gone && <StatusTag>{t('withdrawn')}</StatusTag>}
              </span>,
              kinds(senderKindKey(kind)),
            ],
          }))}
        />
      )}
      {unnamed.length > 0 && (
        <>
          <h3 className="in-h3">{t('unnamed')}</h3>
          <p className="in-meta">{t('unnamedText')}</p>
          <DataTable
            caption={t('unnamed')}
            captionHidden
            columns={[
              { key: 'kind', label: t('kind') },
              { key: 'number', label: t('number'), numeric: true },
            ]}
            rows={unnamed.map(({ kind, number }) => ({
              key: kind,
              cells: [kinds(senderKindKey(kind)), number],
            }))}
          />
        </>
      )}
    </>
  )
}
