import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { strategyPath } from '../address.ts'
import type { listAllStrategies } from '../creation.server.ts'

type Listed = Exclude<
  Awaited<ReturnType<typeof listAllStrategies>>,
  { refusal: string }
>['strategies'][number]

/** Every strategy in a row: what it is, who organises it, where it stands, and whether others can read it. */
export function StrategyTable({ strategies }: { strategies: readonly Listed[] }) {
  const t = useTranslations('workbench.strategies')
  const register = useTranslations('public.register')
  const locale = useLocale()
  const { day } = useDates()
  const columns = ['title', 'kind', 'organiser', 'status', 'public'] as const
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      wide
      columns={columns.map((key) => ({ key, label: t(`columns.${key}`) }))}
      rows={strategies.map(({ id, slug, title, kind, organiser, status, publishedAt }) => ({
        key: id,
        cells: [
          publishedAt ? (
            <a key="title" href={pathIn(locale, strategyPath(slug))}>
              <Localised text={title} />
            </a>
          ) : (
            <Localised key="title" text={title} />
          ),
          register('kinds', { kind }),
          organiser ?? '–',
          register('statuses', { status }),
          publishedAt ? day(publishedAt) : t('notPublic'),
        ],
      }))}
    />
  )
}
