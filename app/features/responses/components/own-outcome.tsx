import { useLocale, useTranslations } from 'use-intl/react'
import { findingHref } from '#app/features/findings/published-text.ts'
import { useBecause } from '#app/features/inputs/components/because.tsx'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { InputChain } from '../chain.server.ts'
import { changesOf } from '../chain.ts'
import { responsesToSender } from '../feedback.ts'
import { ChainChanges } from './chain-changes.tsx'
import { FindingLead } from './chain-findings.tsx'
import { ChainResponses } from './chain-responses.tsx'
import { DispositionTag } from './disposition-tag.tsx'

type Finding = InputChain['findings'][number]
type Passage = Finding['passages'][number]

/** `kind` of the sender, and where it reads all that it sent. */
type Sender = { kind: string; receipt: string }

/** What became of what a sender said, finding by finding, for the sender itself: its words as it sent them. */
export function OwnOutcome({ sender, findings }: { sender: Sender; findings: readonly Finding[] }) {
  return findings.map((finding) => <OwnFinding key={finding.id} {...{ sender, finding }} />)
}

/** Passages that stand with a finding before the rest is folded. */
const mostOpen = 3

function OwnFinding({ sender, finding }: { sender: Sender; finding: Finding }) {
  const t = useTranslations('public.heard')
  const own = useTranslations('workspace.outcome')
  const more = useTranslations('public.outcome')
  const locale = useLocale()
  const { strategy, passages } = finding
  const href = findingHref(finding, { strategy: strategy.slug, locale })
  const responses = responsesToSender(finding)
  const whole = responses.find(({ citationId }) => citationId === null)
  const changes = changesOf(responses)
  const [open, folded] = [passages.slice(0, mostOpen), passages.slice(mostOpen)]
  const drawn = (some: readonly Passage[]) =>
    some.map((passage) => <OwnWords key={passage.id} {...{ sender, passage }} />)
  return (
    <Panel
      id={`funn-${finding.slug}`}
      heading={
        <a href={href}>
          <Localised text={finding.title} />
        </a>
      }
      beside={
        whole ? (
          <DispositionTag disposition={whole.disposition} />
        ) : (
          <StatusTag line>{t('noResponse')}</StatusTag>
        )
      }
    >
      <ol className="in-chain">
        <li>
          <h3 className="in-h3">{own('said', { sender: sender.kind })}</h3>
          <div className="in-stack in-stack--4">
            {drawn(open)}
            {folded.length > 0 && (
              <details className="in-fold">
                <summary>{more('moreSaid', { count: folded.length })}</summary>
                <div className="in-stack in-stack--4">{drawn(folded)}</div>
              </details>
            )}
          </div>
        </li>
        <li>
          <h3 className="in-h3">{t('weHeard')}</h3>
          <div className="in-stack in-stack--3">
            <FindingLead finding={finding} />
            <p className="in-noprint">
              <a href={href}>{t('toFinding')}</a>
            </p>
          </div>
        </li>
        <li>
          <h3 className="in-h3">{t('weThink')}</h3>
          <ChainResponses strategy={strategy.slug} finding={finding} responses={responses} />
        </li>
        {changes.length > 0 && (
          <li>
            <h3 className="in-h3">{t('weChanged')}</h3>
            <ChainChanges changes={changes} />
          </li>
        )}
      </ol>
    </Panel>
  )
}

function OwnWords({ sender, passage }: { sender: Sender; passage: Passage }) {
  const t = useTranslations('workspace.outcome')
  const because = useBecause()
  const { own, words, masked, lang, said, cited } = passage
  const laws = [...new Set(masked.map(because))].join(', ')
  const kind = { sender: sender.kind }
  return (
    <div className="in-stack in-stack--2">
      <Quote
        lang={lang}
        sender={
          <>
            <SaidToName said={said} />
            {cited && (
              <>
                {'\u00a0· '}
                {t('cited')}
              </>
            )}
            {'\u00a0·'}
          </>
        }
        link={{ href: sender.receipt, label: t('receipt') }}
      >
        {own}
      </Quote>
      {masked.length > 0 ? (
        <p className="in-meta">
          {t(words === null ? 'maskedWhole' : 'maskedPart', { ...kind, because: laws })}
        </p>
      ) : (
        words === null && <p className="in-meta">{t('notPublic', kind)}</p>
      )}
    </div>
  )
}
