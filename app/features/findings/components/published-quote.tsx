import { useLocale, useTranslations } from 'use-intl/react'
import { useBecause } from '#app/features/inputs/components/because.tsx'
import { SaidToName } from '#app/features/inputs/components/said-to.tsx'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Quote } from '#app/ui/quote.tsx'
import type { ShownQuote } from '../published.server.ts'

/** A quote with its sender and the way to where it stands. One nobody may read any more says so, without its words. */
export function PublishedQuote({ strategy, quote }: { strategy: string; quote: ShownQuote }) {
  const t = useTranslations('public')
  const because = useBecause()
  const locale = useLocale()
  const { sender, input, lang } = quote
  const name = sender && (sender.name ?? t(senderKindKey(sender.kind)))
  const href = input && pathIn(locale, inputPath(strategy, input.round, input.id))
  if (quote.state === 'shown' && quote.mode === 'paraphrase' && name && href)
    return (
      <p>
        {name}. <a href={`${href}#${quote.anchor}`}>{t('finding.whole')}</a>
      </p>
    )
  if (quote.state === 'shown' && name && href)
    return (
      <div className="in-stack in-stack--2">
        <Quote
          lang={lang}
          sender={
            <>
              {name}
              {quote.said?.kind === 'comment' && (
                <>
                  . <SaidToName said={quote.said} />
                </>
              )}
              .
            </>
          }
          link={{ href: `${href}#${quote.anchor}`, label: t('finding.whole') }}
        >
          «{quote.words}»
        </Quote>
        {quote.masked.map((basis) => (
          <p key={basis} className="in-meta">
            {t('masked.inQuote', { because: because(basis) })}
          </p>
        ))}
      </div>
    )
  if (quote.state === 'masked' && name && href)
    return (
      <p className="in-meta">
        {t('masked.quote', { name, because: quote.bases.map(because).join(', ') })}{' '}
        <a href={`${href}#${quote.anchor}`}>{t('finding.whole')}</a>
      </p>
    )
  if (quote.state === 'withheld' && href)
    return (
      <p className="in-meta">
        {t('masked.quoteWithheld', { because: because(quote.basis) })} <a href={href}>{t('finding.why')}</a>
      </p>
    )
  return (
    <p className="in-meta">
      {quote.state !== 'withdrawn'
        ? t('finding.gone')
        : name
          ? t('finding.withdrawn', { name })
          : t('finding.withdrawnByStaff')}{' '}
      {quote.state === 'withdrawn' && href && <a href={href}>{t('finding.why')}</a>}
    </p>
  )
}
