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
import { strategyPath } from '#app/features/strategies/address.ts'
import { MandateWarning } from '#app/features/strategies/components/mandate-warning.tsx'
import { Publishing, Renaming } from '#app/features/strategies/components/register-decisions.tsx'
import { RegisterForm } from '#app/features/strategies/components/register-form.tsx'
import { RegisterHead } from '#app/features/strategies/components/register-head.tsx'
import { RegisterHistory } from '#app/features/strategies/components/register-history.tsx'
import { RegisterReading } from '#app/features/strategies/components/register-reading.tsx'
import { StaleNotice } from '#app/features/strategies/components/stale-notice.tsx'
import { registerForm } from '#app/features/strategies/forms.ts'
import { decisionRefusal, mayDecide } from '#app/features/strategies/policy.ts'
import { type Problem, problemOf, problemsOf } from '#app/features/strategies/problems.ts'
import {
  changesSince,
  findRegister,
  publishStrategy,
  saveRegister,
} from '#app/features/strategies/register.server.ts'
import { mandatePassed } from '#app/features/strategies/register.ts'
import { renameStrategy } from '#app/features/strategies/renaming.server.ts'
import { listStaffRevisions, revisionsPerPage } from '#app/features/strategies/revisions.server.ts'
import { translator } from '#app/messages/translator.ts'
import { answer, denied, idParam, pageParam } from '#app/platform/http/answer.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { newKey } from '#app/platform/http/idempotency.server.ts'
import { pathIn } from '#app/platform/locale.ts'
import { pick } from '#app/platform/localised-text.ts'
import { osloDate } from '#app/platform/oslo-time.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Columns } from '#app/ui/panes.tsx'

const notices = ['saved', 'renamed', 'published'] as const

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const found = answer(await findRegister(actor, strategyId))
  const url = new URL(args.request.url)
  const page = pageParam(url)
  const { revisions, total } = await listStaffRevisions(strategyId, page)
  const { record, obstacle } = found
  const asked = url.searchParams.get('notice')
  return {
    ...{ record, revision: found.revision, savedAt: found.savedAt, savedBy: found.savedBy },
    ...{ strategyId, publishedAt: found.strategy.publishedAt, revisions, page },
    pageCount: Math.ceil(total / revisionsPerPage),
    obstacle: obstacle && problemOf(actor.locale, obstacle).message,
    warned: mandatePassed(record, osloDate(new Date())),
    mayWrite: mayDecide(actor, strategyId),
    open: pathIn(actor.locale, strategyPath(record.slug)),
    keys: { save: newKey(), rename: newKey(), publish: newKey() },
    notice: notices.find((one) => one === asked) ?? null,
    place: { strategyId },
    crumbs: [{ label: pick(record.title, actor.locale).text }],
    pageTitle: translator(actor.locale, 'workbench')('register.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireStaff(args)
  const strategyId = idParam(args.params.strategy)
  const refusal = decisionRefusal(actor, strategyId)
  if (refusal) throw denied(refusal)
  const form = await readForm(args.request, registerForm)
  const refused = (act: unknown, errors: Problem[], typed: Record<string, unknown>, status = 422) =>
    data({ act: act === 'rename' || act === 'publish' ? act : 'save', errors, typed, saved: null }, status)
  if ('errors' in form) return refused(form.typed.act, problemsOf(actor.locale, form.errors), form.typed)
  const { value } = form
  const outcome = answer(
    value.act === 'save'
      ? await saveRegister(actor, strategyId, value)
      : value.act === 'rename'
        ? await renameStrategy(actor, strategyId, value)
        : await publishStrategy(actor, strategyId, value),
  )
  if (!('refusal' in outcome)) {
    const notice = { save: 'saved', rename: 'renamed', publish: 'published' }[value.act]
    return redirect(`/workbench/strategies/${strategyId}?notice=${notice}`)
  }
  const typed: Record<string, unknown> = value
  if (outcome.refusal === 'stale') {
    const saved = await changesSince(strategyId, value.revision)
    return data({ act: value.act, errors: [], typed, saved }, 409)
  }
  const number = value.act === 'save' ? value.projectNumber.trim() : ''
  return refused(value.act, [problemOf(actor.locale, outcome.refusal, { number })], typed)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.pageTitle} – Innspill` }] : [{ title: 'Innspill' }]

export default function Register() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useTranslations('workbench')
  const { record, mayWrite, warned } = page
  const saved = refused?.saved ?? null
  const revision = saved?.revision ?? page.revision
  const filled = (act: string) =>
    refused?.act === act ? { typed: refused.typed, errors: refused.errors } : { typed: null, errors: [] }
  return (
    <>
      <RegisterHead {...page} notice={refused ? null : page.notice} />
      <div className="in-stack">
        {warned && record.mandateTo && <MandateWarning mandateTo={record.mandateTo} status={record.status} />}
        {saved && <StaleNotice {...saved} />}
        {refused?.act === 'publish' && <ErrorSummary heading={t('errors.heading')} errors={refused.errors} />}
        {!mayWrite && <p className="in-muted">{t('register.readOnly')}</p>}
        {mayWrite ? (
          <Columns
            aside={
              <>
                {!page.publishedAt && (
                  <Publishing obstacle={page.obstacle} revision={revision} formKey={page.keys.publish} />
                )}
                <Renaming
                  slug={record.slug}
                  revision={revision}
                  formKey={page.keys.rename}
                  filled={filled('rename')}
                />
              </>
            }
          >
            <RegisterForm {...{ record, revision, formKey: page.keys.save, filled: filled('save') }} />
          </Columns>
        ) : (
          <RegisterReading record={record} />
        )}
        <RegisterHistory {...page} />
      </div>
    </>
  )
}
