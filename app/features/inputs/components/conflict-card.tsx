import { useTranslations } from 'use-intl/react'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { AnswerConflict, Settlement } from '../draft.ts'
import { carried, mineField, settleField } from '../fields.ts'
import { AnswerShown } from './answer-shown.tsx'

/**
 * Two texts for one answer side by side, and the choice between them. Its buttons send the form it stands in;
 * with script `onSettle` settles it on the spot.
 */
export function ConflictCard({
  question,
  conflict,
  onSettle,
}: {
  question: Pick<AskedQuestion, 'id' | 'options'>
  conflict: AnswerConflict
  onSettle?: (how: Settlement) => void
}) {
  const t = useTranslations('workspace.writing')
  const { moment } = useDates()
  const { yours, theirs, theirName } = conflict
  const settles = (how: Settlement) => ({
    name: settleField,
    value: `${question.id}:${how}`,
    size: 'sm' as const,
    onClick: (event: { preventDefault(): void }) => {
      if (!onSettle) return
      event.preventDefault()
      onSettle(how)
    },
  })
  const bothTexts = yours?.kind === 'rich-text' && theirs?.kind === 'rich-text'
  return (
    <Panel id={`conflict-${question.id}`} heading={t('conflict')} level={3} tone="warning">
      <p className="in-meta">
        {theirName ? t('conflictText', { name: theirName }) : t('conflictTextNobody')}
      </p>
      <input type="hidden" name={mineField(question.id)} value={carried(yours)} />
      <div className="in-stack">
        <div className="in-pair">
          <div>
            <p className="in-pair__head">
              <strong>{t('yours')}</strong>
            </p>
            <AnswerShown question={question} answer={yours} />
          </div>
          <div>
            <p className="in-pair__head">
              <strong>{theirName ? t('theirs', { name: theirName }) : t('theirsNobody')}</strong>
              <span>{moment(conflict.theirAt)}</span>
            </p>
            <AnswerShown question={question} answer={theirs} />
          </div>
        </div>
        <div className="in-row">
          {bothTexts && <Button {...settles('both')}>{t('keepBoth')}</Button>}
          <Button {...settles('mine')} variant="secondary">
            {t('useMine')}
          </Button>
          <Button {...settles('theirs')} variant="secondary">
            {t('useTheirs')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
