import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { ConformanceTable } from '#app/features/discovery/components/conformance-table.tsx'
import { ContactList } from '#app/features/strategies/components/contact-list.tsx'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { listStrategies } from '#app/features/strategies/queries.server.ts'
import { translator } from '#app/messages/translator.ts'
import { config } from '#app/platform/config.server.ts'
import { localeOfPath } from '#app/platform/locale.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOfPath(new URL(request.url).pathname)
  const strategies = await listStrategies()
  await keptPage({ params, context }, 'texts')
  return {
    crumbs: [{ label: translator(locale, 'public')('accessibility.title') }],
    statement: config().accessibilityStatementUrl ?? null,
    strategies: strategies.map(({ slug, title, contactEmail }) => ({ slug, title, contactEmail })),
  }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${translator(localeOfPath(location.pathname), 'public')('accessibility.title')} – Innspill` },
]

const parts = {
  bygget: ['script', 'keyboard', 'structure', 'colour', 'language', 'zoom'],
  provd: ['axe', 'journeys', 'people'],
  mangler: ['languages', 'letters'],
} as const

export default function Accessibility() {
  const { strategies, statement } = useLoaderData<typeof loader>()
  const t = useTranslations('public.accessibility')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {statement && (
        <p>
          <a href={statement}>{t('tell.statement')}</a>
        </p>
      )}
      <Section id="bygget" heading={t('bygget.heading')}>
        <Points lines={parts.bygget.map((part) => t(`bygget.${part}`))} />
      </Section>
      <Section id="provd" heading={t('provd.heading')}>
        <Points lines={parts.provd.map((part) => t(`provd.${part}`))} />
      </Section>
      <Section id="mangler" heading={t('mangler.heading')}>
        <Points
          lines={[
            ...(statement ? [] : [t('mangler.statement')]),
            ...parts.mangler.map((part) => t(`mangler.${part}`)),
          ]}
        />
      </Section>
      <Section id="krav" heading={t('wcag.heading')}>
        <p className="in-prose">{t('wcag.own')}</p>
        <ConformanceTable />
      </Section>
      <Section id="si-fra" heading={t('tell.heading')}>
        <div className="in-prose">
          <p>{t('tell.text')}</p>
          {strategies.length === 0 && <p>{t('tell.none')}</p>}
          <ContactList strategies={strategies} />
          <p>
            {t('tell.page')} <a href="https://www.uutilsynet.no/">uutilsynet.no</a>
          </p>
        </div>
      </Section>
    </>
  )
}

function Points({ lines }: { lines: string[] }) {
  return (
    <div className="in-prose">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
