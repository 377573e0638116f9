import type { HeadersFunction } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useLocation, useMatches, useRouteError } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { locales, pathIn } from '#app/platform/locale.ts'
import { ResponseContext } from '#app/response-context.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { PersonIcon } from '#app/ui/icons.tsx'
import { PublicPage } from '#app/ui/page.tsx'

/** The same bytes for every reader, asked for anew each time so that a withdrawal is seen at once. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'public, max-age=0, must-revalidate' })

export function loader() {
  return { demo: isDemo() }
}

/** A step on the way to a page; the last one is the page itself and has no address. */
type Crumb = { label: string; href?: string }

/** The frame round every public page. Its loaders give `crumbs` for the way here. */
function Frame({ children, crumbs }: { children: ReactNode; crumbs?: Crumb[] }) {
  const t = useTranslations('frame')
  const locale = useLocale()
  const { pathname, search } = useLocation()
  const here = pathIn('nb', pathname)
  const to = (path: string) => pathIn(locale, path)
  const demo = useMatches().some((match) => (match.data as { demo?: boolean } | undefined)?.demo === true)
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
          href: pathIn(lang, pathname) + search,
          label: t('otherLanguage'),
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
            links: [{ href: to('/accessibility'), label: t('footer.accessibility') }],
          },
        ],
      }}
    >
      {children}
    </PublicPage>
  )
}

export default function PublicLayout() {
  const { crumbs } = (useMatches().at(-1)?.data ?? {}) as { crumbs?: Crumb[] }
  return (
    <Frame crumbs={crumbs}>
      <Outlet />
    </Frame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const t = useTranslations('frame')
  const locale = useLocale()
  const { code } = useContext(ResponseContext)
  const missing = isRouteErrorResponse(error) && (error.status === 404 || error.status === 405)
  const kind = missing ? 'notFound' : 'failed'
  return (
    <Frame>
      <ErrorPage
        heading={t(`${kind}.title`)}
        links={[
          { href: pathIn(locale, '/'), label: t('notFound.home') },
          { href: pathIn(locale, '/search'), label: t('search') },
        ]}
        reference={kind === 'failed' && code ? t('failed.code', { code }) : undefined}
      >
        {t(`${kind}.text`)}
      </ErrorPage>
    </Frame>
  )
}
