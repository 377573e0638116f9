import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { PublishedQuote } from '#app/features/findings/components/published-quote.tsx'
import { findPublishedFinding } from '#app/features/findings/published.server.ts'
import { findingsPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { roundSteps } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, slugParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const finding = answer(await findPublishedFinding(round.id, slugParam(params.finding), new Date()))
  const locale = localeOfPath(new URL(request.url).pathname)
  const t = translator(locale, 'public')
  return {
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    finding,
    crumbs: [
      ...roundSteps(round, t('round.name', { number: round.number }), locale),
      { label: t('finding.crumb'), href: pathIn(locale, findingsPath(round.strategy.slug, round.slug)) },
      { label: pick(finding.title, locale).text },
    ],
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.crumbs.at(-1)?.label ?? ''} – Innspill` },
]

export default function FindingPage() {
  const { round, finding } = useLoaderData<typeof loader>()
  const t = useTranslations('public.finding')
  const locale = useLocale()
  const { day } = useDates()
  const text = pick(finding.text, locale)
  const readable = finding.quotes.filter(({ state }) => state === 'shown' || state === 'masked')
  const senders = new Set(readable.map(({ input }) => input?.id)).size
  return (
    <>
      <PageHead
        kicker={
          <>
            <StatusTag tone="info">{t('tag', { number: round.number })}</StatusTag>
            {finding.publishedAt && (
              <span className="in-meta">{t('published', { date: day(finding.publishedAt) })}</span>
            )}
          </>
        }
        title={<Localised text={finding.title} />}
      >
        <FallbackNote texts={[finding.title, finding.text]} />
      </PageHead>
      <section className="in-section in-prose" lang={text.fallback ? text.lang : undefined}>
        {text.text.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <Section id="sitater" heading={t('quotes')}>
        <div className="in-stack in-stack--5 in-measure">
          <p className="in-meta">
            {t('behind', { quotes: readable.length, inputs: senders, of: finding.of })}
          </p>
          {finding.quotes.map((quote) => (
            <PublishedQuote key={quote.key} strategy={round.strategy.slug} quote={quote} />
          ))}
        </div>
      </Section>
    </>
  )
}
