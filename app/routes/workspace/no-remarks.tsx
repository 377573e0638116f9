import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { receiptPath, signOffPath, submissionPath, writingPath } from '#app/features/inputs/address.ts'
import { DeadlineLine } from '#app/features/inputs/components/deadline-line.tsx'
import { useSignOffSentence } from '#app/features/inputs/components/sign-off-state.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { findDraftToSend, wouldBeRefused } from '#app/features/inputs/draft-to-send.server.ts'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { noRemarksForm } from '#app/features/inputs/sending-forms.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ClockIcon } from '#app/ui/icons.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const draft = answer(await findDraftToSend(actor, slug, idParam(args.params.input)))
  const { round, versions, members, sender, signOff } = draft
  const t = translator(actor.locale, 'workspace')
  const own = versions.filter(({ kind }) => kind !== 'registered')
  return {
    ...{
      inputId: draft.id,
      slug,
      sender: sender.kind,
      maySubmit: draft.standing.maySubmit,
      refusal: wouldBeRefused(draft, 'no-remarks'),
    },
    title: t('noRemarks.title'),
    meta: t('submission.meta', {
      organisation: sender.name,
      round: t('round.name', {
        strategy: pick(round.strategyTitle, actor.locale).text,
        number: round.number,
      }),
    }),
    standing: deadlineStanding(round, draft.now),
    signOff: signOff?.required ? { state: signOff.state, steps: signOff.steps.slice(0, 1) } : null,
    written: draft.anythingWritten,
    allowsCorrections: draft.allowsCorrections,
    sentAt: own[0]?.submittedAt ?? null,
    adoptedBefore: own.some(({ kind }) => kind === 'adopted'),
    submitters: members
      .filter(({ roles }) => roles.includes('submitter'))
      .map(({ name }) => name)
      .slice(0, 3),
    key: newKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const inputId = idParam(args.params.input)
  const { standing } = answer(await findOwnInput(actor, slug, inputId))
  if (!standing.maySubmit) throw denied('forbidden')
  const t = translator(actor.locale, 'workspace')
  const form = await readForm(args.request, noRemarksForm)
  if ('errors' in form) {
    const unconfirmed = form.errors.confirmed && !form.errors.key
    const reason = unconfirmed ? 'no-remarks-not-confirmed' : 'try-again'
    return data({ message: t(`refused.${reason}`) }, { status: 422 })
  }
  const outcome = answer(await submitInput(actor, inputId, form.value.key, { as: 'no-remarks' }))
  if ('refusal' in outcome) return data({ message: t(`refused.${outcome.refusal}`) }, { status: 422 })
  return redirect(receiptPath(slug, inputId))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NoRemarks() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.noRemarks')
  const words = useTranslations('workspace.submission')
  const reasons = useTranslations('workspace.refused')
  const signedOff = useSignOffSentence()
  const format = useFormatter()
  const { moment } = useDates()
  const sending = useNavigation().state !== 'idle'
  const { slug, inputId, standing, refusal, signOff, sentAt, submitters } = page
  // Nothing needs to be weighed where nothing can be sent.
  const mayStill = refusal === null || refusal === 'not-approved'
  return (
    <div className="in-narrow in-stack in-stack--5">
      <WorkHead title={page.title} meta={page.meta} />
      {refused && (
        <ErrorSummary heading={t('errors')} errors={[{ field: 'confirmed', message: refused.message }]} />
      )}
      <Panel id="meaning" heading={t('meaning')}>
        <div className="in-stack in-stack--2">
          <p>{t('meaningText')}</p>
          <p>{t('public')}</p>
          <p>{page.allowsCorrections ? t('later') : t('laterNot')}</p>
          <p className="in-small in-muted">
            <ClockIcon /> <DeadlineLine standing={standing} />
          </p>
        </div>
      </Panel>
      {page.written && mayStill && (
        <Alert tone="warning" heading={t('written')}>
          <p>
            {t('writtenText')} <a href={submissionPath(slug, inputId)}>{t('sendInstead')}</a>
          </p>
        </Alert>
      )}
      {sentAt && mayStill && (
        <Alert tone="info" heading={t('sentBefore')}>
          <p>{page.adoptedBefore ? t('adoptedText') : t('sentBeforeText', { moment: moment(sentAt) })}</p>
        </Alert>
      )}
      {refusal ? (
        <Alert tone="info">
          <p>{refusal === 'not-approved' && page.written ? t('notApproved') : reasons(refusal)}</p>
          {signOff && refusal === 'not-approved' && (
            <p>
              {signedOff(signOff)} <a href={signOffPath(slug, inputId)}>{words('toSignOff')}</a>
            </p>
          )}
        </Alert>
      ) : page.maySubmit ? (
        <Panel>
          <Form method="post" className="in-form">
            <input type="hidden" name="key" value={page.key} />
            <Checkbox
              name="confirmed"
              label={t('confirm', { sender: page.sender })}
              error={refused?.message}
            />
            <div className="in-row">
              <Button disabled={sending}>{t('send')}</Button>
              <LinkButton variant="secondary" href={writingPath(slug, inputId)}>
                {t('back')}
              </LinkButton>
            </div>
          </Form>
        </Panel>
      ) : (
        <Alert tone="info">
          <p>
            {submitters.length > 0
              ? words('whoMay', { who: format.list(submitters, { type: 'disjunction' }) })
              : words('whoMayNobody')}
          </p>
        </Alert>
      )}
    </div>
  )
}
