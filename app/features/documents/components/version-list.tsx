import { useLocale, useTranslations } from 'use-intl/react'
import { documentPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import type { listDocumentVersions } from '../queries.server.ts'

type Version = Awaited<ReturnType<typeof listDocumentVersions>>[number]

/** The versions there are to read; an earlier one says what has taken its place. */
export function VersionList({ strategy, versions }: { strategy: string; versions: readonly Version[] }) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  const { day } = useDates()
  return (
    <ul className="in-list">
      {versions.map(({ document, number, title, publishedAt, chapters, paragraphs }) => {
        const latest = Math.max(
          ...versions.filter((one) => one.document === document).map((one) => one.number),
        )
        const name = <Localised text={title} />
        return (
          <li key={`${document} ${number}`}>
            <a href={pathIn(locale, documentPath(strategy, document, number))}>
              {number === latest ? <strong>{name}</strong> : name}
            </a>
            <p className="in-meta">
              {t('published', { date: day(publishedAt) })}{' '}
              {number === latest ? t('size', { chapters, paragraphs }) : t('replaced', { number: latest })}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
