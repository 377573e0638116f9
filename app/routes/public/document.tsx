import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { AboutAdoption, AboutDocument } from '#app/features/documents/components/about-document.tsx'
import { DocumentHead } from '#app/features/documents/components/document-head.tsx'
import { DocumentReader } from '#app/features/documents/components/document-reader.tsx'
import { Measures } from '#app/features/documents/components/measures.tsx'
import { SubPlans } from '#app/features/documents/components/sub-plans.tsx'
import { reportingYearsOf } from '#app/features/documents/measures.server.ts'
import { findPublishedDocument } from '#app/features/documents/published-document.server.ts'
import { PrintLink } from '#app/features/exports/components/print-link.tsx'
import { offerPrint } from '#app/features/exports/print-file.server.ts'
import { documentPrint } from '#app/features/exports/print-pages.server.ts'
import { storiesOf } from '#app/features/responses/chain-lineage.server.ts'
import { documentPath } from '#app/features/strategies/address.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { strategyStep, trail } from '#app/features/strategies/trail.ts'
import { slugParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { labelled } from '#app/platform/localised-text.ts'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  // "2" is a version; "02", "2x" and what else people may write is none.
  const wanted = params.version
  const number = wanted === undefined ? null : /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 0
  const found = await findPublishedDocument(slugParam(params.strategy), slugParam(params.document), number)
  const page = found ?? (await leadOn({ request, params }))
  const locale = localeOfPath(new URL(request.url).pathname)
  const { document, strategy, version } = page
  const now = new Date()
  const years = reportingYearsOf(page, now)
  const origin = ownOrigin(request)
  const { print, settled } = await offerPrint(documentPrint({ page, years }, { locale, origin }), 'document')
  if (settled) await keptPage({ params, context }, 'texts', 'inputs')
  return {
    page,
    stories: await storiesOf(strategy.slug, document.slug, version.number, now),
    ...{ years, origin, print },
    path: pathIn(locale, documentPath(strategy.slug, document.slug, version.number)),
    ...trail(
      [
        strategyStep(strategy, locale),
        labelled(document.kind === 'draft' ? version.title : document.title, locale),
      ],
      [labelled(document.title, locale), labelled(version.title, locale)],
      ', ',
    ),
  }
}

export default function DocumentPage() {
  const { page, stories, years, path, origin, print } = useLoaderData<typeof loader>()
  const t = useTranslations('public.document')
  const { measures, subPlans, version, blocks } = page
  const has = (kind: string) => measures.some((one) => one.kind === kind && !one.retiredAt)
  const more = [
    { id: 'oppdrag', label: t('missions'), shown: has('mission') },
    { id: 'tiltak', label: t('measures'), shown: has('measure') },
    { id: 'ikke-prioritert', label: t('setAside'), shown: has('set-aside') },
    { id: 'underplaner', label: t('subPlans'), shown: subPlans.expected.length + subPlans.others.length > 0 },
    { id: 'vedtak', label: t('adoptionHeading'), shown: version.adoptedAt !== null },
    { id: 'om', label: t('aboutHeading'), shown: true },
  ]
  return (
    <>
      <DocumentHead page={page}>
        <PrintLink print={print} />
      </DocumentHead>
      <DocumentReader {...{ blocks, path, origin, stories }} more={more.filter(({ shown }) => shown)}>
        <div className="in-after">
          <Measures {...{ measures, years }} />
          <SubPlans page={page} />
          <AboutAdoption page={page} />
          <AboutDocument page={page} />
        </div>
      </DocumentReader>
    </>
  )
}
