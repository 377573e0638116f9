import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { receiptPath, submissionPath, writingPath } from '#app/features/inputs/address.ts'
import { answersMissing, anythingWritten } from '#app/features/inputs/answers.ts'
import { AnswersShown } from '#app/features/inputs/components/answer-shown.tsx'
import { DeadlineLine } from '#app/features/inputs/components/deadline-line.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { findDraft } from '#app/features/inputs/drafts.server.ts'
import { submissionForm } from '#app/features/inputs/forms.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ClockIcon, TasklistSendIcon } from '#app/ui/icons.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ActionBar } from '#app/ui/panes.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { organisation, input } = args.params
  const draft = answer(await findDraft(actor, organisation ?? '', idParam(input)))
  const { round, questions, versions, members } = draft
  const t = translator(actor.locale, 'workspace')
  const missing = answersMissing(questions, new Map(questions.map(({ id, answer }) => [id, answer])))
  const lastSentAt = versions[0]?.submittedAt ?? null
  return {
    inputId: draft.id,
    slug: draft.sender.slug,
    title: t('submission.title'),
    meta: t('submission.meta', {
      organisation: draft.sender.name,
      round: t('round.name', {
        strategy: pick(round.strategyTitle, actor.locale).text,
        number: round.number,
      }),
    }),
    standing: deadlineStanding(round, new Date()),
    questions,
    missing: questions.filter(({ id }) => missing.includes(id)),
    anything: anythingWritten(questions.map(({ answer }) => answer)),
    withdrawn: draft.withdrawnAt !== null,
    sentBefore: lastSentAt !== null,
    unchanged:
      lastSentAt !== null && questions.every(({ updatedAt }) => !updatedAt || updatedAt <= lastSentAt),
    ...draft.standing,
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
  const form = await readForm(args.request, submissionForm)
  if ('errors' in form) return data({ refusal: 'try-again' as const }, { status: 422 })
  const outcome = answer(await submitInput(actor, inputId, form.value.key))
  if ('refusal' in outcome) return data({ refusal: outcome.refusal }, { status: 422 })
  return redirect(receiptPath(slugParam(args.params.organisation), inputId))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Submission() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.submission')
  const reasons = useTranslations('workspace.refused')
  const format = useFormatter()
  const locale = useLocale()
  const sending = useNavigation().state !== 'idle'
  const { slug, inputId, standing, missing, submitters } = page
  const takesIn = standing.state === 'open' || standing.state === 'late'
  const ready = takesIn && missing.length === 0 && page.anything && !page.withdrawn
  const anchor = (position: number) => `${writingPath(slug, inputId)}#question-${position}`
  const who = format.list(submitters, { type: 'disjunction' })
  return (
    <div className="in-stack in-stack--5">
      <WorkHead title={page.title} meta={page.meta} />
      <div className="in-narrow in-stack in-stack--5">
        {refused && (
          <ErrorSummary
            heading={t('notSent')}
            errors={[{ field: 'send', message: reasons(refused.refusal) }]}
          />
        )}
        {page.withdrawn && (
          <Alert tone="warning">
            <p>{reasons('withdrawn')}</p>
          </Alert>
        )}
        {missing.length > 0 && (
          <Alert tone="warning" heading={t('missing')}>
            <ul>
              {missing.map(({ id, position, title }) => (
                <li key={id}>
                  <a href={anchor(position)}>
                    {t('missingOne', { position, question: pick(title, locale).text })}
                  </a>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {missing.length === 0 && !page.anything && (
          <Alert tone="warning" heading={t('missing')}>
            <p>{reasons('nothing-written')}</p>
          </Alert>
        )}
        {!page.maySubmit && (
          <Alert tone="info">
            <p>{submitters.length > 0 ? t('whoMay', { who }) : t('whoMayNobody')}</p>
          </Alert>
        )}
        {page.sentBefore && !page.withdrawn && (
          <Alert tone="info" heading={t('again')}>
            <p>{t('againText')}</p>
            {page.unchanged && <p>{t('unchanged')}</p>}
          </Alert>
        )}
        <Panel id="sent" heading={t('what')}>
          <AnswersShown
            questions={page.questions}
            edit={
              page.mayWrite && !page.withdrawn
                ? ({ position }) => ({
                    href: anchor(position),
                    label: t('edit', { position }),
                    text: t('editOne'),
                  })
                : undefined
            }
          />
        </Panel>
        <Panel id="record" heading={t('public')}>
          <p>{t('publicText')}</p>
        </Panel>
      </div>
      <ActionBar
        label={t('sendLabel')}
        actions={
          <>
            {page.mayWrite && (
              <LinkButton variant="secondary" href={writingPath(slug, inputId)}>
                {t('change')}
              </LinkButton>
            )}
            {page.maySubmit && ready && (
              <Form method="post" action={submissionPath(slug, inputId)} id="send">
                <input type="hidden" name="key" value={page.key} />
                <Button icon={TasklistSendIcon} disabled={sending}>
                  {sending ? t('sending') : t('send')}
                </Button>
              </Form>
            )}
          </>
        }
      >
        <ClockIcon /> <DeadlineLine standing={standing} />
      </ActionBar>
    </div>
  )
}
