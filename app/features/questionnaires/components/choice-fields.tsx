import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { FieldGroup, RadioGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'
import { partName } from '../filled.ts'
import { NO_OPINION, type Question } from '../question.ts'
import { ClearChoice } from './clear-choice.tsx'
import type { FieldProps } from './field-props.tsx'
import { useLimits } from './limits.tsx'

function useChoices({ options }: Pick<Question, 'options'>) {
  const locale = useLocale()
  return (options ?? []).map(({ key, label }) => ({ value: key, label: pick(label, locale).text }))
}

/** One of the options. */
export function ChoiceField({ question, name, label, filled, error, touched }: FieldProps) {
  const chosen = filled.choice || undefined
  return (
    <div className="in-stack in-stack--2">
      <RadioGroup
        {...{ name, error, options: useChoices(question), legend: label, legendHidden: true }}
        defaultValue={chosen}
      />
      <ClearChoice {...{ name, touched }} chosen={chosen !== undefined} />
    </div>
  )
}

/** A step of the scale, or no opinion beside it. */
export function StepField({ question, name, label, filled, error, touched }: FieldProps) {
  const t = useTranslations('public.question.field')
  const choices = useChoices(question)
  const outside = choices.find(({ value }) => value === NO_OPINION) ?? {
    value: NO_OPINION,
    label: t('noOpinion'),
  }
  const chosen = filled.choice || undefined
  return (
    <div className="in-stack in-stack--2">
      <ScaleField
        {...{ name, error, outside, legend: label, legendHidden: true, defaultValue: chosen }}
        options={choices.filter(({ value }) => value !== NO_OPINION)}
      />
      <ClearChoice {...{ name, touched }} chosen={chosen !== undefined} />
    </div>
  )
}

/** Several of the options. */
export function ChoicesField({ question, name, label, filled, error }: FieldProps) {
  const help = useLimits(question)
  return (
    <FieldGroup {...{ name, error, help, legend: label, legendHidden: true }}>
      {useChoices(question).map(({ value, label: words }, at) => {
        const id = at === 0 ? name : `${name}-${value}`
        return (
          <div className="ds-field" key={value}>
            <input
              type="checkbox"
              className="ds-input"
              id={id}
              name={partName(name, 'choice')}
              value={value}
              defaultChecked={filled.choices?.includes(value)}
              aria-invalid={error ? true : undefined}
            />
            <label className="ds-label" htmlFor={id}>
              {words}
            </label>
          </div>
        )
      })}
    </FieldGroup>
  )
}

/** Whether one accepts, and words to it. */
export function AcceptanceField(field: FieldProps) {
  const t = useTranslations('public.question.field')
  const { question, name, filled } = field
  return (
    <>
      <ChoiceField {...field} />
      <TextArea
        name={partName(name, 'note')}
        label={t('note')}
        help={useLimits(question)}
        defaultValue={filled.note}
        rows={4}
      />
    </>
  )
}
