import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import type { listCodebook } from '../codebook.server.ts'

export type CodebookTheme = Exclude<
  Awaited<ReturnType<typeof listCodebook>>,
  { refusal: string }
>['themes'][number]

type CodebookListProps = {
  id: string
  heading?: string
  themes: readonly CodebookTheme[]
  tagged: number
  /** Where a theme is edited; nothing for those who only read. */
  editAt: ((theme: CodebookTheme) => string) | null
}

/** The themes with what they mean, what belongs and what does not. */
export function CodebookList({ id, heading, themes, tagged, editAt }: CodebookListProps) {
  const t = useTranslations('workbench.codebook')
  const locale = useLocale()
  const { day } = useDates()
  const shown = (text: LocalisedText | null) =>
    text && pick(text, locale).text ? <Localised text={text} /> : null
  return (
    <Panel id={id} heading={heading}>
      <ul className="in-list">
        {themes.map((theme) => (
          <li key={theme.id} className="in-stack in-stack--2">
            <div className="in-list__row">
              <h3 className="in-h3">
                <ThemeTag code={theme.code} color={theme.colour}>
                  <Localised text={theme.title} />
                </ThemeTag>
              </h3>
              {editAt && !theme.retiredAt && (
                <a
                  href={editAt(theme)}
                  aria-label={t('editTheme', { theme: pick(theme.title, locale).text })}
                >
                  {t('edit')}
                </a>
              )}
            </div>
            <DefinitionList
              items={[
                { term: t('definition'), description: shown(theme.definition) },
                { term: t('include'), description: shown(theme.include) },
                { term: t('exclude'), description: shown(theme.exclude) },
              ]}
            />
            <p className="in-small in-muted">
              {t('used', { count: theme.passages, tagged })}
              {theme.retiredAt && ` · ${t('retired', { day: day(theme.retiredAt) })}`}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
