import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { isUsableLink, useLink as takeLink } from '#app/features/identity/sign-in.server.ts'
import { safeReturn, signInPath } from '#app/features/identity/sign-in.ts'
import { translator } from '#app/messages/translator.ts'
import { localeOfPath } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

/** Looks, and uses nothing: mail scanners open every link. A used or old one answers 410. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const to = new URL(request.url).searchParams.get('to')
  const usable = await isUsableLink(params.token ?? '')
  return data({ usable, to: safeReturn(to, '') || null }, { status: usable ? 200 : 410 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const url = new URL(request.url)
  const outcome = await takeLink(params.token ?? '', localeOfPath(url.pathname))
  // The page then finds the link used and says so.
  if ('refusal' in outcome) return data(null, { status: 410 })
  const to = url.searchParams.get('to')
  return redirect(safeReturn(to, outcome.home), { headers: { 'Set-Cookie': outcome.cookie } })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${translator(localeOfPath(location.pathname), 'auth')('title')} – Innspill` },
  // Keeps the token out of every Referer. Under `no-referrer` browsers also hide Origin, which our own posts need.
  { name: 'referrer', content: 'strict-origin' },
  { name: 'robots', content: 'noindex' },
]

export default function SignInLink() {
  const { usable, to } = useLoaderData<typeof loader>()
  const t = useTranslations('auth.link')
  const locale = useLocale()
  if (!usable)
    return (
      <>
        <PageHead title={t('usedTitle')} lead={t('usedText')} />
        <LinkButton href={signInPath(locale, null, to)}>{t('newLink')}</LinkButton>
      </>
    )
  return (
    <>
      <PageHead title={t('title')} lead={t('text')} />
      <form method="post">
        <Button>{t('button')}</Button>
      </form>
    </>
  )
}
