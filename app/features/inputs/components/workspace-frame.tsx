import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { PersonIcon } from '#app/ui/icons.tsx'
import { WorkPage } from '#app/ui/page.tsx'
import type { NavLink } from '#app/ui/top-bar.tsx'
import { forgetCopies } from './kept-copy.tsx'

export type WorkspaceFrameProps = {
  demo: boolean
  /** Who is signed in, and for whom. */
  who: string
  staff: boolean
  links: NavLink[]
  children: ReactNode
}

/** The frame round a sender's pages: its tasks, who one is, and the way out. */
export function WorkspaceFrame({ demo, who, staff, links, children }: WorkspaceFrameProps) {
  const t = useTranslations('frame')
  const workbench: NavLink[] = staff ? [{ href: '/workbench', label: t('workbench') }] : []
  return (
    <WorkPage
      skipLabel={t('skip')}
      demo={demo ? { label: t('demoLabel'), text: t('demo') } : undefined}
      top={{
        brand: { href: '/', label: t('name') },
        navLabel: t('mainMenu'),
        menuLabel: t('menu'),
        links: [...links, ...workbench],
        end: [{ href: '/workspace?all', label: who, icon: PersonIcon }],
        account: (
          <form method="post" action="/sign-out" onSubmit={forgetCopies}>
            <button type="submit">{t('signOut')}</button>
          </form>
        ),
      }}
    >
      {children}
    </WorkPage>
  )
}
