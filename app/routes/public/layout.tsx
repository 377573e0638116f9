import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useMatches, useRouteError } from '@remix-run/react'
import { useContext } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { type Crumb, PublicFrame } from '#app/features/discovery/components/public-frame.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { translator } from '#app/messages/translator.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { ResponseContext } from '#app/response-context.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'

/** The same bytes for every reader, asked for anew each time so that a withdrawal is seen at once. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'public, max-age=0, must-revalidate' })

// Pages name themselves; this is the name of one that could not be shown.
export const meta: MetaFunction = ({ error, location }) => {
  if (!error) return []
  const t = translator(localeOfPath(location.pathname), 'frame')
  return [{ title: `${t(`${isMissing(error) ? 'notFound' : 'failed'}.title`)} – Innspill` }]
}

const isMissing = (error: unknown) =>
  isRouteErrorResponse(error) && (error.status === 404 || error.status === 405)

export function loader() {
  return { demo: isDemo() }
}

// Read from the matches, because the error page has no loader data of its own.
const useDemo = () => useMatches().some(({ data }) => (data as { demo?: boolean } | undefined)?.demo === true)

/** The frame of public pages. Their loaders give `crumbs`: the way here. */
export default function PublicLayout() {
  const { crumbs } = (useMatches().at(-1)?.data ?? {}) as { crumbs?: Crumb[] }
  return (
    <PublicFrame demo={useDemo()} crumbs={crumbs}>
      <Outlet />
    </PublicFrame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const t = useTranslations('frame')
  const locale = useLocale()
  const { code } = useContext(ResponseContext)
  const kind = isMissing(error) ? 'notFound' : 'failed'
  return (
    <PublicFrame demo={useDemo()}>
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
    </PublicFrame>
  )
}
