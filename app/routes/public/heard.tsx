import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { heardIn } from '#app/features/responses/chain-heard.server.ts'
import { HeardRounds } from '#app/features/responses/components/heard-rounds.tsx'
import { strategyPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { strategyStep, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { addressLinks, pageAddresses } from '#app/platform/page-addresses.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const strategy = await strategyAt({ request, params })
  const { pathname } = new URL(request.url)
  const locale = localeOfPath(pathname)
  await keptPage({ params, context }, 'texts', 'inputs', 'work')
  return {
    strategy: { slug: strategy.slug, title: strategy.title },
    rounds: await heardIn(strategy.id),
    ...trail([strategyStep(strategy, locale), { label: translator(locale, 'public')('heard.crumb') }]),
    addresses: pageAddresses(ownOrigin(request), pathname),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => addressLinks(data?.addresses)

export default function Heard() {
  const { strategy, rounds } = useLoaderData<typeof loader>()
  const t = useTranslations('public.heard')
  const locale = useLocale()
  const any = rounds.some(({ total }) => total > 0)
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {any ? (
        <HeardRounds strategy={strategy.slug} rounds={rounds} />
      ) : (
        <Empty
          heading={t('none')}
          action={{ href: pathIn(locale, strategyPath(strategy.slug)), label: t('toStrategy') }}
        >
          {t('noneText')}
        </Empty>
      )}
    </>
  )
}
