import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type Locale, languageNames, locales, pathIn } from '#app/platform/locale.ts'
import { PersonIcon } from '#app/ui/icons.tsx'
import { PublicPage } from '#app/ui/page.tsx'

/** A step on the way to a page; the last one is the page itself and has no address. */
export type Crumb = { label: string; href?: string; lang?: string }

/** The frame round every page that stands open: the ways to find things, the languages, the way in. */
export function PublicFrame({
  demo,
  crumbs,
  inLanguage,
  children,
}: {
  demo: boolean
  crumbs?: Crumb[]
  /** Where the page is in another language, when its path does not say which it is in. */
  inLanguage?: (lang: Locale) => string
  children: ReactNode
}) {
  const t = useTranslations('frame')
  const locale = useLocale()
  const { pathname, search } = useLocation()
  const here = pathIn('nb', pathname)
  const to = (path: string) => pathIn(locale, path)
  const others = locales.filter((other) => other !== locale)
  return (
    <PublicPage
      skipLabel={t('skip')}
      demo={demo ? { label: t('demoLabel'), text: t('demo') } : undefined}
      top={{
        brand: { href: to('/'), label: t('name') },
        navLabel: t('mainMenu'),
        menuLabel: t('menu'),
        links: [
          {
            href: to('/'),
            label: t('strategies'),
            current: here === '/' || here.startsWith('/strategies/'),
          },
          { href: to('/search'), label: t('search'), current: here === '/search' },
        ],
        languages: others.map((lang) => ({
          href: inLanguage ? inLanguage(lang) : pathIn(lang, pathname) + search,
          label: languageNames[lang],
          lang,
        })),
        end: [
          {
            href: to('/sign-in'),
            label: t('signIn'),
            icon: PersonIcon,
            current: here.startsWith('/sign-in'),
          },
        ],
      }}
      breadcrumbs={
        crumbs && {
          label: t('breadcrumbs'),
          steps: [{ label: t('strategies'), href: to('/') }, ...crumbs],
        }
      }
      foot={{
        columns: [
          { heading: t('footer.who'), text: t('footer.whoText') },
          {
            heading: t('footer.about'),
            text: t('footer.records'),
            links: [
              { href: to('/accessibility'), label: t('footer.accessibility') },
              { href: to('/open-data'), label: t('footer.openData') },
            ],
          },
        ],
      }}
    >
      {children}
    </PublicPage>
  )
}
