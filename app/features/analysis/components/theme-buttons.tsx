import { Form, useNavigation } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { CheckIcon } from '#app/ui/icons.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { themeClass } from '#app/ui/theme-code.tsx'
import type { listThemes } from '../reading.server.ts'
import type { ReadPassage, StandingTag } from './passage-list.tsx'

type Theme = Awaited<ReturnType<typeof listThemes>>[number]

type ThemeButtonsProps = {
  themes: readonly Theme[]
  passage: ReadPassage | null
  taggings: readonly StandingTag[]
  action: string
  codebook: string
}

/** The codebook as buttons for the chosen passage. Each is a form of its own, so it works without script too. */
export function ThemeButtons({ themes, passage, taggings, action, codebook }: ThemeButtonsProps) {
  const t = useTranslations('workbench.reading')
  const locale = useLocale()
  const busy = useNavigation().formAction === action
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
          <ul className="in-themes" aria-busy={busy}>
            {themes.map((theme) => {
              const tagging = taggings.find(
                ({ themeId, passageId }) => themeId === theme.id && passageId === passage.id,
              )
              return (
                <li key={theme.id} className={themeClass(theme.colour)}>
                  <Form method="post" action={action} preventScrollReset>
                    <input type="hidden" name="act" value={tagging ? 'untag' : 'tag'} />
                    {tagging ? (
                      <input type="hidden" name="tagging" value={tagging.id} />
                    ) : (
                      <>
                        <input type="hidden" name="passage" value={passage.id} />
                        <input type="hidden" name="theme" value={theme.id} />
                      </>
                    )}
                    <button
                      type="submit"
                      aria-pressed={tagging !== undefined}
                      title={pick(theme.definition, locale).text}
                    >
                      <span className="in-code">{theme.code}</span>
                      <span>{pick(theme.title, locale).text}</span>
                      {tagging && <CheckIcon />}
                    </button>
                  </Form>
                </li>
              )
            })}
          </ul>
          <p className="in-hint">{t('pressAgain')}</p>
        </>
      )}
    </Panel>
  )
}
