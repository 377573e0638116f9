import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useContext } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { pathIn } from './platform/locale.ts'
import { ResponseContext } from './response-context.ts'
import { ErrorPage } from './ui/error-page.tsx'

/** Whether a page is missing, closed to whoever asks, or broke. */
export function failureKind(error: unknown) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  return status === 404 || status === 405 ? 'notFound' : status === 403 ? 'forbidden' : 'failed'
}

/** What a reader sees when a page is missing, closed to them, or broke. */
export function RouteFailure() {
  const error = useRouteError()
  const t = useTranslations('frame')
  const home = pathIn(useLocale(), '/')
  const { code } = useContext(ResponseContext)
  const kind = failureKind(error)
  return (
    <main id="main" className="in-wrap">
      <ErrorPage
        heading={t(`${kind}.title`)}
        links={[{ href: home, label: t('notFound.home') }]}
        reference={kind === 'failed' && code ? t('failed.code', { code }) : undefined}
      >
        {t(`${kind}.text`)}
      </ErrorPage>
    </main>
  )
}
