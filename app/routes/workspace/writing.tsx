import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { presencePath, signOffPath, submissionPath, writingPath } from '#app/features/inputs/address.ts'
import { isAnswered } from '#app/features/inputs/answers.ts'
import { listAttachments } from '#app/features/inputs/attachments.server.ts'
import { listConsulted } from '#app/features/inputs/comments.server.ts'
import { AnswerEditors } from '#app/features/inputs/components/answer-editors.tsx'
import { AnswersShown } from '#app/features/inputs/components/answer-shown.tsx'
import { AttachmentsPanel } from '#app/features/inputs/components/attachment-list.tsx'
import { ConsultedPanel } from '#app/features/inputs/components/consulted-panel.tsx'
import { DeadlineLine } from '#app/features/inputs/components/deadline-line.tsx'
import { useOffline, usePresence } from '#app/features/inputs/components/presence.tsx'
import { useSafeSubmit } from '#app/features/inputs/components/safe-submit.tsx'
import { type Said, WritingNotices } from '#app/features/inputs/components/writing-notices.tsx'
import { QuestionsPane, TogetherPane } from '#app/features/inputs/components/writing-panes.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { findDraft } from '#app/features/inputs/drafts.server.ts'
import { listEarlierAnswers } from '#app/features/inputs/earlier-answers.server.ts'
import { answerField, reuseField } from '#app/features/inputs/fields.ts'
import { answersSent, reusing, settled, unsettled } from '#app/features/inputs/forms.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { sentAnswer } from '#app/features/inputs/sent-answer.ts'
import { findSignOff } from '#app/features/inputs/sign-off.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ClockIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ActionBar, Panes } from '#app/ui/panes.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { organisation, input } = args.params
  const draft = answer(await findDraft(actor, slugParam(organisation), idParam(input)))
  const t = translator(actor.locale, 'workspace')
  const said = ['simplified', 'reused', 'not-reused'].find((word) =>
    new URL(args.request.url).searchParams.has(word),
  )
  const signOff = await findSignOff(draft.id)
  return {
    draft,
    signOff: signOff && { state: signOff.state, href: signOffPath(draft.sender.slug, draft.id) },
    consulted: await listConsulted(draft.round.id, draft.id),
    files: await listAttachments(draft.id),
    earlier: draft.standing.mayWrite ? await listEarlierAnswers(draft.id) : [],
    self: actor.personId,
    standing: deadlineStanding(draft.round, new Date()),
    said: (said ?? null) as Said,
    title: t('writing.title', { number: draft.round.number, organisation: draft.sender.name }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const inputId = idParam(args.params.input)
  const draft = answer(await findDraft(actor, slugParam(args.params.organisation), inputId))
  const { sender, questions } = draft
  const here = writingPath(sender.slug, inputId)
  const form = await args.request.formData().catch(() => new FormData())
  const asked = form.has(reuseField) ? await listEarlierAnswers(inputId) : []
  const { sent, reused } = reusing(settled(answersSent(form), form, questions), form, questions, asked)
  const outcome = answer(await saveDraft(actor, { inputId }, sent))
  if ('refusal' in outcome) return redirect(here)
  const { saved, unacceptable } = outcome
  const conflicts = [...outcome.conflicts, ...unsettled(form, saved, sent, questions)]
  if (conflicts.length > 0 || unacceptable.length > 0) {
    const typed = unacceptable.map(({ questionId, reason }) => {
      const question = questions.find(({ id }) => id === questionId)
      return { questionId, reason, filled: question ? sentAnswer(form, question) : {} }
    })
    return data({ conflicts, typed }, { status: 422 })
  }
  if (form.has(reuseField)) return redirect(`${here}?${reused ? 'reused' : 'not-reused'}=1`)
  if (saved.some(({ simplified }) => simplified)) return redirect(`${here}?simplified=1`)
  return redirect(form.get('intent') === 'continue' ? submissionPath(sender.slug, inputId) : here)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Writing() {
  const { draft, consulted, files, earlier, self, standing, said, signOff, title } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.writing')
  const reasons = useTranslations('workspace.refused')
  const { questions, members, versions, sender, id } = draft
  const [answered, setAnswered] = useState(
    () => new Set(questions.filter((question) => isAnswered(question.answer)).map((question) => question.id)),
  )
  const onAnswered = useCallback(
    (which: string, is: boolean) =>
      setAnswered(
        (before) => new Set([...before].filter((known) => known !== which).concat(is ? which : [])),
      ),
    [],
  )
  const { handles, failed, submit } = useSafeSubmit()
  const writable = draft.standing.mayWrite && draft.withdrawnAt === null
  const presence = usePresence(writable ? presencePath(sender.slug, id) : null, handles, questions)
  const offline = useOffline()
  const positionOf = (which: string) => questions.find((question) => question.id === which)?.position
  const errors = [
    ...(refused?.conflicts ?? []).map(({ questionId }) => ({
      field: `conflict-${questionId}`,
      message: t('conflictError', { position: positionOf(questionId) ?? 0 }),
    })),
    ...(refused?.typed ?? []).map(({ questionId, reason }) => {
      const position = positionOf(questionId)
      return position === undefined
        ? { field: 'questions-list', message: reasons(reason) }
        : {
            field: answerField(questionId),
            message: t('fieldError', { position, reason: reasons(reason) }),
          }
    }),
  ]
  return (
    <form method="post" action={writingPath(sender.slug, id)} onSubmit={submit} className="in-stack">
      {/* What Enter in a field does, where the first button would bring in or settle something. */}
      <button type="submit" name="intent" value="save" className="in-sr" tabIndex={-1} aria-hidden="true" />
      <WorkHead title={title} meta={<Localised text={draft.round.strategyTitle} />} />
      <ErrorSummary heading={t('errors')} errors={errors} />
      <WritingNotices {...{ draft, said, writable }} />
      <ConsultedPanel slug={sender.slug} inputId={id} consulted={consulted} />
      <Panes
        label={t('panes')}
        layout="three"
        panes={[
          {
            id: 'questions',
            label: t('questions'),
            content: <QuestionsPane questions={questions} answered={answered} />,
          },
          {
            id: 'answers',
            label: t('answers'),
            main: true,
            content: writable ? (
              <AnswerEditors
                draft={{ id, slug: sender.slug, questions }}
                refused={
                  refused && {
                    conflicts: refused.conflicts,
                    typed: refused.typed.map((typed) => ({ ...typed, reason: reasons(typed.reason) })),
                  }
                }
                {...{ self, earlier, presence, answered, onAnswered, handles }}
              />
            ) : (
              <Panel>
                <AnswersShown questions={questions} />
              </Panel>
            ),
          },
          {
            id: 'together',
            label: sender.kind === 'person' ? t('way') : t('together'),
            content: (
              <>
                <AttachmentsPanel
                  slug={sender.slug}
                  inputId={id}
                  files={files}
                  mayWrite={draft.standing.mayWrite && draft.withdrawnAt === null}
                />
                <TogetherPane
                  {...{ versions, self, signOff }}
                  // Whoever writes for themselves works with nobody.
                  members={sender.kind === 'person' ? [] : members}
                  present={presence.writers}
                  deadline={standing.deadline}
                />
              </>
            ),
          },
        ]}
      />
      <ActionBar
        label={t('continue')}
        actions={
          writable ? (
            <>
              <Button variant="secondary" name="intent" value="save">
                {t('save')}
              </Button>
              <Button name="intent" value="continue">
                {t('continue')}
              </Button>
            </>
          ) : (
            <LinkButton href={submissionPath(sender.slug, id)}>{t('print')}</LinkButton>
          )
        }
      >
        <ClockIcon /> <DeadlineLine standing={standing} />{' '}
        <span role="status">{offline ? t('offline') : failed && t('failed')}</span>
      </ActionBar>
    </form>
  )
}
