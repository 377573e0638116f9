import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { SavedSearch } from '../saved-searches.server.ts'
import { SearchSummary } from './search-summary.tsx'

type SavedListProps = { id: string; heading: string; empty: string; searches: readonly SavedSearch[] }

/** Saved searches to open, each with a button for whoever may remove it. */
export function SavedList({ id, heading, empty, searches }: SavedListProps) {
  const t = useTranslations('workbench.saved')
  return (
    <Panel id={id} heading={heading} beside={<span className="in-small in-muted">{searches.length}</span>}>
      {searches.length === 0 ? (
        <Empty level={3} heading={empty} action={{ href: '/workbench/search', label: t('toSearch') }}>
          {t('emptyText')}
        </Empty>
      ) : (
        <ul className="in-list">
          {searches.map((search) => (
            <Saved key={search.id} {...search} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Saved({
  id,
  name,
  owner,
  shared,
  strategy,
  savedAt,
  search,
  refusal,
  changed,
  mayRemove,
}: SavedSearch) {
  const t = useTranslations('workbench.saved')
  const { day } = useDates()
  return (
    <li className="in-stack in-stack--1">
      <h3 className="in-h3">
        {refusal ? name : <a href={`/workbench/search?saved=${id}`}>{name}</a>}{' '}
        {changed && <StatusTag tone="info">{t('themeChanged')}</StatusTag>}
      </h3>
      <p>{refusal ? t(`unread.${refusal}`) : search && <SearchSummary search={search} />}</p>
      <p className="in-meta">
        {owner ? t('savedBy', { name: owner, day: day(savedAt) }) : t('savedOn', { day: day(savedAt) })}
        {shared && strategy && (
          <>
            {' · '}
            {t('sharedIn')} <Localised text={strategy} />
          </>
        )}
      </p>
      {mayRemove && (
        <form method="post" action="/workbench/search/saved">
          <input type="hidden" name="act" value="remove" />
          <input type="hidden" name="saved" value={id} />
          <Button variant="tertiary" size="sm" aria-label={t('removeThis', { name })}>
            {t('remove')}
          </Button>
        </form>
      )}
    </li>
  )
}
