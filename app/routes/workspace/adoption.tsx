import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { attachmentsPath, receiptPath, signOffPath, writingPath } from '#app/features/inputs/address.ts'
import { withChanges } from '#app/features/inputs/comment-changes.ts'
import { AdoptionFields } from '#app/features/inputs/components/adoption-fields.tsx'
import { AllThatIsSent } from '#app/features/inputs/components/all-that-is-sent.tsx'
import { ChangesShown } from '#app/features/inputs/components/changes-shown.tsx'
import { DeadlineLine } from '#app/features/inputs/components/deadline-line.tsx'
import { LanguageField } from '#app/features/inputs/components/language-field.tsx'
import { useSignOffSentence } from '#app/features/inputs/components/sign-off-state.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import {
  findChangesSince,
  findDraftToSend,
  languageOf,
  plannedBefore,
  wouldBeRefused,
} from '#app/features/inputs/draft-to-send.server.ts'
import { findOwnInput } from '#app/features/inputs/drafts.server.ts'
import {
  adoptionOf,
  type HandlingProblems,
  mostSteps,
  type TypedHandling,
} from '#app/features/inputs/handling.ts'
import { adoptionForm, typedIn } from '#app/features/inputs/sending-forms.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ClockIcon, TasklistSendIcon } from '#app/ui/icons.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const draft = answer(await findDraftToSend(actor, slug, idParam(args.params.input)))
  const { round, questions, members, sender, signOff, now } = draft
  // A private person has no body that could adopt anything.
  if (!signOff) throw denied('not-found')
  const t = translator(actor.locale, 'workspace')
  const changes = await findChangesSince(actor, draft)
  const planned = plannedBefore(changes, '')
  return {
    ...{ inputId: draft.id, slug, questions, files: draft.files, changes, ...draft.standing },
    comments: withChanges(draft.comments),
    refusal: wouldBeRefused(draft, 'adopted'),
    title: t('adoption.title'),
    meta: t('submission.meta', {
      organisation: sender.name,
      round: t('round.name', {
        strategy: pick(round.strategyTitle, actor.locale).text,
        number: round.number,
      }),
    }),
    standing: deadlineStanding(round, now),
    signOff: { state: signOff.state, steps: signOff.steps.slice(0, 1) },
    // What was planned has most likely come about.
    planned: { body: planned['planned-body'], on: planned['planned-on'] } satisfies TypedHandling,
    proposedLang: languageOf(questions, actor.locale),
    submitters: members
      .filter(({ roles }) => roles.includes('submitter'))
      .map(({ name }) => name)
      .slice(0, 3),
    key: newKey(),
  }
}

type Answered = { refusal: string | null; problems: HandlingProblems; typed: TypedHandling; rows: number }

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const inputId = idParam(args.params.input)
  const { standing, sender } = answer(await findOwnInput(actor, slug, inputId))
  if (sender.organisationId === null) throw denied('not-found')
  if (!standing.maySubmit) throw denied('forbidden')
  const t = translator(actor.locale, 'workspace')
  const form = await readForm(args.request, adoptionForm)
  const again = (own: Partial<Answered>, status = 422) =>
    data<Answered>({ refusal: null, problems: {}, typed: {}, rows: firstRows, ...own }, { status })
  if ('errors' in form) return again({ refusal: t('refused.try-again'), typed: typedIn(form.typed) })
  const { key, lang, act, rows: shown, ...typed } = form.value
  const rows = Math.min(Math.max(shown ?? firstRows, firstRows), mostSteps)
  if (act === 'more') return again({ typed, rows: Math.min(rows + 1, mostSteps) }, 200)
  const read = adoptionOf(typed, osloDate(new Date()))
  if ('problems' in read) return again({ problems: read.problems, typed, rows })
  const outcome = answer(
    await submitInput(actor, inputId, key, { as: 'adopted', lang, handling: read.handling }),
  )
  if ('refusal' in outcome) return again({ refusal: t(`refused.${outcome.refusal}`), typed, rows })
  return redirect(receiptPath(slug, inputId))
}

const firstRows = 1

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Adoption() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useTranslations('workspace.adoption')
  const words = useTranslations('workspace.submission')
  const reasons = useTranslations('workspace.refused')
  const problem = useTranslations('workspace.handling.problem')
  const signedOff = useSignOffSentence()
  const format = useFormatter()
  const { moment } = useDates()
  const sending = useNavigation().state !== 'idle'
  const { slug, inputId, standing, refusal, signOff, submitters } = page
  const { rows = firstRows, problems = {}, typed = page.planned } = answered ?? {}
  const errors = [
    ...(answered?.refusal ? [{ field: 'send', message: answered.refusal }] : []),
    ...Object.entries(problems).map(([field, what]) => ({ field, message: problem(what) })),
  ]
  return (
    <div className="in-stack in-stack--5">
      <WorkHead title={page.title} meta={page.meta} />
      <div className="in-narrow in-stack in-stack--5">
        <ErrorSummary heading={t('errors')} errors={errors} />
        <Panel id="how" heading={t('how')}>
          <div className="in-stack in-stack--2">
            <ol className="in-numbered">
              <li>
                {t('edit')} <a href={writingPath(slug, inputId)}>{t('toDraft')}</a>
              </li>
              <li>{t('compare')}</li>
              <li>{t('fill')}</li>
            </ol>
            {page.changes && <p>{t('replaces')}</p>}
            <p className="in-small in-muted">
              <ClockIcon />{' '}
              {standing.state === 'late' ? (
                t('late', { deadline: moment(standing.deadline) })
              ) : (
                <DeadlineLine standing={standing} />
              )}
            </p>
          </div>
        </Panel>
        {page.changes && (
          <ChangesShown changes={page.changes} questions={page.questions} heading={t('changes')} />
        )}
        {page.changes && page.changes.answers.length === 0 && <p className="in-muted">{t('unchanged')}</p>}
        <AllThatIsSent
          heading={t('text')}
          questions={page.questions}
          comments={page.comments}
          files={page.files}
          fileHref={({ id }) => attachmentsPath(slug, inputId, id)}
        />
        {refusal ? (
          <Alert tone="warning">
            <p>{reasons(refusal)}</p>
            {refusal === 'not-approved' && (
              <p>
                {signedOff(signOff)} <a href={signOffPath(slug, inputId)}>{words('toSignOff')}</a>
              </p>
            )}
          </Alert>
        ) : page.maySubmit ? (
          <Panel id="decision" heading={t('decision')}>
            <Form method="post" className="in-form" id="send" preventScrollReset>
              {/* Enter in a field sends, and does not ask for another row. */}
              <button
                className="in-sr"
                name="act"
                value="send"
                tabIndex={-1}
                aria-hidden="true"
                type="submit"
              />
              <input type="hidden" name="key" value={page.key} />
              <AdoptionFields key={rows} {...{ typed, problems, rows }} />
              <LanguageField proposed={page.proposedLang} />
              <p>{t('public')}</p>
              <Button icon={TasklistSendIcon} name="act" value="send" disabled={sending}>
                {sending ? words('sending') : t('send')}
              </Button>
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
    </div>
  )
}
