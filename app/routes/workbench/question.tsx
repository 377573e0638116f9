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
import { questionnairePath } from '#app/features/questionnaires/address.ts'
import { findQuestionnaire, saveQuestion } from '#app/features/questionnaires/building.server.ts'
import { FrozenNotice } from '#app/features/questionnaires/components/frozen-notice.tsx'
import { QuestionForm } from '#app/features/questionnaires/components/question-form.tsx'
import { SavedQuestion } from '#app/features/questionnaires/components/saved-question.tsx'
import { questionForm } from '#app/features/questionnaires/forms.ts'
import { problemOf, problemsOf } from '#app/features/questionnaires/problems.ts'
import { isQuestionKind } from '#app/features/questionnaires/question.ts'
import { rearrangedForm } from '#app/features/questionnaires/rearranged-form.ts'
import { listOrigins } from '#app/features/responses/carried.server.ts'
import { CarriedFrom } from '#app/features/responses/components/carried-list.tsx'
import { decisionRefusal } from '#app/features/strategies/policy.ts'
import { findStaffRound } from '#app/features/strategies/work-round.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

const named = (param: string | undefined) => (param === 'new' ? 'new' : idParam(param))

async function ownRound(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const question = named(args.params.question)
  const { round, strategy } = answer(await findStaffRound(actor, idParam(args.params.round)))
  const refusal = decisionRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  return { actor, question, round, strategy }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, question, round, strategy } = await ownRound(args)
  const { questions, frozen } = answer(await findQuestionnaire(actor, round, new Date()))
  const stored = questions.find(({ id }) => id === question) ?? null
  const asked = new URL(args.request.url).searchParams.get('kind') ?? ''
  const kind = stored?.kind ?? (isQuestionKind(asked) && asked !== 'general' ? asked : 'rich-text')
  const t = translator(actor.locale, 'workbench')
  const gone = question !== 'new' && stored === null
  const origins = stored ? await listOrigins({ questionId: stored.id }) : []
  const page = {
    ...{ round, stored, kind, frozen, gone, origins, formKey: newKey() },
    number: questions.findIndex(({ id }) => id === question) + 1,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: t('questionnaire.crumb'), href: questionnairePath(round.id) },
      { label: stored ? t('question.edit') : t('question.new') },
    ],
    pageTitle: stored ? t('question.edit') : t('question.new'),
  }
  // Taken away while somebody wrote in it: what was typed is still to be drawn, as a new question.
  return data(page, gone ? 404 : 200)
}

export async function action(args: ActionFunctionArgs) {
  const { actor, question, round } = await ownRound(args)
  const form = await readForm(args.request, questionForm)
  if ('errors' in form)
    return data({ typed: form.typed, errors: problemsOf(actor.locale, form.errors), stale: false }, 422)
  const { value } = form
  if (value.rearrange !== undefined)
    return data({ typed: rearrangedForm(value, value.rearrange), errors: [], stale: false })
  const outcome = answer(await saveQuestion(actor, round.id, question, value))
  if (!('refusal' in outcome)) {
    const done = question === 'new' ? 'added' : 'saved'
    return redirect(`${questionnairePath(round.id)}?done=${done}#question-${outcome.questionId}`)
  }
  const stale = outcome.refusal === 'stale'
  const conflict = stale || outcome.refusal === 'gone' || outcome.refusal === 'frozen'
  const errors = stale ? [] : [problemOf(actor.locale, outcome.refusal)]
  return data({ typed: rearrangedForm(value), errors, stale }, conflict ? 409 : 422)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Question() {
  const { round, stored, kind, frozen, gone, origins, formKey, number } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench.question')
  const list = useTranslations('workbench.questionnaire')
  const heading = useTranslations('workbench.errors')
  const typedKind = typeof refused?.typed.kind === 'string' ? refused.typed.kind : ''
  const ownKind = stored === null && isQuestionKind(typedKind) ? typedKind : kind
  const back = { href: questionnairePath(round.id), label: t('back') }
  return (
    <>
      <WorkHead
        title={stored ? t('titleOf', { number }) : t('new')}
        meta={list(`kinds.${ownKind}`)}
        actions={<a href={back.href}>{back.label}</a>}
      />
      <div className="in-stack" id="form">
        <CarriedFrom origins={origins} />
        {refused && <ErrorSummary heading={heading('heading')} errors={refused.errors} />}
        {refused?.stale && stored && <SavedQuestion question={stored} />}
        {refused && refused.errors.length === 0 && !refused.stale && (
          <Alert tone="info" live>
            <p>{t('rearranged')}</p>
          </Alert>
        )}
        {frozen && <FrozenNotice frozen={frozen} opensAt={round.opensAt} />}
        {(gone || frozen) && !refused ? (
          <Panel>
            <Empty heading={gone ? t('gone') : t('closed')} action={back}>
              {gone ? t('goneText') : t('closedText')}
            </Empty>
          </Panel>
        ) : (
          <Panel id="words">
            <QuestionForm
              roundId={round.id}
              kind={ownKind}
              stored={stored}
              formKey={formKey}
              typed={refused?.typed ?? null}
              errors={refused?.errors ?? []}
            />
          </Panel>
        )}
      </div>
    </>
  )
}
