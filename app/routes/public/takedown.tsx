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
import {
  type TakedownProblem,
  TakedownRequestForm,
} from '#app/features/inputs/components/takedown-request-form.tsx'
import { findTakedownSubject, requestTakedown } from '#app/features/inputs/takedown.server.ts'
import { isTakedownReference, takedownReference } from '#app/features/inputs/takedown.ts'
import { takedownForm } from '#app/features/inputs/takedown-forms.ts'
import { senderKindKey } from '#app/features/organisations/sender-kind.ts'
import { inputPath, strategyPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { localeOfPath, pathIn } from '#app/platform/locale.ts'
import { Alert } from '#app/ui/message.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Section } from '#app/ui/section.tsx'

/** A form, so nobody keeps a copy of it. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function subjectOf(url: URL) {
  const asked = url.searchParams.get('input')
  const id = uuid.exec(asked ?? '')?.[0]
  return { asked: asked !== null, subject: id ? await findTakedownSubject(id, new Date()) : null }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const { asked, subject } = await subjectOf(url)
  const received = url.searchParams.get('received') ?? ''
  const reference = isTakedownReference(received) ? received : null
  const t = translator(localeOfPath(url.pathname), 'public')
  const page = {
    ...{ asked, reference, formKey: newKey() },
    subject: subject && {
      id: subject.id,
      sender: { name: subject.senderName, kind: subject.senderKind },
      strategy: subject.strategy,
      round: { slug: subject.round.slug },
    },
    crumbs: [{ label: t('takedown.crumb') }],
  }
  // An input nobody can read and one that is not there get the same answer.
  return data(page, { status: asked && !subject && !reference ? 404 : 200 })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const url = new URL(request.url)
  const locale = localeOfPath(url.pathname)
  const { subject } = await subjectOf(url)
  const form = await readForm(request, takedownForm)
  const sent = 'errors' in form ? form.typed : form.value
  const asText = (value: unknown) => (typeof value === 'string' ? value : '')
  const typed = { words: asText(sent.words), reason: asText(sent.reason), email: asText(sent.email) }
  const refused = (problems: TakedownProblem[], status = 422) => data({ typed, problems }, { status })
  if (context.takedownFlooded) return refused([{ field: 'form', reason: 'flooded' }], 429)
  if (!subject) return refused([], 422)
  if ('errors' in form)
    return refused(Object.entries(form.errors).map(([field, [reason]]) => problemOf(field, reason)))
  const { value } = form
  const done = (id: string) =>
    redirect(pathIn(locale, `/takedown?input=${subject.id}&received=${takedownReference(id)}`))
  // A program that fills in every field is thanked like everyone else.
  if (value.website !== '') return done(value.key)
  const outcome = await requestTakedown(subject, value, locale)
  return 'refusal' in outcome ? refused([{ field: 'form', reason: outcome.refusal }]) : done(outcome.id)
}

const known = ['wordsMissing', 'reasonMissing', 'tooLong', 'emailUnusable'] as const

function problemOf(field: string, sent: string | undefined): TakedownProblem {
  const reason = known.find((one) => one === sent)
  const at = (['words', 'reason', 'email'] as const).find((one) => one === field)
  return at && reason ? { field: at, reason } : { field: 'form', reason: 'tryAgain' }
}

export const meta: MetaFunction<typeof loader> = ({ location }) => [
  { title: `${translator(localeOfPath(location.pathname), 'public')('takedown.title')} – Innspill` },
  { name: 'robots', content: 'noindex' },
]

export default function Takedown() {
  const { subject, reference, asked, formKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('public.takedown')
  const kinds = useTranslations('public')
  const locale = useLocale()
  const here = pathIn(locale, subject ? `/takedown?input=${subject.id}` : '/takedown')
  if (reference && !refused)
    return (
      <>
        <PageHead title={t('doneTitle')} lead={t('doneText', { reference })} />
        <div className="in-page in-measure in-stack">
          <WhatHappens />
          {subject && (
            <p>
              <a href={pathIn(locale, strategyPath(subject.strategy.slug))}>{t('doneBack')}</a>
            </p>
          )}
        </div>
      </>
    )
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="in-page in-stack in-stack--6">
        {subject ? (
          <>
            <p>
              {t('about', { sender: subject.sender.name ?? kinds(senderKindKey(subject.sender.kind)) })}{' '}
              <a href={pathIn(locale, inputPath(subject.strategy.slug, subject.round.slug, subject.id))}>
                {t('readIt')}
              </a>
            </p>
            <TakedownRequestForm
              action={here}
              formKey={formKey}
              typed={refused?.typed ?? { words: '', reason: '', email: '' }}
              problems={refused?.problems ?? []}
            />
            <Section id="next" heading={t('next')}>
              <WhatHappens contact={subject.strategy.contactEmail} />
            </Section>
          </>
        ) : (
          <>
            <Alert tone={asked ? 'warning' : 'info'}>
              <p>{t(asked ? 'notPublic' : 'noInput')}</p>
              <p>
                <a href={pathIn(locale, '/search')}>{t('toInputs')}</a>
              </p>
            </Alert>
            {refused && <Kept {...refused.typed} />}
          </>
        )}
      </div>
    </>
  )
}

/** What somebody wrote about an input that cannot be found, so that it can be taken along. */
function Kept({ words, reason }: { words: string; reason: string }) {
  const t = useTranslations('public.takedown')
  if (words === '' && reason === '') return null
  return (
    <dl className="in-dl in-measure">
      <div>
        <dt>{t('words')}</dt>
        <dd>{words}</dd>
      </div>
      <div>
        <dt>{t('reason')}</dt>
        <dd>{reason}</dd>
      </div>
    </dl>
  )
}

/** Who reads it, what may come of it, and that nothing sent to a public body is secret by itself. */
function WhatHappens({ contact }: { contact?: string }) {
  const t = useTranslations('public.takedown')
  return (
    <div className="in-stack in-measure">
      <p>{t('nextRead')}</p>
      <p>{t('nextDecide')}</p>
      <p>{t('nextCase')}</p>
      {contact && (
        <p>
          {t.rich('contact', {
            email: contact,
            mail: (words) => <a href={`mailto:${contact}`}>{words}</a>,
          })}
        </p>
      )}
    </div>
  )
}
