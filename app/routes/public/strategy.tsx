import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { VersionList } from '#app/features/documents/components/version-list.tsx'
import { listDocumentVersions } from '#app/features/documents/queries.server.ts'
import { PrintLink } from '#app/features/exports/components/print-link.tsx'
import { offerPrint } from '#app/features/exports/print-file.server.ts'
import { registerPrint } from '#app/features/exports/print-pages.server.ts'
import { PublishedFindings } from '#app/features/findings/components/published-findings.tsx'
import { listLatestFindings } from '#app/features/findings/published.server.ts'
import {
  CountingRule,
  LedgerCount,
  LedgerLink,
  LedgerTable,
} from '#app/features/inputs/components/ledger-table.tsx'
import { listLedgers } from '#app/features/inputs/ledger.server.ts'
import { MeetingNews } from '#app/features/meetings/components/meeting-news.tsx'
import { listMeetingNews } from '#app/features/meetings/published.server.ts'
import { Follow } from '#app/features/open-data/components/follow.tsx'
import { followLinks } from '#app/features/open-data/follow.ts'
import {
  heardPath,
  inputsPath,
  invitedPath,
  roundPath,
  strategyPath,
} from '#app/features/strategies/address.ts'
import { leadOn } from '#app/features/strategies/addressed.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { PhaseTimeline } from '#app/features/strategies/components/phase-timeline.tsx'
import { RegisterFacts } from '#app/features/strategies/components/register-facts.tsx'
import { RegisterTags } from '#app/features/strategies/components/register-tags.tsx'
import { RoundDeadline } from '#app/features/strategies/components/round-deadline.tsx'
import { LegalFormTag, RoundStateTag } from '#app/features/strategies/components/round-tags.tsx'
import { WayForward } from '#app/features/strategies/components/way-forward.tsx'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { findStrategy } from '#app/features/strategies/queries.server.ts'
import { publishedInputsShown, roundState } from '#app/features/strategies/round.ts'
import { trail } from '#app/features/strategies/trail.ts'
import { slugParam } from '#app/platform/http/answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { labelled } from '#app/platform/localised-text.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const strategy = (await findStrategy(slugParam(params.strategy))) ?? (await leadOn({ request, params }))
  const now = new Date()
  const [versions, findings, ledgers, meetings] = await Promise.all([
    listDocumentVersions(strategy.id),
    listLatestFindings(strategy.id, 5),
    listLedgers(strategy.id),
    listMeetingNews(strategy.id, now),
  ])
  const locale = localeOfPath(new URL(request.url).pathname)
  const origin = ownOrigin(request)
  const today = osloDate(now)
  const { print, settled } = await offerPrint(
    registerPrint({ strategy, today }, { locale, origin }),
    'register',
  )
  if (settled) await keptPage({ params, context }, 'texts', 'inputs')
  return {
    ...{ strategy, versions, findings, ledgers, meetings, now, today, print },
    address: `${origin}${pathIn(locale, strategyPath(strategy.slug))}`,
    ...trail([labelled(strategy.title, locale)]),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  ...(data ? followLinks(localeOfPath(location.pathname), ['feed', 'calendar'], data.strategy.slug) : []),
]

export default function StrategyPage() {
  const { strategy, versions, findings, ledgers, meetings, now, today, address, print } =
    useLoaderData<typeof loader>()
  const t = useTranslations('public.strategy')
  const locale = useLocale()
  const format = useFormatter()
  const to = (path: string) => pathIn(locale, path)
  const newest = strategy.rounds[0]
  const current =
    strategy.rounds.find((round) => roundState(round, now) === 'open') ??
    strategy.rounds.find((round) => roundState(round, now) === 'accepting-late') ??
    newest
  const ledgerOf = (id: string) => ledgers.find(({ roundId }) => roundId === id)
  const counted = current && ledgerOf(current.id)
  const register = useTranslations('public.register')
  const organisers = format.list(strategy.organisers.map(({ name }) => name))
  const heard = findings.filter(({ round }) => round.slug === findings[0]?.round.slug)
  const heardIn = heard[0]?.round
  return (
    <>
      <PageHead
        kicker={
          <>
            <RegisterTags {...strategy} />
            {current && (
              <>
                <RoundStateTag number={current.number} state={roundState(current, now)} />
                <LegalFormTag legalForm={current.legalForm} />
              </>
            )}
          </>
        }
        title={<Localised text={strategy.title} />}
        lead={<Localised text={strategy.summary} />}
        meta={
          <>
            {t('organisedBy', { count: strategy.organisers.length, names: organisers })}{' '}
            <Localised text={strategy.scope} />
          </>
        }
      >
        <FallbackNote texts={[strategy.title, strategy.summary, strategy.scope]} />
      </PageHead>
      <div className="in-cols in-cols--front">
        {current ? (
          <RoundDeadline
            strategy={strategy.slug}
            round={current}
            now={now}
            note={
              counted
                ? t('answered', {
                    answered: counted.answeredMunicipalities,
                    invited: counted.invitedMunicipalities,
                    open: roundState(current, now) === 'closed' ? 'no' : 'yes',
                  })
                : undefined
            }
          />
        ) : (
          // What is over gets no round any more.
          (strategy.status === 'planned' || strategy.status === 'ongoing') && (
            <Empty heading={t('noRound')}>{t('noRoundText')}</Empty>
          )
        )}
        {strategy.phases.length > 0 && (
          <section className="in-section in-section--phases" aria-labelledby="phases">
            <h2 className="in-sr" id="phases">
              {t('phases')}
            </h2>
            <PhaseTimeline strategy={strategy} />
          </section>
        )}
        <div className="in-cols__main">
          <Section id="dokumenter" heading={t('documents')}>
            {versions.length > 0 ? (
              <VersionList strategy={strategy.slug} versions={versions} />
            ) : (
              <p>{t('noDocuments')}</p>
            )}
          </Section>
          {heardIn && (
            <Section
              id="funn"
              heading={t('heard', { number: heardIn.number })}
              link={{
                href: to(heardPath(strategy.slug)),
                label: t('allHeard'),
              }}
            >
              <PublishedFindings findings={heard} />
            </Section>
          )}
          {strategy.rounds
            .filter((round) => roundState(round, now) !== 'announced')
            .map((round) => {
              const ledger = ledgerOf(round.id)
              return (
                <Section
                  key={round.slug}
                  id={`innspill-${round.slug}`}
                  heading={t('inputs', { number: round.number })}
                  link={
                    publishedInputsShown(round, now)
                      ? {
                          href: to(inputsPath(strategy.slug, round.slug)),
                          label: t('readInputs', { number: round.number }),
                        }
                      : undefined
                  }
                >
                  {ledger && roundState(round, now) === 'closed' && (
                    <LedgerTable ledger={ledger} over all={to(invitedPath(strategy.slug, round.slug))} />
                  )}
                  {ledger && roundState(round, now) !== 'closed' && (
                    <div className="in-stack in-stack--3">
                      <LedgerCount ledger={ledger} over={false} />
                      <CountingRule ledger={ledger} />
                      <LedgerLink href={to(invitedPath(strategy.slug, round.slug))} />
                    </div>
                  )}
                </Section>
              )
            })}
          <Section id="veien-videre" heading={t('wayForward')}>
            <WayForward strategy={strategy} />
          </Section>
          <Section id="registeropplysninger" heading={t('register')}>
            <RegisterFacts {...{ strategy, address, today, now }} />
            <PrintLink print={print} register />
          </Section>
          <MeetingNews strategy={strategy.slug} meetings={meetings} now={now} />
          <Follow strategy={strategy.slug} />
          <Section id="slik-behandler-vi-innspill" heading={t('legalRegime')}>
            <p className="in-prose">
              <Localised text={strategy.legalRegime} />
            </p>
          </Section>
        </div>
        <aside className="in-stack in-stack--6" aria-labelledby="about">
          <section className="in-stack in-stack--2">
            <h2 className="in-h4" id="about">
              {t('about')}
            </h2>
            <DefinitionList
              items={[
                { term: t('organisers'), description: organisers },
                { term: t('status'), description: register('statuses', { status: strategy.status }) },
                { term: t('caseNumber'), description: strategy.caseNumber },
                {
                  term: t('contact'),
                  description: (
                    <a href={`mailto:${strategy.contactEmail}`} data-mail={strategy.contactEmail}>
                      {t('contactLink')}
                    </a>
                  ),
                },
                {
                  term: t('rounds'),
                  description: newest && <RoundLinks strategy={strategy} to={to} />,
                },
              ]}
            />
            <p className="in-small">
              <a href="#registeropplysninger">{t('allRegister')}</a>
            </p>
          </section>
        </aside>
      </div>
    </>
  )
}

function RoundLinks({
  strategy,
  to,
}: {
  strategy: { slug: string; rounds: { slug: string; number: number }[] }
  to: (path: string) => string
}) {
  const t = useTranslations('public.strategy')
  return (
    <ul className="in-plain">
      {[...strategy.rounds].reverse().map(({ slug, number }) => (
        <li key={slug}>
          <a href={to(roundPath(strategy.slug, slug))}>{t('round', { number })}</a>
        </li>
      ))}
    </ul>
  )
}
