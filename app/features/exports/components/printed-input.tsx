import { useLocale, useTranslations } from 'use-intl/react'
import { PublicVersion, ReplacedVersion } from '#app/features/inputs/components/public-version.tsx'
import { WithheldVersions } from '#app/features/inputs/components/taken-away.tsx'
import type { PublicInput } from '#app/features/inputs/published.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { roundPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

/** An input, and where it belongs. */
export type PrintedInputProps = {
  input: PublicInput
  county: string | null
  round: { slug: string; number: number; strategy: { slug: string; title: LocalisedText } }
}

/** What anyone may read of an input, to which round of which strategy. */
export function PrintedInput({ input, county, round, title }: PrintedInputProps & { title: string }) {
  const t = useTranslations('public')
  const locale = useLocale()
  const { sender, versions, replaced } = input
  const own = versions.findLast(({ kind }) => kind !== 'registered')
  return (
    <>
      <PageHead
        title={title}
        lead={<Localised text={round.strategy.title} />}
        meta={
          <>
            {sender.name !== null && <>{t(senderKindKey(sender.kind))}. </>}
            {county && <>{county}. </>}
            <a href={pathIn(locale, roundPath(round.strategy.slug, round.slug))}>
              {t('input.to', { number: round.number })}
            </a>
          </>
        }
      />
      <WithheldVersions input={input} />
      {versions.length > 1 && <p>{t('input.several', { count: versions.length })}</p>}
      {versions.map((version) => (
        <PublicVersion key={version.number} version={version} />
      ))}
      {replaced.length > 0 && (
        <Section id="erstattet" heading={t('input.replaced')}>
          {replaced.map((version) => (
            <ReplacedVersion key={version.number} version={version} by={own} />
          ))}
        </Section>
      )}
    </>
  )
}
