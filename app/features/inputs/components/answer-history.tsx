import { useTranslations } from 'use-intl/react'
import { WordChanges } from '#app/features/documents/components/word-changes.tsx'
import type { WordChange } from '#app/features/documents/word-changes.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { KeptAnswer } from '../answer-history.server.ts'
import { AnswerShown } from './answer-shown.tsx'

/** Every version of an answer that is kept, the newest first: who, when, how many words. */
export function KeptAnswers({
  versions,
  chosen,
  href,
}: {
  versions: readonly Omit<KeptAnswer, 'answer'>[]
  /** The version that is looked at. */
  chosen: number | null
  href: string
}) {
  const t = useTranslations('workspace.history')
  const { moment } = useDates()
  return (
    <ol className="in-plain in-stack in-stack--3">
      {versions.map(({ revision, at, byName: name, words, current }) => (
        <li key={revision}>
          {name ? t('by', { name, moment: moment(at) }) : t('byNobody', { moment: moment(at) })}
          <br />
          <span className="in-small in-muted">{words !== null && t('words', { words })}</span>{' '}
          {current ? (
            <StatusTag tone="success">{t('current')}</StatusTag>
          ) : (
            <a
              className="in-small"
              href={`${href}?revision=${revision}`}
              aria-label={t('see', { moment: moment(at) })}
              aria-current={revision === chosen ? 'page' : undefined}
            >
              {t('seeShort')}
            </a>
          )}
        </li>
      ))}
    </ol>
  )
}

/** A version as it stood, what was changed since, and bringing it back. */
export function KeptAnswerShown({
  question,
  version,
  currentRevision,
  mayRestore,
  action,
}: {
  question: Parameters<typeof AnswerShown>[0]['question']
  version: KeptAnswer & { changes: WordChange[] | null }
  /** The revision of what stands now, which a restored version takes the place of. */
  currentRevision: number
  mayRestore: boolean
  action: string
}) {
  const t = useTranslations('workspace.history')
  const { moment } = useDates()
  return (
    <Panel id="version" heading={t('shown', { moment: moment(version.at) })} className="in-stack">
      <div className="in-stack in-stack--2">
        <h3 className="in-h3">{t('asItWas')}</h3>
        <AnswerShown question={question} answer={version.answer} />
      </div>
      {version.changes && (
        <div className="in-stack in-stack--2">
          <h3 className="in-h3">{t('changes')}</h3>
          <p className="in-meta">{t('changesText')}</p>
          <p className="in-prose in-changes-line">
            <WordChanges changes={version.changes} />
          </p>
        </div>
      )}
      {mayRestore && (
        <form method="post" action={action} className="in-stack in-stack--2">
          <input type="hidden" name="kept" value={version.revision} />
          <input type="hidden" name="revision" value={currentRevision} />
          <p className="in-meta">{t('restoreText')}</p>
          <p>
            <Button>{t('restore')}</Button>
          </p>
        </form>
      )}
    </Panel>
  )
}
