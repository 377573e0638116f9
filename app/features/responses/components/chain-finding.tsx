import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { FindingText } from '#app/features/findings/components/finding-text.tsx'
import { PublishedQuote } from '#app/features/findings/components/published-quote.tsx'
import { QuantityKey } from '#app/features/findings/components/quantity-key.tsx'
import { blocksOf } from '#app/features/findings/finding-text.ts'
import { besides, findingHref, textCounts, textQuotes } from '#app/features/findings/published-text.ts'
import { DEFAULT_BANDS } from '#app/features/findings/quantity-words.ts'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import type { ChainFinding } from '../chain.server.ts'
import { changesOf } from '../chain.ts'
import type { ChainPassages } from '../chain-passages.server.ts'
import { ChainChanges } from './chain-changes.tsx'
import { ChainResponses } from './chain-responses.tsx'

type Drawn = { finding: ChainFinding; notes?: ReactNode }

/** A finding step by step: what was heard, what is made of it, what was changed. `notes` stand under the first. */
export function FindingChain({ finding, notes }: Drawn) {
  const t = useTranslations('public.heard')
  const changes = changesOf(finding.responses)
  return (
    <ol className="in-chain">
      <li>
        <h2 className="in-h2" id="hort">
          {t('weHeard')}
        </h2>
        <WholeText finding={finding} />
        {notes}
      </li>
      <li>
        <h2 className="in-h2" id="vurdering">
          {t('weThink')}
        </h2>
        <ChainResponses strategy={finding.strategy.slug} finding={finding} responses={finding.responses} />
      </li>
      {changes.length > 0 && (
        <li>
          <h2 className="in-h2" id="endret">
            {t('weChanged')}
          </h2>
          <ChainChanges changes={changes} />
        </li>
      )}
    </ol>
  )
}

function WholeText({ finding }: { finding: ChainFinding }) {
  const t = useTranslations('public.heard')
  const locale = useLocale()
  const { text, lang, fallback } = pick(finding.text, locale)
  const place = { strategy: finding.strategy.slug, locale }
  const others = besides(text, finding.quotes)
  return (
    <>
      <div className="in-prose in-finding" lang={fallback ? lang : undefined}>
        <FindingText
          blocks={blocksOf(text)}
          quotes={textQuotes(finding.quotes, place)}
          counts={textCounts(finding.counts, finding, place)}
          level={3}
        />
      </div>
      {others.length > 0 && (
        <section className="in-besides in-stack in-stack--5" aria-labelledby="sitater">
          <h3 className="in-h3" id="sitater">
            {t('otherQuotes')}
          </h3>
          {others.map((quote) => (
            <PublishedQuote key={quote.key} strategy={place.strategy} quote={quote} />
          ))}
        </section>
      )}
      <QuantityKey bands={finding.bands ?? DEFAULT_BANDS} text={text} lang={lang === 'nn' ? 'nn' : 'nb'} />
    </>
  )
}

type AsideProps = {
  finding: ChainFinding
  behind: ChainPassages
  titles: readonly { slug: string; title: LocalisedText }[]
}

/** What the finding is of and rests on, and the round's others. */
export function FindingAside({ finding, behind, titles }: AsideProps) {
  const t = useTranslations('public.heard')
  const locale = useLocale()
  const { day } = useDates()
  const { theme, themeNow, question, publishedAt } = finding
  const merged = theme !== null && themeNow !== null && themeNow.id !== theme.id
  const others = near(titles, finding.slug)
  return (
    <aside className="in-stack in-stack--6" aria-label={t('about')}>
      <section>
        <h2 className="in-h4">{t('about')}</h2>
        <DefinitionList
          items={[
            { term: t('theme'), description: theme && <Localised text={theme.title} /> },
            {
              term: t('question'),
              description:
                question &&
                t.rich('questionNumber', {
                  number: question.position,
                  title: () => <Localised text={question.title} />,
                }),
            },
            {
              term: t('passages'),
              description: (
                <a href="#utdrag">{t('passagesFrom', { total: behind.total, inputs: behind.inputs })}</a>
              ),
            },
            { term: t('published'), description: day(publishedAt) },
          ]}
        />
        {merged && (
          <p className="in-meta">
            {t.rich('themeMerged', { title: () => <Localised text={themeNow.title} /> })}
          </p>
        )}
      </section>
      {others.length > 0 && (
        <section className="in-noprint">
          <h2 className="in-h4">{t('others')}</h2>
          <ul className="in-links">
            {others.map(({ slug, title }) => (
              <li key={slug}>
                <a
                  href={findingHref(
                    { slug, round: finding.round },
                    { strategy: finding.strategy.slug, locale },
                  )}
                >
                  <Localised text={title} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

/** The findings that stand nearest to one, in their order. */
function near<Named extends { slug: string }>(titles: readonly Named[], slug: string): Named[] {
  const at = titles.findIndex((one) => one.slug === slug)
  const from = Math.max(0, Math.min(at - 2, titles.length - 6))
  return titles.slice(from, from + 6).filter((one) => one.slug !== slug)
}
