import { useTranslations } from 'use-intl/react'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { maxNameLength } from '../forms.ts'
import type { SavedSearch } from '../saved-searches.server.ts'
import { SearchSummary } from './search-summary.tsx'

const address = '/workbench/search/saved'

/** A new name that was refused: of which search, what was typed, and why. */
export type RefusedName = { saved: string; name: string; message: string }

type SavedListProps = {
  id: string
  heading: string
  empty: string
  searches: readonly SavedSearch[]
  refused: RefusedName | null
}

/** Saved searches to open; whoever keeps one may name it anew and remove it. */
export function SavedList({ id, heading, empty, searches, refused }: SavedListProps) {
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
            <Saved key={search.id} {...search} wrong={refused?.saved === search.id ? refused : null} />
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
  mayKeep,
  wrong,
}: SavedSearch & { wrong: RefusedName | null }) {
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
      {mayKeep && (
        <div className="in-row">
          <details open={wrong !== null}>
            <summary className="in-small">{t('rename')}</summary>
            <form method="post" action={address} className="in-stack in-stack--2">
              <input type="hidden" name="act" value="rename" />
              <input type="hidden" name="saved" value={id} />
              <input type="hidden" name="seen" value={name} />
              <TextField
                {...{ name: 'name', id: `name-${id}`, label: t('newName', { name }), error: wrong?.message }}
                defaultValue={wrong?.name ?? name}
                maxLength={maxNameLength}
                autoComplete="off"
              />
              <p>
                <Button variant="secondary" size="sm">
                  {t('renameButton')}
                </Button>
              </p>
            </form>
          </details>
          <form method="post" action={address}>
            <input type="hidden" name="act" value="remove" />
            <input type="hidden" name="saved" value={id} />
            <Button variant="tertiary" size="sm" aria-label={t('removeThis', { name })}>
              {t('remove')}
            </Button>
          </form>
        </div>
      )}
    </li>
  )
}
