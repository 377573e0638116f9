import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { attachmentsPath, signOffPath, submissionPath, writingPath } from '#app/features/inputs/address.ts'
import { answersMissing } from '#app/features/inputs/answers.ts'
import { withChanges } from '#app/features/inputs/comment-changes.ts'
import { AllThatIsSent } from '#app/features/inputs/components/all-that-is-sent.tsx'
import { DeadlineLine } from '#app/features/inputs/components/deadline-line.tsx'
import { type RefusedStep, SignOffForms } from '#app/features/inputs/components/sign-off-forms.tsx'
import {
  SignOffHistory,
  SignOffTag,
  useSignOffSentence,
} from '#app/features/inputs/components/sign-off-state.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { findDraftToSend } from '#app/features/inputs/draft-to-send.server.ts'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import { type SignOffForm, signOffForm } from '#app/features/inputs/sending-forms.ts'
import { takeSignOffStep } from '#app/features/inputs/sign-off.server.ts'
import { SIGN_OFF_KINDS, type SignOffAct } from '#app/features/inputs/sign-off.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { keyWith, newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ClockIcon } from '#app/ui/icons.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const draft = answer(await findDraftToSend(actor, slug, idParam(args.params.input)))
  const { signOff, round, questions, members, sender } = draft
  // Who answers alone asks nobody.
  if (!signOff) throw denied('not-found')
  const t = translator(actor.locale, 'workspace')
  const missing = answersMissing(questions, new Map(questions.map(({ id, answer }) => [id, answer])))
  const done = new URL(args.request.url).searchParams.get('done')
  return {
    ...{ inputId: draft.id, slug, signOff, questions, files: draft.files, ...draft.standing },
    comments: withChanges(draft.comments),
    title: t('signOff.title'),
    meta: t('submission.meta', {
      organisation: sender.name,
      round: t('round.name', {
        strategy: pick(round.strategyTitle, actor.locale).text,
        number: round.number,
      }),
    }),
    standing: deadlineStanding(round, draft.now),
    missing: missing.length,
    withdrawn: draft.withdrawnAt !== null,
    approvers: members.filter(({ roles }) => roles.includes('approver')).map(({ name }) => name),
    asked: signOff.state === 'asked' && signOff.steps[0]?.byName === actor.name,
    done: SIGN_OFF_KINDS.find((kind) => kind === done) ?? null,
    key: newKey(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const inputId = idParam(args.params.input)
  const { standing, sender } = answer(await findOwnInput(actor, slug, inputId))
  // Who answers alone asks nobody.
  if (sender.organisationId === null) throw denied('not-found')
  if (!standing.mayWrite && !standing.mayApprove) throw denied('forbidden')
  const form = await readForm(args.request, signOffForm)
  const t = translator(actor.locale, 'workspace')
  if ('errors' in form) {
    const { act, comment, reason } = form.typed
    const [[field, [problem] = []] = ['act', []]] = Object.entries(form.errors)
    return refused(String(act), String(reason ?? comment ?? ''), `${act}-${field}`, t(sentenceOf(problem)))
  }
  const { value } = form
  const outcome = answer(await takeSignOffStep(actor, inputId, actOf(value), keyWith(value.key, value)))
  if (!('refusal' in outcome)) return redirect(`${signOffPath(slug, inputId)}?done=${outcome.kind}`)
  const { act } = value
  const typed = 'reason' in value ? value.reason : 'comment' in value ? value.comment : ''
  const field = {
    'nothing-to-approve': 'ask-noRemarks',
    'sending-back-reason-missing': 'send-back-reason',
  }[String(outcome.refusal)]
  return refused(act, typed, field ?? 'state', t(`refused.${outcome.refusal}`))
}

const refused = (act: string, text: string, field: string, message: string) =>
  data<RefusedStep>({ act, text, field, message }, { status: 422 })

const sentenceOf = (problem: string | undefined) =>
  problem === 'comment-too-long' || problem === 'sending-back-reason-missing'
    ? (`refused.${problem}` as const)
    : 'refused.try-again'

function actOf(form: SignOffForm): SignOffAct & { comment?: string } {
  switch (form.act) {
    case 'ask':
      return { kind: 'asked', noRemarks: form.noRemarks === 'on', comment: form.comment }
    case 'approve':
      return { kind: 'approved', readRevision: form.revision, comment: form.comment }
    case 'send-back':
      return { kind: 'sent-back', reason: form.reason }
    case 'reopen':
      return { kind: 'reopened' }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SignOff() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const t = useTranslations('workspace.signOff')
  const sentence = useSignOffSentence()
  const format = useFormatter()
  const { slug, inputId, signOff, mayWrite, approvers } = page
  const reason = signOff.state === 'sent-back' ? signOff.steps[0]?.comment : null
  return (
    <div className="in-stack in-stack--5">
      <WorkHead
        title={page.title}
        meta={page.meta}
        actions={
          <LinkButton variant="secondary" size="sm" href={writingPath(slug, inputId)}>
            {t('write')}
          </LinkButton>
        }
      />
      {refused && <ErrorSummary heading={t('errors')} errors={[refused]} />}
      {page.done && !refused && (
        <Alert tone="success" live>
          <p>{t(`done.${page.done}`)}</p>
        </Alert>
      )}
      <Columns
        aside={
          page.withdrawn ? (
            <SignOffHistory steps={signOff.steps} />
          ) : (
            <>
              <SignOffForms
                {...{ signOff, mayWrite, mayApprove: page.mayApprove, refused }}
                formKey={page.key}
              />
              <SignOffHistory steps={signOff.steps} />
            </>
          )
        }
      >
        <div className="in-stack in-stack--5">
          <Panel id="state" heading={t('where')}>
            <div className="in-stack in-stack--2">
              <p>
                <SignOffTag state={signOff.state} />
              </p>
              <p>{sentence(signOff)}</p>
              {reason && <p className="in-lines">{t('quoted', { comment: reason })}</p>}
              {page.asked && page.mayApprove && <p>{t('own')}</p>}
              <p>
                {signOff.required ? t('required') : t('optional')}{' '}
                {approvers.length > 0
                  ? t('approvers', { who: format.list(approvers.slice(0, 5)) })
                  : t('noApprovers')}
              </p>
              {page.missing > 0 && <p>{t('missing', { count: page.missing })}</p>}
              {page.withdrawn && <p>{t('withdrawn')}</p>}
              <p className="in-small in-muted">
                <ClockIcon /> <DeadlineLine standing={page.standing} />
              </p>
              <p>
                <a href={submissionPath(slug, inputId)}>{t('toSubmission')}</a>
              </p>
            </div>
          </Panel>
          <AllThatIsSent
            heading={t('what')}
            questions={page.questions}
            comments={page.comments}
            files={page.files}
            fileHref={({ id }) => attachmentsPath(slug, inputId, id)}
          />
        </div>
      </Columns>
    </div>
  )
}
