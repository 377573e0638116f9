import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { DocumentReader } from '#app/features/documents/components/document-reader.tsx'
import { findDocumentVersion } from '#app/features/documents/queries.server.ts'
import { documentPath, roundPath } from '#app/features/strategies/address.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { strategyStep } from '#app/features/strategies/trail.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  // "2" is a version; "02", "2x" and what else people may write is none.
  const wanted = params.version
  const number = wanted === undefined ? null : /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 0
  const version =
    (await findDocumentVersion(params.strategy ?? '', params.document ?? '', number)) ??
    (await leadOn({ request, params }))
  const locale = localeOfPath(new URL(request.url).pathname)
  const label = pick(version.title, locale).text
  return { version, crumbs: [strategyStep(version.strategy, locale), { label }] }
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const { version } = data ?? {}
  const title = version && pick(version.documentTitle, localeOfPath(location.pathname)).text
  return [{ title: `${version ? `${title}, ${data?.crumbs.at(-1)?.label}` : ''} – Innspill` }]
}

export default function DocumentPage() {
  const { version } = useLoaderData<typeof loader>()
  const t = useTranslations('public.document')
  const locale = useLocale()
  const { day } = useDates()
  const { strategy, document, number, versions, round } = version
  const latest = versions[0]?.number ?? number
  const pathOf = (one: number) => pathIn(locale, documentPath(strategy.slug, document, one))
  const earlier = versions.find((one) => one.number < number)
  return (
    <>
      <PageHead
        kicker={
          <>
            <StatusTag tone="info">
              <Localised text={version.title} />
            </StatusTag>
            <span className="in-meta">
              {t('published', { date: day(version.publishedAt) })}{' '}
              {number < latest
                ? t('replaced', { number: latest })
                : earlier && t('replaces', { number: earlier.number })}
            </span>
          </>
        }
        title={<Localised text={version.documentTitle} />}
        meta={
          round && (
            <a href={pathIn(locale, roundPath(strategy.slug, round.slug))}>
              {t('round', { number: round.number })}
            </a>
          )
        }
      >
        <FallbackNote texts={[version.documentTitle, ...version.blocks.map(({ text }) => text)]} />
        {versions.length > 1 && (
          <LinkSwitch
            label={t('versions')}
            links={versions.map((one) => ({
              href: pathOf(one.number),
              label: <Localised text={one.title} />,
              current: one.number === number,
            }))}
          />
        )}
      </PageHead>
      <DocumentReader blocks={version.blocks} path={pathOf(number)} />
    </>
  )
}
