import { type ReactNode, useId } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { changesPath } from '#app/features/strategies/address.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { pathIn } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { ComparisonCounts } from '../comparison.ts'
import type { Sides } from './comparison-row.tsx'

type Edition = { number: number; title: LocalisedText }

export type ComparisonHeadProps = {
  strategy: string
  document: string
  from: Edition
  to: Edition
  versions: readonly Edition[]
  counts: ComparisonCounts
  confirmed: boolean
  sides: Sides
  texts: readonly LocalisedText[]
}

/** How much is changed between two versions, with denominators, who says so, and the way to other versions. */
export function ComparisonHead(props: ComparisonHeadProps) {
  const { strategy, document, from, to, counts, confirmed, sides, texts } = props
  const t = useTranslations('public.changes')
  const locale = useLocale()
  const { of, deleted, others } = counts
  const touched = of - counts.same
  const here = pathIn(locale, changesPath(strategy, document, to.number, from.number))
  return (
    <PageHead
      title={t.rich('title', { from: sides.from.name, to: sides.to.name })}
      lead={of > 0 ? t('lead', { touched, of, deleted }) : t('leadWithout', { deleted })}
      meta={others > 0 ? t('others', { count: others }) : undefined}
    >
      <FallbackNote texts={texts} />
      <LinkSwitch
        label={t('views')}
        links={[
          { href: sides.to.path, label: t.rich('read', { title: sides.to.name }) },
          { href: here, label: t.rich('show', { title: sides.from.name }), current: true },
        ]}
      />
      {!confirmed && (
        <Alert tone="info" heading={t('proposed')}>
          <p>{t('proposedText')}</p>
        </Alert>
      )}
      <OtherVersions {...props} />
    </PageHead>
  )
}

const told = ['changed', 'new', 'moved', 'split', 'merged', 'same'] as const

/** How the changes are drawn, and how many there are of each kind. */
export function ComparisonLegend({ counts, sides }: Pick<ComparisonHeadProps, 'counts' | 'sides'>) {
  const t = useTranslations('public.changes')
  const format = useFormatter()
  const some = told.filter((kind) => counts[kind] > 0).map((kind) => t(`count.${kind}`, { n: counts[kind] }))
  const { of, deleted } = counts
  return (
    <Panel id="tegn" heading={t('how')} className="in-panel--wash in-legend">
      <p className="in-row in-meta">
        <span>{t.rich('added', { ins: (words) => <ins>{words}</ins> })}</span>
        <span>{t.rich('removed', { del: (words) => <del>{words}</del> })}</span>
      </p>
      <p className="in-meta">
        {of > 0 && t.rich('counts', { of, to: sides.to.name, list: format.list(some) })}{' '}
        {deleted > 0 && t.rich('gone', { n: deleted, from: sides.from.name })}{' '}
        {counts.same > 0 && <span className="in-noprint">{t('folded')}</span>}
      </p>
    </Panel>
  )
}

/** The other comparisons there are: of this version with others before it, and of later ones with the earlier. */
function OtherVersions({ strategy, document, from, to, versions, sides }: ComparisonHeadProps) {
  const t = useTranslations('public.changes')
  const since = versions.filter(({ number }) => number < to.number && number !== from.number)
  const until = versions.filter(({ number }) => number > from.number && number !== to.number)
  if (since.length + until.length === 0) return null
  return (
    <details className="in-other in-noprint">
      <summary>{t('more')}</summary>
      <OtherComparisons
        label={t.rich('moreFrom', { title: sides.to.name })}
        versions={since}
        pathTo={({ number }) => changesPath(strategy, document, to.number, number)}
      />
      <OtherComparisons
        label={t.rich('moreTo', { title: sides.from.name })}
        versions={until}
        pathTo={({ number }) => changesPath(strategy, document, number, from.number)}
      />
    </details>
  )
}

type OtherComparisonsProps = {
  label: ReactNode
  versions: readonly Edition[]
  pathTo: (version: Edition) => string
}

// A link is called by the words before the list and its own, each in the language they are in.
function OtherComparisons({ label, versions, pathTo }: OtherComparisonsProps) {
  const locale = useLocale()
  const id = useId()
  if (versions.length === 0) return null
  return (
    <div>
      <p className="in-meta" id={id}>
        {label}
      </p>
      <ul className="in-plain">
        {versions.map((version) => {
          const own = `${id}-${version.number}`
          return (
            <li key={version.number}>
              <a href={pathIn(locale, pathTo(version))} id={own} aria-labelledby={`${id} ${own}`}>
                <Localised text={version.title} />
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
