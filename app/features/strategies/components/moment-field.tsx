import { useTranslations } from 'use-intl/react'
import { TextField } from '#app/ui/field.tsx'
import type { DayAndClock } from '../round-clock.ts'

type MomentFieldProps = {
  /** Names of the two fields; an error stands at the day. */
  day: string
  clock: string
  label: string
  help?: string
  value: DayAndClock
  error?: string
}

/** A day and an hour beside each other, as they stand in Norway. */
export function MomentField({ day, clock, label, help, value, error }: MomentFieldProps) {
  const t = useTranslations('workbench.roundRules')
  return (
    <div className="in-moment">
      <TextField name={day} type="date" label={label} help={help} defaultValue={value.day} error={error} />
      <TextField
        name={clock}
        type="time"
        label={
          <>
            {t('clock')} <span className="in-sr">{label}</span>
          </>
        }
        defaultValue={value.clock}
      />
    </div>
  )
}
