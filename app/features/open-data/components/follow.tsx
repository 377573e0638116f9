import { useLocale, useTranslations } from 'use-intl/react'
import { Section } from '#app/ui/section.tsx'
import { type Followed, followHref } from '../follow.ts'

/** How to be told of what is new: addresses for readers of feeds and for calendars, of a strategy or of all. */
export function Follow({ strategy }: { strategy?: string }) {
  const t = useTranslations('public.follow')
  return (
    <Section id="folg-med" heading={t('title')} className="in-noprint">
      <div className="in-stack in-stack--2">
        <p className="in-measure">{t('help')}</p>
        <ul className="in-plain">
          {(['feed', 'calendar'] as const).map((what) => (
            <li key={what}>
              <FollowLink what={what} strategy={strategy} />
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}

/** One of these addresses by itself. */
export function FollowLink({ what, strategy }: { what: Followed; strategy?: string }) {
  const t = useTranslations('public.follow')
  return <a href={followHref(what, useLocale(), strategy)}>{t(what)}</a>
}
