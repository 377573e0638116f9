import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { TakenAway } from '#app/features/inputs/components/taken-away.tsx'
import { findPublishedHead } from '#app/features/inputs/published.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { chainOfInput } from '#app/features/responses/chain.server.ts'
import { OutcomeFindings } from '#app/features/responses/components/chain-outcome.tsx'
import { findingsPath, inputPath, inputsPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { roundSteps, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { addressLinks, pageAddresses } from '#app/platform/page-addresses.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const id = idParam(params.input)
  const round = await roundAt({ request, params })
  const now = new Date()
  const { readable, ...input } = answer(await findPublishedHead(round, id, now))
  const url = new URL(request.url)
  const locale = localeOfPath(url.pathname)
  const t = translator(locale, 'public')
  const chain = readable ? await chainOfInput(round.id, id, now) : null
  const { sender } = input
  const name = sender.name ?? t(senderKindKey(sender.kind))
  const title =
    !readable || sender.name === null ? t('outcome.titlePerson') : t('outcome.title', { name: sender.name })
  const page = {
    ...{ input, chain, gone: !readable, title },
    round: { slug: round.slug, number: round.number, strategy: round.strategy },
    ...trail(
      [
        ...roundSteps(round, t('round.name', { number: round.number }), locale),
        { label: t('inputs.crumb'), href: pathIn(locale, inputsPath(round.strategy.slug, round.slug)) },
        {
          label: !readable && sender.name === null ? t('input.withheldName') : name,
          href: pathIn(locale, inputPath(round.strategy.slug, round.slug, id)),
        },
        { label: t('outcome.crumb') },
      ],
      [{ label: title }, { label: t('round.name', { number: round.number }) }],
    ),
    addresses: pageAddresses(ownOrigin(request), url.pathname),
  }
  // As with the input itself: the address stays and says what happened, and search engines let go of their copies.
  await keptPage({ params, context }, 'texts', 'inputs', 'work')
  return data(page, { status: readable ? 200 : 410 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...addressLinks(page?.addresses),
  ...(page?.gone || page?.input.aged ? [{ name: 'robots', content: 'noindex' }] : []),
]

export default function Outcome() {
  const { input, chain, title, round } = useLoaderData<typeof loader>()
  const t = useTranslations('public')
  const locale = useLocale()
  const strategy = round.strategy.slug
  const whole = pathIn(locale, inputPath(strategy, round.slug, input.id))
  const toFindings = {
    href: pathIn(locale, findingsPath(strategy, round.slug)),
    label: t('outcome.toFindings'),
  }
  if (!chain)
    return (
      <>
        <PageHead title={title} />
        <TakenAway input={input} />
      </>
    )
  const { findings, published, passages } = chain
  const rest = Math.max(0, passages.of - passages.total)
  return (
    <>
      <PageHead
        title={title}
        lead={
          findings.length > 0 &&
          t('outcome.lead', { passages: passages.total, of: passages.of, findings: findings.length })
        }
        meta={<a href={whole}>{t('outcome.backToInput')}</a>}
      />
      {findings.length > 0 ? (
        <OutcomeFindings sender={input.sender} findings={findings} />
      ) : published === 0 ? (
        <Empty heading={t('outcome.none')} action={{ href: whole, label: t('outcome.backToInput') }}>
          {t('outcome.noneText')}
        </Empty>
      ) : (
        <Empty heading={t('outcome.unused')} action={toFindings}>
          {t('outcome.unusedText')}
        </Empty>
      )}
      {findings.length > 0 && rest > 0 && (
        <Section id="resten" heading={t('outcome.restHeading')}>
          <p className="in-measure">
            {t('outcome.rest', { count: rest })} <a href={whole}>{t('outcome.backToInput')}</a>
          </p>
        </Section>
      )}
    </>
  )
}
