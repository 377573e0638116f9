import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { listApiStrategies } from '#app/features/open-data/api-strategies.server.ts'
import { DataOfStrategies } from '#app/features/open-data/components/data-of-strategies.tsx'
import { DataTerms } from '#app/features/open-data/components/data-terms.tsx'
import { DataUse } from '#app/features/open-data/components/data-use.tsx'
import { WhatThereIs } from '#app/features/open-data/components/what-there-is.tsx'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { listStrategies } from '#app/features/strategies/queries.server.ts'
import { translator } from '#app/messages/translator.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'
import { addressLinks, pageAddresses } from '#app/platform/page-addresses.ts'
import { PageHead } from '#app/ui/page-head.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [all, { strategies: newest }] = await Promise.all([listStrategies(), listApiStrategies(null, 1)])
  const { pathname } = new URL(request.url)
  const numbered = newest.find(({ projectNumber }) => projectNumber !== null)
  await keptPage({ params, context }, 'texts')
  return {
    strategies: all.map(({ slug, title, contactEmail }) => ({ slug, title, contactEmail })),
    example: { slug: newest[0]?.slug ?? null, number: numbered?.projectNumber ?? null },
    crumbs: [{ label: translator(localeOfPath(pathname), 'public')('openData.title') }],
    addresses: pageAddresses(ownOrigin(request), pathname),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.crumbs[0]?.label ?? ''} – Innspill` },
  ...addressLinks(data?.addresses),
]

export default function OpenData() {
  const { strategies, example } = useLoaderData<typeof loader>()
  const t = useTranslations('public.openData')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <WhatThereIs />
      <DataUse example={example} />
      <DataTerms />
      <DataOfStrategies strategies={strategies} />
    </>
  )
}
