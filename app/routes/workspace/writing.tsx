import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { type FormEvent, useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { autosavePath, receiptPath, submissionPath, writingPath } from '#app/features/inputs/address.ts'
import { isAnswered } from '#app/features/inputs/answers.ts'
import { AnswerEditor, type Flush } from '#app/features/inputs/components/answer-editor.tsx'
import { AnswersShown } from '#app/features/inputs/components/answer-shown.tsx'
import { DeadlineLine } from '#app/features/inputs/components/deadline-line.tsx'
import { QuestionsPane, TogetherPane } from '#app/features/inputs/components/writing-panes.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { findDraft } from '#app/features/inputs/drafts.server.ts'
import { answerField } from '#app/features/inputs/fields.ts'
import { answersSent, settled, unsettled } from '#app/features/inputs/forms.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ClockIcon } from '#app/ui/icons.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ActionBar, Panes } from '#app/ui/panes.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const { organisation, input } = args.params
  const draft = answer(await findDraft(actor, organisation ?? '', idParam(input)))
  const t = translator(actor.locale, 'workspace')
  return {
    draft,
    self: actor.personId,
    standing: deadlineStanding(draft.round, new Date()),
    simplified: new URL(args.request.url).searchParams.has('simplified'),
    title: t('writing.title', { number: draft.round.number, organisation: draft.sender.name }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const inputId = idParam(args.params.input)
  const draft = answer(await findDraft(actor, slugParam(args.params.organisation), inputId))
  const { slug } = draft.sender
  const form = await args.request.formData()
  const sent = settled(answersSent(form), form, draft.questions)
  const outcome = answer(await saveDraft(actor, { inputId }, sent))
  if ('refusal' in outcome) return redirect(writingPath(slug, inputId))
  const { saved, unacceptable } = outcome
  const conflicts = [...outcome.conflicts, ...unsettled(form, saved, sent, draft.questions)]
  if (conflicts.length > 0 || unacceptable.length > 0) {
    const typed = unacceptable.map(({ questionId, reason }) => ({
      ...{ questionId, reason },
      text: sent.find((answer) => answer.questionId === questionId)?.text ?? '',
    }))
    return data({ conflicts, typed }, { status: 422 })
  }
  if (saved.some(({ simplified }) => simplified))
    return redirect(`${writingPath(slug, inputId)}?simplified=1`)
  return redirect(
    form.get('intent') === 'continue' ? submissionPath(slug, inputId) : writingPath(slug, inputId),
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Writing() {
  const { draft, self, standing, simplified, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.writing')
  const reasons = useTranslations('workspace.refused')
  const { questions, members, versions, sender } = draft
  const [answered, setAnswered] = useState(
    () => new Set(questions.filter((question) => isAnswered(question.answer)).map(({ id }) => id)),
  )
  const { flushes, failed, submit } = useSafeSubmit()
  const writable = draft.standing.mayWrite && draft.withdrawnAt === null
  const positionOf = (id: string) => questions.find((question) => question.id === id)?.position ?? 0
  const errors = [
    ...(refused?.conflicts ?? []).map(({ questionId }) => ({
      field: `conflict-${questionId}`,
      message: t('conflictError', { position: positionOf(questionId) }),
    })),
    ...(refused?.typed ?? []).map(({ questionId, reason }) => ({
      field: answerField(questionId),
      message: t('fieldError', { position: positionOf(questionId), reason: reasons(reason) }),
    })),
  ]
  const editors = questions.map((question) => {
    const typed = refused?.typed.find(({ questionId }) => questionId === question.id)
    return (
      <AnswerEditor
        key={question.id}
        question={question}
        total={questions.length}
        autosaveUrl={autosavePath(sender.slug, draft.id)}
        typed={typed?.text}
        error={typed && reasons(typed.reason)}
        conflict={refused?.conflicts.find(({ questionId }) => questionId === question.id)}
        flushes={flushes}
        onAnswered={(id, is) =>
          setAnswered((before) => new Set([...before].filter((known) => known !== id).concat(is ? id : [])))
        }
      />
    )
  })
  return (
    <form method="post" action={writingPath(sender.slug, draft.id)} onSubmit={submit} className="in-stack">
      <WorkHead title={title} meta={<Localised text={draft.round.strategyTitle} />} />
      <ErrorSummary heading={t('errors')} errors={errors} />
      <Notices {...{ draft, simplified, writable }} />
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
              editors
            ) : (
              <Panel>
                <AnswersShown questions={questions} />
              </Panel>
            ),
          },
          {
            id: 'together',
            label: t('together'),
            content: <TogetherPane {...{ members, versions, self }} deadline={standing.deadline} />,
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
            <LinkButton href={submissionPath(sender.slug, draft.id)}>{t('print')}</LinkButton>
          )
        }
      >
        <ClockIcon /> <DeadlineLine standing={standing} /> <span role="status">{failed && t('failed')}</span>
      </ActionBar>
    </form>
  )
}

type DraftData = ReturnType<typeof useLoaderData<typeof loader>>['draft']

function Notices({
  draft,
  simplified,
  writable,
}: {
  draft: DraftData
  simplified: boolean
  writable: boolean
}) {
  const t = useTranslations('workspace.writing')
  const format = useFormatter()
  const writers = draft.members.filter(({ roles }) => roles.some((role) => role !== 'submitter'))
  const who = format.list(
    writers.slice(0, 3).map(({ name }) => name),
    { type: 'disjunction' },
  )
  const receipt = draft.versions.length > 0 && (
    <p>
      <a href={receiptPath(draft.sender.slug, draft.id)}>{t('receipt')}</a>
    </p>
  )
  if (draft.withdrawnAt)
    return (
      <Alert tone="warning" heading={t('withdrawn')}>
        <p>{t('withdrawnText')}</p>
        {receipt}
      </Alert>
    )
  return (
    <>
      {!writable && (
        <Alert tone="info">
          <p>{writers.length > 0 ? t('readOnly', { who }) : t('readOnlyNobody')}</p>
        </Alert>
      )}
      {simplified && (
        <Alert tone="info" heading={t('simplifiedHeading')} live>
          <p>{t('simplified')}</p>
        </Alert>
      )}
      {receipt && (
        <Alert tone="info" heading={t('sentBefore')}>
          <p>{t('sentBeforeText')}</p>
          {receipt}
        </Alert>
      )}
    </>
  )
}

/** With script every answer is saved on the spot, and the page is left only when all of them are safe. */
function useSafeSubmit() {
  const flushes = useRef(new Map<string, Flush>())
  const [failed, setFailed] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { submitter } = event.nativeEvent as SubmitEvent
    const safe = await Promise.all([...flushes.current.values()].map((flush) => flush()))
    const all = safe.every(Boolean)
    setFailed(!all)
    const goOn = submitter instanceof HTMLButtonElement && submitter.value === 'continue'
    if (all && goOn) window.location.assign(`${form.action}/submission`)
  }
  return { flushes, failed, submit }
}
