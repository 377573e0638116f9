import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useContext } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { translator } from './messages/translator.ts'
import { type Locale, pathIn } from './platform/locale.ts'
import { ResponseContext } from './response-context.ts'
import { ErrorPage } from './ui/error-page.tsx'

/** Whether a page is missing, closed to whoever asks, or broke. */
function failureKind(error: unknown) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  return status === 404 || status === 405 ? 'notFound' : status === 403 ? 'forbidden' : 'failed'
}

/** The name of a page that could not be shown. */
export const failureTitle = (error: unknown, locale: Locale) =>
  `${translator(locale, 'frame')(`${failureKind(error)}.title`)} – Innspill`

/** What a reader is told when a page is missing, closed to them, or broke; a frame draws it where its page would be. */
export function Failure({ links = [] }: { links?: { href: string; label: string }[] }) {
  const kind = failureKind(useRouteError())
  const t = useTranslations('frame')
  const home = { href: pathIn(useLocale(), '/'), label: t('notFound.home') }
  const { code } = useContext(ResponseContext)
  return (
    <ErrorPage
      heading={t(`${kind}.title`)}
      links={[home, ...links]}
      reference={kind === 'failed' && code ? t('failed.code', { code }) : undefined}
    >
      {t(`${kind}.text`)}
    </ErrorPage>
  )
}

/** The same where no frame could be drawn. */
export function RouteFailure() {
  return (
    <main id="main" className="in-wrap">
      <Failure />
    </main>
  )
}
