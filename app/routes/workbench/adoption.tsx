import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslations } from 'use-intl/react'
import {
  type adoptionOf,
  adoptVersion,
  checkAdoptedText,
  findAdoptionObstacle,
  lookOverAdoption,
} from '#app/features/documents/adoption.server.ts'
import { adoptionForm } from '#app/features/documents/adoption-form.ts'
import {
  AdoptionConfirmation,
  DecisionList,
} from '#app/features/documents/components/adoption-confirmation.tsx'
import { AdoptionFields } from '#app/features/documents/components/adoption-fields.tsx'
import { TextCheck } from '#app/features/documents/components/text-check.tsx'
import type { FieldProblem, Typed } from '#app/features/documents/filled.ts'
import { mayWrite, writingRefusal } from '#app/features/documents/policy.ts'
import { type Problem, problemOf, problemsOf } from '#app/features/documents/problem.ts'
import { findWorkVersion } from '#app/features/documents/work.server.ts'
import { requireStaff } from '#app/features/identity/access.server.ts'
import { documentPath } from '#app/features/strategies/address.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { Empty } from '#app/ui/empty.tsx'
import { WorkHead } from '#app/ui/page-head.tsx'
import { Panel } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, versionId] = [idParam(args.params.document), idParam(args.params.version)]
  const { document, strategy, version } = answer(await findWorkVersion(actor, documentId, versionId))
  const t = translator(actor.locale, 'workbench')
  const base = `/workbench/documents/${documentId}`
  const [obstacle, check] = await Promise.all([findAdoptionObstacle(version), checkAdoptedText(versionId)])
  return {
    ...{ base, versionId, obstacle, check, title: version.title, formKey: newKey() },
    today: osloDate(new Date()),
    decision: version.adoptedAt
      ? {
          ...{ title: version.title, by: version.adoptedBy ?? {}, kind: version.adopterKind ?? '' },
          ...{ on: version.adoptedOn ?? '', caseNumber: version.adoptionCase },
          consultedWith: version.consultedWith ?? {},
        }
      : null,
    hash: version.contentHash,
    open: pathIn(actor.locale, documentPath(strategy.slug, document.slug, version.number)),
    mayWrite: mayWrite(actor, strategy.id),
    place: { strategyId: strategy.id },
    crumbs: [
      { label: t('nav.documents'), href: `/workbench/strategies/${strategy.id}/documents` },
      { label: pick(document.title, actor.locale).text, href: base },
      { label: pick(version.title, actor.locale).text, href: `${base}/versions/${versionId}` },
      { label: t('adoption.title') },
    ],
    pageTitle: t('adoption.title'),
  }
}

type Answered = { errors: FieldProblem[]; typed: Typed; confirming: ReturnType<typeof adoptionOf> | null }

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const [documentId, versionId] = [idParam(args.params.document), idParam(args.params.version)]
  const { strategy, version } = answer(await findWorkVersion(actor, documentId, versionId))
  const refusal = writingRefusal(actor, strategy.id)
  if (refusal) throw denied(refusal)
  const t = translator(actor.locale, 'workbench')
  const say = (problem: Problem) => t(`documentErrors.${problem}`)
  const form = await readForm(args.request, adoptionForm)
  const page = (answered: Partial<Answered>, status: number) =>
    data<Answered>({ errors: [], typed: null, confirming: null, ...answered }, status)
  if ('errors' in form) return page({ errors: problemsOf(form.errors, say), typed: form.typed }, 422)
  const { value } = form
  if (value.act === 'change') return page({ typed: value }, 200)
  const outcome =
    value.act === 'adopt'
      ? answer(await adoptVersion(actor, documentId, versionId, value))
      : await lookOverAdoption(version, value)
  if ('contentHash' in outcome) return redirect(`/workbench/documents/${documentId}?notice=adopted`)
  if (!('refusal' in outcome)) return page({ typed: value, confirming: outcome }, 200)
  switch (outcome.refusal) {
    // Said by the page itself, drawn anew: there is nothing to mend in the form.
    case 'already-adopted':
    case 'not-published':
    case 'no-text':
    case 'later-adopted':
      return page({}, 422)
    default:
      return page({ errors: [problemOf(outcome.refusal, say)], typed: value }, 422)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function AdoptionPage() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useTranslations('workbench.adoption')
  const { decision, obstacle, mayWrite: may } = page
  return (
    <>
      <WorkHead title={t('title')} actions={decision && <a href={page.open}>{t('open')}</a>} />
      <div className="in-stack in-measure">
        {decision ? (
          <Panel id="decision" heading={t('recorded')}>
            <div className="in-stack">
              <p>{t('recordedText')}</p>
              {page.check && <TextCheck outcome={page.check} />}
              <DecisionList decision={decision} hash={page.hash} />
            </div>
          </Panel>
        ) : obstacle && obstacle !== 'already-adopted' ? (
          <Panel>
            <Empty
              heading={t(`obstacles.${obstacle}`)}
              action={{ href: `${page.base}/versions/${page.versionId}`, label: t('toVersion') }}
            >
              {t(`obstaclesText.${obstacle}`)}
            </Empty>
          </Panel>
        ) : !may ? (
          <p className="in-muted">{t('readOnly')}</p>
        ) : answered?.confirming ? (
          <AdoptionConfirmation decision={answered.confirming} fields={sentAgain(answered.typed)} />
        ) : (
          <>
            <p>{t('lead')}</p>
            <AdoptionFields
              {...{ title: page.title, formKey: page.formKey, today: page.today }}
              typed={answered?.typed ?? null}
              errors={answered?.errors ?? []}
            />
          </>
        )}
      </div>
    </>
  )
}

// What was typed goes along through the confirmation; which act it is, each button says.
function sentAgain(typed: Typed): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed ?? {}).flatMap(([name, value]) =>
      name !== 'act' && typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}
