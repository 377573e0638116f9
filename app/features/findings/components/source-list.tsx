import { useTranslations } from 'use-intl/react'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import type { SaidTo } from '#app/features/inputs/said-to.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

/** A passage that may be cited. */
export type Source = {
  passageId: string
  text: string
  lang: string
  senderName: string
  said: SaidTo
  withdrawn: boolean
  /** Null where it was not looked up. */
  published: boolean | null
  /** Whether the finding cites some of it already. */
  cited?: boolean
}

/** Passages to choose from, each with a link that takes it into the quote form. */
export function SourceList(props: { sources: readonly Source[]; hrefOf: (source: Source) => string }) {
  const t = useTranslations('workbench.citing')
  return (
    <ul className="in-list">
      {props.sources.map((source) => (
        <li key={source.passageId}>
          <p lang={source.lang} className="in-measure">
            {source.text}
          </p>
          <div className="in-list__row">
            <p className="in-small in-muted">
              {source.senderName}, <SaidToName said={source.said} />{' '}
              {source.cited && <StatusTag tone="info">{t('used')}</StatusTag>}{' '}
              {source.withdrawn ? (
                <StatusTag>{t('withdrawn')}</StatusTag>
              ) : (
                source.published === false && <StatusTag tone="warning">{t('notPublished')}</StatusTag>
              )}
            </p>
            <LinkButton
              variant="secondary"
              size="sm"
              href={props.hrefOf(source)}
              aria-label={t('chooseFrom', { sender: source.senderName })}
            >
              {t('choose')}
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  )
}
