import { useLocale, useTranslations } from 'use-intl/react'
import { PublicVersions } from '#app/features/inputs/components/public-versions.tsx'
import type { PublicInput } from '#app/features/inputs/published.server.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { roundPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

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
  const { sender } = input
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
      <PublicVersions input={input} />
    </>
  )
}
