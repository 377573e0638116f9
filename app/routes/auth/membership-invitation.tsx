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
import { PublicFrame } from '#app/features/discovery/components/public-frame.tsx'
import { actorOf } from '#app/features/identity/access.server.ts'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { openSession } from '#app/features/identity/session.server.ts'
import { signInPath } from '#app/features/identity/sign-in.ts'
import { workspacePath } from '#app/features/inputs/address.ts'
import { acceptInvitation, findInvitation } from '#app/features/organisations/accepting.server.ts'
import { joinPath } from '#app/features/organisations/address.ts'
import { acceptForm } from '#app/features/organisations/forms.ts'
import { translator } from '#app/messages/translator.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { type Locale, localeChosen, localeOf } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

/** Looks, and accepts nothing: mail scanners open every link. Who cannot use the link is told why. */
export async function loader(args: LoaderFunctionArgs) {
  const token = args.params.invitation ?? ''
  const [actor, invitation] = await Promise.all([actorOf(args), findInvitation(token, new Date())])
  const locale = localeChosen(args.request, actor?.locale)
  const t = translator(locale, 'auth')
  const demo = isDemo()
  if (invitation?.state !== 'open') {
    const state = invitation?.state ?? ('unknown' as const)
    // Whoever has accepted comes back to where they were let in.
    const home =
      actor && invitation?.acceptedBy === actor.personId ? workspacePath(invitation.organisation.slug) : null
    const title = t(`invitation.state.${state}.title`)
    return data(
      { demo, title, token, closed: { state, home }, open: null },
      { status: invitation ? 410 : 404 },
    )
  }
  const { organisation, roles, email, byName, known, expiresAt } = invitation
  const open = {
    ...{ organisation: organisation.name, roles, email, byName, expiresAt },
    ...{ as: actor?.name ?? null, known },
  }
  const title = t('invitation.title', { organisation: organisation.name })
  return data({ demo, title, token, closed: null, open }, { status: 200 })
}

export async function action(args: ActionFunctionArgs) {
  const actor = await actorOf(args)
  const token = args.params.invitation ?? ''
  const form = await readForm(args.request, acceptForm)
  if ('errors' in form) return data({ problem: 'nameTooLong' as const, name: '' }, { status: 422 })
  const { name } = form.value
  const outcome = await acceptInvitation(actor, token, {
    name,
    locale: localeOf(localeChosen(args.request, actor?.locale)),
  })
  if (!('refusal' in outcome)) {
    const home = workspacePath(outcome.slug)
    if (actor) return redirect(home)
    return redirect(home, { headers: { 'Set-Cookie': await openSession(outcome.personId) } })
  }
  if (outcome.refusal === 'name-missing')
    return data({ problem: 'nameMissing' as const, name }, { status: 422 })
  // The page then finds out what the invitation has become, and says so.
  return data(null, { status: outcome.refusal === 'not-found' ? 404 : 410 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} – Innspill` },
  // Keeps the token out of every Referer. Under `no-referrer` browsers also hide Origin, which our own posts need.
  { name: 'referrer', content: 'strict-origin' },
  { name: 'robots', content: 'noindex' },
]

export default function MembershipInvitation() {
  const { demo, token, open, closed } = useLoaderData<typeof loader>()
  const t = useTranslations('auth.invitation')
  const locale = useLocale()
  return (
    <PublicFrame demo={demo} inLanguage={(lang) => inLanguage(token, lang)}>
      {open ? (
        <Open token={token} {...open} />
      ) : (
        <>
          <PageHead
            title={t(`state.${closed?.state ?? 'unknown'}.title`)}
            lead={t(`state.${closed?.state ?? 'unknown'}.text`)}
          />
          <div className="in-page">
            <LinkButton href={closed?.home ?? signInPath(locale, null, null)}>
              {t(closed?.home ? 'toTasks' : 'signIn')}
            </LinkButton>
          </div>
        </>
      )}
    </PublicFrame>
  )
}

/** The invitation in a language: what the letter links to says none. */
const inLanguage = (token: string, lang: Locale) => `${joinPath(token)}?lang=${lang}`

type OpenProps = { token: string } & NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['open']>

function Open({ token, organisation, roles, email, byName, expiresAt, as, known }: OpenProps) {
  const refused = useActionData<typeof action>()
  const t = useTranslations('auth.invitation')
  const locale = useLocale()
  const { moment } = useDates()
  const problem = refused ? t(refused.problem) : undefined
  return (
    <>
      <PageHead
        title={t('title', { organisation })}
        lead={t('lead', { by: byName, organisation })}
        meta={t('until', { moment: moment(expiresAt) })}
      />
      <div className="in-page in-measure in-stack in-stack--6">
        <Section id="roles" heading={t('roles')}>
          <ul className="ds-list">
            {roles.map((role) => (
              <li key={role}>{t(`role.${role}`)}</li>
            ))}
          </ul>
        </Section>
        <form method="post" action={inLanguage(token, locale)} className="in-form" noValidate>
          <ErrorSummary heading={t('errors')} errors={problem ? [{ field: 'name', message: problem }] : []} />
          {as ? (
            <>
              <p>{t('as', { name: as })}</p>
              <p className="in-small">{t('notYou', { name: as })}</p>
            </>
          ) : known ? (
            <p>{t('known', { email })}</p>
          ) : (
            <TextField
              name="name"
              label={t('name')}
              help={t('nameHelp', { organisation, email })}
              autoComplete="name"
              maxLength={200}
              required
              defaultValue={refused?.name}
              error={problem}
            />
          )}
          <Button>{t('button')}</Button>
        </form>
      </div>
    </>
  )
}
