import { useTranslations } from 'use-intl/react'
import type { AskedQuestion } from '#app/features/questionnaires/queries.server.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { type AnswerConflict, canJoin, type Settlement } from '../draft.ts'
import { carried, mineField, settleField } from '../fields.ts'
import { AnswerShown } from './answer-shown.tsx'

type Asked = Pick<AskedQuestion, 'id' | 'kind' | 'options' | 'settings'>

/**
 * Two texts for one answer side by side, and the choice between them. Its buttons send the form it stands in;
 * with script `onSettle` settles it on the spot.
 */
export function ConflictCard({
  question,
  conflict,
  onSettle,
}: {
  question: Asked
  conflict: AnswerConflict
  onSettle?: (how: Settlement) => void
}) {
  const t = useTranslations('workspace.writing')
  const { yours, theirs, theirName: name } = conflict
  return (
    <Panel id={`conflict-${question.id}`} heading={t('conflict')} level={3} tone="warning">
      <p className="in-meta">{name ? t('conflictText', { name }) : t('conflictTextNobody')}</p>
      <input type="hidden" name={mineField(question.id)} value={carried(yours)} />
      <SideBySide
        question={question}
        yours={{ heading: t('yours'), answer: yours }}
        theirs={{
          ...{ heading: name ? t('theirs', { name }) : t('theirsNobody'), answer: theirs },
          at: conflict.theirAt,
        }}
        words={{ both: t('keepBoth'), mine: t('useMine'), theirs: t('useTheirs') }}
        onSettle={onSettle}
      />
    </Panel>
  )
}

/** What was typed here and never saved beside what is saved, and the choice. Needs script, as keeping it did. */
export function CopyCard({
  question,
  copy,
  at,
  onSettle,
}: {
  question: Asked
  /** `yours`: what was kept in the browser. */
  copy: Pick<AnswerConflict, 'yours' | 'theirs'>
  at: Date
  onSettle: (how: Settlement) => void
}) {
  const t = useTranslations('workspace.writing')
  const { moment } = useDates()
  return (
    <Panel id={`copy-${question.id}`} heading={t('copy')} level={3} tone="warning">
      <p className="in-meta">{t('copyText', { moment: moment(at) })}</p>
      <SideBySide
        question={question}
        yours={{ heading: t('copyYours'), answer: copy.yours }}
        theirs={{ heading: t('copyStored'), answer: copy.theirs }}
        words={{ both: t('keepBoth'), mine: t('copyUse'), theirs: t('copyThrow') }}
        onSettle={onSettle}
      />
    </Panel>
  )
}

type Side = { heading: string; answer: AnswerConflict['yours']; at?: Date }

function SideBySide({
  question,
  yours,
  theirs,
  words,
  onSettle,
}: {
  question: Asked
  yours: Side
  theirs: Side
  words: Record<Settlement, string>
  onSettle?: (how: Settlement) => void
}) {
  const { moment } = useDates()
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
  return (
    <div className="in-stack">
      <div className="in-pair">
        {[yours, theirs].map(({ heading, answer, at }) => (
          <div key={heading}>
            <p className="in-pair__head">
              <strong>{heading}</strong>
              {at && <span>{moment(at)}</span>}
            </p>
            <AnswerShown question={question} answer={answer} />
          </div>
        ))}
      </div>
      <div className="in-row">
        {canJoin(theirs.answer, yours.answer) && <Button {...settles('both')}>{words.both}</Button>}
        <Button {...settles('mine')} variant="secondary">
          {words.mine}
        </Button>
        <Button {...settles('theirs')} variant="secondary">
          {words.theirs}
        </Button>
      </div>
    </div>
  )
}
