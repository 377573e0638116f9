import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { changesPath, documentPath, roundPath } from '#app/features/strategies/address.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { ArrowRightIcon, CheckCircleIcon, PencilIcon } from '#app/ui/icons.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { inSentence, Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { PublishedDocument } from '../published-document.server.ts'
import { noon, useDocumentWords } from './document-words.tsx'

type Shown = { page: Serialised }
/** What the page's loader gave: dates come through as dates. */
export type Serialised = PublishedDocument

/**
 * The top of a document's page: what it is, whether it holds, who adopted it and when, what the page offers of it beside
 * (`children`), and its other versions.
 */
export function DocumentHead({ page, children }: Shown & { children?: ReactNode }) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  const { day } = useDates()
  const { period, kind } = useDocumentWords()
  const { document, strategy, version, versions, standing, blocks } = page
  const own = document.kind !== 'draft'
  const pathOf = (number: number) => pathIn(locale, documentPath(strategy.slug, document.slug, number))
  const earlier = versions.find(({ number }) => number < version.number)
  return (
    <PageHead
      kicker={
        <>
          {own && <StatusTag line>{kind(document.kind)}</StatusTag>}
          <StateTag {...{ page }} />
          <StatusTag tone="info">
            <Localised text={version.title} />
          </StatusTag>
          <span className="in-meta">
            {t('published', { date: day(version.publishedAt) })} <Neighbours page={page} />
          </span>
        </>
      }
      title={<Localised text={document.title} />}
      lead={document.subtitle ? <Localised text={document.subtitle} /> : undefined}
      meta={
        <>
          {period(document)} {document.owner && <Owner page={page} />}{' '}
          {version.round && (
            <a href={pathIn(locale, roundPath(strategy.slug, version.round.slug))}>
              {t('round', { number: version.round.number })}
            </a>
          )}
        </>
      }
    >
      {version.adoptedAt && <AdoptionLine page={page} />}
      {children}
      <FallbackNote texts={[document.title, ...blocks.map(({ text }) => text)]} />
      <SupersededNote page={page} />
      {versions.length > 1 && (
        <div className="in-row in-row--between">
          <LinkSwitch
            label={t('versions')}
            links={versions.map((one) => ({
              href: pathOf(one.number),
              label: <Localised text={one.title} />,
              current: one.number === version.number,
            }))}
          />
          {earlier && (
            <a
              href={pathIn(locale, changesPath(strategy.slug, document.slug, version.number, earlier.number))}
            >
              {t.rich('changes', { title: inSentence(earlier.title) })}
            </a>
          )}
        </div>
      )}
      {standing.draft && (
        <p className="in-meta">
          {t.rich('newDraft', {
            title: inSentence(standing.draft.title),
            link: (words) => <a href={pathOf(standing.draft?.number ?? 0)}>{words}</a>,
          })}
        </p>
      )}
    </PageHead>
  )
}

function StateTag({ page }: Shown) {
  const t = useTranslations('public.document')
  const { standing, successor, document } = page
  if (standing.state === 'superseded' || (successor && standing.state === 'adopted'))
    return (
      <StatusTag tone="warning" icon={ArrowRightIcon}>
        {t('superseded')}
      </StatusTag>
    )
  if (standing.state === 'adopted')
    return (
      <StatusTag tone="success" icon={CheckCircleIcon}>
        {t('adopted')}
      </StatusTag>
    )
  return document.kind === 'draft' ? null : <StatusTag icon={PencilIcon}>{t('notAdopted')}</StatusTag>
}

/** The version before, and for a draft the one after: of an adopted one that is said in the note below. */
function Neighbours({ page: { standing, document, strategy } }: Shown) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  const said = (
    key: 'replacedBy' | 'replaces',
    edition: { number: number; title: Serialised['version']['title'] },
  ) =>
    t.rich(key, {
      title: inSentence(edition.title),
      link: (words) => (
        <a href={pathIn(locale, documentPath(strategy.slug, document.slug, edition.number))}>{words}</a>
      ),
    })
  if (standing.replacedBy)
    return standing.state === 'not-adopted' ? said('replacedBy', standing.replacedBy) : null
  return standing.replaces ? said('replaces', standing.replaces) : null
}

function Owner({ page: { document } }: Shown) {
  const t = useTranslations('public.document')
  const { text, lang, fallback } = pick(document.owner ?? {}, useLocale())
  return t.rich('ownedBy', {
    owner: text,
    name: (words) => <span lang={fallback ? lang : undefined}>{words}</span>,
  })
}

function AdoptionLine({ page: { version } }: Shown) {
  const t = useTranslations('public.document')
  const { day } = useDates()
  const { text, lang, fallback } = pick(version.adoptedBy ?? {}, useLocale())
  return (
    <p className="in-adopted">
      <CheckCircleIcon />
      <span>
        {t.rich('adoptedBy', {
          ...{ by: text, day: version.adoptedOn ? day(noon(version.adoptedOn)) : '' },
          name: (words) => <span lang={fallback ? lang : undefined}>{words}</span>,
        })}{' '}
        {version.adoptionCase && t('case', { number: version.adoptionCase })}
      </span>
    </p>
  )
}

/** Says that another document, or a later version of this one, holds instead; the old one stays to be read. */
function SupersededNote({ page }: Shown) {
  const t = useTranslations('public.document')
  const locale = useLocale()
  const { day } = useDates()
  const { successor, standing, document, strategy } = page
  const later = standing.state === 'superseded' ? standing.replacedBy : null
  const [title, adoptedOn, href] = successor
    ? [successor.title, successor.adoptedOn, documentPath(strategy.slug, successor.slug)]
    : later
      ? [later.title, later.adoptedOn, documentPath(strategy.slug, document.slug, later.number)]
      : [null, null, '']
  if (!title) return null
  return (
    <Alert tone="warning" heading={t(successor ? 'supersededHeading' : 'replacedHeading')}>
      <p>
        {t.rich('supersededText', {
          ...{ title: inSentence(title), day: adoptedOn ? day(noon(adoptedOn)) : '' },
          link: (words) => <a href={pathIn(locale, href)}>{words}</a>,
        })}
      </p>
    </Alert>
  )
}
