import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { TakedownDecided, TakedownDecisionForm } from '#app/features/inputs/components/takedown-decision.tsx'
import { decideTakedown } from '#app/features/inputs/takedown.server.ts'
import { takedownReference } from '#app/features/inputs/takedown.ts'
import { takedownDecisionForm } from '#app/features/inputs/takedown-forms.ts'
import { findTakedown } from '#app/features/inputs/takedowns.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const takedown = answer(await findTakedown(actor, idParam(args.params.takedown)))
  const t = translator(actor.locale, 'workbench')
  const title = t('takedown.title', { reference: takedownReference(takedown.id) })
  return {
    takedown,
    formKey: newKey(),
    done: new URL(args.request.url).searchParams.has('done'),
    place: { strategyId: takedown.strategyId, roundId: takedown.round.id },
    crumbs: [
      { label: t('takedowns.title'), href: `/workbench/strategies/${takedown.strategyId}/takedowns` },
      { label: title },
    ],
    pageTitle: title,
  }
}

const reasons = ['decisionMissing', 'answerMissing', 'tooLong'] as const

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const id = idParam(args.params.takedown)
  answer(await findTakedown(actor, id))
  const form = await readForm(args.request, takedownDecisionForm)
  const asText = (value: unknown) => (typeof value === 'string' ? value : '')
  const sent = 'errors' in form ? form.typed : form.value
  const typed = { decision: asText(sent.decision), answer: asText(sent.answer) }
  if ('errors' in form) {
    const problems = Object.entries(form.errors).map(([field, [reason]]) => ({
      field: field === 'answer' ? ('answer' as const) : ('decision' as const),
      reason: reasons.find((one) => one === reason) ?? ('tryAgain' as const),
    }))
    return data({ typed, problems }, 422)
  }
  const { key, ...choice } = form.value
  const outcome = answer(await decideTakedown(actor, id, choice, key))
  if ('refusal' in outcome)
    return data({ typed, problems: [{ field: 'decision' as const, reason: outcome.refusal }] }, 422)
  return redirect(`/workbench/takedowns/${id}?done=1`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Takedown() {
  const { takedown, formKey, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.takedown')
  const { moment } = useDates()
  const { senderName, createdAt, lang, words, reason, email } = takedown
  const problems = (refused?.problems ?? []).map(({ field, reason: why }) => ({
    field,
    message: t(`problems.${why}`),
  }))
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <>
      <WorkHead
        title={t('title', { reference: takedownReference(takedown.id) })}
        meta={t('meta', { sender: senderName, at: moment(createdAt) })}
        actions={<a href={`/workbench/strategies/${takedown.strategyId}/takedowns`}>{t('back')}</a>}
      />
      <div className="in-stack">
        <ErrorSummary heading={t('problems.heading')} errors={problems} />
        {done && !refused && (
          <Alert tone="success" live>
            <p>
              {t('done')} {email && t('doneSent')}
            </p>
          </Alert>
        )}
        <Columns
          aside={
            <>
              <Panel id="input" heading={t('input')}>
                <div className="in-stack">
                  <p>{senderName}</p>
                  {!takedown.decidedAt && <p className="in-small">{t('toDeskText')}</p>}
                  <p>
                    <LinkButton
                      variant="secondary"
                      size="sm"
                      href={`/workbench/inputs/${takedown.inputId}/publication`}
                    >
                      {t('toDesk')}
                    </LinkButton>
                  </p>
                </div>
              </Panel>
              {takedown.decidedAt ? (
                <TakedownDecided takedown={takedown} />
              ) : (
                <TakedownDecisionForm
                  formKey={formKey}
                  typed={refused?.typed ?? { decision: '', answer: '' }}
                  errors={{ decision: errorOf('decision'), answer: errorOf('answer') }}
                />
              )}
            </>
          }
        >
          <Panel id="asked" heading={t('asked')}>
            <DefinitionList
              items={[
                { term: t('what'), description: <Said lang={lang}>{words}</Said> },
                { term: t('why'), description: <Said lang={lang}>{reason}</Said> },
                { term: t('address'), description: email ?? t('noAddress') },
              ]}
            />
          </Panel>
        </Columns>
      </div>
    </>
  )
}

function Said({ lang, children }: { lang: string; children: string }) {
  return (
    <span lang={lang} className="in-lines in-break">
      {children}
    </span>
  )
}
