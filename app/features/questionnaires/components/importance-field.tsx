import { useTranslations } from 'use-intl/react'
import { ScaleField } from '#app/ui/scale-field.tsx'
import { partName } from '../filled.ts'
import { IMPORTANCES } from '../question.ts'
import { ClearChoice } from './clear-choice.tsx'

/** How important it is, beside what one thinks: weight and position are two things. */
export function ImportanceField(props: { name: string; value: string | undefined; touched: () => void }) {
  const t = useTranslations('public.question')
  const name = partName(props.name, 'importance')
  const options = IMPORTANCES.map((step) => ({ value: String(step), label: t(`importance.${step}`) }))
  return (
    <div className="in-stack in-stack--2 in-importance">
      <ScaleField
        {...{ name, options, legend: t('field.importance'), defaultValue: props.value || undefined }}
      />
      <ClearChoice name={name} chosen={Boolean(props.value)} touched={props.touched} />
    </div>
  )
}
