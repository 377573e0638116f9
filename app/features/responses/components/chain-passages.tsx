import { useLocale, useTranslations } from 'use-intl/react'
import { useBecause } from '#app/features/inputs/components/because.tsx'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Quote } from '#app/ui/quote.tsx'
import type { ChainPassage, ChainPassages as Page } from '../chain-passages.server.ts'

type ListProps = { strategy: string; passages: readonly ChainPassage[]; named?: boolean }

/** Passages as anyone may read them, who said each and where it stands. `named`: whose they are is said already. */
export function PassageList({ strategy, passages, named = true }: ListProps) {
  return (
    <div className="in-stack in-stack--5">
      {passages.map((passage) => (
        <ShownPassage key={passage.id} {...{ strategy, passage, named }} />
      ))}
    </div>
  )
}

function ShownPassage({ strategy, passage, named }: Omit<ListProps, 'passages'> & { passage: ChainPassage }) {
  const t = useTranslations('public')
  const locale = useLocale()
  const because = useBecause()
  const { sender, input, said, words, lang, cited, masked, anchor } = passage
  const href = `${pathIn(locale, inputPath(strategy, input.round, input.id))}#${anchor}`
  const laws = [...new Set(masked.map(because))].join(', ')
  const name = sender.name ?? t(senderKindKey(sender.kind))
  return (
    <div className="in-stack in-stack--2">
      <Quote
        lang={words === null ? undefined : lang}
        sender={
          <>
            {named && <>{name}. </>}
            <SaidToName said={said} />
            {cited && (
              <>
                {'\u00a0· '}
                {t('heard.cited')}
              </>
            )}
            {'\u00a0·'}
          </>
        }
        link={{ href, label: t('heard.readInput') }}
      >
        {words ?? t('heard.maskedWhole', { because: laws })}
      </Quote>
      {words !== null && laws !== '' && <p className="in-meta">{t('masked.inQuote', { because: laws })}</p>}
    </div>
  )
}

/** What could be read once and no longer can: that it is so, and by whose doing. */
export function GoneSince({ behind }: { behind: Pick<Page, 'withdrawn' | 'withheld'> }) {
  const t = useTranslations('public.heard')
  return (
    <>
      {behind.withdrawn > 0 && <p className="in-meta">{t('withdrawnSince', { count: behind.withdrawn })}</p>}
      {behind.withheld > 0 && <p className="in-meta">{t('withheldSince', { count: behind.withheld })}</p>}
    </>
  )
}
