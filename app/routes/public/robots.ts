import type { LoaderFunctionArgs } from '@remix-run/node'
import { onlyRead } from '#app/platform/http/json-answer.server.ts'
import { ownOrigin } from '#app/platform/http/own-origin.server.ts'
import { locales, pathIn } from '#app/platform/locale.ts'

// Where one signs in and works, and pages there are as many of as anybody has questions.
const closed = ['/workspace', '/workbench', '/admin', '/join', '/profile', '/mailbox', '/files/', '/reports/']
const closedInEach = ['/sign-in', '/search', '/takedown']

/** What search engines are asked to leave alone, and where the sitemap is. */
export function loader({ request }: LoaderFunctionArgs) {
  const paths = [...closed, ...locales.flatMap((locale) => closedInEach.map((path) => pathIn(locale, path)))]
  const lines = [
    'User-agent: *',
    ...paths.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${ownOrigin(request)}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}

export const action = onlyRead
