import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, Form, type MetaFunction, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useFormatter, useLocale, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import {
  adoptionPath,
  attachmentsPath,
  noRemarksPath,
  receiptPath,
  signOffPath,
  submissionPath,
  writingPath,
} from '#app/features/inputs/address.ts'
import { answersMissing } from '#app/features/inputs/answers.ts'
import { checklist } from '#app/features/inputs/checklist.ts'
import { withChanges } from '#app/features/inputs/comment-changes.ts'
import { AllThatIsSent } from '#app/features/inputs/components/all-that-is-sent.tsx'
import { ChangesShown } from '#app/features/inputs/components/changes-shown.tsx'
import { DeadlineLine } from '#app/features/inputs/components/deadline-line.tsx'
import { LanguageField } from '#app/features/inputs/components/language-field.tsx'
import { PlannedTreatment } from '#app/features/inputs/components/planned-treatment.tsx'
import { SendingChecklist } from '#app/features/inputs/components/sending-checklist.tsx'
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
import { type HandlingProblems, plannedOf, type TypedHandling } from '#app/features/inputs/handling.ts'
import { typedIn, usualForm } from '#app/features/inputs/sending-forms.ts'
import { submitInput } from '#app/features/inputs/submission.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ClockIcon, TasklistSendIcon } from '#app/ui/icons.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { ActionBar } from '#app/ui/panes.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const draft = answer(await findDraftToSend(actor, slug, idParam(args.params.input)))
  const { round, questions, versions, members, sender, signOff, files, now } = draft
  const t = translator(actor.locale, 'workspace')
  const missing = answersMissing(questions, new Map(questions.map(({ id, answer }) => [id, answer])))
  const refusal = wouldBeRefused(draft, 'usual')
  const standing = deadlineStanding(round, now)
  const changes = await findChangesSince(actor, draft)
  return {
    ...{ inputId: draft.id, slug, now, standing, questions, files, changes, refusal, ...draft.standing },
    comments: withChanges(draft.comments),
    title: t('submission.title'),
    meta: t('submission.meta', {
      organisation: sender.name,
      round: t('round.name', {
        strategy: pick(round.strategyTitle, actor.locale).text,
        number: round.number,
      }),
    }),
    missing: questions.filter(({ id }) => missing.includes(id)),
    checks: checklist({
      ...{ missing: missing.length, approval: signOff, files, time: standing.state },
      anythingWritten: draft.anythingWritten,
      correctsWhereNoneAre: refusal === 'corrections-not-allowed',
    }),
    signOff: signOff && { state: signOff.state, steps: signOff.steps.slice(0, 1) },
    withdrawn: draft.withdrawnAt !== null,
    adoptedBefore: versions.some(({ kind }) => kind === 'adopted'),
    inputsShown: round.inputsShown,
    planned: plannedBefore(changes, osloDate(now)),
    proposedLang: languageOf(questions, actor.locale),
    submitters: members
      .filter(({ roles }) => roles.includes('submitter'))
      .map(({ name }) => name)
      .slice(0, 3),
    key: newKey(),
  }
}

type Refusal = { refusal: string | null; problems: HandlingProblems; typed: TypedHandling }

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const slug = slugParam(args.params.organisation)
  const inputId = idParam(args.params.input)
  const { standing } = answer(await findOwnInput(actor, slug, inputId))
  if (!standing.maySubmit) throw denied('forbidden')
  const t = translator(actor.locale, 'workspace')
  const refused = (own: Partial<Refusal>) =>
    data<Refusal>({ refusal: null, problems: {}, typed: {}, ...own }, { status: 422 })
  const form = await readForm(args.request, usualForm)
  if ('errors' in form) return refused({ refusal: t('refused.try-again'), typed: typedIn(form.typed) })
  const { key, lang, ...typed } = form.value
  const planned = plannedOf(typed, osloDate(new Date()))
  if ('problems' in planned) return refused({ problems: planned.problems, typed })
  const { handling } = planned
  const outcome = answer(
    await submitInput(actor, inputId, key, { as: 'usual', lang, ...(handling.planned && { handling }) }),
  )
  if ('refusal' in outcome) return refused({ refusal: t(`refused.${outcome.refusal}`), typed })
  return redirect(receiptPath(slug, inputId))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Submission() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.submission')
  const problem = useTranslations('workspace.handling.problem')
  const reasons = useTranslations('workspace.refused')
  const signedOff = useSignOffSentence()
  const format = useFormatter()
  const locale = useLocale()
  const { moment } = useDates()
  const sending = useNavigation().state !== 'idle'
  const { slug, inputId, standing, missing, submitters, signOff } = page
  const ready = page.refusal === null
  const takesIn = standing.state === 'open' || standing.state === 'late'
  const anchor = (position: number) => `${writingPath(slug, inputId)}#question-${position}`
  const toSignOff = signOff && (
    <p className="in-small">
      {signOff.state !== 'draft' && signedOff(signOff)}{' '}
      <a href={signOffPath(slug, inputId)}>{t('toSignOff')}</a>
    </p>
  )
  const errors = [
    ...(refused?.refusal ? [{ field: 'send', message: refused.refusal }] : []),
    ...Object.entries(refused?.problems ?? {}).map(([field, what]) => ({ field, message: problem(what) })),
  ]
  return (
    <div className="in-stack in-stack--5">
      <WorkHead title={page.title} meta={page.meta} />
      <div className="in-narrow in-stack in-stack--5">
        <ErrorSummary heading={t('notSent')} errors={errors} />
        {page.withdrawn ? (
          <Alert tone="warning">
            <p>{reasons('withdrawn')}</p>
          </Alert>
        ) : (
          <Panel id="checklist" heading={ready ? t('ready') : t('before')}>
            <SendingChecklist
              checks={page.checks}
              values={{
                ...{ now: moment(page.now), deadline: moment(standing.deadline) },
                count: missing.length,
              }}
              more={{
                missing: (
                  <ul>
                    {missing.map(({ id, position, title }) => (
                      <li key={id}>
                        <a href={anchor(position)}>
                          {t('missingOne', { position, question: pick(title, locale).text })}
                        </a>
                      </li>
                    ))}
                  </ul>
                ),
                'nothing-written': (
                  <p className="in-small">
                    <a href={noRemarksPath(slug, inputId)}>{t('toNoRemarks')}</a>
                  </p>
                ),
                approved: toSignOff,
                'must-be-approved': toSignOff,
                'must-be-approved-again': toSignOff,
                'changed-since-approved': toSignOff,
                'need-not-be-approved': toSignOff,
              }}
            />
          </Panel>
        )}
        {!page.maySubmit && (
          <Alert tone="info">
            <p>
              {submitters.length > 0
                ? t('whoMay', { who: format.list(submitters, { type: 'disjunction' }) })
                : t('whoMayNobody')}
            </p>
          </Alert>
        )}
        {page.changes && takesIn && !page.withdrawn && (
          <Alert tone="info" heading={t('again')}>
            <p>{t('againText')}</p>
            {page.adoptedBefore && <p>{t('adoptedStands')}</p>}
          </Alert>
        )}
        {page.changes && !page.withdrawn && (
          <ChangesShown changes={page.changes} questions={page.questions} heading={t('changes')} />
        )}
        <AllThatIsSent
          heading={t('what')}
          questions={page.questions}
          comments={page.comments}
          files={page.files}
          fileHref={({ id }) => attachmentsPath(slug, inputId, id)}
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
        {signOff && page.maySubmit && ready && !page.adoptedBefore && (
          <PlannedTreatment
            form="send"
            typed={refused?.typed ?? page.planned}
            problems={refused?.problems ?? {}}
          />
        )}
        {page.maySubmit && ready && (
          <Panel id="language">
            <LanguageField form="send" proposed={page.proposedLang} />
          </Panel>
        )}
        <Panel id="record" heading={t('public')}>
          <div className="in-stack in-stack--2">
            <p>{t('publicText')}</p>
            <p>{t(`publicWhen.${page.inputsShown}`)}</p>
            <p>{t('publicAccess')}</p>
          </div>
        </Panel>
        {takesIn && !page.withdrawn && (
          <ul className="in-links">
            {signOff && (
              <li>
                <a href={adoptionPath(slug, inputId)}>{t('toAdoption')}</a>
              </li>
            )}
            {page.maySubmit && (
              <li>
                <a href={noRemarksPath(slug, inputId)}>{t('toNoRemarks')}</a>
              </li>
            )}
          </ul>
        )}
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
