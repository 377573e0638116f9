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
import { NewcomerForm, type NewcomerProblem } from '#app/features/identity/components/newcomer-form.tsx'
import { isDemo } from '#app/features/identity/demo.server.ts'
import { newcomerForm } from '#app/features/identity/forms.ts'
import { requestNewcomerLink } from '#app/features/identity/newcomers.server.ts'
import { signInPath } from '#app/features/identity/sign-in.ts'
import { startPath } from '#app/features/inputs/address.ts'
import { namingsAllowed } from '#app/features/inputs/naming.ts'
import { joinPath, newOrganisationPath } from '#app/features/organisations/address.ts'
import { personalSlug } from '#app/features/organisations/organisation.ts'
import { answerPath, roundPath } from '#app/features/strategies/address.ts'
import { roundAt } from '#app/features/strategies/addressed.server.ts'
import { roundState } from '#app/features/strategies/round.ts'
import { roundSteps, trail } from '#app/features/strategies/trail.ts'
import { translator } from '#app/messages/translator.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

/** A form, so nobody keeps a copy of it. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const round = await roundAt({ request, params })
  const locale = localeOfPath(url.pathname)
  const t = translator(locale, 'public')
  return {
    ...{ round, now: new Date(), sent: url.searchParams.has('sent'), demo: isDemo() },
    namings: namingsAllowed(round.naming),
    ...trail([
      ...roundSteps(round, t('round.name', { number: round.number }), locale),
      { label: t('answer.crumb') },
    ]),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const round = await roundAt({ request, params })
  const locale = localeOfPath(new URL(request.url).pathname)
  const form = await readForm(request, newcomerForm)
  const sent: Record<string, unknown> = 'errors' in form ? form.typed : form.value
  const asText = (value: unknown) => (typeof value === 'string' ? value : '')
  const typed = {
    ...{ name: asText(sent.name), email: asText(sent.email) },
    answersFor: asText(sent.answersFor) || 'self',
  }
  const refused = (problems: NewcomerProblem[], status = 422) => data({ typed, problems }, { status })
  const state = roundState(round, new Date())
  if (state !== 'open' && state !== 'accepting-late') return refused([], 422)
  if (context.answerFlooded) return refused([{ field: 'form', reason: 'flooded' }], 429)
  if ('errors' in form)
    return refused(Object.entries(form.errors).map(([field, [reason]]) => problemOf(field, reason)))
  const { name, email, answersFor, website } = form.value
  const to = answersFor === 'self' ? startPath(personalSlug, round.id) : newOrganisationPath(round.id)
  // A program that fills in every field is thanked like everyone else.
  if (website === '') await requestNewcomerLink({ name, email }, locale, to)
  // The same page for everyone, known here or not.
  return redirect(`${pathIn(locale, answerPath(round.strategy.slug, round.slug))}?sent`)
}

const known = [
  'name-missing',
  'name-too-long',
  'email-missing',
  'email-unusable',
  'answers-for-missing',
] as const

function problemOf(field: string, sent: string | undefined): NewcomerProblem {
  const reason = known.find((one) => one === sent)
  const at = (['name', 'email', 'answersFor'] as const).find((one) => one === field)
  return at && reason ? { field: at, reason } : { field: 'form', reason: 'try-again' }
}

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

export default function Answer() {
  const { round, now, sent, demo, namings } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('public.answer')
  const locale = useLocale()
  const { moment } = useDates()
  const state = roundState(round, now)
  const open = state === 'open' || state === 'accepting-late'
  const here = answerPath(round.strategy.slug, round.slug)
  const back = pathIn(locale, roundPath(round.strategy.slug, round.slug))
  if (!open)
    return (
      <>
        <PageHead title={t('title', { number: round.number })} lead={t(`not.${state}`)} />
        <div className="in-page">
          <LinkButton href={back}>{t('back')}</LinkButton>
        </div>
      </>
    )
  if (sent && !refused)
    return (
      <>
        <PageHead title={t('sent.title')} lead={t('sent.text')} />
        <div className="in-page in-measure in-stack">
          <p>{t('sent.none')}</p>
          {demo && (
            <p>
              {t('sent.demo')} <a href="/mailbox">{t('sent.mailbox')}</a>
            </p>
          )}
          <p>
            <a href={back}>{t('back')}</a>
          </p>
        </div>
      </>
    )
  return (
    <>
      <PageHead
        title={t('title', { number: round.number })}
        lead={<Localised text={round.title} />}
        meta={t('deadline', { deadline: moment(round.deadlineAt) })}
      />
      <div className="in-page in-measure in-stack in-stack--6">
        <Section id="here" heading={t('here.title')}>
          <div className="in-stack in-stack--3">
            <p>{t('here.text')}</p>
            <p>
              <LinkButton href={signInPath(locale, null, `/workspace?round=${round.id}`)}>
                {t('here.signIn')}
              </LinkButton>
            </p>
            <p>
              <a href={joinPath()}>{t('here.join')}</a>
            </p>
          </div>
        </Section>
        <Section id="new" heading={t('new.title')}>
          <div className="in-stack in-stack--5">
            <p>{t('new.text')}</p>
            {refused && refused.problems.length === 0 && (
              <Alert tone="warning" live>
                <p>{t('not.closed')}</p>
              </Alert>
            )}
            <NewcomerForm
              action={pathIn(locale, here)}
              typed={refused?.typed ?? { name: '', email: '', answersFor: 'self' }}
              problems={refused?.problems ?? []}
            />
          </div>
        </Section>
        <Section id="naming" heading={t('naming.title')}>
          <div className="in-stack in-stack--3">
            <p>{t(namings.length > 1 ? 'naming.choose' : 'naming.named')}</p>
            <p>{t('naming.body')}</p>
            <p>{t('naming.access')}</p>
          </div>
        </Section>
      </div>
    </>
  )
}
