import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { PrintLink } from '#app/features/exports/components/print-link.tsx'
import { offerPrint } from '#app/features/exports/print-file.server.ts'
import { inputPrint } from '#app/features/exports/print-pages.server.ts'
import { countPublishedFindings } from '#app/features/findings/published.server.ts'
import { PublicVersions } from '#app/features/inputs/components/public-versions.tsx'
import { TakenAway } from '#app/features/inputs/components/taken-away.tsx'
import { findPublishedInput } from '#app/features/inputs/published.server.ts'
import { countyNames } from '#app/features/organisations/queries.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { inputsPath, outcomePath, roundPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { roundSteps, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = idParam(params.input)
  const round = await roundAt({ request, params })
  const input = answer(await findPublishedInput(round, id, new Date()))
  const { county } = input.sender
  const [counties, findings] = await Promise.all([
    countyNames(county ? [county] : []),
    countPublishedFindings(round.id),
  ])
  const locale = localeOfPath(new URL(request.url).pathname)
  const t = translator(locale, 'public')
  const withheld = input.withheld.length > 0 && input.versions.length === 0
  const name = input.sender.name ?? t(senderKindKey(input.sender.kind))
  const from = input.sender.name === null ? t('input.titlePerson') : t('input.title', { name })
  const title = withheld ? t('input.withheldName') : from
  const shown = { input, county: counties.get(county ?? '') ?? null, round }
  const offered =
    input.versions.length > 0
      ? await offerPrint(inputPrint(shown, { locale, origin: ownOrigin(request) }), 'input')
      : { print: null, settled: true }
  const page = {
    input,
    title,
    gone: input.withdrawn !== null || withheld,
    hasFindings: findings > 0,
    ...{ county: shown.county, print: offered.print },
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    ...trail(
      [
        ...roundSteps(round, t('round.name', { number: round.number }), locale),
        { label: t('inputs.crumb'), href: pathIn(locale, inputsPath(round.strategy.slug, round.slug)) },
        { label: withheld ? title : name },
      ],
      [{ label: title }, { label: t('round.name', { number: round.number }) }],
    ),
  }
  // A private person's name ages out of what is searched, and the page is still there for who has its address.
  // The address stays and says what happened, but what it named is gone: search engines then let go of their copies.
  if (offered.settled) await keptPage({ params, context }, 'texts', 'inputs')
  return data(page, { status: page.gone ? 410 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...(page?.gone || page?.input.aged ? [{ name: 'robots', content: 'noindex' }] : []),
]

export default function PublishedInput() {
  const { input, title, gone, hasFindings, county, round, print } = useLoaderData<typeof loader>()
  const t = useTranslations('public')
  const locale = useLocale()
  const { sender, withdrawn } = input
  const back = pathIn(locale, roundPath(round.strategy.slug, round.slug))
  return (
    <>
      <PageHead
        kicker={gone && <StatusTag line>{t(withdrawn ? 'input.withdrawn' : 'input.withheld')}</StatusTag>}
        title={title}
        meta={
          <>
            {sender.name !== null && <>{t(senderKindKey(sender.kind))}. </>}
            {county && <>{county}. </>}
            <a href={back}>{t('input.to', { number: round.number })}</a>
          </>
        }
      >
        {!gone && hasFindings && (
          <p className="in-noprint">
            <a href={pathIn(locale, outcomePath(round.strategy.slug, round.slug, input.id))}>
              {t('outcome.link')}
            </a>
          </p>
        )}
        {!gone && print && <PrintLink print={print} />}
      </PageHead>
      {gone ? (
        <TakenAway input={input} />
      ) : (
        <div className="in-measure">
          <PublicVersions input={input} />
          <footer className="in-section">
            <p className="in-meta">
              {t('input.takedownWhy')}{' '}
              <a href={pathIn(locale, `/takedown?input=${input.id}`)}>{t('input.takedown')}</a>
            </p>
          </footer>
        </div>
      )}
    </>
  )
}
