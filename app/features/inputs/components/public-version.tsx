import { useTranslations } from 'use-intl/react'
import { useDates } from '#app/ui/dates.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { PublicVersion as Shown } from '../published.server.ts'
import { HandlingShown } from './handling-shown.tsx'
import { PublicAnswer } from './public-answer.tsx'
import { PublicComments } from './public-comments.tsx'
import { VersionTags } from './published-list.tsx'
import { ReceivedOn } from './received-on.tsx'

/** A version that counts: what it is, when it came and what it answers. */
export function PublicVersion({ version }: { version: Shown }) {
  const t = useTranslations('public.input')
  const id = `utgave-${version.number}`
  return (
    <section className="in-section" id={id} aria-labelledby={`${id}-title`}>
      <div className="in-stack in-stack--2">
        <h2 className="in-h2" id={`${id}-title`}>
          {t(`versionTitle.${version.kind}`)}
        </h2>
        <VersionFacts version={version} />
      </div>
      <VersionAnswers version={version} />
    </section>
  )
}

/** A version that another replaced, folded: it stays where it was, and says what counts instead. */
export function ReplacedVersion({ version, by }: { version: Shown; by: Shown | undefined }) {
  const t = useTranslations('public.input')
  const { day } = useDates()
  const id = `utgave-${version.number}`
  return (
    <details className="in-fold" id={id}>
      <summary>{t('replacedTitle', { kind: version.kind, date: day(version.submittedAt) })}</summary>
      {by && (
        <p>
          <a href={`#utgave-${by.number}`}>{t('replacedBy', { kind: by.kind, date: day(by.submittedAt) })}</a>
        </p>
      )}
      <VersionFacts version={version} />
      <VersionAnswers version={version} />
    </details>
  )
}

function VersionFacts({ version }: { version: Shown }) {
  const t = useTranslations('public.input')
  const { day } = useDates()
  const { lang, late, noRemarks, publishedAt, handling, attachments } = version
  return (
    <>
      {(noRemarks || late) && (
        <div className="in-row">
          {noRemarks && <StatusTag tone="info">{t('noRemarks')}</StatusTag>}
          <VersionTags kind="administrative" late={late} />
        </div>
      )}
      <p className="in-meta">
        <ReceivedOn version={version} /> {t('publishedOn', { date: day(publishedAt) })}{' '}
        {t('language', { language: lang })}
        {attachments > 0 && <> {t('attachments', { count: attachments })}</>}
      </p>
      {handling && <HandlingShown handling={handling} level={3} />}
    </>
  )
}

function VersionAnswers({ version }: { version: Shown }) {
  const t = useTranslations('public.input')
  const { number, lang, answers, comments, noRemarks } = version
  return (
    <div className="in-page">
      {noRemarks && <p>{t('noRemarksText')}</p>}
      {answers.length === 0 && comments.length === 0 && !noRemarks && <p>{t('noText')}</p>}
      {answers.map((answered) => (
        <PublicAnswer
          key={answered.question.position}
          id={`svar-${number}-${answered.question.position}`}
          lang={lang}
          answered={answered}
        />
      ))}
      <PublicComments id={`merknader-${number}`} lang={lang} comments={comments} />
    </div>
  )
}
