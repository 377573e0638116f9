import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { FieldGroup } from '#app/ui/choice.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { partName } from '../filled.ts'
import { QUADRANTS } from '../question.ts'
import type { FieldProps } from './field-props.tsx'
import { useLimits } from './limits.tsx'

/** Strengths, weaknesses, opportunities and threats at each level: two by two, under each other where it is narrow. */
export function SwotField({ question, name, label, filled, error }: FieldProps) {
  const t = useTranslations('public.question.quadrant')
  const locale = useLocale()
  const help = useLimits(question)
  return (
    <FieldGroup {...{ name, error, help, legend: label, legendHidden: true }}>
      {(question.settings?.levels ?? []).map(({ key, label: words }, level) => (
        <fieldset key={key} className="ds-fieldset in-swot">
          <legend className="ds-label">{pick(words, locale).text}</legend>
          <div className="in-swot__fields">
            {QUADRANTS.map((quadrant, at) => (
              <TextArea
                key={quadrant}
                id={level === 0 && at === 0 ? name : undefined}
                name={partName(name, key, quadrant)}
                label={t(quadrant)}
                rows={4}
                defaultValue={filled.cells?.[key]?.[quadrant]}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </FieldGroup>
  )
}
