import { type ActionFunctionArgs, type HeadersFunction, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { PublicFrame } from '#app/features/discovery/components/public-frame.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { signOut } from '#app/features/identity/sign-out.server.ts'
import { translator } from '#app/messages/translator.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const loader = () => ({ demo: isDemo() })

export async function action(asked: ActionFunctionArgs) {
  const { cookie, locale } = await signOut(asked)
  // What was typed and not saved is kept in the browser; it must not be left there for the next to sit down.
  const headers = { 'Set-Cookie': cookie, 'Clear-Site-Data': '"storage"' }
  return redirect(pathIn(locale, '/'), { headers })
}

export const meta: MetaFunction = () => [{ title: `${translator('nb', 'auth')('out.title')} – Innspill` }]

export default function SignOut() {
  const { demo } = useLoaderData<typeof loader>()
  const t = useTranslations('auth.out')
  return (
    <PublicFrame demo={demo}>
      <PageHead title={t('title')} lead={t('text')} />
      <form method="post">
        <Button>{t('button')}</Button>
      </form>
    </PublicFrame>
  )
}
