import { useLocale, useTranslations } from 'use-intl/react'
import { findingHref } from '#app/features/findings/published-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { InputChain } from '../chain.server.ts'
import { changesOf } from '../chain.ts'
import { ChainChanges } from './chain-changes.tsx'
import { FindingLead } from './chain-findings.tsx'
import { PassageList } from './chain-passages.tsx'
import { ChainResponses } from './chain-responses.tsx'
import { DispositionTag } from './disposition-tag.tsx'

type Sender = { name: string | null; kind: string }
type Finding = InputChain['findings'][number]

/** Passages of one input that stand with a finding before the rest is folded. */
const mostOpen = 3

/** What became of an input, finding by finding: its own words, what was heard, what was made of it, what was changed. */
export function OutcomeFindings({ sender, findings }: { sender: Sender; findings: readonly Finding[] }) {
  return findings.map((finding) => <OutcomeFinding key={finding.id} {...{ sender, finding }} />)
}

function OutcomeFinding({ sender, finding }: { sender: Sender; finding: Finding }) {
  const t = useTranslations('public')
  const locale = useLocale()
  const strategy = finding.strategy.slug
  const href = findingHref(finding, { strategy, locale })
  const whole = finding.responses.find(({ citationId }) => citationId === null)
  // What is made of others' words is told where those stand.
  const own = new Set(
    finding.quotes.flatMap(({ key, input }) =>
      finding.passages.some((passage) => passage.input.id === input?.id) ? [key] : [],
    ),
  )
  const responses = finding.responses.filter(({ citationId }) => citationId === null || own.has(citationId))
  const changes = changesOf(responses)
  return (
    <Section
      id={`funn-${finding.slug}`}
      heading={
        <a href={href}>
          <Localised text={finding.title} />
        </a>
      }
    >
      <p className="in-kicker in-outcome__tag">
        {whole ? (
          <DispositionTag disposition={whole.disposition} />
        ) : (
          <StatusTag line>{t('heard.noResponse')}</StatusTag>
        )}
      </p>
      <ol className="in-chain">
        <li>
          <h3 className="in-h3">
            {sender.name ? t('outcome.said', { name: sender.name }) : t('outcome.saidPerson')}
          </h3>
          <OwnWords strategy={strategy} passages={finding.passages} />
        </li>
        <li>
          <h3 className="in-h3">{t('heard.weHeard')}</h3>
          <div className="in-stack in-stack--3">
            <FindingLead finding={finding} />
            <p className="in-noprint">
              <a href={href}>{t('heard.toFinding')}</a>
            </p>
          </div>
        </li>
        <li>
          <h3 className="in-h3">{t('heard.weThink')}</h3>
          <ChainResponses strategy={strategy} finding={finding} responses={responses} />
        </li>
        {changes.length > 0 && (
          <li>
            <h3 className="in-h3">{t('heard.weChanged')}</h3>
            <ChainChanges changes={changes} />
          </li>
        )}
      </ol>
    </Section>
  )
}

function OwnWords({ strategy, passages }: { strategy: string; passages: Finding['passages'] }) {
  const t = useTranslations('public.outcome')
  const [open, more] = [passages.slice(0, mostOpen), passages.slice(mostOpen)]
  return (
    <div className="in-stack in-stack--4">
      <PassageList strategy={strategy} passages={open} named={false} />
      {more.length > 0 && (
        <details className="in-fold">
          <summary>{t('moreSaid', { count: more.length })}</summary>
          <PassageList strategy={strategy} passages={more} named={false} />
        </details>
      )}
    </div>
  )
}
