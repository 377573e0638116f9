import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { findInput } from '#app/features/analysis/reading.server.ts'
import { findingsQuoting } from '#app/features/findings/quoting.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { QuotingNotice } from '#app/features/inputs/components/desk-notices.tsx'
import { TakingBackForm } from '#app/features/inputs/components/taking-back-form.tsx'
import { takeBack } from '#app/features/inputs/taking-back.server.ts'
import { takingBackDenied, takingBackForm } from '#app/features/inputs/taking-back.ts'
import { findTakenBack } from '#app/features/inputs/taking-back-page.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'

type Args = LoaderFunctionArgs | ActionFunctionArgs

// The version that is asked for, else the latest that staff registered.
async function findAsked(args: Args) {
  const actor = await requireStaff(args)
  const found = answer(await findInput(actor, idParam(args.params.input)))
  const { versions, current, strategy } = found
  const asked = new URL(args.request.url).searchParams.get('version')
  const registered = versions.find(({ kind }) => kind === 'registered')?.number
  const version = versions.find(({ number }) => String(number) === (asked ?? String(registered ?? current)))
  if (!version) throw denied('not-found')
  const published = version.publishedAt !== null
  return {
    actor,
    ...found,
    version,
    published,
    refusal: takingBackDenied(actor, { strategyId: strategy.id, published }),
  }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, input, round, strategy, version, published, refusal } = await findAsked(args)
  const [quoting, standing] = await Promise.all([
    findingsQuoting(version.id, null),
    findTakenBack(version.id),
  ])
  const t = translator(actor.locale, 'workbench')
  const { number, kind, receiptNumber, senderName } = version
  return {
    ...{
      input,
      version: { id: version.id, number, receiptNumber, senderName },
      published,
      quoting,
      standing,
      formKey: newKey(),
    },
    registered: kind === 'registered',
    mayTakeBack: refusal === null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('intake.crumb'), href: `/workbench/rounds/${round.id}/intake` },
      { label: t('takingBack.crumb') },
    ],
    pageTitle: t('takingBack.title', { sender: version.senderName }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, versions, round, refusal } = await findAsked(args)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, takingBackForm)
  const t = translator(actor.locale, 'workbench')
  const refused = (reason: string, typed: unknown) => {
    const key = `takingBack.refused.${reason}` as 'takingBack.refused.try-again'
    const message = t(t.has(key) ? key : 'takingBack.refused.try-again')
    return data({ message, reason: typeof typed === 'string' ? typed : '' }, 422)
  }
  if ('errors' in form) return refused(form.errors.reason?.[0] ?? 'try-again', form.typed.reason)
  // The one that was seen, also when another has been registered meanwhile.
  const version = versions.find(({ id }) => id === form.value.version)
  if (!version) throw denied('not-found')
  const outcome = answer(await takeBack(actor, version.id, form.value))
  if ('refusal' in outcome) return refused(outcome.refusal, form.value.reason)
  return redirect(`/workbench/rounds/${round.id}/intake?back=${version.receiptNumber}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function TakingBack() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.takingBack')
  const heading = useTranslations('workbench.errors')
  const { day } = useDates()
  const { input, version, standing, published } = page
  const reading = `/workbench/inputs/${input.id}?version=${version.number}`
  const open = page.registered && !standing && !input.withdrawnAt
  return (
    <>
      <WorkHead
        title={page.pageTitle}
        meta={t('receipt', { number: version.receiptNumber })}
        actions={<a href={reading}>{t('read')}</a>}
      />
      <div className="in-stack in-narrow">
        {refused && (
          <ErrorSummary
            heading={heading('heading')}
            errors={[{ field: open ? 'reason' : 'main', message: refused.message }]}
          />
        )}
        {standing && (
          <Alert tone="warning" heading={t('standing', { day: day(standing.at), by: standing.by })}>
            <p>{t('because', { reason: standing.reason })}</p>
            <p>{t('afterwards')}</p>
          </Alert>
        )}
        {!page.registered && <p>{t('refused.not-registered')}</p>}
        {page.registered && !standing && input.withdrawnAt && <p>{t('refused.already-withdrawn')}</p>}
        {open && <QuotingNotice findings={page.quoting} whole />}
        {open && !page.mayTakeBack && <p>{t('publishersOnly')}</p>}
        {open && page.mayTakeBack && (
          <TakingBackForm
            {...{ version: version.id, published, refused, back: reading }}
            formKey={page.formKey}
          />
        )}
      </div>
    </>
  )
}
