import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { PublicAnswer } from '#app/features/inputs/components/public-answer.tsx'
import { VersionTags } from '#app/features/inputs/components/published-list.tsx'
import { ReceivedOn } from '#app/features/inputs/components/received-on.tsx'
import { SenderName } from '#app/features/inputs/components/sender-name.tsx'
import { findPublishedInput, type PublicVersion } from '#app/features/inputs/published.server.ts'
import { countyNames } from '#app/features/organisations/queries.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { inputsPath, roundPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { roundSteps } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Alert } from '#app/ui/message.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = idParam(params.input)
  const round = await roundAt({ request, params })
  const input = answer(await findPublishedInput(round, id, new Date()))
  const { county } = input.sender
  const counties = await countyNames(county ? [county] : [])
  const locale = localeOfPath(new URL(request.url).pathname)
  const t = translator(locale, 'public')
  const name = input.sender.name ?? t(senderKindKey(input.sender.kind))
  const page = {
    input,
    county: counties.get(county ?? '') ?? null,
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    crumbs: [
      ...roundSteps(round, t('round.name', { number: round.number }), locale),
      { label: t('inputs.crumb'), href: pathIn(locale, inputsPath(round.strategy.slug, round.slug)) },
      { label: name },
    ],
  }
  // The address stays and says what happened, but what it named is gone: search engines then let go of their copies.
  return data(page, { status: input.withdrawn ? 410 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: `${page ? [page.crumbs.at(-1), page.crumbs[1]].map((step) => step?.label).join(' – ') : ''} – Innspill`,
  },
  ...(page?.input.withdrawn ? [{ name: 'robots', content: 'noindex' }] : []),
]

export default function PublishedInput() {
  const { input, county, round } = useLoaderData<typeof loader>()
  const t = useTranslations('public')
  const locale = useLocale()
  const { day } = useDates()
  const { sender, withdrawn, versions } = input
  const back = pathIn(locale, roundPath(round.strategy.slug, round.slug))
  return (
    <>
      <PageHead
        kicker={withdrawn && <StatusTag line>{t('input.withdrawn')}</StatusTag>}
        title={<SenderName {...sender} />}
        meta={
          <>
            {sender.name !== null && <>{t(senderKindKey(sender.kind))}. </>}
            {county && <>{county}. </>}
            <a href={back}>{t('input.to', { number: round.number })}</a>
          </>
        }
      />
      {withdrawn ? (
        <Alert tone="info" heading={t('input.withdrawnTitle')}>
          <p>{t('input.withdrawnText', { date: day(withdrawn.at) })}</p>
          {withdrawn.reason && <p>{t('input.reason', { reason: withdrawn.reason })}</p>}
        </Alert>
      ) : (
        <div className="in-measure">
          {versions.length > 1 && <p>{t('input.several', { count: versions.length })}</p>}
          {versions.map((version) => (
            <Version key={version.number} version={version} />
          ))}
        </div>
      )}
    </>
  )
}

function Version({ version }: { version: PublicVersion }) {
  const t = useTranslations('public.input')
  const { day } = useDates()
  const { number, lang, answers } = version
  const id = `utgave-${number}`
  return (
    <section className="in-section" id={id} aria-labelledby={`${id}-title`}>
      <div className="in-stack in-stack--2">
        <h2 className="in-h2" id={`${id}-title`}>
          {t(`versionTitle.${version.kind}`)}
        </h2>
        <VersionTags kind="administrative" late={version.late} />
        <p className="in-meta">
          <ReceivedOn version={version} /> {t('publishedOn', { date: day(version.publishedAt) })}{' '}
          {t('language', { language: lang })}
        </p>
      </div>
      <div className="in-page">
        {answers.length === 0 && <p>{t('noText')}</p>}
        {answers.map((answered) => (
          <PublicAnswer
            key={answered.question.position}
            id={`svar-${number}-${answered.question.position}`}
            lang={lang}
            answered={answered}
          />
        ))}
      </div>
    </section>
  )
}
