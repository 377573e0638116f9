import { useTranslations } from 'use-intl/react'
import { Pagination } from '#app/ui/pagination.tsx'

/** The pages of one of the lists on a theme's page. */
export function ThemePages({
  label,
  page,
  pages,
  href,
}: {
  label: string
  page: number
  pages: number
  href: (page: number) => string
}) {
  const t = useTranslations('frame')
  return (
    <Pagination
      {...{ label, page, href }}
      pageCount={pages}
      previousLabel={t('previous')}
      nextLabel={t('next')}
      pageLabel={(number) => t('pageOf', { page: number, pages })}
    />
  )
}
