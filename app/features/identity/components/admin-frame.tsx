import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from '#app/platform/locale.ts'
import { PersonIcon } from '#app/ui/icons.tsx'
import { WorkPage } from '#app/ui/page.tsx'

const places = ['/admin', '/admin/strategies', '/admin/organisations', '/admin/search'] as const

type AdminFrameProps = { name: string; demo: boolean; here: (typeof places)[number]; children: ReactNode }

/** The frame round the pages of those who keep the house. */
export function AdminFrame({ name, demo, here, children }: AdminFrameProps) {
  const t = useTranslations('auth')
  const frame = useTranslations('frame')
  const labels = {
    '/admin': t('audit.title'),
    '/admin/strategies': t('audit.strategies'),
    '/admin/organisations': t('audit.organisations'),
    '/admin/search': t('upkeep.nav'),
  }
  return (
    <WorkPage
      skipLabel={frame('skip')}
      demo={demo ? { label: frame('demoLabel'), text: frame('demo') } : undefined}
      top={{
        brand: { href: pathIn(useLocale(), '/'), label: frame('name') },
        navLabel: frame('mainMenu'),
        menuLabel: frame('menu'),
        links: places.map((href) => ({ href, label: labels[href], current: href === here })),
        end: [{ href: '/profile', label: name, icon: PersonIcon }],
        account: (
          <form method="post" action="/sign-out">
            <button type="submit">{frame('signOut')}</button>
          </form>
        ),
      }}
    >
      {children}
    </WorkPage>
  )
}
