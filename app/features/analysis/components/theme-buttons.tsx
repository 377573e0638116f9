import { type KeyboardEvent, useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { CheckIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { themeClass } from '#app/ui/theme-code.tsx'
import type { listThemes, ReadPassage, StandingTag } from '../reading.server.ts'
import { NUMBERED, themesMeant } from '../reading-keys.ts'
import { ActForm, KeyHint } from './reading-form.tsx'

export type ReadTheme = Awaited<ReturnType<typeof listThemes>>[number]

type ThemeButtonsProps = {
  /** As a tree, in the order it is read. */
  themes: readonly ReadTheme[]
  passage: ReadPassage | null
  taggings: readonly StandingTag[]
  codebook: string
  /** With script a theme is found by typing. */
  scripted: boolean
  /** Back to the text, after a theme was found and set. */
  back: () => void
}

/** A theme in the reader's language; `above` are the titles of the themes it stands under. */
type Named = Pick<ReadTheme, 'id' | 'code' | 'colour' | 'depth'> & {
  title: string
  above: string[]
  definition: string
}

// More than this have a window of their own to scroll in, so that what is done next stays in sight.
const many = 14

/** The codebook as buttons for the chosen passage. Each is a form of its own, so it works without script too. */
export function ThemeButtons({ themes, passage, taggings, codebook, scripted, back }: ThemeButtonsProps) {
  const t = useTranslations('workbench.reading')
  const [typed, setTyped] = useState('')
  const named = useNamed(themes)
  const meant = themesMeant(named, typed)
  const found = typed.trim() !== ''
  const own = taggings.filter(({ passageId }) => passageId === passage?.id)
  const rows = meant.map((theme, at) => ({
    ...{ theme, figure: at < NUMBERED ? at + 1 : undefined },
    tagging: own.find((one) => one.theme?.id === theme.id),
  }))
  const [first] = rows
  return (
    <Panel
      id="themes-panel"
      heading={passage ? t('themesFor', { number: passage.number }) : t('themesNone')}
      beside={
        <a className="in-small" href={codebook}>
          {t('codebook')}
        </a>
      }
    >
      {themes.length === 0 && <p className="in-muted">{t('noThemes')}</p>}
      {!passage && <p className="in-muted">{t('chooseFirst')}</p>}
      {passage && themes.length > 0 && (
        <>
          {scripted && (
            <Finder
              typed={typed}
              first={found && first ? pathOf(first.theme) : null}
              stands={first?.tagging !== undefined}
              type={setTyped}
              found={() => {
                setTyped('')
                back()
              }}
            />
          )}
          <div className={rows.length > many ? 'in-themes-many' : undefined}>
            <Branch rows={rows} passage={passage} tree={!found} step={stepInList} />
          </div>
          {meant.length === 0 && <p className="in-muted">{t('noThemeMeant', { typed: typed.trim() })}</p>}
          <p className="in-hint">{t('pressAgain')}</p>
        </>
      )}
    </Panel>
  )
}

function useNamed(themes: readonly ReadTheme[]): Named[] {
  const locale = useLocale()
  return useMemo(() => {
    const words = (text: ReadTheme['title']) => pick(text, locale).text
    return themes.map(({ id, code, colour, depth, title, definition, above }) => ({
      ...{ id, code, colour, depth, title: words(title), definition: words(definition) },
      above: above.map(words),
    }))
  }, [themes, locale])
}

const pathOf = ({ above, title }: Named) => [...above, title].join(' › ')

type Row = { theme: Named; tagging: StandingTag | undefined; figure: number | undefined }
type BranchProps = {
  rows: readonly Row[]
  passage: ReadPassage
  tree: boolean
  /** Arrows go between the buttons of the whole list. */
  step?: (event: KeyboardEvent<HTMLElement>) => void
}

/** Themes with their sub-themes under them; those that were found by typing beside each other, each with its whole name. */
function Branch({ rows, passage, tree, step }: BranchProps) {
  const depth = tree ? rows[0]?.theme.depth : undefined
  const tops = rows.flatMap((row, at) => (depth === undefined || row.theme.depth === depth ? [at] : []))
  return (
    <ul className="in-themes" onKeyDown={step}>
      {tops.map((at, place) => {
        const row = rows[at]
        const below = rows.slice(at + 1, tops[place + 1])
        return (
          row && (
            <li key={row.theme.id}>
              <ThemeButton {...row} passage={passage} whole={!tree} />
              {below.length > 0 && <Branch rows={below} passage={passage} tree={tree} />}
            </li>
          )
        )
      })}
    </ul>
  )
}

function ThemeButton(props: Row & { passage: ReadPassage; whole: boolean }) {
  const { theme, tagging, figure, passage, whole } = props
  return (
    <ActForm
      act={tagging ? 'untag' : 'tag'}
      passage={passage.id}
      fields={tagging ? { tagging: tagging.id } : { passage: passage.id, theme: theme.id }}
      className={themeClass(theme.colour)}
    >
      <button
        type="submit"
        aria-pressed={tagging !== undefined}
        title={theme.definition}
        data-figure={figure}
      >
        <span className="in-code">{theme.code}</span>
        <span>
          {whole && theme.above.length > 0 && (
            <span className="in-muted">{`${theme.above.join(' › ')} › `}</span>
          )}
          {theme.title}
        </span>
        {tagging ? <CheckIcon /> : figure && <KeyHint figure={figure} />}
      </button>
    </ActForm>
  )
}

type FinderProps = {
  typed: string
  /** What Enter sets, or takes away where it stands. */
  first: string | null
  stands: boolean
  type: (words: string) => void
  found: () => void
}

/** Finds a theme by its code or the beginnings of its words; Enter sets the first, arrows go on to the others. */
function Finder({ typed, first, stands, type, found }: FinderProps) {
  const t = useTranslations('workbench.reading')
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const buttons = buttonsOf(event.currentTarget.closest('section'))
    if (event.key === 'Enter') {
      event.preventDefault()
      if (!first) return
      buttons[0]?.click()
      found()
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      buttons[0]?.focus()
    } else if (event.key === 'Escape') type('')
  }
  return (
    <div className="ds-field in-finder">
      <label className="ds-label" htmlFor="find-theme">
        {t('findTheme')} <KeyHint of="find" />
      </label>
      <input
        id="find-theme"
        className="ds-input"
        type="text"
        autoComplete="off"
        data-key="find"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={pressed}
        aria-describedby="find-theme-says"
      />
      <p className="in-small in-muted" id="find-theme-says" role="status">
        {first ? t(stands ? 'stands' : 'enterSets', { theme: first }) : t('findHint')}
      </p>
    </div>
  )
}

const buttonsOf = (place: Element | null | undefined) => [
  ...(place?.querySelectorAll<HTMLButtonElement>('.in-themes button') ?? []),
]

// Up from the first is the field again.
function stepInList(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = buttonsOf(event.currentTarget.closest('section'))
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  if (at < 0) return
  event.preventDefault()
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
  const to = next ?? (event.key === 'ArrowUp' ? document.getElementById('find-theme') : null)
  to?.focus()
}
