import { useTranslations } from 'use-intl/react'
import { LinkSwitch } from '#app/ui/link-switch.tsx'
import { addressOf, type Filters, views } from '../filters.ts'

/** Ways of seeing the same answer. */
export function ViewSwitch({
  action,
  filters,
  kept,
}: {
  action: string
  filters: Filters
  kept: Record<string, string>
}) {
  const t = useTranslations('public.search')
  return (
    <div className="in-viewswitch">
      <LinkSwitch
        label={t('show')}
        links={views.map((show) => ({
          href: addressOf(action, { ...filters, show, page: 1 }, kept),
          label: t(`view.${show}`),
          current: show === filters.show,
        }))}
      />
    </div>
  )
}
