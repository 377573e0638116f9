import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pick } from '#app/platform/localised-text.ts'
import { type HealthProblem, type HealthTheme, MOST_LEAVES } from '../codebook-health.ts'

type CodebookProblemsProps = { problems: readonly HealthProblem[]; base: string; mayWrite: boolean }

/** What somebody should look at, each with its numbers and a way on. */
export function CodebookProblems({ problems, base, mayWrite }: CodebookProblemsProps) {
  return (
    <ul className="in-list in-list--last">
      {problems.map((problem) => (
        <li key={keyOf(problem)} className="in-stack in-stack--2">
          <p>
            <Sentence problem={problem} base={base} />
          </p>
          {mayWrite && <WayOn problem={problem} base={base} />}
        </li>
      ))}
    </ul>
  )
}

const keyOf = (problem: HealthProblem) =>
  [
    problem.rule,
    'theme' in problem && problem.theme.id,
    'one' in problem && problem.one.id,
    'other' in problem && problem.other.id,
  ].join(' ')

function Sentence({ problem, base }: { problem: HealthProblem; base: string }): ReactNode {
  const t = useTranslations('workbench.codebookHealth.problem')
  const locale = useLocale()
  const link = (theme: HealthTheme) => (
    <a href={`${base}/themes/${theme.id}`}>{`${theme.code} ${pick(theme.title, locale).text}`}</a>
  )
  switch (problem.rule) {
    case 'too-many-themes':
      return t('too-many-themes', { count: problem.themes, most: MOST_LEAVES })
    case 'hardly-used':
      return t.rich('hardly-used', {
        theme: () => link(problem.theme),
        ...{ inputs: problem.theme.inputs, of: problem.inputs },
      })
    case 'same-inputs':
      return t.rich('same-inputs', {
        ...{ one: () => link(problem.one), other: () => link(problem.other) },
        ...{ both: problem.both, either: problem.either },
      })
    case 'same-meaning':
      return t.rich('same-meaning', { one: () => link(problem.one), other: () => link(problem.other) })
    case 'no-definition':
      return t.rich('no-definition', { theme: () => link(problem.theme) })
    case 'no-positions':
      return t.rich('no-positions', { theme: () => link(problem.theme), inputs: problem.theme.inputs })
    case 'much-other':
      return t.rich('much-other', {
        theme: () => link(problem.theme),
        ...{ passages: problem.theme.passages, of: problem.passages },
      })
  }
}

function WayOn({ problem, base }: { problem: HealthProblem; base: string }) {
  const t = useTranslations('workbench.codebookHealth.way')
  const way = (theme: HealthTheme, doing: string, label: string) => (
    <a href={`${base}/themes/${theme.id}?do=${doing}`}>{label}</a>
  )
  switch (problem.rule) {
    case 'too-many-themes':
      return null
    case 'hardly-used':
      return (
        <p className="in-row in-small">
          {way(problem.theme, 'merge', t('merge'))}
          {way(problem.theme, 'retire', t('retire'))}
        </p>
      )
    case 'same-inputs':
    case 'same-meaning':
      return (
        <p className="in-row in-small">
          {way(
            problem.other,
            `merge&into=${problem.one.id}`,
            t('mergeInto', { one: problem.other.code, other: problem.one.code }),
          )}
          {way(
            problem.one,
            `merge&into=${problem.other.id}`,
            t('mergeInto', { one: problem.one.code, other: problem.other.code }),
          )}
        </p>
      )
    case 'no-definition':
      return <p className="in-small">{way(problem.theme, 'edit', t('edit'))}</p>
    case 'much-other':
      return <p className="in-small">{way(problem.theme, 'split', t('split'))}</p>
    case 'no-positions':
      return null
  }
}
