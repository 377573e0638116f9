import { useDateFormat } from '#app/ui/dates.tsx'

/** Days as registers write them: 13.10.2021, without zeros in front, a period with a dash between. */
export function useRegisterDays() {
  const format = useDateFormat()
  return (day: string) =>
    format(new Date(`${day}T12:00:00Z`), { day: 'numeric', month: 'numeric', year: 'numeric' })
}
