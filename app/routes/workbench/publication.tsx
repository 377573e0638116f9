import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { findInput, listFrozenAnswers } from '#app/features/analysis/reading.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { PublicAnswer } from '#app/features/inputs/components/public-answer.tsx'
import { publishVersion } from '#app/features/inputs/publication.server.ts'
import {
  inputPublicationRefusal,
  mayPublishInputs,
  publicationForm,
} from '#app/features/inputs/publication.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { useDates } from '#app/ui/dates.tsx'
import { Localised } from '#app/ui/localised.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { Columns } from '#app/ui/panes.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const found = answer(await findInput(actor, idParam(args.params.input)))
  const { input, round, strategy, versions, current } = found
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('version') ?? String(current)
  const version = versions.find(({ number }) => String(number) === asked)
  if (!version) throw denied('not-found')
  const t = translator(actor.locale, 'workbench')
  return {
    ...{ input, round, strategy, version, formKey: newKey() },
    answers: await listFrozenAnswers(version.id),
    mayPublish: mayPublishInputs(actor, strategy.id),
    open: pathIn(actor.locale, inputPath(strategy.slug, round.slug, input.id)),
    done: searchParams.has('done'),
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: version.senderName, href: `/workbench/inputs/${input.id}` },
      { label: t('publication.crumb') },
    ],
    pageTitle: t('publication.title', { sender: version.senderName }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const { input, strategy, versions } = answer(await findInput(actor, idParam(args.params.input)))
  const refusal = inputPublicationRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, publicationForm)
  if ('errors' in form) return data({ error: 'unclear' as const }, 422)
  const { version, key } = form.value
  const own = versions.find(({ id }) => id === version)
  if (!own) throw denied('not-found')
  const outcome = answer(await publishVersion(actor, version, key))
  // Withdrawn meanwhile: the page says so by itself.
  if ('refusal' in outcome) return data({ error: outcome.refusal }, 422)
  return redirect(`/workbench/inputs/${input.id}/publication?version=${own.number}&done=1`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function Publication() {
  const page = useLoaderData<typeof loader>()
  const t = useTranslations('workbench')
  const problem = useActionData<typeof action>()?.error
  const { version, answers } = page
  return (
    <>
      <WorkHead title={t('publication.title', { sender: version.senderName })} />
      {problem === 'unclear' && (
        <Alert tone="danger" live>
          <p>{t('errors.unclear')}</p>
        </Alert>
      )}
      <Columns aside={<Decision {...page} />}>
        <Panel id="public-text" heading={t('publication.text')}>
          <p className="in-muted in-measure">{t('publication.lead')}</p>
          {answers.map((answered) => (
            <PublicAnswer
              key={answered.question.position}
              id={`svar-${answered.question.position}`}
              lang={version.lang}
              answered={answered}
            />
          ))}
        </Panel>
      </Columns>
    </>
  )
}

function Decision({ input, version, strategy, mayPublish, open, done, formKey }: Page) {
  const t = useTranslations('workbench.publication')
  const { day } = useDates()
  const busy = useNavigation().state === 'submitting'
  const back = `/workbench/inputs/${input.id}?version=${version.number}`
  return (
    <Panel id="decision" heading={t('crumb')}>
      <div className="in-stack">
        {version.publishedAt ? (
          <Alert
            tone="success"
            heading={done ? t('done') : t('already', { day: day(version.publishedAt) })}
            live={done}
          >
            <p>
              {t('alreadyText')} <a href={open}>{t('open')}</a>
            </p>
          </Alert>
        ) : input.withdrawnAt ? (
          <Alert tone="warning" heading={t('withdrawn')}>
            <p>{t('withdrawnText')}</p>
          </Alert>
        ) : (
          <>
            {version.senderKind === 'person' && <p>{t('senderPrivate')}</p>}
            <h3 className="in-h3">{t('legal')}</h3>
            <p className="in-small">
              <Localised text={strategy.legalRegime} />
            </p>
            <p>{t('final')}</p>
            {mayPublish ? (
              <Form method="post">
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="version" value={version.id} />
                <Button disabled={busy}>{t('publish')}</Button>
              </Form>
            ) : (
              <p className="in-muted">{t('notAllowed')}</p>
            )}
          </>
        )}
        <p>
          <a href={back}>{t('back')}</a>
        </p>
      </div>
    </Panel>
  )
}
