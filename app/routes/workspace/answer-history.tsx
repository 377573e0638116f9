import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { answerHistoryPath, writingPath } from '#app/features/inputs/address.ts'
import { listAnswerHistory } from '#app/features/inputs/answer-history.server.ts'
import type { AnswerContent } from '#app/features/inputs/answers.ts'
import { answersChanged } from '#app/features/inputs/changes-since.ts'
import { KeptAnswerShown, KeptAnswers } from '#app/features/inputs/components/answer-history.tsx'
import { findDraft } from '#app/features/inputs/drafts.server.ts'
import { restoringSent } from '#app/features/inputs/forms.ts'
import { saveDraft } from '#app/features/inputs/saving.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

export const handle = { scripted: true }

async function found(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor(args)
  const { organisation, input, question: asked } = args.params
  const draft = answer(await findDraft(actor, slugParam(organisation), idParam(input)))
  if (args.request.method !== 'GET' && !draft.standing.mayWrite) throw denied('forbidden')
  const questionId = idParam(asked)
  const question = draft.questions.find(({ id }) => id === questionId)
  if (!question) throw denied('not-found')
  return { actor, draft, question, versions: await listAnswerHistory(draft.id, question) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, draft, question, versions } = await found(args)
  const url = new URL(args.request.url)
  const asked = Number(url.searchParams.get('revision'))
  const [current] = versions
  const chosen = versions.find(({ revision, current: stands }) => revision === asked && !stands)
  const t = translator(actor.locale, 'workspace')
  return {
    question,
    slug: draft.sender.slug,
    inputId: draft.id,
    versions: versions.map(({ answer: _, ...version }) => version),
    currentRevision: current?.current ? current.revision : 0,
    chosen: chosen && {
      ...chosen,
      changes: changesBetween(chosen.answer, current?.answer ?? null),
    },
    mayRestore: draft.standing.mayWrite && draft.withdrawnAt === null,
    restored: url.searchParams.has('restored'),
    title: t('history.title'),
  }
}

/** Word by word what became of a kept version since; null where the two are the same or have no running text. */
function changesBetween(before: AnswerContent | null, now: AnswerContent | null) {
  return answersChanged([{ id: '', answer: before }], [{ id: '', answer: now }])[0]?.words ?? null
}

export async function action(args: ActionFunctionArgs) {
  const { actor, draft, question, versions } = await found(args)
  const { revision, kept } = restoringSent(await args.request.formData().catch(() => new FormData()))
  const version = versions.find((one) => one.revision === kept && !one.current)
  if (!version) return data({ refusal: 'gone' as const }, { status: 422 })
  const restored = { questionId: question.id, revision, read: () => version.answer ?? '' }
  const outcome = answer(await saveDraft(actor, { inputId: draft.id }, [restored]))
  if ('refusal' in outcome) return redirect(writingPath(draft.sender.slug, draft.id))
  if (outcome.saved.length === 0) return data({ refusal: 'conflict' as const }, { status: 422 })
  return redirect(`${answerHistoryPath(draft.sender.slug, draft.id, question.id)}?restored=1`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AnswerHistory() {
  const { question, slug, inputId, versions, chosen, title, restored, ...rest } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.history')
  const here = answerHistoryPath(slug, inputId, question.id)
  const back = `${writingPath(slug, inputId)}#question-${question.position}`
  return (
    <div className="in-stack">
      <WorkHead
        title={title}
        meta={<Localised text={question.title} />}
        actions={
          <LinkButton variant="secondary" href={back}>
            {t('back')}
          </LinkButton>
        }
      />
      {refused && (
        <ErrorSummary
          heading={t('notRestored')}
          errors={[{ field: 'version', message: t(refused.refusal) }]}
        />
      )}
      {restored && (
        <Alert tone="success" live>
          <p>{t('restored')}</p>
        </Alert>
      )}
      <p className="in-meta">{t('lead')}</p>
      <Columns
        aside={
          <Panel id="kept" heading={t('kept')}>
            <KeptAnswers versions={versions} chosen={chosen?.revision ?? null} href={here} />
          </Panel>
        }
      >
        {chosen ? (
          <KeptAnswerShown question={question} version={chosen} {...rest} action={here} />
        ) : (
          versions.length < 2 && <Empty heading={t('none')}>{t('noneText')}</Empty>
        )}
      </Columns>
    </div>
  )
}
