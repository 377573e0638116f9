import { useLocale, useTranslations } from 'use-intl/react'
import { PublishedQuote } from '#app/features/findings/components/published-quote.tsx'
import { besides, findingHref, leadOf } from '#app/features/findings/published-text.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import type { ChainFinding } from '../chain.server.ts'
import { changesOf } from '../chain.ts'
import { ChainChanges } from './chain-changes.tsx'
import { FindingLead } from './chain-findings.tsx'
import { ChainResponses } from './chain-responses.tsx'

/** Quotes that stand with a finding on a page that is not its own; the rest is one step away. */
const mostQuotes = 3

/** Each finding behind a paragraph, backwards: what was heard, what was made of it, and what it did to the paragraph. */
export function OriginFindings({ findings }: { findings: readonly ChainFinding[] }) {
  return (
    <div className="in-stack in-stack--6">
      {findings.map((finding) => (
        <OriginFinding key={finding.id} finding={finding} />
      ))}
    </div>
  )
}

function OriginFinding({ finding }: { finding: ChainFinding }) {
  const t = useTranslations('public')
  const locale = useLocale()
  const { title, round, strategy, responses } = finding
  const quotes = besides(leadOf(pick(finding.text, locale).text), finding.quotes)
  const href = findingHref(finding, { strategy: strategy.slug, locale })
  return (
    <article className="in-origin__finding">
      <h3 className="in-h3">
        {t.rich('origin.finding', {
          number: round.number,
          link: () => (
            <a href={href}>
              <Localised text={title} />
            </a>
          ),
        })}
      </h3>
      <ol className="in-chain">
        <li>
          <h4 className="in-h3">{t('heard.weHeard')}</h4>
          <div className="in-stack in-stack--4">
            <FindingLead finding={finding} />
            {quotes.slice(0, mostQuotes).map((quote) => (
              <PublishedQuote key={quote.key} strategy={strategy.slug} quote={quote} />
            ))}
            <p className="in-noprint">
              <a href={href}>{t('heard.toFinding')}</a>
            </p>
          </div>
        </li>
        <li>
          <h4 className="in-h3">{t('heard.weThink')}</h4>
          <ChainResponses strategy={strategy.slug} finding={finding} responses={responses} />
        </li>
        <li>
          <h4 className="in-h3">{t('heard.weChanged')}</h4>
          <ChainChanges changes={changesOf(responses)} />
        </li>
      </ol>
    </article>
  )
}
