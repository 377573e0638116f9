import { useTranslations } from 'use-intl/react'
import { Pagination } from '#app/ui/pagination.tsx'
import { Panel } from '#app/ui/panel.tsx'
import type { Disposition } from '../disposition.ts'
import { type Revisions, responseState } from '../response.ts'
import { DispositionTag } from './disposition-tag.tsx'
import { ResponseStateTag } from './response-standing.tsx'

type Made = (Revisions & { disposition: Disposition }) | null

type ResponseListProps = {
  /** The page of the finding's responses. */
  base: string
  whole: Made
  citations: {
    rows: {
      id: string
      number: number
      senderName: string
      quote: string
      withdrawnAt: Date | null
      response: Made
    }[]
    total: number
    answered: number
  }
  /** The citation whose response stands on the page; null for that of the whole finding. */
  current: string | null
  page: number
  pageCount: number
}

/** All that is made of a finding: of the whole of it, and of each passage it cites. */
export function ResponseList({ base, whole, citations, current, page, pageCount }: ResponseListProps) {
  const t = useTranslations('workbench.response')
  const frame = useTranslations('frame')
  return (
    <Panel
      id="all-responses"
      heading={t('all')}
      beside={
        <span className="in-small in-muted">
          {t('answered', { answered: citations.answered, total: citations.total })}
        </span>
      }
    >
      <ul className="in-list">
        <li>
          <p>
            <a href={base} aria-current={current === null ? 'page' : undefined}>
              {t('wholeFinding')}
            </a>
          </p>
          <MadeOf made={whole} />
        </li>
        {citations.rows.map(({ id, number, senderName, quote, withdrawnAt, response }) => (
          <li key={id}>
            <p>
              <a
                href={`${base}?citation=${id}${page > 1 ? `&page=${page}` : ''}`}
                aria-current={current === id ? 'page' : undefined}
              >
                {t('passage', { number, sender: senderName })}
              </a>
            </p>
            <p className="in-small in-muted">
              {withdrawnAt ? t('withdrawn') : t('begins', { words: beginningOf(quote) })}
            </p>
            <MadeOf made={response} />
          </li>
        ))}
      </ul>
      <Pagination
        label={t('all')}
        page={page}
        pageCount={pageCount}
        href={(number) => `${base}?${current ? `citation=${current}&` : ''}page=${number}`}
        previousLabel={frame('previous')}
        nextLabel={frame('next')}
        pageLabel={(number) => frame('pageOf', { page: number, pages: pageCount })}
      />
    </Panel>
  )
}

const longest = 80

function beginningOf(quote: string): string {
  const signs = [...quote.replace(/\s+/g, ' ')]
  return signs.length > longest ? `${signs.slice(0, longest).join('')}…` : signs.join('')
}

function MadeOf({ made }: { made: Made }) {
  const t = useTranslations('workbench.response')
  if (!made) return <p className="in-small in-muted">{t('notAnswered')}</p>
  return (
    <p className="in-row">
      <DispositionTag disposition={made.disposition} />
      <ResponseStateTag state={responseState(made)} />
    </p>
  )
}
