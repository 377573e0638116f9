import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { IntlProvider } from 'use-intl/react'
import { failureTitle, RouteFailure } from './failure.tsx'
import { actorOf } from './features/identity/access.server.ts'
import { catalogue } from './messages/catalogue.ts'
import { timeZone } from './messages/translator.ts'
import { localeChosen, localeOfPath, locales } from './platform/locale.ts'
import type { WindowName } from './platform/window-name.ts'
import { ResponseContext } from './response-context.ts'
import font from './ui/fonts/inter-latin.woff2?url'
import styles from './ui/styles.css?url'
import workStyles from './ui/work-styles.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: font, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/**
 * A route whose handle says `scripted` gets the browser's scripts; public routes never do. One that says `kept` may be kept
 * for all readers, by these names of its query (strategies/kept-page.server.ts).
 */
export type PageHandle = { scripted?: boolean; kept?: readonly string[] }

const signedIn = /^\/(workspace|workbench|admin|join|profile)(\/|\.|$)/

// Whoever follows an invitation need not be known here, and the letter's address is one for all languages.
const invited = /^\/join\/(?!new$)[^/]+$/

/** Public pages take their language from the address and look nobody up, so that all readers get the same bytes. */
export async function loader(args: LoaderFunctionArgs) {
  const { pathname } = new URL(args.request.url)
  const actor = signedIn.test(pathname) ? await actorOf(args) : null
  if (invited.test(pathname)) return { locale: localeChosen(args.request, actor?.locale) }
  return { locale: actor?.locale ?? localeOfPath(pathname) }
}

/** The language of the page being drawn, also when its loader failed. */
function usePageLocale() {
  const { pathname } = useLocation()
  return useRouteLoaderData<typeof loader>('root')?.locale ?? localeOfPath(pathname)
}

// Pages name themselves, in their `meta` or, where texts stand in for those of another language, by `windowName` among what
// they loaded (strategies/trail.ts); this is the name of one that could not be shown.
export const meta: MetaFunction<typeof loader> = ({ error, data, location }) => {
  if (!error) return []
  return [{ title: failureTitle(error, data?.locale ?? localeOfPath(location.pathname)) }]
}

export function Layout({ children }: { children: ReactNode }) {
  const locale = usePageLocale()
  const { nonce } = useContext(ResponseContext)
  const matches = useMatches()
  const scripted = matches.some((match) => (match.handle as PageHandle | undefined)?.scripted)
  // What stands open has its language first in its name (routes.ts); all else is a page for work.
  const open = matches.some(({ id }) => locales.some((each) => id.startsWith(`${each}/`)))
  const { windowName } = (matches.at(-1)?.data ?? {}) as { windowName?: WindowName }
  return (
    <html lang={locale} data-color-scheme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {windowName && <title lang={windowName.lang}>{windowName.words}</title>}
        <Meta />
        <Links />
        {!open && <link rel="stylesheet" href={workStyles} />}
      </head>
      <body>
        <IntlProvider locale={locale} messages={catalogue[locale]} timeZone={timeZone}>
          {children}
        </IntlProvider>
        {scripted && <ScrollRestoration nonce={nonce} />}
        {scripted && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <RouteFailure />
}
