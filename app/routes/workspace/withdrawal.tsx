import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { receiptPath, withdrawalPath } from '#app/features/inputs/address.ts'
import { findRules } from '#app/features/inputs/draft-to-send.server.ts'
import { findDraft } from '#app/features/inputs/drafts.server.ts'
import { withdrawalForm } from '#app/features/inputs/forms.ts'
import { type WithdrawalRefusal, withdrawalRefusal } from '#app/features/inputs/input.ts'
import { withdrawInput } from '#app/features/inputs/withdrawal.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const draft = answer(
    await findDraft(actor, slugParam(args.params.organisation), idParam(args.params.input)),
  )
  const [rules] = await findRules(draft.id)
  const { allowsWithdrawal, contactEmail } = answer(rules)
  const { sender, round, members } = draft
  const t = translator(actor.locale, 'workspace')
  const submittedVersions = draft.versions.length
  const refusal = withdrawalRefusal(
    { submittedVersions, withdrawnAt: draft.withdrawnAt, allowsWithdrawal },
    '-',
  )
  return {
    inputId: draft.id,
    slug: sender.slug,
    sender: sender.kind,
    organisation: sender.name,
    title: t('withdrawal.title'),
    meta: t('withdrawal.meta', {
      organisation: sender.name,
      round: t('round.name', {
        strategy: pick(round.strategyTitle, actor.locale).text,
        number: round.number,
      }),
    }),
    refusal: refusal === 'reason-missing' ? null : refusal,
    contactEmail,
    mayWithdraw: draft.standing.mayWithdraw,
    submitters: members
      .filter(({ roles }) => roles.includes('submitter'))
      .map(({ name }) => name)
      .slice(0, 3),
    key: newKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const inputId = idParam(args.params.input)
  const draft = answer(await findDraft(actor, slugParam(args.params.organisation), inputId))
  if (!draft.standing.mayWithdraw) throw denied('forbidden')
  const form = await readForm(args.request, withdrawalForm)
  if ('errors' in form) {
    const { errors, typed } = form
    const first = (field: string) => (errors[field]?.[0] ?? null) as WithdrawalError | null
    const reason = typeof typed.reason === 'string' ? typed.reason : ''
    return data(
      { reason, errors: { reason: first('reason'), confirmed: first('confirmed'), key: first('key') } },
      { status: 422 },
    )
  }
  const { reason, key } = form.value
  const outcome = answer(await withdrawInput(actor, inputId, reason, key))
  if ('refusal' in outcome)
    return data({ reason, errors: { reason: outcome.refusal, confirmed: null, key: null } }, { status: 422 })
  return redirect(receiptPath(slugParam(args.params.organisation), inputId))
}

type WithdrawalError = WithdrawalRefusal | 'reason-too-long' | 'not-confirmed' | 'try-again'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Withdrawal() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.withdrawal')
  const reasons = useTranslations('workspace.refused')
  const format = useFormatter()
  const sending = useNavigation().state !== 'idle'
  const { slug, inputId, submitters } = page
  const sentence = (field: 'reason' | 'confirmed' | 'key') => {
    const reason = refused?.errors[field]
    return reason ? reasons(reason) : undefined
  }
  const errors = (['reason', 'confirmed', 'key'] as const).flatMap((field) => {
    const message = sentence(field)
    return message ? [{ field: field === 'key' ? 'reason' : field, message }] : []
  })
  return (
    <div className="in-narrow in-stack in-stack--5">
      <WorkHead title={page.title} meta={page.meta} />
      <ErrorSummary heading={t('errors')} errors={errors} />
      {page.refusal === 'withdrawal-not-allowed' ? (
        <Alert tone="info" heading={reasons(page.refusal)}>
          <p>{t('notAllowedText', { email: page.contactEmail })}</p>
          <p>
            <a href={receiptPath(slug, inputId)}>{t('toReceipt')}</a>
          </p>
        </Alert>
      ) : (
        <Panel id="effect" heading={t('what')}>
          <p>{t('effectText', { sender: page.sender, organisation: page.organisation })}</p>
        </Panel>
      )}
      {page.refusal === 'withdrawal-not-allowed' ? null : page.refusal ? (
        <Alert tone="info">
          <p>{reasons(page.refusal)}</p>
          <p>
            <a href={receiptPath(slug, inputId)}>{t('toReceipt')}</a>
          </p>
        </Alert>
      ) : page.mayWithdraw ? (
        <Panel>
          <Form method="post" action={withdrawalPath(slug, inputId)} className="in-form">
            <TextArea
              name="reason"
              label={t('reason')}
              help={t('reasonHelp')}
              rows={4}
              maxLength={1000}
              defaultValue={refused?.reason}
              error={sentence('reason')}
            />
            <Checkbox
              name="confirmed"
              label={t('confirm', { sender: page.sender })}
              error={sentence('confirmed')}
            />
            <div className="in-row">
              <input type="hidden" name="key" value={page.key} />
              <Button danger disabled={sending}>
                {t('submit')}
              </Button>
              <LinkButton variant="secondary" href={receiptPath(slug, inputId)}>
                {t('cancel')}
              </LinkButton>
            </div>
          </Form>
        </Panel>
      ) : (
        <Alert tone="info">
          <p>
            {submitters.length > 0
              ? t('whoMay', { who: format.list(submitters, { type: 'disjunction' }) })
              : t('whoMayNobody')}
          </p>
        </Alert>
      )}
    </div>
  )
}
