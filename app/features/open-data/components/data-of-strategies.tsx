import { useLocale, useTranslations } from 'use-intl/react'
import { strategyPath } from '#app/features/strategies/address.ts'
import { ContactList } from '#app/features/strategies/components/contact-list.tsx'
import { pathIn } from '#app/platform/locale.ts'
import type { LocalisedText } from '#app/platform/localised-text.ts'
import { Localised } from '#app/ui/localised.tsx'
import { Section } from '#app/ui/section.tsx'
import { apiPath } from '../api-address.ts'

type Strategy = { slug: string; title: LocalisedText; contactEmail: string }

/** Where the data of each strategy is, and whom to ask about it. */
export function DataOfStrategies({ strategies }: { strategies: readonly Strategy[] }) {
  const t = useTranslations('public.openData')
  const locale = useLocale()
  const own = (slug: string) => [
    { label: 'JSON', href: `${apiPath}${strategyPath(slug)}` },
    { label: 'Atom', href: pathIn(locale, `${strategyPath(slug)}/feed.atom`) },
    { label: 'iCal', href: pathIn(locale, `${strategyPath(slug)}/calendar.ics`) },
  ]
  return (
    <>
      <Section id="strategier" heading={t('each.heading')}>
        {strategies.length === 0 && <p>{t('each.none')}</p>}
        <ul className="in-list">
          {strategies.map(({ slug, title }) => (
            <li key={slug} id={`data-${slug}`}>
              <p id={`data-${slug}-navn`}>
                <Localised text={title} />
              </p>
              <ul className="in-row in-plain in-shown-addresses" aria-labelledby={`data-${slug}-navn`}>
                {own(slug).map(({ label, href }) => (
                  <li key={label}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="kontakt" heading={t('contact.heading')}>
        <div className="in-prose">
          <p>{t('contact.text')}</p>
          {strategies.length === 0 && <p>{t('contact.none')}</p>}
          <ContactList strategies={strategies} />
        </div>
      </Section>
    </>
  )
}
