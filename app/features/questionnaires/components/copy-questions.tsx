import { useLocale, useTranslations } from 'use-intl/react'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldGroup } from '#app/ui/choice.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { questionnairePath } from '../address.ts'

type EarlierRound = { id: string; number: number; title: LocalisedText }

export type CopyQuestionsProps = {
  roundId: string
  earlier: readonly EarlierRound[]
  /** The round that is chosen, and what it asked. */
  from: {
    round: EarlierRound
    questions: readonly { id: string; kind: string; title: LocalisedText }[]
  } | null
  /** Questions that are copies here already. */
  already: readonly string[]
  formKey: string
  error?: string
}

/** Fetching all or some of what an earlier round asked. */
export function CopyQuestions({ roundId, earlier, from, already, formKey, error }: CopyQuestionsProps) {
  const t = useTranslations('workbench.questionnaire')
  const locale = useLocale()
  const base = questionnairePath(roundId)
  const nameOf = ({ number, title }: EarlierRound) =>
    t('roundName', { number, title: pick(title, locale).text })
  if (!from)
    return (
      <Panel id="copy" heading={t('copy')}>
        <p>{t('copyText')}</p>
        <ul>
          {earlier.map((round) => (
            <li key={round.id}>
              <a href={`${base}?copy=${round.id}#copy`}>{t('copyFrom', { round: nameOf(round) })}</a>
            </li>
          ))}
        </ul>
      </Panel>
    )
  const left = from.questions.filter(({ id }) => !already.includes(id))
  return (
    <Panel id="copy" heading={t('copyFrom', { round: nameOf(from.round) })}>
      <form method="post" action={`${base}?copy=${from.round.id}#copy`} className="in-form">
        <input type="hidden" name="act" value="copy" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="from" value={from.round.id} />
        <FieldGroup name="chosen" legend={t('chosen')} help={t('chosenHelp')} error={error}>
          {from.questions.map(({ id, kind, title }, at) => (
            <div className="ds-field" key={id}>
              <input
                type="checkbox"
                className="ds-input"
                id={id === left[0]?.id ? 'chosen' : `chosen-${id}`}
                name="chosen"
                value={id}
                defaultChecked={!already.includes(id)}
                disabled={already.includes(id)}
              />
              <label className="ds-label" htmlFor={id === left[0]?.id ? 'chosen' : `chosen-${id}`}>
                {at + 1}. {pick(title, locale).text}
              </label>
              {already.includes(id) ? (
                <div data-field="description">{t('copiedAlready')}</div>
              ) : (
                kind === 'general' && <div data-field="description">{t('copyGeneral')}</div>
              )}
            </div>
          ))}
        </FieldGroup>
        <div className="in-row">
          {left.length > 0 && <Button>{t('copyChosen')}</Button>}
          <a href={base}>{t('cancel')}</a>
        </div>
      </form>
    </Panel>
  )
}
