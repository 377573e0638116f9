import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { PublishedFindings } from '#app/features/findings/components/published-findings.tsx'
import { listNewestFindings } from '#app/features/findings/published.server.ts'
import { Follow } from '#app/features/open-data/components/follow.tsx'
import { followLinks } from '#app/features/open-data/follow.ts'
import { strategyPath } from '#app/features/strategies/address.ts'
import { OpenRounds } from '#app/features/strategies/components/open-rounds.tsx'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { listOpenRounds, listStrategies } from '#app/features/strategies/queries.server.ts'
import { translator } from '#app/messages/translator.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { Section } from '#app/ui/section.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const now = new Date()
  const [open, strategies, findings] = await Promise.all([
    listOpenRounds(now),
    listStrategies(),
    listNewestFindings(5),
  ])
  await keptPage({ params, context }, 'texts', 'inputs')
  return { open, strategies, findings, now }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `Innspill – ${translator(localeOfPath(location.pathname), 'public')('home.subtitle')}` },
  { name: 'description', content: translator(localeOfPath(location.pathname), 'public')('home.lead') },
  ...followLinks(localeOfPath(location.pathname), ['feed', 'calendar']),
]

export default function Home() {
  const { open, strategies, findings, now } = useLoaderData<typeof loader>()
  const t = useTranslations('public.home')
  const search = useTranslations('public.search')
  const register = useTranslations('public.register')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Section id="aktuelt" heading={t('open')}>
        {open.length > 0 ? (
          <OpenRounds rounds={open} now={now} />
        ) : (
          <Empty heading={t('noneOpen')} level={3}>
            {t('noneOpenText')}
          </Empty>
        )}
      </Section>
      <Section id="strategier" heading={t('strategies')}>
        {strategies.length > 0 ? (
          <ul className="in-list">
            {strategies.map(({ slug, title, summary, kind, status }) => (
              <li key={slug}>
                <a href={pathIn(locale, strategyPath(slug))}>
                  <strong>
                    <Localised text={title} />
                  </strong>
                </a>
                <p className="in-meta">
                  {register('kinds', { kind })} · {register('statuses', { status })}
                </p>
                <p className="in-measure">
                  <Localised text={summary} />
                </p>
              </li>
            ))}
          </ul>
        ) : (
          <Empty heading={t('noStrategies')} level={3}>
            {t('noStrategiesText')}
          </Empty>
        )}
      </Section>
      <Section id="sok" heading={t('search')} className="in-noprint">
        <div className="in-measure">
          <SearchForm
            action={pathIn(locale, '/search')}
            label={search('label')}
            buttonLabel={search('button')}
            help={search('help')}
          />
        </div>
      </Section>
      {findings.length > 0 && (
        <Section id="funn" heading={t('heard')}>
          <PublishedFindings findings={findings} whole />
        </Section>
      )}
      <Follow />
    </>
  )
}
