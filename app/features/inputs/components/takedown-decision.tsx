import { Form, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { isTakedownDecision, TAKEDOWN_DECISIONS } from '../takedown.ts'
import type { findTakedown } from '../takedowns.server.ts'

export type ShownTakedown = Exclude<Awaited<ReturnType<typeof findTakedown>>, { refusal: string }>

type TakedownDecisionFormProps = {
  formKey: string
  typed: { decision: string; answer: string }
  errors: { decision?: string; answer?: string }
}

/** Says what was done about a request, and answers whoever asked. */
export function TakedownDecisionForm({ formKey, typed, errors }: TakedownDecisionFormProps) {
  const t = useTranslations('workbench.takedown')
  const busy = useNavigation().state === 'submitting'
  return (
    <Panel id="decide" heading={t('decide')}>
      <Form method="post" className="in-form">
        <input type="hidden" name="key" value={formKey} />
        <RadioGroup
          name="decision"
          legend={t('decision')}
          help={t('decisionHelp')}
          options={TAKEDOWN_DECISIONS.map((value) => ({ value, label: t(`decisions.${value}`) }))}
          defaultValue={typed.decision}
          error={errors.decision}
        />
        <TextArea
          name="answer"
          label={t('answer')}
          help={t('answerHelp')}
          rows={5}
          maxLength={4000}
          defaultValue={typed.answer}
          error={errors.answer}
        />
        <Button disabled={busy}>{t('button')}</Button>
      </Form>
    </Panel>
  )
}

/** What was decided, by whom, when, and what was answered. */
export function TakedownDecided({ takedown }: { takedown: ShownTakedown }) {
  const t = useTranslations('workbench.takedown')
  const { moment } = useDates()
  const { decision, decidedBy, decidedAt, answer } = takedown
  return (
    <Panel id="decided" heading={t('decided')}>
      <DefinitionList
        items={[
          {
            term: t('decidedAs'),
            description: decision && isTakedownDecision(decision) ? t(`decisions.${decision}`) : null,
          },
          {
            term: t('decidedBy'),
            description: decidedAt && `${decidedBy ?? '–'}, ${moment(decidedAt)}`,
          },
          { term: t('answerWas'), description: answer && <span className="in-lines">{answer}</span> },
        ]}
      />
    </Panel>
  )
}
