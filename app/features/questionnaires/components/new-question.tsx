import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { questionPath } from '../address.ts'
import { QUESTION_KINDS } from '../question.ts'

/** The kind of a new question is chosen first: it decides which fields its form has. */
export function NewQuestion({ roundId }: { roundId: string }) {
  const t = useTranslations('workbench.questionnaire')
  return (
    <Panel id="new" heading={t('add')}>
      <form method="get" action={questionPath(roundId, 'new')} className="in-form">
        <RadioGroup
          name="kind"
          legend={t('chooseKind')}
          defaultValue="rich-text"
          options={QUESTION_KINDS.filter((kind) => kind !== 'general').map((kind) => ({
            value: kind,
            label: t(`kinds.${kind}`),
            help: t(`kindHelp.${kind}`),
          }))}
        />
        <div className="in-row">
          <Button>{t('goOn')}</Button>
        </div>
      </form>
    </Panel>
  )
}
