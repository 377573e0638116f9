import { useTranslations } from 'use-intl/react'
import type { Problem } from '../checks.ts'

/** What is wrong with a finding, one line each, with where in which text it stands. `at`: the finding's page. */
export function ProblemList({ problems, at = '' }: { problems: readonly Problem[]; at?: string }) {
  const t = useTranslations('workbench.finding')
  return (
    <ul className="in-stack in-stack--2">
      {problems.map(({ kind, lang, paragraph, number = 0, word = '' }) => (
        <li key={[kind, lang, paragraph, number, word].join(' ')}>
          {lang && paragraph !== undefined && (
            <>
              <a href={`${at}${lang === 'nb' ? '#textNb' : '#textNn'}`}>
                {t(lang === 'nb' ? 'placeNb' : 'placeNn', { paragraph })}
              </a>
              {': '}
            </>
          )}
          {t(`problems.${kind}`, { number: String(number), word })}
        </li>
      ))}
    </ul>
  )
}
