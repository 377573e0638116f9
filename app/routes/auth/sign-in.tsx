import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl/react'
import { DemoPeople } from '#app/features/identity/components/demo-people.tsx'
import { demoLink, isDemo, listDemoPeople } from '#app/features/identity/demo.server.ts'
import { demoPersonForm, linkRequestForm } from '#app/features/identity/forms.ts'
import { requestLink } from '#app/features/identity/sign-in.server.ts'
import { safeReturn, signInPath } from '#app/features/identity/sign-in.ts'
import { translator } from '#app/messages/translator.ts'
import { denied } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { type Locale, localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

const wayOn = (url: URL) => safeReturn(url.searchParams.get('to'), '') || null

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const people = await listDemoPeople()
  return { to: wayOn(url), sent: url.searchParams.has('sent'), demo: isDemo(), people }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const url = new URL(request.url)
  const locale = localeOfPath(url.pathname)
  const to = wayOn(url)
  if (url.searchParams.has('person')) {
    const form = await readForm(request, demoPersonForm)
    const token = 'value' in form ? await demoLink(form.value.person) : null
    if (!token) throw denied('not-found')
    return redirect(signInPath(locale, token, to))
  }
  const form = await readForm(request, linkRequestForm)
  if (context.signInFlooded) {
    const email = 'value' in form ? form.value.email : String(form.typed.email ?? '')
    return data({ errors: ['flooded'] as const, email }, { status: 429 })
  }
  if ('errors' in form) {
    const reason = form.errors.email?.[0] === 'email-missing' ? 'email-missing' : 'email-unusable'
    return data({ errors: [reason] as const, email: String(form.typed.email ?? '') }, { status: 422 })
  }
  await requestLink(form.value.email, locale, to)
  // The same page for everyone, known here or not.
  return redirect(`${signInPath(locale, null, to)}${to ? '&' : '?'}sent`)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${translator(localeOfPath(location.pathname), 'auth')('title')} – Innspill` },
]

export default function SignIn() {
  const { to, sent, demo, people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('auth')
  const locale = useLocale()
  const error = refused?.errors[0]
  return (
    <div className="in-page in-narrow in-stack in-stack--6">
      <div className="in-stack in-stack--3">
        <h1 className="in-h1">{t('title')}</h1>
        <p className="in-lead">{t('lead')}</p>
        {to && <p>{t('wayOn')}</p>}
      </div>
      {sent && !refused && (
        <Alert tone="success" heading={t('sent.title')} live>
          <p>{t('sent.text')}</p>
          {demo && (
            <p>
              {t('sent.demo')} <a href="/mailbox">{t('sent.mailbox')}</a>
            </p>
          )}
        </Alert>
      )}
      {people.length > 0 && <DemoPeople people={people} action={personAddress(locale, to)} />}
      <section className="in-stack" aria-labelledby="by-mail">
        <h2 className="in-h2" id="by-mail">
          {t('mail.title')}
        </h2>
        {error && (
          <ErrorSummary heading={t('notSent')} errors={[{ field: 'email', message: t(`error.${error}`) }]} />
        )}
        <form method="post" action={signInPath(locale, null, to)} className="in-form" noValidate>
          <TextField
            name="email"
            type="email"
            autoComplete="email"
            required
            label={t('mail.label')}
            help={t('mail.help')}
            error={error && t(`error.${error}`)}
            defaultValue={refused?.email}
          />
          <Button>{t('mail.button')}</Button>
        </form>
      </section>
      <p className="in-meta">
        {t('already')} <a href="/workspace">{t('toWorkspace')}</a> <a href="/workbench">{t('toWorkbench')}</a>
      </p>
    </div>
  )
}

function personAddress(locale: Locale, to: string | null) {
  const path = pathIn(locale, '/sign-in?person')
  return to ? `${path}&to=${encodeURIComponent(to)}` : path
}
