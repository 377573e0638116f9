import { useTranslations } from 'use-intl/react'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Alert } from '#app/ui/message.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Progress } from '#app/ui/progress.tsx'
import type { FeedbackReadiness } from '../feedback.server.ts'
import type { FeedbackRefusal, FeedbackSums } from '../feedback.ts'

type Named = { inputId: string; name: string }

/** Who would be told, and in which written form. */
export function FeedbackReaders({ sums }: { sums: FeedbackSums }) {
  const t = useTranslations('workbench.feedback')
  const { organisations, people, locales, nobody } = sums
  return (
    <Panel id="readers" heading={t('readers')}>
      <div className="in-stack in-stack--3">
        <DefinitionList
          items={[
            { term: t('organisations'), description: t('count', { count: organisations }) },
            { term: t('people'), description: t('count', { count: people }) },
            { term: t('letters.nb'), description: t('count', { count: locales.nb }) },
            { term: t('letters.nn'), description: t('count', { count: locales.nn }) },
            ...(['en', 'sv'] as const)
              .filter((language) => locales[language] > 0)
              .map((language) => ({
                term: t(`letters.${language}`),
                description: t('count', { count: locales[language] }),
              })),
            { term: t('nobody'), description: t('count', { count: nobody }) },
          ]}
        />
        <p className="in-small in-muted in-measure">{t('readersText')}</p>
      </div>
    </Panel>
  )
}

type ReadinessProps = { readiness: FeedbackReadiness; refusal: FeedbackRefusal | null; base: string }

/** What there is to tell and what is not ready: said, and refused only where there is nothing to tell or too early. */
export function FeedbackReady({ readiness, refusal, base }: ReadinessProps) {
  const t = useTranslations('workbench.feedback')
  const { published, unpublished, unanswered } = readiness
  const missing = unpublished > 0 || unanswered > 0
  return (
    <Panel id="ready" heading={t('ready')}>
      <div className="in-stack in-stack--3">
        {refusal && (
          <Alert tone="info">
            <p>{t(`refused.${refusal}`)}</p>
          </Alert>
        )}
        <p>{t('published', { count: published })}</p>
        {missing && !refusal && (
          <Alert tone="warning">
            {unpublished > 0 && <p>{t('unpublished', { count: unpublished })}</p>}
            {unanswered > 0 && <p>{t('unanswered', { count: unanswered, published })}</p>}
            <p>{t('missingText')}</p>
          </Alert>
        )}
        <p className="in-row">
          <a href={`${base}/findings`}>{t('toFindings')}</a>
          <a href={`${base}/coverage`}>{t('toCoverage')}</a>
        </p>
      </div>
    </Panel>
  )
}

/** How far the letters have come. */
export function FeedbackProgress({ sums, here }: { sums: FeedbackSums; here: string }) {
  const t = useTranslations('workbench.feedback')
  const { sent, nobody, waiting } = sums
  const all = sent + nobody + waiting
  return (
    <Panel id="progress" heading={t(waiting > 0 ? 'sending' : 'allSent')}>
      <div className="in-stack in-stack--3">
        <Progress value={all - waiting} max={Math.max(1, all)}>
          {t('progress', { sent, all })}
        </Progress>
        {waiting > 0 && (
          <p>
            {t('waiting', { count: waiting })} <a href={here}>{t('look')}</a>
          </p>
        )}
        {nobody > 0 && <p>{t('nobodyCount', { count: nobody })}</p>}
      </div>
    </Panel>
  )
}

/** Those there is nobody to write to, by name: they can be told in another way. */
export function Unreachable({ names, total }: { names: readonly Named[]; total: number }) {
  const t = useTranslations('workbench.feedback')
  if (total === 0) return null
  return (
    <Panel id="nobody" heading={t('nobodyHeading')}>
      <div className="in-stack in-stack--3">
        <p className="in-measure">{t('nobodyText')}</p>
        <details className="in-fold">
          <summary>{t('nobodyShow', { count: names.length })}</summary>
          <ul className="in-links">
            {names.map(({ inputId, name }) => (
              <li key={inputId}>
                <a href={`/workbench/inputs/${inputId}`}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
        {total > names.length && (
          <p className="in-muted">{t('nobodyMore', { count: total - names.length })}</p>
        )}
      </div>
    </Panel>
  )
}
