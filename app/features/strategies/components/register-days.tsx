import { useFormatter } from 'use-intl/react'

/** Days as registers write them: 13.10.2021, without zeros in front, a period with a dash between. */
export function useRegisterDays() {
  const format = useFormatter()
  return (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'numeric', year: 'numeric' })
}
