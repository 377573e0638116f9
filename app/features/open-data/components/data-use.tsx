import { useTranslations } from 'use-intl/react'
import { Section } from '#app/ui/section.tsx'
import { apiPath } from '../api-address.ts'

const points = [
  'start',
  'number',
  'pages',
  'unchanged',
  'errors',
  'times',
  'versions',
  'description',
] as const

/** How the API is used, with addresses to try; `example` is a strategy that is there, and a number one bears. */
export function DataUse({ example }: { example: { slug: string | null; number: string | null } }) {
  const t = useTranslations('public.openData')
  const { slug, number } = example
  const examples = [
    { key: 'all', href: `${apiPath}/strategies` },
    ...(number
      ? [
          {
            key: 'number',
            href: `${apiPath}/strategies?number=${encodeURIComponent(number).replace(/%(3A|2F)/g, decodeURIComponent)}`,
          },
        ]
      : []),
    ...(slug ? [{ key: 'rounds', href: `${apiPath}/strategies/${slug}/rounds` }] : []),
  ] as { key: 'all' | 'number' | 'rounds'; href: string }[]
  return (
    <Section id="bruk" heading={t('use.heading')}>
      <div className="in-prose">
        <ul>
          {points.map((point) => (
            <li key={point}>{t(`use.${point}`)}</li>
          ))}
        </ul>
        <h3>{t('examples.heading')}</h3>
        <ul>
          {examples.map(({ key, href }) => (
            <li key={key}>
              {t(`examples.${key}`)}: <a href={href}>{href}</a>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}
