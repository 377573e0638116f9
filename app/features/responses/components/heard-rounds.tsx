import { useLocale, useTranslations } from 'use-intl/react'
import { coveragePath, findingPath, findingsPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { HeardLine, HeardRound } from '../chain-heard.server.ts'
import { DispositionTag } from './disposition-tag.tsx'

/** What was heard in each round of a strategy: how far it has come, and every finding with what was made of it. */
export function HeardRounds({ strategy, rounds }: { strategy: string; rounds: readonly HeardRound[] }) {
  return rounds.map((round) => <Round key={round.slug} {...{ strategy, round }} />)
}

function Round({ strategy, round }: { strategy: string; round: HeardRound }) {
  const t = useTranslations('public.heard')
  const locale = useLocale()
  const { slug, number, title, findings, total, answered, coverage } = round
  const all = pathIn(locale, findingsPath(strategy, slug))
  return (
    <Section
      id={`runde-${number}`}
      heading={t.rich('round', { number, title: () => <Localised text={title} /> })}
      link={total > 0 ? { href: all, label: t('allFindings', { number }) } : undefined}
    >
      <div className="in-stack in-stack--4">
        <div className="in-measure">
          <p>{t('state', { findings: total, answered })}</p>
          {coverage && coverage.inputs > 0 && (
            <p className="in-meta">
              {t('coverageLine', {
                ...{ cited: coverage.cited, inputs: coverage.inputs, answered: coverage.answered },
              })}{' '}
              <a href={pathIn(locale, coveragePath(strategy, slug))}>{t('toCoverage')}</a>
            </p>
          )}
        </div>
        {findings.length > 0 && (
          <ul className="in-list" aria-label={t('listed', { number })}>
            {findings.map((finding) => (
              <Line
                key={finding.slug}
                finding={finding}
                href={pathIn(locale, findingPath(strategy, slug, finding.slug))}
              />
            ))}
          </ul>
        )}
        {total > findings.length && (
          <p>
            <a href={all}>{t('moreFindings', { count: total - findings.length })}</a>
          </p>
        )}
      </div>
    </Section>
  )
}

function Line({ finding, href }: { finding: HeardLine; href: string }) {
  const t = useTranslations('public.heard')
  return (
    <li>
      <div className="in-list__row">
        <div>
          <a href={href}>
            <strong>
              <Localised text={finding.title} />
            </strong>
          </a>
          {finding.theme && (
            <p className="in-meta">
              <Localised text={finding.theme} />
            </p>
          )}
        </div>
        {finding.disposition ? (
          <DispositionTag disposition={finding.disposition} />
        ) : (
          <StatusTag line>{t('noResponse')}</StatusTag>
        )}
      </div>
    </li>
  )
}
