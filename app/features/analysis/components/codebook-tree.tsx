import { useLocale, useTranslations } from 'use-intl/react'
import { type LocalisedText, pick } from '#app/platform/localised-text.ts'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { ThemeTag } from '#app/ui/theme-code.tsx'

/** A theme as the tree shows it. */
export type TreeTheme = {
  id: string
  code: string
  colour: number
  title: LocalisedText
  parentId: string | null
  definition: LocalisedText
  assignee: string | null
  inputs: number
  passages: number
  rechecks: number
  retiredAt: Date | null
  into: { id: string; code: string } | null
}

type CodebookTreeProps = {
  themes: readonly TreeTheme[]
  /** Inputs that count: what every number is held up against. */
  inputs: number
  base: string
}

/** The themes, each with what it means, how much it is used and who has it; sub-themes under their own. */
export function CodebookTree({ themes, inputs, base }: CodebookTreeProps) {
  const known = new Set(themes.map(({ id }) => id))
  const tops = themes.filter(({ parentId }) => parentId === null || !known.has(parentId))
  return <Branch {...{ themes, inputs, base }} of={tops} />
}

function Branch({ of, ...tree }: CodebookTreeProps & { of: readonly TreeTheme[] }) {
  return (
    <ul className="in-branches">
      {of.map((theme) => {
        const below = tree.themes.filter(({ parentId }) => parentId === theme.id)
        return (
          <li key={theme.id}>
            <ThemeRow theme={theme} inputs={tree.inputs} base={tree.base} />
            {below.length > 0 && <Branch {...tree} of={below} />}
          </li>
        )
      })}
    </ul>
  )
}

function ThemeRow({ theme, inputs, base }: { theme: TreeTheme; inputs: number; base: string }) {
  const t = useTranslations('workbench.codebook')
  const { day } = useDates()
  const locale = useLocale()
  const facts = [
    ...(theme.into ? [] : [t('usedIn', { inputs: theme.inputs, of: inputs, passages: theme.passages })]),
    ...(theme.assignee ? [t('assignedTo', { name: theme.assignee })] : []),
    ...(theme.retiredAt && !theme.into ? [t('retired', { day: day(theme.retiredAt) })] : []),
  ]
  return (
    <div className="in-branches__row">
      <h3 className="in-h3">
        <a href={`${base}/themes/${theme.id}`}>
          <ThemeTag code={theme.code} color={theme.colour}>
            <Localised text={theme.title} />
          </ThemeTag>
        </a>
      </h3>
      {pick(theme.definition, locale).text ? (
        <p>
          <Localised text={theme.definition} />
        </p>
      ) : (
        <p className="in-muted">{t('noDefinition')}</p>
      )}
      <p className="in-small in-muted">
        {facts.join(' · ')}
        {theme.into && theme.retiredAt && (
          <>
            {t('mergedOn', { day: day(theme.retiredAt) })}{' '}
            <a href={`${base}/themes/${theme.into.id}`}>{theme.into.code}</a>
          </>
        )}
        {theme.rechecks > 0 && (
          <>
            {' · '}
            <a href={`${base}/rechecks?theme=${theme.id}`}>{t('toRecheck', { count: theme.rechecks })}</a>
          </>
        )}
      </p>
    </div>
  )
}
