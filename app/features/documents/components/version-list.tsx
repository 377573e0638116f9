import { useLocale, useTranslations } from 'use-intl/react'
import { documentPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { ArrowRightIcon, CheckCircleIcon } from '#app/ui/icons.tsx'
import { inSentence, Localised } from '#app/ui/localised.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { listDocumentVersions } from '../queries.server.ts'
import { standingOf } from '../succession.ts'

type Version = Awaited<ReturnType<typeof listDocumentVersions>>[number]

/** The versions there are to read; an earlier one says what has taken its place. */
export function VersionList({ strategy, versions }: { strategy: string; versions: readonly Version[] }) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  const { day } = useDates()
  return (
    <ul className="in-list">
      {versions.map((version) => {
        const {
          document,
          documentTitle,
          kind,
          number,
          title,
          publishedAt,
          chapters,
          paragraphs,
          superseded,
        } = version
        const own = versions.filter((one) => one.document === document)
        const { state, replacedBy } = standingOf(version, own)
        // A draft is known by the name of its version, anything else by the name of the document.
        const name = (
          <>
            {kind !== 'draft' && (
              <>
                <Localised text={documentTitle} />:{' '}
              </>
            )}
            <Localised text={title} />
          </>
        )
        return (
          <li key={`${document} ${number}`}>
            <a href={pathIn(locale, documentPath(strategy, document, number))}>
              {replacedBy || superseded ? name : <strong>{name}</strong>}
            </a>{' '}
            {state === 'adopted' && (
              <StatusTag
                tone={superseded ? 'neutral' : 'success'}
                icon={superseded ? ArrowRightIcon : CheckCircleIcon}
              >
                {t(superseded ? 'superseded' : 'adopted')}
              </StatusTag>
            )}
            <p className="in-meta">
              {t('published', { date: day(publishedAt) })}{' '}
              {replacedBy
                ? t.rich('replacedByPlain', { title: inSentence(replacedBy.title) })
                : t('size', { chapters, paragraphs })}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
