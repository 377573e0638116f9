import { useTranslations } from 'use-intl/react'
import { Section } from '#app/ui/section.tsx'
import type { PublicInput } from '../published.server.ts'
import { PublicVersion, ReplacedVersion } from './public-version.tsx'
import { WithheldVersions } from './taken-away.tsx'

/** What anyone may read of an input, version by version: the same on its page and on paper. */
export function PublicVersions({ input }: { input: PublicInput }) {
  const t = useTranslations('public.input')
  const { versions, replaced } = input
  const own = versions.findLast(({ kind }) => kind !== 'registered')
  return (
    <>
      <WithheldVersions input={input} />
      {versions.length > 1 && <p>{t('several', { count: versions.length })}</p>}
      {versions.map((version) => (
        <PublicVersion key={version.number} version={version} />
      ))}
      {replaced.length > 0 && (
        <Section id="erstattet" heading={t('replaced')}>
          {replaced.map((version) => (
            <ReplacedVersion key={version.number} version={version} by={own} />
          ))}
        </Section>
      )}
    </>
  )
}
