import { type KeyboardEvent, useState } from 'react'
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
  themes: readonly ReadTheme[]
  passage: ReadPassage | null
  taggings: readonly StandingTag[]
  codebook: string
  /** With script a theme is found by typing. */
  scripted: boolean
  /** Back to the text, after a theme was found and set. */
  back: () => void
}

/** The codebook as buttons for the chosen passage. Each is a form of its own, so it works without script too. */
export function ThemeButtons({ themes, passage, taggings, codebook, scripted, back }: ThemeButtonsProps) {
  const t = useTranslations('workbench.reading')
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const named = themes.map((theme) => ({
    ...theme,
    name: theme.title,
    title: pick(theme.title, locale).text,
  }))
  const meant = themesMeant(named, typed)
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
              first={typed ? (meant[0]?.title ?? null) : null}
              type={setTyped}
              found={() => {
                setTyped('')
                back()
              }}
            />
          )}
          <ul className="in-themes" onKeyDown={stepInList}>
            {meant.map((theme, at) => {
              const tagging = taggings.find(
                (one) => one.theme?.id === theme.id && one.passageId === passage.id,
              )
              return (
                <li key={theme.id} className={themeClass(theme.colour)}>
                  <ActForm
                    act={tagging ? 'untag' : 'tag'}
                    passage={passage.id}
                    fields={tagging ? { tagging: tagging.id } : { passage: passage.id, theme: theme.id }}
                  >
                    <button
                      type="submit"
                      aria-pressed={tagging !== undefined}
                      title={pick(theme.definition, locale).text}
                      data-figure={at < NUMBERED ? at + 1 : undefined}
                    >
                      <span className="in-code">{theme.code}</span>
                      <span>{theme.title}</span>
                      {tagging ? <CheckIcon /> : at < NUMBERED && <KeyHint figure={at + 1} />}
                    </button>
                  </ActForm>
                </li>
              )
            })}
          </ul>
          {meant.length === 0 && <p className="in-muted">{t('noThemeMeant', { typed: typed.trim() })}</p>}
          <p className="in-hint">{t('pressAgain')}</p>
        </>
      )}
    </Panel>
  )
}

type FinderProps = { typed: string; first: string | null; type: (words: string) => void; found: () => void }

/** Finds a theme by its code or the beginnings of its words; Enter sets the first, arrows go on to the others. */
function Finder({ typed, first, type, found }: FinderProps) {
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
    }
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
        {first ? t('enterSets', { theme: first }) : t('findHint')}
      </p>
    </div>
  )
}

const buttonsOf = (place: Element | null | undefined) => [
  ...(place?.querySelectorAll<HTMLButtonElement>('.in-themes button') ?? []),
]

// Up from the first is the field again.
function stepInList(event: KeyboardEvent<HTMLUListElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = buttonsOf(event.currentTarget.closest('section'))
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  if (at < 0) return
  event.preventDefault()
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
  const to = next ?? (event.key === 'ArrowUp' ? document.getElementById('find-theme') : null)
  to?.focus()
}
