import type { ComponentProps } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'
import { type ThemeHappening, ThemeHistory } from './theme-history.tsx'
import type { NamedTheme } from './theme-notices.tsx'
import { ThemePages } from './theme-pages.tsx'
import { ThemeExamples, ThemePassages } from './theme-passages.tsx'

type Paged = { total: number; page: number; pages: number }

type ThemeReadingProps = {
  theme: {
    id: string
    definition: LocalisedText
    include: LocalisedText | null
    exclude: LocalisedText | null
    standardAnswer: LocalisedText | null
    assignee: string | null
    retiredAt: Date | null
  }
  examples: ComponentProps<typeof ThemeExamples>['examples']
  tagged: Paged & { passages: ComponentProps<typeof ThemePassages>['passages'] }
  happened: Paged & { events: readonly ThemeHappening[] }
  below: readonly (NamedTheme & { colour: number })[]
  names: readonly NamedTheme[]
  mayWrite: boolean
  formKey: string
  base: string
  self: string
}

/** What a theme means, shows and holds, and what happened to it. */
export function ThemeReading(props: ThemeReadingProps) {
  const { theme, examples, tagged, happened, below, names, base, self, formKey } = props
  const t = useTranslations('workbench')
  const locale = useLocale()
  const mayCite = props.mayWrite
  const mayWrite = props.mayWrite && theme.retiredAt === null
  const shown = (text: LocalisedText | null) =>
    text && pick(text, locale).text ? (
      <span className="in-lines">
        <Localised text={text} />
      </span>
    ) : null
  const nameOf = (id: string) => {
    const found = names.find((one) => one.id === id)
    return found ? `${found.code} ${pick(found.title, locale).text}` : null
  }
  return (
    <Columns
      aside={
        <>
          {(below.length > 0 || mayWrite) && (
            <Panel id="sub-themes" heading={t('theme.subThemes')}>
              <div className="in-stack in-stack--2">
                {below.map((one) => (
                  <p key={one.id}>
                    <a href={`${base}/themes/${one.id}`}>
                      <ThemeTag code={one.code} color={one.colour}>
                        <Localised text={one.title} />
                      </ThemeTag>
                    </a>
                  </p>
                ))}
                {mayWrite && (
                  <p>
                    <a href={`${base}?new=1&parent=${theme.id}`}>{t('theme.addSub')}</a>
                  </p>
                )}
              </div>
            </Panel>
          )}
          <Panel id="history" heading={t('theme.historyHeading')}>
            {happened.events.length === 0 ? (
              <p className="in-muted">{t('theme.historyNone')}</p>
            ) : (
              <ThemeHistory events={happened.events} themeId={theme.id} base={base} nameOf={nameOf} />
            )}
            <ThemePages
              label={t('theme.pagesOfHistory')}
              {...happened}
              href={(page) => `${self}?history=${page}#history`}
            />
          </Panel>
        </>
      }
    >
      <div className="in-stack">
        <Panel id="meaning" heading={t('theme.meaning')}>
          <DefinitionList
            items={[
              {
                term: t('codebook.definition'),
                description: shown(theme.definition) ?? t('codebook.noDefinition'),
              },
              { term: t('codebook.include'), description: shown(theme.include) },
              { term: t('codebook.exclude'), description: shown(theme.exclude) },
              { term: t('theme.assignee'), description: theme.assignee ?? t('theme.nobody') },
              { term: t('theme.standardAnswer'), description: shown(theme.standardAnswer) },
            ]}
          />
        </Panel>
        <Panel id="examples" heading={t('theme.examples')}>
          {examples.length === 0 ? (
            <p className="in-muted">{t(mayWrite ? 'theme.examplesNone' : 'theme.examplesNoneRead')}</p>
          ) : (
            <ThemeExamples {...{ examples, mayWrite, mayCite, formKey }} />
          )}
        </Panel>
        <Panel
          id="passages"
          heading={t('theme.passages')}
          beside={
            tagged.total > 0 && (
              <span className="in-small in-muted">
                {t('theme.shownOf', { shown: tagged.passages.length, total: tagged.total })}
              </span>
            )
          }
        >
          {tagged.passages.length === 0 ? (
            <p className="in-muted">{t('theme.passagesNone')}</p>
          ) : (
            <ThemePassages passages={tagged.passages} {...{ mayWrite, mayCite, formKey }} />
          )}
          <ThemePages
            label={t('theme.pagesOfPassages')}
            {...tagged}
            href={(page) => `${self}?page=${page}#passages`}
          />
        </Panel>
      </div>
    </Columns>
  )
}
