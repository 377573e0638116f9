import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { historyPath, strategyPath } from '#app/features/strategies/address.ts'
import { strategyAt } from '#app/features/strategies/addressed.server.ts'
import { RevisionList } from '#app/features/strategies/components/revision-list.tsx'
import { keptList } from '#app/features/strategies/kept-page.server.ts'
import { listPublicRevisions, revisionsPerPage } from '#app/features/strategies/revisions.server.ts'
import { strategyStep, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { pageParam } from '#app/platform/http/answer.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

/** Kept for all readers, by what its list is asked for. */
export const handle = { kept: ['page'] }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, slug, title, publishedAt } = await strategyAt({ request, params })
  const url = new URL(request.url)
  const page = pageParam(url)
  const locale = localeOfPath(url.pathname)
  const { revisions, total } = await listPublicRevisions(id, { page, publishedAt })
  const pageCount = Math.ceil(total / revisionsPerPage)
  await keptList({ params, context }, { page, pageCount }, 'texts')
  return {
    ...{ slug, revisions, page, pageCount },
    ...trail([
      strategyStep({ slug, title }, locale),
      { label: translator(locale, 'public')('history.crumb') },
    ]),
  }
}

export default function RegisterHistory() {
  const { slug, revisions, page, pageCount } = useLoaderData<typeof loader>()
  const t = useTranslations('public.history')
  const search = useTranslations('public.search')
  const frame = useTranslations('frame')
  const locale = useLocale()
  const format = useFormatter()
  const register = `${pathIn(locale, strategyPath(slug))}#registeropplysninger`
  const pageAt = (number: number) =>
    `${pathIn(locale, historyPath(slug))}${number > 1 ? `?page=${number}` : ''}`
  const pastEnd = page > 1 && revisions.length === 0
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="in-narrow">
        {revisions.length > 0 && <RevisionList revisions={revisions} />}
        {pastEnd && (
          <Empty
            heading={search('pastEnd', { page: format.number(page) })}
            action={{ href: pageAt(1), label: search('firstPage') }}
          />
        )}
        {revisions.length === 0 && !pastEnd && (
          <Empty heading={t('none')} action={{ href: register, label: t('back') }}>
            {t('noneText')}
          </Empty>
        )}
        <Pagination
          {...{ page, pageCount, href: pageAt, label: frame('pages') }}
          previousLabel={frame('previous')}
          nextLabel={frame('next')}
          pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
        />
        {revisions.length > 0 && (
          <p className="in-list--after">
            <a href={register}>{t('back')}</a>
          </p>
        )}
      </div>
    </>
  )
}
