import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { VersionList } from '#app/features/documents/components/version-list.tsx'
import { listDocumentVersions } from '#app/features/documents/queries.server.ts'
import { PublishedFindings } from '#app/features/findings/components/published-findings.tsx'
import { listPublishedFindings } from '#app/features/findings/published.server.ts'
import { LedgerTable } from '#app/features/inputs/components/ledger-table.tsx'
import { PublishedList } from '#app/features/inputs/components/published-list.tsx'
import { listLedgers } from '#app/features/inputs/ledger.server.ts'
import { listNewestInputs } from '#app/features/inputs/published-list.server.ts'
import { QuestionList } from '#app/features/questionnaires/components/question-list.tsx'
import { listQuestions } from '#app/features/questionnaires/queries.server.ts'
import { findingsPath, inputsPath, invitedPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { FallbackNote } from '#app/features/strategies/components/fallback-note.tsx'
import { RoundChanges } from '#app/features/strategies/components/round-changes.tsx'
import { RoundDeadline } from '#app/features/strategies/components/round-deadline.tsx'
import { RoundContactSection, ShortNotice } from '#app/features/strategies/components/round-notes.tsx'
import { LegalFormTag, RoundStateTag } from '#app/features/strategies/components/round-tags.tsx'
import { keptPage } from '#app/features/strategies/kept-page.server.ts'
import { publishedInputsShown, roundState } from '#app/features/strategies/round.ts'
import { listPublicRoundChanges } from '#app/features/strategies/round-revisions.server.ts'
import { strategyStep, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

/** Kept for all readers, whatever else is asked for. */
export const handle = { kept: [] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await roundAt({ request, params })
  const now = new Date()
  const [questions, versions, findings, ledgers, inputs, changes] = await Promise.all([
    listQuestions(round.id),
    listDocumentVersions(round.strategyId, { roundId: round.id }),
    listPublishedFindings(round.id, 1),
    listLedgers(round.strategyId),
    listNewestInputs(round, now, 5),
    listPublicRoundChanges(round),
  ])
  const locale = localeOfPath(new URL(request.url).pathname)
  const name = translator(locale, 'public')('round.name', { number: round.number })
  await keptPage({ params, context }, 'texts', 'inputs')
  return {
    round,
    questions,
    versions,
    findings: findings.slice(0, 5),
    ledger: ledgers.find(({ roundId }) => roundId === round.id) ?? null,
    inputs,
    changes,
    now,
    ...trail([strategyStep(round.strategy, locale), { label: name }]),
  }
}

export default function RoundPage() {
  const { round, questions, versions, findings, ledger, inputs, changes, now } =
    useLoaderData<typeof loader>()
  const t = useTranslations('public.round')
  const changed = useTranslations('public.roundChanges')
  const locale = useLocale()
  const state = roundState(round, now)
  const closed = String(state === 'closed')
  const { strategy } = round
  return (
    <>
      <PageHead
        kicker={
          <>
            <RoundStateTag number={round.number} state={state} />
            <LegalFormTag legalForm={round.legalForm} />
          </>
        }
        title={
          <>
            {t('name', { number: round.number })}: <Localised text={round.title} />
          </>
        }
        lead={<Localised text={round.intro} />}
      >
        <FallbackNote texts={[round.title, round.intro]} />
        {changes.length > 0 && (
          <p className="in-meta">
            <a href="#endringer">{changed('since', { count: changes.length })}</a>
          </p>
        )}
      </PageHead>
      <div className="in-cols in-cols--front">
        <RoundDeadline
          strategy={strategy.slug}
          round={round}
          now={now}
          note={state === 'closed' ? undefined : t('everybody')}
        />
        <div className="in-cols__main">
          <ShortNotice legalForm={round.legalForm} reason={round.shortNoticeReason} />
          <Section id="dokumenter" heading={t('documents', { closed })}>
            {versions.length > 0 ? (
              <VersionList strategy={strategy.slug} versions={versions} />
            ) : (
              <p>{t('noDocuments')}</p>
            )}
          </Section>
          <Section id="sporsmal" heading={t('questions', { count: questions.length, closed })}>
            <QuestionList questions={questions} />
          </Section>
          {findings.length > 0 && (
            <Section
              id="funn"
              heading={t('heard')}
              link={{
                href: pathIn(locale, findingsPath(strategy.slug, round.slug)),
                label: t('allFindings'),
              }}
            >
              <PublishedFindings findings={findings} />
            </Section>
          )}
          {state !== 'announced' && (
            <Section
              id="innspill"
              heading={t('inputs')}
              link={
                inputs.length > 0
                  ? { href: pathIn(locale, inputsPath(strategy.slug, round.slug)), label: t('allInputs') }
                  : undefined
              }
            >
              <div className="in-stack in-stack--6">
                {ledger && (
                  <LedgerTable
                    ledger={ledger}
                    over={state === 'closed'}
                    all={pathIn(locale, invitedPath(strategy.slug, round.slug))}
                  />
                )}
                {inputs.length > 0 ? (
                  <div className="in-stack in-stack--3">
                    <h3 className="in-h3">{t('newest')}</h3>
                    <PublishedList
                      strategy={strategy.slug}
                      round={round.slug}
                      inputs={inputs}
                      counties={new Map()}
                    />
                  </div>
                ) : (
                  <Empty heading={t('noInputs')} level={3}>
                    {publishedInputsShown(round, now) ? t('noInputsChecked') : t('noInputsUntilClosed')}
                  </Empty>
                )}
              </div>
            </Section>
          )}
          <RoundChanges changes={changes} />
          <RoundContactSection contact={round.contact} />
        </div>
      </div>
    </>
  )
}
