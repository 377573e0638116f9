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
import type { Actor } from '#app/features/identity/actor.ts'
import { previewPath, questionnairePath } from '#app/features/questionnaires/address.ts'
import {
  beginQuestionnaire,
  findQuestionnaire,
  moveQuestion,
  removeQuestion,
} from '#app/features/questionnaires/building.server.ts'
import { CopyQuestions } from '#app/features/questionnaires/components/copy-questions.tsx'
import { FrozenNotice } from '#app/features/questionnaires/components/frozen-notice.tsx'
import { NewQuestion } from '#app/features/questionnaires/components/new-question.tsx'
import { QuestionRows } from '#app/features/questionnaires/components/question-rows.tsx'
import {
  copyQuestions,
  listCopyable,
  listEarlierRounds,
} from '#app/features/questionnaires/copying.server.ts'
import { type QuestionnaireAct, questionnaireForm } from '#app/features/questionnaires/forms.ts'
import { problemOf, problemsOf } from '#app/features/questionnaires/problems.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const notices = ['begun', 'moved', 'removed', 'copied', 'added', 'saved'] as const
const done = {
  begin: 'begun',
  up: 'moved',
  down: 'moved',
  after: 'moved',
  remove: 'removed',
  copy: 'copied',
} as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const found = answer(await findQuestionnaire(actor, round, new Date()))
  const asked = new URL(args.request.url).searchParams
  const mayWrite = mayDecide(actor, strategy.id)
  const mayBuild = mayWrite && !found.frozen
  const copy = asked.get('copy') ?? ''
  const [earlier, from] = await Promise.all([
    mayBuild ? listEarlierRounds(round) : [],
    mayBuild && uuid.test(copy) ? listCopyable(actor, round, copy) : null,
  ])
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ round, mayWrite, mayBuild, earlier, ...found, formKey: newKey() },
    from: from && 'round' in from ? from : null,
    removing: asked.get('remove'),
    notice: notices.find((one) => one === asked.get('done')) ?? null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('questionnaire.crumb') },
    ],
    pageTitle: t('questionnaire.title', { number: round.number }),
  }
}

function perform(actor: Actor, roundId: string, form: QuestionnaireAct) {
  switch (form.act) {
    case 'begin':
      return beginQuestionnaire(actor, roundId, form.key)
    case 'remove':
      return removeQuestion(actor, roundId, form)
    case 'copy':
      return copyQuestions(actor, roundId, form)
    default:
      return moveQuestion(actor, roundId, { ...form, to: form.act === 'after' ? form.number : form.act })
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const roundId = idParam(args.params.round)
  const { strategy } = answer(await findStaffRound(actor, roundId))
  const refusal = decisionRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, questionnaireForm)
  if ('errors' in form) {
    const { question, number } = form.typed
    const typed = { question: String(question ?? ''), number: String(number ?? '') }
    return data({ errors: problemsOf(actor.locale, form.errors), typed }, 422)
  }
  const { value } = form
  const outcome = answer(await perform(actor, roundId, value))
  if ('refusal' in outcome) {
    const question = 'question' in value ? value.question : ''
    const number = value.act === 'after' ? String(value.number) : ''
    const stale = outcome.refusal === 'stale' || outcome.refusal === 'frozen'
    const errors = [problemOf(actor.locale, outcome.refusal)]
    return data({ errors, typed: { question, number } }, stale ? 409 : 422)
  }
  const at = 'question' in value && value.act !== 'remove' ? `#question-${value.question}` : ''
  return redirect(`${questionnairePath(roundId)}?done=${done[value.act]}${at}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Questionnaire() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.questionnaire')
  const errors = useTranslations('workbench.errors')
  const { round, questions, frozen, mayWrite, mayBuild, formKey, earlier } = page
  const problemAt = (field: string) => refused?.errors.find((problem) => problem.field === field)
  const number = problemAt('number')
  return (
    <>
      <WorkHead
        title={t('title', { number: round.number })}
        meta={<Localised text={round.title} />}
        actions={
          <>
            {questions.length > 0 && <a href={previewPath(round.id)}>{t('preview')}</a>}
            <a href={`/workbench/rounds/${round.id}/rules`}>{t('rules')}</a>
          </>
        }
      />
      <div className="in-stack">
        {page.notice && !refused && (
          <Alert tone="success" live>
            <p>{t(`done.${page.notice}`)}</p>
          </Alert>
        )}
        {refused && <ErrorSummary heading={errors('heading')} errors={refused.errors} />}
        <FrozenNotice frozen={frozen} opensAt={round.opensAt} />
        {!mayWrite && <p className="in-muted">{t('readOnly')}</p>}
        <Panel id="form" heading={t('list', { count: questions.length })}>
          {questions.length > 0 ? (
            <QuestionRows
              roundId={round.id}
              questions={questions}
              formKey={mayBuild ? formKey : null}
              removing={page.removing}
              refused={
                refused && number
                  ? { question: refused.typed.question, typed: refused.typed.number, problem: number }
                  : null
              }
            />
          ) : (
            <Empty heading={t('empty')}>{mayBuild ? t('emptyText') : undefined}</Empty>
          )}
          {mayBuild && questions.length === 0 && (
            <form method="post">
              <input type="hidden" name="act" value="begin" />
              <input type="hidden" name="key" value={formKey} />
              <Button variant={earlier.length > 0 ? 'secondary' : 'primary'}>{t('begin')}</Button>
            </form>
          )}
        </Panel>
        {mayBuild && earlier.length > 0 && (
          <CopyQuestions
            roundId={round.id}
            earlier={earlier}
            from={page.from}
            already={questions.flatMap(({ copiedFromId }) => copiedFromId ?? [])}
            formKey={formKey}
            error={problemAt('chosen')?.message}
          />
        )}
        {mayBuild && !page.from && <NewQuestion roundId={round.id} />}
      </div>
    </>
  )
}
