import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Outlet, useMatches } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { Failure, failureTitle } from '#app/failure.tsx'
import { type Crumb, PublicFrame } from '#app/features/discovery/components/public-frame.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { rightPath } from '#app/platform/http/right-path.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'

/** The same bytes for every reader, asked for anew each time so that a withdrawal is seen at once. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'public, max-age=0, must-revalidate' })

// Pages name themselves; this is the name of one that could not be shown.
export const meta: MetaFunction = ({ error, location }) =>
  error ? [{ title: failureTitle(error, localeOfPath(location.pathname)) }] : []

export function loader({ request, params }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url)
  const right = request.method === 'POST' ? null : rightPath(pathname, params)
  // Pages are kept, linked and found in their language under one address each.
  if (right)
    throw redirect(right + search, { status: 301, headers: { 'Cache-Control': 'public, max-age=300' } })
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
  const t = useTranslations('frame')
  return (
    <PublicFrame demo={useDemo()}>
      <Failure links={[{ href: pathIn(useLocale(), '/search'), label: t('search') }]} />
    </PublicFrame>
  )
}
