import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import { nextWaiting } from '#app/features/analysis/queries.server.ts'
import { findInput } from '#app/features/analysis/reading.server.ts'
import { findingsQuoting } from '#app/features/findings/quoting.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { DeskDecision } from '#app/features/inputs/components/desk-decision.tsx'
import { DeskLog } from '#app/features/inputs/components/desk-log.tsx'
import { DeskMasking } from '#app/features/inputs/components/desk-masking.tsx'
import { DeskMasks } from '#app/features/inputs/components/desk-masks.tsx'
import { DeskNotice, QuotingNotice, RepeatedNotice } from '#app/features/inputs/components/desk-notices.tsx'
import { DeskText } from '#app/features/inputs/components/desk-text.tsx'
import { DeskWithholding } from '#app/features/inputs/components/desk-withholding.tsx'
import { findDesk } from '#app/features/inputs/desk.server.ts'
import { offered } from '#app/features/inputs/desk.ts'
import { chosenPlaces, decideAtDesk } from '#app/features/inputs/desk-decision.server.ts'
import { deskForm, deskProblems } from '#app/features/inputs/desk-forms.ts'
import { inputPublicationRefusal, mayPublishInputs } from '#app/features/inputs/publication.ts'
import { inputPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Alert } from '#app/ui/message.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Columns } from '#app/ui/panes.tsx'

const notices = ['published', 'masked', 'unmasked', 'withheld', 'lifted'] as const
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const found = answer(await findInput(actor, idParam(args.params.input)))
  const { input, round, strategy, versions, current } = found
  const { searchParams } = new URL(args.request.url)
  const asked = searchParams.get('version') ?? String(current)
  const version = versions.find(({ number }) => String(number) === asked)
  if (!version) throw denied('not-found')
  const desk = answer(await findDesk(actor, version.id))
  const [quotingProposals, quotingAny, queue] = await Promise.all([
    findingsQuoting(version.id, desk.proposals),
    findingsQuoting(version.id, null),
    nextWaiting(round.id, version),
  ])
  const t = translator(actor.locale, 'workbench')
  const notice = notices.find((one) => one === searchParams.get('done'))
  return {
    ...{ input, round, strategy, version, desk, queue, quotingProposals, quotingAny },
    keys: { publish: newKey(), mask: newKey(), unmask: newKey(), withhold: newKey() },
    mayDecide: mayPublishInputs(actor, strategy.id),
    open: pathIn(actor.locale, inputPath(strategy.slug, round.slug, input.id)),
    done: notice ? { what: notice, count: countOf(searchParams.get('count')) } : null,
    removing: uuid.exec(searchParams.get('unmask') ?? '')?.[0] ?? null,
    place: { strategyId: strategy.id, roundId: round.id },
    crumbs: [
      { label: t('overview.round', { number: round.number }), href: `/workbench/rounds/${round.id}` },
      { label: version.senderName, href: `/workbench/inputs/${input.id}` },
      { label: t('publication.crumb') },
    ],
    pageTitle: t('publication.title', { sender: version.senderName }),
  }
}

const countOf = (sent: string | null) => Math.min(999, Math.max(1, Number.parseInt(sent ?? '', 10) || 1))

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const { input, strategy, versions } = answer(await findInput(actor, idParam(args.params.input)))
  const refusal = inputPublicationRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, deskForm)
  const own = versions.find(({ id }) => id === ('errors' in form ? form.typed : form.value).version)
  if ('errors' in form) {
    const came = deskProblems(form)
    const candidates = own ? await chosenPlaces(own.id, came.typed.chosen) : []
    return data({ ...came, candidates }, 422)
  }
  if (!own) throw denied('not-found')
  const outcome = answer(await decideAtDesk(actor, form.value))
  // Nothing is changed by looking: the page comes back with the places of the words.
  if ('problems' in outcome) return data(outcome, outcome.problems.length > 0 ? 422 : 200)
  const count = outcome.count === 1 ? '' : `&count=${outcome.count}`
  return redirect(
    `/workbench/inputs/${input.id}/publication?version=${own.number}&done=${outcome.done}${count}`,
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

/** Elsewhere than in the form for masking, the fields of the same name have other ids. */
const fieldId = (act: string, field: string) => {
  if (field === 'range') return 'mask'
  if (act === 'withhold' || act === 'lift')
    return field === 'legalBasis' ? 'withhold-basis' : `withhold-${field}`
  return field
}

export default function Publication() {
  const page = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useTranslations('workbench.publication')
  const { version, desk, mayDecide, keys, input, done } = page
  const base = `/workbench/inputs/${input.id}/publication?version=${version.number}`
  const { standing, texts } = desk
  const typed = came?.typed ?? { chosen: [], words: '', looked: '', legalBasis: '', reason: '' }
  const candidates = offered(texts, came?.candidates ?? [], desk.proposals)
  const problems = came?.problems ?? []
  const errors = Object.fromEntries(problems.map(({ field, reason }) => [field, t(`problems.${reason}`)]))
  const whole = came?.act === 'withhold' || came?.act === 'lift'
  const waits = !standing.publishedAt && !standing.withholding && !standing.withdrawnAt
  return (
    <>
      <WorkHead title={t('title', { sender: version.senderName })} />
      <div className="in-stack">
        <ErrorSummary
          heading={t('problems.heading')}
          errors={problems.map(({ field, reason }) => ({
            field: fieldId(came?.act ?? '', field),
            message: t(`problems.${reason}`),
          }))}
        />
        {done && !came && (
          <DeskNotice
            done={done}
            isPublic={standing.publishedAt !== null}
            waits={waits}
            queue={page.queue}
            roundId={page.round.id}
          />
        )}
        <Columns
          aside={
            <>
              <DeskDecision
                desk={desk}
                formKey={keys.publish}
                senderKind={version.senderKind}
                legalRegime={page.strategy.legalRegime}
                mayDecide={mayDecide}
                open={page.open}
                back={`/workbench/inputs/${input.id}?version=${version.number}`}
              />
              <RepeatedNotice inputId={input.id} numbers={desk.repeated} />
              <QuotingNotice findings={page.quotingProposals} whole={false} />
              {mayDecide && !standing.withdrawnAt && (
                <DeskMasking
                  key={`${came?.typed.looked} ${standing.masks.length}`}
                  versionId={version.id}
                  formKey={keys.mask}
                  candidates={candidates}
                  typed={typed}
                  found={came?.found ?? null}
                  errors={whole ? {} : errors}
                  cut={desk.cut}
                />
              )}
              <DeskMasks
                desk={desk}
                base={base}
                formKey={keys.unmask}
                removing={page.removing}
                mayDecide={mayDecide}
              />
              {mayDecide && !standing.withdrawnAt && (
                <>
                  <QuotingNotice findings={page.quotingAny} whole />
                  <DeskWithholding
                    key={String(standing.withholding?.withheldAt)}
                    desk={desk}
                    formKey={keys.withhold}
                    refused={whole ? { errors, typed } : null}
                  />
                </>
              )}
            </>
          }
        >
          <div className="in-stack">
            <DeskText
              {...{ texts, candidates }}
              lang={standing.lang}
              masks={standing.masks}
              isPublic={standing.publishedAt !== null && !standing.withholding}
            />
            <DeskLog decisions={desk.decisions} mayDecide={mayDecide} />
          </div>
        </Columns>
        {!mayDecide && (
          <Alert tone="info">
            <p>{t('notAllowed')}</p>
          </Alert>
        )}
      </div>
    </>
  )
}
