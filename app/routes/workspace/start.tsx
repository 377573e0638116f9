import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { data, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useFormatter, useTranslations } from 'use-intl/react'
import { requireActor } from '#app/features/identity/access.server.ts'
import { ownOutcomePath, startPath, writingPath } from '#app/features/inputs/address.ts'
import { DeadlineLine } from '#app/features/inputs/components/deadline-line.tsx'
import { NamingFields } from '#app/features/inputs/components/naming-fields.tsx'
import { deadlineStanding } from '#app/features/inputs/deadline.ts'
import { chooseNaming } from '#app/features/inputs/naming.server.ts'
import { namingForm, namingsAllowed } from '#app/features/inputs/naming.ts'
import { mayWrite } from '#app/features/inputs/policy.ts'
import { findRoundToAnswer } from '#app/features/inputs/queries.server.ts'
import { startInput } from '#app/features/inputs/writing.server.ts'
import { findSender, listWriters } from '#app/features/organisations/sender.server.ts'
import { QuestionList } from '#app/features/questionnaires/components/question-list.tsx'
import { findEarlierOutcome } from '#app/features/responses/outcomes.server.ts'
import { roundPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { databaseTime } from '#app/platform/database.server.ts'
import { answer, idParam, slugParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { pick } from '#app/platform/localised-text.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export const handle = { scripted: true }

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args)
  const sender = answer(await findSender(actor, slugParam(args.params.organisation)))
  const round = answer(await findRoundToAnswer(sender, idParam(args.params.round)))
  const t = translator(actor.locale, 'workspace')
  const [members, earlier] = await Promise.all([listWriters(sender), findEarlierOutcome(sender, round)])
  const person = sender.kind === 'person'
  return {
    slug: sender.slug,
    kind: sender.kind,
    earlier,
    round,
    person,
    title: t('start.title', { number: round.number, title: pick(round.title, actor.locale).text }),
    meta: t(person ? 'start.metaYourself' : 'start.meta', {
      strategy: pick(round.strategyTitle, actor.locale).text,
      organisation: sender.name,
    }),
    namings: namingsAllowed(round.naming),
    renamed: new URL(args.request.url).searchParams.has('naming'),
    standing: deadlineStanding(round, await databaseTime()),
    mayWrite: mayWrite(actor, sender),
    writers: members
      .filter(({ roles }) => roles.some((role) => role !== 'submitter'))
      .map(({ name }) => name)
      .slice(0, 3),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args)
  const sender = answer(await findSender(actor, slugParam(args.params.organisation)))
  const roundId = idParam(args.params.round)
  const form = await readForm(args.request, namingForm)
  if ('errors' in form) return data({ refusal: 'try-again' as const }, { status: 422 })
  const { naming, act } = form.value
  if (act === 'naming') {
    const round = answer(await findRoundToAnswer(sender, roundId))
    const changed = answer(round.inputId ? await chooseNaming(actor, round.inputId, naming) : null)
    if ('refusal' in changed) return data(changed, { status: 422 })
    return redirect(`${startPath(sender.slug, roundId)}?naming`)
  }
  // No key: there is one draft per sender and round, however often this is sent.
  const outcome = answer(await startInput(actor, roundId, sender, naming))
  if ('refusal' in outcome) return data(outcome, { status: 422 })
  return redirect(writingPath(sender.slug, outcome.inputId))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Start() {
  const page = useLoaderData<typeof loader>()
  const { slug, kind, round, earlier, person, title, meta, standing, mayWrite, writers } = page
  const { namings, renamed } = page
  const refused = useActionData<typeof action>()
  const t = useTranslations('workspace.start')
  const became = useTranslations('workspace.outcome')
  const reasons = useTranslations('workspace.refused')
  const format = useFormatter()
  const who = format.list(writers, { type: 'disjunction' })
  const open = standing.state === 'open' || standing.state === 'late'
  const choice = person && <NamingFields allowed={namings} chosen={round.inputNaming} />
  return (
    <div className="in-narrow in-stack in-stack--5">
      <WorkHead title={title} meta={meta} />
      {refused && (
        <Alert tone="warning" live>
          <p>{reasons(refused.refusal)}</p>
        </Alert>
      )}
      {renamed && !refused && (
        <Alert tone="success" live>
          <p>{t('renamed')}</p>
        </Alert>
      )}
      <Panel>
        <div className="in-stack in-stack--3">
          <p>
            <DeadlineLine standing={standing} />
          </p>
          {round.inputId ? (
            <p>
              <LinkButton href={writingPath(slug, round.inputId)}>{t('continue')}</LinkButton>
            </p>
          ) : mayWrite ? (
            open && (
              <form method="post" action={startPath(slug, round.id)} className="in-stack in-stack--5">
                {choice}
                <p>{t(person ? 'onceYourself' : 'once')}</p>
                <p className="in-row">
                  <Button name="act" value="start">
                    {t('begin')}
                  </Button>
                </p>
              </form>
            )
          ) : (
            <p>{writers.length > 0 ? t('noRole', { who }) : t('noRoleNobody')}</p>
          )}
        </div>
      </Panel>
      {person && round.inputId && open && (
        <Panel id="naming" heading={t('naming')}>
          {round.inputSent ? (
            <p>{t('namingSent')}</p>
          ) : (
            <form method="post" action={startPath(slug, round.id)} className="in-stack in-stack--3">
              {choice}
              {namings.length > 1 && (
                <p className="in-row">
                  <Button variant="secondary" name="act" value="naming">
                    {t('saveNaming')}
                  </Button>
                </p>
              )}
            </form>
          )}
        </Panel>
      )}
      {earlier && (
        <Panel id="earlier" heading={became('earlier')}>
          <p>
            <a href={ownOutcomePath(slug, earlier.inputId)}>
              {became('link', { sender: kind, number: earlier.number })}
            </a>
          </p>
        </Panel>
      )}
      <Panel>
        <div className="in-stack in-stack--3">
          <p>
            <Localised text={round.intro} />
          </p>
          <p className="in-noprint">
            <a href={roundPath(round.strategySlug, round.slug)}>{t('read')}</a>
          </p>
        </div>
      </Panel>
      <Panel id="questions" heading={t('questions')}>
        {round.questions.length > 0 ? (
          <QuestionList questions={round.questions} />
        ) : (
          <p>{t('noQuestions')}</p>
        )}
        <p className="in-small in-muted in-noprint">{t('print')}</p>
      </Panel>
    </div>
  )
}
