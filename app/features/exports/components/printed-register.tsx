import { useTranslations } from 'use-intl/react'
import { RegisterFacts } from '#app/features/strategies/components/register-facts.tsx'
import type { PublicStrategy } from '#app/features/strategies/queries.server.ts'
import { Localised } from '#app/ui/localised.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export type PrintedRegisterProps = { strategy: PublicStrategy; address: string; today: string }

/** What the register says of a strategy. It is read at any time, so its citation does not say when. */
export function PrintedRegister({ strategy, address, today }: PrintedRegisterProps) {
  const t = useTranslations('public.strategy')
  return (
    <>
      <PageHead title={<Localised text={strategy.title} />} lead={t('register')} />
      <RegisterFacts {...{ strategy, address, today }} now={null} />
    </>
  )
}
