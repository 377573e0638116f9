import { useTranslations } from 'use-intl/react'
import { POSITIONS, type Position } from '#app/features/analysis/position.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Select } from '#app/ui/field.tsx'
import { Panel } from '#app/ui/panel.tsx'

type Theme = { id: string; name: string }

type ChooseThemeProps = {
  action: string
  /** The search, as its address says it. */
  search: string
  choices: readonly Theme[]
  theme: Theme | null
  position: Position | null
}

/** Which theme, and perhaps which position, the hits are to be tagged with. Asks for a preview, and does nothing. */
export function ChooseTheme({ action, search, choices, theme, position }: ChooseThemeProps) {
  const t = useTranslations('workbench.tagHits')
  const positions = useTranslations('workbench.search.position')
  if (choices.length === 0) return <Empty level={3} heading={t('noThemes')} />
  return (
    <form action={action} method="get" className="in-stack in-stack--3 in-measure">
      {[...new URLSearchParams(search)].map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <Select
        key={theme?.id}
        name="with"
        label={t('theme')}
        emptyLabel={t('chooseTheme')}
        defaultValue={theme?.id ?? ''}
        required
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="stand"
        label={t('position')}
        help={t('positionHelp')}
        emptyLabel={t('noPosition')}
        defaultValue={position ?? ''}
        options={POSITIONS.map((value) => ({ value, label: positions(value) }))}
      />
      <div>
        <Button variant={theme ? 'secondary' : 'primary'}>{t('preview')}</Button>
      </div>
    </form>
  )
}

type ConfirmTaggingProps = {
  action: string
  search: string
  theme: Theme
  position: Position | null
  counts: { total: number; tagged: number }
  formKey: string
}

/** What will happen, in numbers, and the button that does it. */
export function ConfirmTagging({ action, search, theme, position, counts, formKey }: ConfirmTaggingProps) {
  const t = useTranslations('workbench.tagHits')
  const positions = useTranslations('workbench.search.position')
  const { total, tagged } = counts
  const left = total - tagged
  const again = new URLSearchParams(search)
  again.set('with', theme.id)
  if (position) again.set('stand', position)
  return (
    <Panel id="confirm" heading={t('confirmTitle')}>
      <div className="in-stack in-stack--3">
        <p>{t('willTag', { left, total, theme: theme.name })}</p>
        {position && <p>{t('withPosition', { position: positions(position) })}</p>}
        {tagged > 0 && <p>{t('have', { tagged, total })}</p>}
        {left > 0 ? (
          <form method="post" action={`${action}?${again}`}>
            <input type="hidden" name="key" value={formKey} />
            <input type="hidden" name="search" value={search} />
            <input type="hidden" name="theme" value={theme.id} />
            {position && <input type="hidden" name="position" value={position} />}
            <input type="hidden" name="expected" value={total} />
            <Button>{t('tag', { left })}</Button>
          </form>
        ) : (
          <p>{t('nothingLeft')}</p>
        )}
        <p className="in-small in-muted">{t('canUndo')}</p>
      </div>
    </Panel>
  )
}
